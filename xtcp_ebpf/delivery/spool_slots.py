"""How far one destination is, in a file of its own: two slots that take turns, each a line with a checksum; the newer one counts.

    0  slot    256  the destination for humans    4096  slot

A write that is torn spoils one slot: then the other one counts, which is older, and some rows go out twice.
"""

from __future__ import annotations

import os
import re
import zlib

from xtcp_ebpf.delivery.spool_entry import Mark
from xtcp_ebpf.delivery.spool_folder import Folder

_SLOT_BYTES = 4096
_LINE_BYTES = 256
_LINE = re.compile(rb"(position (\d{20}) rows (\d{20}) bytes (\d{20}) serial (\d{20})) crc ([0-9a-f]{8})\n")


class Slots:
    """An open cursor file."""

    def __init__(self, folder: Folder, name: str, fd: int, mark: Mark | None, serial: int, say: str) -> None:
        self.name = name
        self.mark = mark
        """What was written last; None: both slots are damaged."""
        self.say = say
        self._folder = folder
        self._fd = fd
        self._serial = serial

    @classmethod
    def create(cls, folder: Folder, name: str, mark: Mark, say: str) -> Slots:
        """A new one, on the disk when this returns: a cursor that was lost would begin at the end. Raises OSError."""
        fd = folder.open(f"{name}.new", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        made = cls(folder, name, fd, mark, 1, say)
        try:
            os.pwrite(fd, b" " * (_SLOT_BYTES + _LINE_BYTES) + b"\n", 0)
            made.describe(say)
            made.write(mark)
            os.fdatasync(fd)
            folder.rename(f"{name}.new", name)
            folder.sync_names()
        except OSError:
            made.close()
            raise
        return made

    @classmethod
    def load(cls, folder: Folder, name: str) -> Slots:
        """One that is there. Raises OSError."""
        fd = folder.open(name, os.O_RDWR)
        found = max((_parse(os.pread(fd, _LINE_BYTES, at)) for at in (0, _SLOT_BYTES)), key=lambda slot: slot[0])
        say = os.pread(fd, _SLOT_BYTES - _LINE_BYTES, _LINE_BYTES).partition(b"\n")[0].decode(errors="replace").strip()
        return cls(folder, name, fd, found[1], found[0], say)

    def describe(self, say: str) -> None:
        """Which destination this is. Raises OSError."""
        self.say = say
        room = _SLOT_BYTES - _LINE_BYTES
        os.pwrite(self._fd, say.encode(errors="replace").replace(b"\n", b" ")[: room - 1].ljust(room - 1) + b"\n", _LINE_BYTES)

    def write(self, mark: Mark) -> None:
        """One small write, into the older slot. Raises OSError."""
        self._serial += 1
        text = b"position %020d rows %020d bytes %020d serial %020d" % (*mark, self._serial)
        os.pwrite(self._fd, b"%b crc %08x\n" % (text, zlib.crc32(text)), self._serial % 2 * _SLOT_BYTES)
        self.mark = mark

    def close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def remove(self) -> None:
        """Raises OSError."""
        self.close()
        self._folder.remove(self.name)


def _parse(raw: bytes) -> tuple[int, Mark | None]:
    """(serial, mark); the serial is 0 when the slot is damaged."""
    match = _LINE.match(raw)
    if match is None or zlib.crc32(match[1]) != int(match[6], 16):
        return 0, None
    return int(match[5]), Mark(int(match[2]), int(match[3]), int(match[4]))
