"""Source `tracepoints`: programs on inet_sock_set_state, tcp_probe and tcp_retransmit_skb mark the namespaces in which they ran."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.activity import bpf, map_layout
from xtcp_ebpf.activity.hooks import Hooks
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.errors import errno_text
from xtcp_ebpf.marks import UNKNOWN, Mark, Marks

TRACEPOINTS: Final = ("inet_sock_set_state", "tcp_probe", "tcp_retransmit_skb")
FULL: Final = "some namespaces found no room among {slots} marks and are dumped at each poll: raise -bpfMapSize"
DETACHED: Final = "the programs on {names} were detached by somebody else, and are attached again"
MISSED: Final = "the kernel left out {n} runs of a program, interrupted by an event of the same kind"
UNREADABLE: Final = "the marks cannot be read: {why}"


class Tracepoints:
    """Activity of abc.py. `slots` is how many namespaces the map holds. Raises OSError when nothing can be attached."""

    name = "tracepoints"

    def __init__(self, objects: Objects, slots: int) -> None:
        self.loader = objects.loader
        self._slots = slots
        self._hooks = Hooks(objects, TRACEPOINTS)
        self._batch = bpf.Batch(objects.maps["marks"], map_layout.KEY.size, map_layout.MARK_BYTES, slots)

    @property
    def bell(self) -> int | None:
        return self._hooks.bell

    def read(self) -> Marks:
        hooks = self._hooks
        try:
            keys, values = self._batch.read()
            hooks.next_epoch()
            missed, unplaced, detached = hooks.missed(), hooks.unplaced(), hooks.detached()
            if detached:
                hooks.attach_again()
        except OSError as error:
            return UNKNOWN._replace(lost="unreadable", text=UNREADABLE.format(why=errno_text(error.errno or 0)))
        by_number: dict[int, Mark] = {}
        seen: dict[int, int] = {}
        for at, (cookie, inode) in enumerate(map_layout.KEY.iter_unpack(keys)):
            by_number[cookie or inode] = bytes(values[at * map_layout.MARK_BYTES : (at + 1) * map_layout.MARK_BYTES])
            seen[inode] = max(cookie, seen.get(inode, 0))  # of two with one inode, the younger is the one that lives
        marks = Marks(by_number, map_layout.UNMARKED, seen, False)
        if detached:
            return marks._replace(doubted=True, lost="detached", text=DETACHED.format(names=", ".join(detached)))
        if missed:
            return marks._replace(doubted=True, lost="missed", text=MISSED.format(n=missed))
        if unplaced:
            return marks._replace(otherwise=None, lost="map_full", text=FULL.format(slots=self._slots))
        return marks

    def hush(self) -> None:
        self._hooks.hush()

    def forget(self, namespaces: Iterable[NamespaceId]) -> None:
        self._hooks.forget(namespaces)

    def cost(self) -> Mapping[str, int]:
        return self._hooks.cost()

    def close(self) -> None:
        self._hooks.close()
