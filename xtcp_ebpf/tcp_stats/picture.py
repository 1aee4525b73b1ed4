"""What is counted of a namespace's sockets: one array of numbers, and where each of them stands.

Array of PLACES numbers of 64 bits, in the machine's byte order: sockets by state, what they say of losses, their round trip times.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

BOUNDS_US: Final = (100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000)
"""Round trip times from one machine to a satellite's; the last bucket has what is longer."""

STATES: Final = 16
"""Places of states: 1 to 13 as the kernel has them; at 0 what is none of them."""
LAST_STATE: Final = 13
ESTABLISHED: Final = 1
SEGMENTS, EVER, TIMEOUTS, RETRANSMITTING, LOSING, RTT_SUM_US, RTT = range(STATES, STATES + 7)
"""Places behind the states, as _accumulate.c has them; at RTT the first bucket."""
PLACES: Final = RTT + len(BOUNDS_US) + 1

_NUMBERS = {field.name: field.number for field in XtcpFlatRecord.DESCRIPTOR.fields}
COUNTED: Final = tuple(
    _NUMBERS[name]
    for name in (
        "inet_diag_msg_state",
        "tcp_info_retransmits",
        "tcp_info_lost",
        "tcp_info_retrans",
        "tcp_info_rtt",
        "tcp_info_total_retrans",
    )
)
"""Field numbers, rising: the order in which _accumulate.c knows them."""
OWNER: Final = (_NUMBERS["netns_inode"], _NUMBERS["netns_cookie"])
FIRST_OF_ITS_OWN: Final = _NUMBERS["record_counter"]
"""What stands before this field is mostly the same in all rows of a dump."""

_LANES = struct.Struct(f"={PLACES}Q")


class Picture(NamedTuple):
    """One namespace's sockets, or those of several added."""

    numbers: tuple[int, ...]

    @property
    def sockets(self) -> int:
        """All that had a row."""
        return sum(self.numbers[:STATES])

    @property
    def by_state(self) -> tuple[int, ...]:
        """By the kernel's number of the state."""
        return self.numbers[:STATES]

    @property
    def buckets(self) -> tuple[int, ...]:
        """ESTABLISHED sockets by round trip time, not cumulative."""
        return self.numbers[RTT:]


def pack() -> bytes:
    """The table for _accumulate.c."""
    return struct.pack(f"=9H2x{len(BOUNDS_US)}I", *COUNTED, *OWNER, FIRST_OF_ITS_OWN, *BOUNDS_US)


def added(parts: Sequence[bytes]) -> bytes:
    """The arrays added number by number: each has 64 bits to itself, so that they can be added as one large number."""
    if len(parts) < 2:
        return parts[0] if parts else EMPTY
    total = sum(int.from_bytes(part, sys.byteorder) for part in parts)
    return total.to_bytes(_LANES.size, sys.byteorder)


def sockets_of(array: bytes) -> int:
    """Picture.sockets of an array."""
    return sum(_LANES.unpack(array)[:STATES])


def picture(array: bytes) -> Picture:
    """The array as it is read."""
    return Picture(_LANES.unpack(array))


def array(numbers: Iterable[int]) -> bytes:
    """The other way."""
    return _LANES.pack(*numbers)


EMPTY: Final = bytes(_LANES.size)
