"""An initramfs: a cpio archive of the form `newc`, not compressed, since unpacking costs more than it saves. Archives joined are one."""

from __future__ import annotations

import stat
from typing import Final, NamedTuple

_ALIGN: Final = 4
_END: Final = "TRAILER!!!"


class Entry(NamedTuple):
    """A file or a folder."""

    name: str
    """Without a leading slash."""
    data: bytes = b""
    executable: bool = False


def archive(entries: list[Entry]) -> bytes:
    """The archive, with the folders that its files need."""
    out = bytearray()
    done: set[str] = set()
    for number, entry in enumerate(entries):
        parts = entry.name.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folder not in done:
                done.add(folder)
                out += _member(folder, stat.S_IFDIR | 0o755, b"", len(done) + len(entries))
        out += _member(entry.name, stat.S_IFREG | (0o755 if entry.executable else 0o644), entry.data, number + 1)
    return bytes(out + _member(_END, 0, b"", 0))


def _member(name: str, mode: int, data: bytes, inode: int) -> bytes:
    encoded = name.encode() + b"\0"
    links = 1
    fields = (inode, mode, 0, 0, links, 0, len(data), 0, 0, 0, 0, len(encoded), 0)
    head = b"070701" + b"".join(b"%08X" % field for field in fields) + encoded
    return _padded(head) + _padded(data)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGN)
