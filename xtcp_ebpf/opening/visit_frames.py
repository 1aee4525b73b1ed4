"""A visit as bytes: what the daemon asks of an opener, and what that answers. Both ends check what they read."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from xtcp_ebpf.kernel import nsfs, presence
from xtcp_ebpf.kernel.visit import MAX_BYTES, MAX_FILES, Step, Visit

FILES: Final = (presence.COUNTERS_FILE, *presence.FILES, presence.HASH_FILE)
"""What may be read in a namespace, and nothing else; by number."""
MOST_PATH: Final = 4096

_ASK = struct.Struct("=QQIBBH")
"""inode, cookie and inode of the handle, flags, number of files, length of the path."""
_HANDLE, _PATH, _DIAG, _CONFIRM = 1, 2, 4, 8
_FLAGS: Final = _HANDLE | _PATH | _DIAG | _CONFIRM
_ANSWER = struct.Struct("=BxHIQQQH2x")
"""step, errno, portid, inode, place, cookie, number of files."""
_LENGTH = struct.Struct("=H")
_MISSING: Final = 0xFFFF
_NSFS_HANDLE = struct.Struct("=IiQII")
"""As nsfs.pack_handle makes it: bytes, type, cookie, kind, inode."""


class Asked(NamedTuple):
    """The arguments of a visit (visit.py). It goes somewhere: there is a path, or a handle, or both."""

    path: bytes | None
    handle: bytes | None
    inode: int
    files: tuple[bytes, ...]
    diag: bool
    confirm: bool


def pack_ask(asked: Asked) -> bytes:
    """Raises ValueError for what an opener would not do: a file that is not one of FILES, a path that is too long."""
    path = asked.path or b""
    if len(path) > MOST_PATH:
        raise ValueError(f"a path of {len(path)} bytes")
    cookie = handled = 0
    if asked.handle is not None:
        _, _, cookie, _, handled = _NSFS_HANDLE.unpack(asked.handle)
    flags = _HANDLE * (asked.handle is not None) | _PATH * (asked.path is not None) | _DIAG * asked.diag | _CONFIRM * asked.confirm
    numbers = bytes(FILES.index(name) for name in asked.files)
    return _ASK.pack(asked.inode, cookie, handled, flags, len(numbers), len(path)) + numbers + path


def read_ask(body: bytes) -> Asked:
    """Raises ValueError for what cannot be meant."""
    if len(body) < _ASK.size:
        raise ValueError(f"{len(body)} bytes are no question")
    inode, cookie, handled, flags, files, length = _ASK.unpack_from(body)
    numbers, path = body[_ASK.size : _ASK.size + files], body[_ASK.size + files :]
    if flags & ~_FLAGS or not flags & (_HANDLE | _PATH) or (len(numbers), len(path)) != (files, length) or length > MOST_PATH:
        raise ValueError("a question that contradicts itself")
    if files > MAX_FILES or any(number >= len(FILES) for number in numbers):
        raise ValueError("a file that is not for the asking")
    if bool(path) != bool(flags & _PATH) or b"\0" in path:
        raise ValueError("a path that is none")
    return Asked(
        path if flags & _PATH else None,
        nsfs.pack_handle(cookie, handled) if flags & _HANDLE else None,
        inode,
        tuple(FILES[number] for number in numbers),
        bool(flags & _DIAG),
        bool(flags & _CONFIRM),
    )


def pack_answer(visit: Visit) -> bytes:
    """All but the descriptor."""
    parts = [_ANSWER.pack(visit.step, visit.errno, visit.portid, visit.inode, visit.place, visit.cookie, len(visit.files))]
    for content in visit.files:
        parts.append(_LENGTH.pack(_MISSING if content is None else len(content)))
        parts.append(content or b"")
    return b"".join(parts)


def read_answer(body: bytes, descriptors: tuple[int, ...]) -> Visit:
    """Raises ValueError for what cannot be meant."""
    if len(body) < _ANSWER.size:
        raise ValueError(f"{len(body)} bytes are no answer")
    step, number, portid, inode, place, cookie, count = _ANSWER.unpack_from(body)
    files: list[bytes | None] = []
    at = _ANSWER.size
    for _ in range(count):
        if at + _LENGTH.size > len(body):
            raise ValueError("an answer that is cut off")
        (length,) = _LENGTH.unpack_from(body, at)
        at += _LENGTH.size
        if length == _MISSING:
            files.append(None)
            continue
        if length > MAX_BYTES or at + length > len(body):
            raise ValueError("an answer that is cut off")
        files.append(body[at : at + length])
        at += length
    if at != len(body) or len(descriptors) > 1 or (descriptors and step != Step.DONE):
        raise ValueError("an answer that contradicts itself")
    return Visit(Step(step), number, inode, place, tuple(files), descriptors[0] if descriptors else -1, portid, cookie)
