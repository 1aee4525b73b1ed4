"""A message of a connection that was cut off: what is wrong goes out, what was saved comes in, and nothing else is touched."""

from __future__ import annotations

import struct

from closed.heard import ENGINE

from xtcp_ebpf.abc import Stamp
from xtcp_ebpf.activity.closing import Saved
from xtcp_ebpf.closed.mending import COUNTERS, UNTRUE, cookie_of, mend
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire.framing import records
from xtcp_ebpf.wire.layout import WIDTHS, placed

INFO = [(p.member.name, p.offset, WIDTHS[p.member.kind]) for p in placed() if p.struct.name == "tcp_info"]
SAVED = Saved(*range(1, 17), 800, 90, *range(19, 25), 2, b"\x12\x34", bytes(range(16)), bytes(range(50, 66)))


def message(info_bytes: int = 280, fill: int = 0xEE) -> bytearray:
    """As the kernel sends it, but filled with one byte."""
    body = struct.pack("=BBBB", 2, 7, 0, 0) + b"\0\1\0\0" + bytes([fill]) * 36 + struct.pack("=II", 5, 6) + bytes([fill]) * 20
    attributes = struct.pack("=HHBxxx", 5, 10, 6) + struct.pack("=HH", 4 + info_bytes, 2) + bytes([fill]) * info_bytes
    return bytearray(struct.pack("=IHHII", 16 + len(body) + len(attributes), 20, 0, 0, 0) + body + attributes)


def info(data: bytearray) -> dict[str, int]:
    """Members of tcp_info by name."""
    at = 16 + 72 + 8 + 4
    return {
        name: int.from_bytes(data[at + offset : at + offset + width], "little")
        for name, offset, width in INFO
        if at + offset + width <= len(data)
    }


def test_what_was_saved() -> None:
    """Each counter, both addresses, the port and the queues; times in microseconds; all else stays as it was."""
    data = message()
    mend(data, 0, SAVED)
    plain, mended = info(message()), info(data)
    wanted = {member: getattr(SAVED, name) for member, name in COUNTERS.items()} | {"tcpi_rtt": 100, "tcpi_rttvar": 22}
    wanted |= {"tcpi_rto": 0, "tcpi_ato": 0, "tcpi_last_data_recv": 0, "tcpi_notsent_bytes": 0}
    assert {name: value for name, value in mended.items() if value != plain[name]} == wanted
    (record,) = records(ENGINE.decode(data, None, None, Stamp(b"", b"", b""), lambda _: 1).chunk)
    row = XtcpFlatRecord.FromString(bytes(record))
    assert (row.inet_diag_msg_socket_source_port, row.inet_diag_msg_socket_destination_port) == (1, 0x1234)
    assert (row.inet_diag_msg_socket_source, row.inet_diag_msg_socket_destination) == (SAVED.source, SAVED.destination)
    assert (row.inet_diag_msg_rqueue, row.inet_diag_msg_wqueue) == (SAVED.rqueue, SAVED.wqueue)
    assert row.inet_diag_msg_socket_cookie == cookie_of(data, 0) == 6 << 32 | 5


def test_nothing_was_saved() -> None:
    """What is wrong is empty; what the kernel has set to 0 stays so, and so does all else."""
    data = message()
    mend(data, 0, None)
    plain, mended = info(message()), info(data)
    changed = {name: value for name, value in mended.items() if value != plain[name]}
    assert changed == dict.fromkeys((*UNTRUE, "tcpi_notsent_bytes"), 0)
    assert data[16 + 56 : 16 + 64] == bytes(8)
    assert data[22:24] == b"\0\0"


def test_one_of_several() -> None:
    """Only the message that begins there."""
    one = message()
    data = one * 3
    mend(data, len(one), SAVED)
    assert data[: len(one)] == data[2 * len(one) :] == one
    assert data[len(one) : 2 * len(one)] != one


def test_a_shorter_tcp_info() -> None:
    """Of an older kernel: what has no place is left out, and nothing behind it is touched."""
    for length in (0, 4, 60, 104, 192, 224, 232):
        one = message(length)
        data = one + message()
        mend(data, 0, SAVED)
        assert data[len(one) :] == message()
        assert len(info(data[: len(one)])) == len([name for name, offset, width in INFO if offset + width <= length])


def test_no_tcp_info_at_all() -> None:
    """Then only the head is mended."""
    one = message()[: 16 + 72]
    one[:4] = struct.pack("=I", len(one))
    mend(one, 0, SAVED)
    assert one[22:24] == SAVED.dport


def test_members_that_there_are() -> None:
    """Each name is one of the table, and one of what is saved."""
    names = {name for name, _, _ in INFO}
    assert {*UNTRUE, *COUNTERS} <= names
    assert set(COUNTERS.values()) <= set(Saved._fields)
