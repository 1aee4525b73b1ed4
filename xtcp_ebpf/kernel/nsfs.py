"""Namespaces as files of nsfs: what kind a file is, and file handles (Linux 6.18 and newer), by which one is opened without a path.

A handle holds the namespace's id, which for a network namespace is its cookie (SO_NETNS_COOKIE), its type and its inode: struct
nsfs_file_handle of include/uapi/linux/nsfs.h, 16 bytes, handle type FILEID_NSFS. It opens a namespace that no process and no mount holds
any more, and never another one that has taken its inode.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import struct
from typing import NamedTuple

CLONE_NEWNET = 0x40000000
NS_GET_NSTYPE = 0xB703
"""ioctl: the CLONE_ flag of the namespace's kind (Linux 4.11)."""
HANDLE_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK
"""Non-blocking, because what stands where a namespace is expected may be a FIFO."""
FILEID_NSFS = 0xF1
AT_FDCWD = -100

_AT_SYMLINK_FOLLOW = 0x400
_HANDLE = struct.Struct("=IiQII")
"""struct file_handle (bytes, type), then struct nsfs_file_handle (ns_id, ns_type, ns_inum)."""
_BODY_BYTES = 16

# PyDLL: these calls never wait, and to give up the lock of the interpreter for each costs more than they do.
_libc = ctypes.PyDLL(None, use_errno=True)
_libc.name_to_handle_at.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int), ctypes.c_int)
_libc.open_by_handle_at.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int)
_libc.setns.argtypes = (ctypes.c_int, ctypes.c_int)


class Handle(NamedTuple):
    """What a file handle says of a namespace."""

    cookie: int
    kind: int
    """The CLONE_ flag of its kind."""
    inode: int


def handle_of(path: str, dir_fd: int = AT_FDCWD) -> Handle | None:
    """The handle of a namespace file, links followed; None where it is no namespace, is gone, or the kernel has no handles for nsfs."""
    raw = ctypes.create_string_buffer(_HANDLE.pack(_BODY_BYTES, 0, 0, 0, 0), _HANDLE.size)
    if _libc.name_to_handle_at(dir_fd, os.fsencode(path), raw, ctypes.byref(ctypes.c_int()), _AT_SYMLINK_FOLLOW):
        return None
    size, kind, cookie, ns_kind, inode = _HANDLE.unpack(raw.raw)
    return Handle(cookie, ns_kind, inode) if (size, kind) == (_BODY_BYTES, FILEID_NSFS) else None


def pack_handle(cookie: int, inode: int) -> bytes:
    """struct file_handle of a network namespace, ready for open_by_handle_at."""
    return _HANDLE.pack(_BODY_BYTES, FILEID_NSFS, cookie, CLONE_NEWNET, inode)


def open_handle(nsfs: int, cookie: int, inode: int) -> int:
    """A descriptor of that network namespace; `nsfs` is a descriptor of any namespace. Raises OSError: ESTALE when it is dead, or only
    a socket holds it (opens_unheld)."""
    return open_packed(nsfs, pack_handle(cookie, inode))


def open_packed(nsfs: int, handle: bytes) -> int:
    """As open_handle, by what pack_handle gave."""
    return _checked(_libc.open_by_handle_at(nsfs, handle, HANDLE_FLAGS))


def lives(path: str, cookie: int, inode: int) -> bool:
    """Is there such a network namespace? `path`: a file of any. In doubt, as when no descriptor is left, there is."""
    try:
        any_file = os.open(path, HANDLE_FLAGS)
        try:
            os.close(open_handle(any_file, cookie, inode))
        finally:
            os.close(any_file)
    except OSError as error:
        return error.errno != errno.ESTALE
    return True


def opens_unheld(release: str) -> bool:
    """Does a kernel of this release open by its handle what neither a process nor a descriptor nor a mount holds, but a socket does?

    Linux 6.19 began to count who makes a namespace visible (`__ns_ref_active_get` in kernel/nscommon.c), and sockets do not: ESTALE, as
    if it were dead.
    """
    number = re.match(r"(\d{1,5})\.(\d{1,5})", release)
    return not number or (int(number[1]), int(number[2])) < (6, 19)


def enter(descriptor: int) -> None:
    """Move the calling thread into that network namespace. Raises OSError."""
    _checked(_libc.setns(descriptor, CLONE_NEWNET))


def opens_handles(path: str) -> bool:
    """Whether the calling thread can enter namespaces, and open this one, its own, by a handle.

    Without the right to enter (CAP_SYS_ADMIN) the kernel answers ESTALE for every namespace but one's own, as if they were dead.
    """
    handle = handle_of(path)
    if handle is None:
        return False
    try:
        own = os.open(path, HANDLE_FLAGS)
        try:
            enter(own)
            os.close(open_handle(own, handle.cookie, handle.inode))
        finally:
            os.close(own)
    except OSError:
        return False
    return True


def _checked(answer: int) -> int:
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return int(answer)
