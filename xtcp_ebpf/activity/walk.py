"""Source `walk`: one run of a BPF program along the kernel's list of namespaces reads what the TCP counters of each say.

inet_sock_set_state stays attached. It is rare, rings the bell at births, and tells what no counter counts: listen() and its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Final

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.activity import bpf, map_layout
from xtcp_ebpf.activity.hooks import Hooks
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.tracepoints import DETACHED, FULL, MISSED, UNREADABLE
from xtcp_ebpf.errors import AssistUnavailable, errno_text
from xtcp_ebpf.marks import UNKNOWN, Marks

TRACEPOINTS: Final = ("inet_sock_set_state",)
TORN: Final = "the walk ended after {n} namespaces without coming back to where it began; all others are dumped"
SPARE_STEPS: Final = 16
"""For the head of the list, and to find that there is one namespace too many."""
_BLOCK: Final = 64 * map_layout.WALKED.size
NO_ROOM: Final = "there are more namespaces than {slots}: those beyond are dumped at each poll: raise -bpfMapSize"


class Walk:
    """Activity of abc.py. `slots` is how many namespaces the maps hold. Raises OSError, AssistUnavailable."""

    name = "walk"

    def __init__(self, objects: Objects, slots: int) -> None:
        self.loader = objects.loader
        self._slots = slots
        self._program = objects.programs["walk"]
        self._hooks = Hooks(objects, TRACEPOINTS)
        self._swept = 0
        self._table = _Table()
        try:
            self._walked = self._hooks.shared("walked", slots * map_layout.WALKED.size)
            self._outcome = self._hooks.shared("outcome", map_layout.OUTCOME.size)
            if bpf.run(objects.programs["measure"], objects.maps["yardstick"]) != 1:
                raise AssistUnavailable("cpus", "where each CPU keeps its counters could not be found out on this kernel")
            self._batch = bpf.Batch(objects.maps["marks"], map_layout.KEY.size, map_layout.MARK_BYTES, slots)
            if (lost := self.read().lost) not in ("", "no_room"):
                raise AssistUnavailable(lost, f"the first walk failed ({lost})")
        except BaseException:
            self._hooks.close()
            raise

    @property
    def bell(self) -> int | None:
        return self._hooks.bell

    def read(self) -> Marks:
        hooks = self._hooks
        try:
            bpf.run(self._program, self._slots + SPARE_STEPS)
            hooks.next_epoch()
            missed, unplaced, detached = hooks.missed(), hooks.unplaced(), hooks.detached()
            if detached:
                hooks.attach_again()
        except OSError as error:
            return UNKNOWN._replace(lost="unreadable", text=UNREADABLE.format(why=errno_text(error.errno or 0)))
        listed, whole, full = map_layout.OUTCOME.unpack_from(self._outcome)
        by_number, seen = self._table.take(bytes(self._walked[: listed * map_layout.WALKED.size]))
        marks = Marks(by_number, None, seen, bool(whole))
        if whole and not full:
            self._sweep(seen)
        if full:
            marks = marks._replace(whole=False, lost="no_room", text=NO_ROOM.format(slots=self._slots))
        elif not whole:
            marks = marks._replace(lost="torn", text=TORN.format(n=listed))
        if unplaced:
            placed = {number: mark for number, mark in by_number.items() if mark[-map_layout.MARK_BYTES :] != map_layout.UNMARKED}
            marks = marks._replace(by_number=placed, lost="map_full", text=FULL.format(slots=self._slots))
        if missed:
            marks = marks._replace(doubted=True, lost="missed", text=MISSED.format(n=missed))
        if detached:
            marks = marks._replace(doubted=True, lost="detached", text=DETACHED.format(names=", ".join(detached)))
        return marks

    def hush(self) -> None:
        self._hooks.hush()

    def forget(self, namespaces: Iterable[NamespaceId]) -> None:
        self._hooks.forget(namespaces)

    def cost(self) -> Mapping[str, int]:
        return self._hooks.cost()

    def _sweep(self, listed: Mapping[int, int]) -> None:
        """Now and then take away the marks of namespaces that came and went between two readings: nobody will forget() them."""
        created = self._hooks.control().created
        if created - self._swept < self._slots // 4:
            return
        self._swept = created
        with suppress(OSError):  # another time, then
            keys = [NamespaceId(inode, cookie) for cookie, inode in map_layout.KEY.iter_unpack(self._batch.read()[0])]
            self.forget(key for key in keys if listed.get(key.inode) != key.cookie)

    def close(self) -> None:
        self._hooks.close()


class _Table:
    """What the walk listed, taken to pieces only where it is other than the last time: most of it never is."""

    def __init__(self) -> None:
        self._raw = b""
        self._by_number: dict[int, bytes] = {}
        self._seen: dict[int, int] = {}

    def take(self, raw: bytes) -> tuple[dict[int, bytes], dict[int, int]]:
        """(mark by cookie, cookie by inode): the very dicts of the last time where nothing is other, and never changed afterwards."""
        if raw == self._raw:
            return self._by_number, self._seen
        before, self._raw = self._raw, raw
        same_places = len(raw) == len(before)
        self._by_number = dict(self._by_number)
        for at in range(0, len(raw), _BLOCK) if same_places else ():
            block = raw[at : at + _BLOCK]
            if block != before[at : at + _BLOCK]:
                for cookie, inode, mark in map_layout.WALKED.iter_unpack(block):
                    same_places = same_places and self._seen.get(inode) == cookie
                    self._by_number[cookie] = mark
        if not same_places:
            self._by_number = {cookie: mark for cookie, _, mark in map_layout.WALKED.iter_unpack(raw)}
            self._seen = {inode: cookie for cookie, inode, _ in map_layout.WALKED.iter_unpack(raw)}
        return self._by_number, self._seen
