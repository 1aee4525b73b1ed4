"""What both BPF sources have in common: programs on tracepoints, the epoch, the bell, and whether all of that is still as it was.

An epoch is the time between two readings. Programs write its number into the mark of a namespace, at most once in an epoch. The next begins
when the marks have been read, and before anything is dumped: did it begin first, a mark of the new epoch could be among those that
are read, and hide all that happens in that namespace until the next reading.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Final, Literal

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.activity import bpf, map_layout
from xtcp_ebpf.activity.objects import Objects

TP_BTF: Final = "tp_btf"
_ID = struct.Struct("=I")
_PROGRAM_ID_AT: Final = {"link": 8, "program": 4}
"""Offsets of the program's id in struct bpf_link_info and struct bpf_prog_info."""
FIRST_EPOCH: Final = 1
"""0 is what an untouched mark holds."""


class Hooks:
    """The programs of `objects` attached to their tracepoints, until close(), which gives back the objects too. Raises OSError."""

    def __init__(self, objects: Objects, tracepoints: Iterable[str]) -> None:
        self.objects = objects
        self._programs = {name: objects.programs[name] for name in tracepoints}
        self._links: dict[str, int] = {}
        self._ids: dict[str, int] = {}
        self._seen = map_layout.Control(0, 0, 0, 0)
        self._missed = 0
        self._counted: list[bpf.Runs] = []
        self._views: list[memoryview] = []
        self.bell = objects.maps.get("bell")
        try:
            self._control = self.shared("control", map_layout.CONTROL.size, writable=True)
            self._epoch = self._of_words(self._control, "I")
            if self.bell is not None:
                # The first two pages of a ring buffer: how far it was read, which is ours to write, and how far it was written.
                self._read_up_to = self._of_words(self._map(self.bell, mmap.PAGESIZE, mmap.PROT_READ | mmap.PROT_WRITE, 0), "Q")
                self._written_up_to = self._of_words(self._map(self.bell, mmap.PAGESIZE, mmap.PROT_READ, mmap.PAGESIZE), "Q")
            self.next_epoch()
            for name, program in self._programs.items():
                self._ids[name] = _program_id(program, "program")
                self._links[name] = bpf.attach(program, None if objects.kind == TP_BTF else name)
            self._links_tell = all(self._attached(name) for name in self._links)
        except BaseException:
            self.close()
            raise

    def shared(self, name: str, size: int, writable: bool = False) -> memoryview:
        """The memory of a map that was made for it (BPF_F_MMAPABLE), until close()."""
        access = mmap.PROT_READ | (mmap.PROT_WRITE if writable else 0)
        return self._map(self.objects.maps[name], size, access, 0)

    def next_epoch(self) -> None:
        """From now on marks are those of a new epoch."""
        self._epoch[0] = self._epoch[0] + 1 & 0xFFFFFFFF or FIRST_EPOCH

    def hush(self) -> None:
        """Take in all that rang. What was told stands in the marks as well, and better, so it is not looked at."""
        if self.bell is not None:
            self._read_up_to[0] = self._written_up_to[0]

    def control(self) -> map_layout.Control:
        """What the programs have counted."""
        return map_layout.Control._make(map_layout.CONTROL.unpack_from(self._control))

    def unplaced(self) -> int:
        """Marks since the last time that found no place in the map."""
        now = self.control()
        lost, self._seen = now.lost - self._seen.lost, now
        return lost

    def missed(self) -> int:
        """Runs since the last time that the kernel left out. Raises OSError."""
        total = sum(bpf.runs(program).missed for program in self._programs.values())
        missed, self._missed = total - self._missed, total
        return missed

    def detached(self) -> tuple[str, ...]:
        """Tracepoints that have lost our program. Before Linux 5.8 links tell nothing of themselves, and none is taken for lost."""
        return tuple(name for name, program in self._ids.items() if program != self._attached(name)) if self._links_tell else ()

    def attach_again(self) -> None:
        """Put back what was detached. Raises OSError."""
        for name in self.detached():
            self._links.pop(name, None)  # not closed: its number is no longer ours
            self._links[name] = bpf.attach(self._programs[name], None if self.objects.kind == TP_BTF else name)

    def forget(self, namespaces: Iterable[NamespaceId]) -> None:
        """Make room in the map."""
        with suppress(OSError):  # a map that is lost: the next reading fails, and says so
            for inode, cookie in namespaces:
                bpf.delete(self.objects.maps["marks"], map_layout.KEY.pack(cookie, inode))

    def cost(self) -> Mapping[str, int]:
        """Run time and runs of all programs (while kernel.bpf_stats_enabled is 1), runs left out, namespaces ever marked, marks lost."""
        with suppress(OSError):  # of a program that is lost: what it was
            self._counted = [bpf.runs(program) for program in self.objects.programs.values()]
        counted, control = self._counted, self.control()
        return {
            "bpf_run_time_ns": sum(c.nanoseconds for c in counted),
            "bpf_runs": sum(c.runs for c in counted),
            "bpf_runs_missed": sum(c.missed for c in counted),
            "bpf_namespaces_marked": control.created,
            "bpf_marks_unplaced": control.lost,
            "bpf_bells_lost": control.unrung,
        }

    def close(self) -> None:
        """Detach everything."""
        for link in self._links.values():
            os.close(link)
        self._links.clear()
        for view in reversed(self._views):  # the last were made of the first
            view.release()
        self._views.clear()
        self.objects.close()

    def _attached(self, name: str) -> int:
        """Number of the program that the tracepoint's link holds; 0: none, or it does not tell."""
        try:
            return _program_id(self._links[name], "link")
        except (OSError, KeyError):
            return 0

    def _map(self, descriptor: int, size: int, access: int, offset: int) -> memoryview:
        pages = -(-size // mmap.PAGESIZE) * mmap.PAGESIZE
        self._views.append(memoryview(mmap.mmap(descriptor, pages, mmap.MAP_SHARED, access, offset=offset)))
        return self._views[-1]

    def _of_words(self, view: memoryview, form: Literal["I", "Q"]) -> memoryview:
        """Whole words, so that the programs never see half of one: struct.pack_into would write byte by byte."""
        self._views.append(view.cast(form))
        return self._views[-1]


def _program_id(descriptor: int, what: str) -> int:
    at = _PROGRAM_ID_AT[what]
    return int(_ID.unpack_from(bpf.info(descriptor), at)[0])
