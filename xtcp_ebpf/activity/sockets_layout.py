"""What the programs of sockets.bpf.c tell, taken to pieces: bpf/sockets.h, seen from user space. Pure.

A socket is never a Python object here: births are packed requests one behind the other, active sockets are arrays of cookies.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping
from typing import Final

REQUEST_BYTES: Final = 56
"""struct socket_request, which is struct inet_diag_req_v2: what an exact get sends behind the netlink header."""
FAMILY_AT, COOKIE_AT = 0, 48
"""Offsets in it: one byte; eight bytes, low half first."""
ANY_COOKIE: Final = b"\xff" * 8
"""In a request: any socket with these addresses will do. Of births where the kernel lets a program ask for no cookie (raw_tp)."""
BIRTH: Final = struct.Struct(f"=Q{REQUEST_BYTES}s")
"""struct birth: cookie of the namespace, request."""
RECORD: Final = struct.Struct(f"=I4xQ{REQUEST_BYTES}s")
"""The same in the ring, behind a header: its length, with the highest bit set while it is being written."""
CONSTANTS: Final = struct.Struct("=III")
"""struct socket_constants: states, extensions, marks."""
WORD_BYTES: Final = 8
"""Of a cookie, which keys and values of the map `active` are."""
WATCHED_VALUE: Final = struct.pack("=I", 1)
RECENT_SOCKETS: Final = 16384

ESTABLISHED, SYN_SENT = 1, 2
MARKED_STATES: Final = frozenset((ESTABLISHED, SYN_SENT))
"""States in which whatever happens to a socket marks it, sooner or later (sockets.py says what comes later). In all others segments
pass where no tracepoint stands, and TIME_WAIT ends without a word: a socket last seen in one of those has to be read at each poll."""


def births(unread: memoryview) -> tuple[dict[int, bytes], int]:
    """What the ring holds: (cookie of a namespace -> its requests, oldest first; how many bytes of the ring that was).

    Ends before a record that is still being written on another CPU.
    """
    found: dict[int, list[bytes]] = {}
    whole = len(unread) - len(unread) % RECORD.size
    taken = 0
    for length, network, request in RECORD.iter_unpack(unread[:whole]):
        if length != BIRTH.size:
            break
        taken += 1
        if network in found:
            found[network].append(request)
        else:
            found[network] = [request]
    return {network: b"".join(requests) for network, requests in found.items()}, taken * RECORD.size


def by_namespace(sockets: array[int], networks: array[int]) -> Mapping[int, array[int]]:
    """Cookies of sockets by that of their namespace, each array in order. Both arrays are of the same length."""
    found: dict[int, list[int]] = {}
    for network, cookie in zip(networks, sockets, strict=True):
        if network in found:
            found[network].append(cookie)
        else:
            found[network] = [cookie]
    return {network: array("Q", sorted(cookies)) for network, cookies in found.items()}
