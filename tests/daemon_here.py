"""A daemon in this process: what it finds is what the test says, and its polls are short."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.config import load
from xtcp_ebpf.kernel.discovery.note import Note
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.knobs import Knobs

OWN = Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")
QUICK = ("-frequency", "50ms", "-timeout", "45ms", "-pollJitterPct", "0", "-netlinkers", "1")


class Known(Discovery):
    """Finds what the test says; `each` is called before each poll, with its number, and may change that or raise."""

    def __init__(self, *namespaces: Namespace, each: Callable[[int], None] = lambda _poll: None, notes: tuple[Note, ...] = ()) -> None:
        super().__init__(own_only=True)
        self.namespaces = namespaces
        self.notes = notes
        self.polls = 0
        self._each = each
        self._again = False

    def find(self, *_: bool, **__: bool) -> Found:
        again, self._again = self._again, False
        if not again:
            self.polls += 1
            self._each(self.polls)
        return Found(self.namespaces, self.notes)

    def forget(self, _namespace: Namespace) -> None:
        """The search that follows is the second one of its poll."""
        self._again = True


def knobs(*flags: str) -> Knobs:
    """As the command line has them."""
    return load([*QUICK, "-bpf", "off", *flags], {"XTCP_HOSTNAME": "here"}).knobs
