from xtcp_ebpf.abc import Datagram
from xtcp_ebpf.exact.bodies import Raw

def bodies(datagram: Datagram, seq: int | None, portid: int | None, ext: int, states: int = 0xFFFFFFFF, /) -> bytes:
    """As bodies of bodies.py."""

def counts(datagram: Datagram, seq: int | None, portid: int | None, /) -> tuple[int, int, int, int]:
    """The fields of a Counts."""

def pick(packed: Raw, wanted: Raw, /) -> bytes:
    """As pick of bodies.py."""

def joined(packed: Raw, births: Raw, /) -> bytes:
    """As joined of bodies.py."""

def fetch(
    fd: int, portid: int, seq: int, bodies: Raw, buffer: bytearray | memoryview, timeout_ms: int, most: int, /
) -> tuple[int, int, int, tuple[int, int, int, int], tuple[int, ...], int, int, int]:
    """The fields of a Fetched of fetching.py, its doubt as its place in DOUBTS."""
