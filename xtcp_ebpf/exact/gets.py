"""Everything that is done with remembered sockets, in C where that was built; bodies.py and fetching.py define what is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from xtcp_ebpf.abc import Datagram
from xtcp_ebpf.exact import bodies as packing
from xtcp_ebpf.exact import fetching
from xtcp_ebpf.exact.bodies import ANY_STATE, Counts, Raw
from xtcp_ebpf.exact.fetching import DOUBTS, MOST, Fetched


class Gets(Protocol):
    """Stateless: one serves all threads. Raises ValueError for what cannot be meant, before anything is done."""

    name: str
    """`c` or `python`."""

    def bodies(self, datagram: Datagram, seq: int | None, portid: int | None, ext: int, states: int = ANY_STATE, /) -> bytes:
        """As bodies.bodies."""
        ...

    def counts(self, datagram: Datagram, seq: int | None, portid: int | None) -> Counts:
        """As bodies.counts."""
        ...

    def pick(self, packed: Raw, wanted: Raw) -> bytes:
        """As bodies.pick."""
        ...

    def joined(self, packed: Raw, births: Raw) -> bytes:
        """As bodies.joined."""
        ...

    def fetch(
        self, fd: int, portid: int, seq: int, bodies: Raw, buffer: bytearray | memoryview, timeout_ms: int, most: int = MOST
    ) -> Fetched:
        """As fetching.fetch."""
        ...


class CGets:
    """Gets in C. Raises ImportError where it was not built."""

    name = "c"

    def __init__(self) -> None:
        from xtcp_ebpf.exact import _exact

        self._c = _exact
        self.bodies = _exact.bodies
        self.pick = _exact.pick
        self.joined = _exact.joined

    def counts(self, datagram: Datagram, seq: int | None, portid: int | None) -> Counts:
        return Counts._make(self._c.counts(datagram, seq, portid))

    def fetch(
        self, fd: int, portid: int, seq: int, bodies: Raw, buffer: bytearray | memoryview, timeout_ms: int, most: int = MOST
    ) -> Fetched:
        asked, size, rows, counts, gone, late, doubt, number = self._c.fetch(fd, portid, seq, bodies, buffer, timeout_ms, most)
        return Fetched(asked, size, rows, Counts._make(counts), gone, late, DOUBTS[doubt], number)


class PythonGets:
    """The same in Python: a get costs twice as much (most of it is the kernel's), and sets ten times, with the interpreter's lock held."""

    name = "python"

    bodies = staticmethod(packing.bodies)
    counts = staticmethod(packing.counts)
    pick = staticmethod(packing.pick)
    joined = staticmethod(packing.joined)
    fetch = staticmethod(fetching.fetch)


def choose(c: Callable[[], Gets] = CGets) -> tuple[Gets, str]:
    """The one in C, or the other with what has to be said about that."""
    try:
        return c(), ""
    except ImportError as error:
        return PythonGets(), (
            "single sockets are asked for in Python, at twice the cost: the part in C is not there"
            f" ({error}): install a C compiler and the package again"
        )
