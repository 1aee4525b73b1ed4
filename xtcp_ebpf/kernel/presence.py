"""How many TCP sockets a namespace has, from what its /proc says: pure text in, Presence out.

sockstat6 is read before sockstat. A connection that ends moves from the count of its family to `tw`, which is in sockstat: read the other
way round, an IPv6 one that does so between the two would be in neither. snmp comes before both: what happens after it was read is new at
the next look.
"""

from __future__ import annotations

import re

from xtcp_ebpf.abc import Presence

FILES = (b"sockstat6", b"sockstat")
"""In /proc/net, in the order in which they are to be read."""
COUNTERS_FILE = b"snmp"
"""In /proc/net; read first."""
HASH_FILE = b"/proc/sys/net/ipv4/tcp_ehash_entries"
"""Linux 6.1. Positive: buckets of an established hash of its own; negative: of the host's, which it shares."""

# One expression for a line: to take it to pieces word by word would cost more than the kernel does for the file.
_USED = re.compile(rb"^sockets: used (\d+)$", re.MULTILINE)
_TCP = re.compile(rb"^TCP: inuse (\d+) .*\btw (\d+)\b", re.MULTILINE)
# RtoAlgorithm, RtoMin, RtoMax, MaxConn, then what grows: four, CurrEstab, and the rest, of which newer kernels have more.
_GROWING = re.compile(rb"^Tcp: \d+ \d+ \d+ -?\d+ (\d+ \d+ \d+ \d+) \d+ ([\d ]+)$", re.MULTILINE)
_TCP6 = re.compile(rb"^TCP6: inuse (\d+)$", re.MULTILINE)


def segments(snmp: bytes | None) -> int:
    """The sum of all TCP counters that only grow. Raises ValueError when the file does not say it."""
    found = _GROWING.search(snmp or b"")
    if not found:
        raise ValueError(_what(b"snmp", snmp, "`Tcp:` and its counters"))
    return sum(map(int, found[1].split())) + sum(map(int, found[2].split()))


def parse(sockstat6: bytes | None, sockstat: bytes | None, hash_entries: bytes | None = None) -> Presence:
    """What the files hold; None where there is no such file. Raises ValueError when they do not say how many sockets there are.

    Without sockstat6 the kernel has no IPv6. The host's own hash, seen from the host, counts as one of its own.
    """
    four = _TCP.search(sockstat or b"")
    used = _USED.search(sockstat or b"")
    six = _TCP6.search(sockstat6 or b"")
    if not four or not used:
        raise ValueError(_what(b"sockstat", sockstat, "`sockets: used` and `TCP: inuse ... tw`"))
    if not six and sockstat6 is not None:
        raise ValueError(_what(b"sockstat6", sockstat6, "`TCP6: inuse`"))
    return Presence(
        tcp=int(four[1]),
        time_wait=int(four[2]),
        tcp6=int(six[1]) if six else 0,
        used=int(used[1]),
        own_hash=max(0, int(hash_entries)) if hash_entries is not None else 0,
    )


def _what(name: bytes, content: bytes | None, wanted: str) -> str:
    said = "is not there" if content is None else f"does not hold {wanted}: {content[:200]!r}"
    return f"/proc/net/{name.decode()} {said}"
