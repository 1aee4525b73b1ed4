"""Reading captures in every dialect, damaged ones, and writing our own."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from captures import DONE, block, classic, cooked, enhanced, interface, option, section
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.wire import pcap
from xtcp_ebpf.wire.pcap import Capture, Packet

NETLINK = cooked(DONE)
SWAPPED = DONE[:4][::-1] + DONE[4:]


def read(data: bytes) -> tuple[list[Packet], Capture, CaptureError | None]:
    """All packets, the reader, and how it ended."""
    capture = Capture(io.BytesIO(data).read)
    packets: list[Packet] = []
    try:
        packets.extend(capture)
    except CaptureError as error:
        return packets, capture, error
    return packets, capture, None


def times(data: bytes) -> list[int]:
    packets, _, error = read(data)
    assert error is None
    assert all(packet.data == DONE for packet in packets)
    return [packet.timestamp_ns for packet in packets]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("magic", "nanoseconds"), [(0xA1B2C3D4, 5_000_007_000), (0xA1B23C4D, 5_000_000_007)])
def test_classic(order: str, magic: int, nanoseconds: int) -> None:
    """Both byte orders and both resolutions of a classic pcap give the same datagram at the right time."""
    assert times(classic((5, 7, NETLINK), (6, 0, NETLINK), order=order, magic=magic)) == [nanoseconds, 6_000_000_000]


def test_offset_and_count() -> None:
    """A packet says where its header stands, and the reader how many it gave."""
    packets, capture, _ = read(classic((1, 0, NETLINK), (2, 0, NETLINK)))
    assert [packet.offset for packet in packets] == [24, 24 + 16 + len(NETLINK)]
    assert (capture.packets, capture.cut, capture.skipped) == (2, 0, {})


def test_header_alone() -> None:
    """A capture without packets is whole."""
    assert times(classic()) == []


@pytest.mark.parametrize("order", ["<", ">"])
def test_pcapng(order: str) -> None:
    """Time resolutions by powers of ten and two, an offset in seconds, and the default of microseconds."""
    made = section(order)
    made += interface(order)
    made += interface(order, options=option(2, b"nlmon0", order) + option(9, b"\x09", order) + option(0, b"", order))
    made += interface(order, options=option(9, b"\x8a", order) + option(14, struct.pack(order + "q", 100), order))
    made += enhanced(5_000_007, NETLINK, order, 0)
    made += enhanced(5_000_000_007, NETLINK, order, 1)
    made += enhanced(1536, NETLINK, order, 2)
    assert times(made) == [5_000_007_000, 5_000_000_007, 101_500_000_000]


def test_pcapng_old_and_simple_packets() -> None:
    """The obsolete Packet Block, and the Simple Packet Block, which has no time and is as long as the snaplen lets it be."""
    old = block(2, struct.pack("<HHIIII", 0, 0, 0, 9, len(NETLINK), len(NETLINK)) + NETLINK)
    simple = block(3, struct.pack("<I", len(NETLINK)) + NETLINK)
    assert times(section() + interface(snaplen=1000) + old + simple) == [9000, 0]
    cut = block(3, struct.pack("<I", len(NETLINK) + 50) + NETLINK)
    packets, capture, error = read(section() + interface(snaplen=len(NETLINK)) + cut)
    assert (len(packets), packets[0].missing, capture.cut, error) == (1, 50, 1, None)


def test_pcapng_sections_and_unknown_blocks() -> None:
    """Each section has its own byte order and interfaces; blocks that are no packets are passed over."""
    noise = block(5, bytes(20)) + block(4, bytes(8)) + block(0xBAD, b"private")
    made = section() + noise + interface(linktype=1) + enhanced(1, NETLINK) + interface() + enhanced(2, NETLINK, number=1)
    made += section(">") + interface(">") + enhanced(3, NETLINK, ">")
    packets, capture, error = read(made)
    assert [packet.timestamp_ns for packet in packets] == [2000, 3000]
    assert (dict(capture.skipped), error) == ({"link type 1": 1}, None)


def test_what_is_passed_over_is_counted() -> None:
    """Other netlink families, other hardware and packets without a header: none lost in silence."""
    made = classic(
        (1, 0, cooked(DONE, family=0)), (2, 0, cooked(DONE, family=16)), (3, 0, cooked(DONE, hardware=1)), (4, 0, b"short"), (5, 0, NETLINK)
    )
    packets, capture, error = read(made)
    assert (len(packets), capture.packets, error) == (1, 1, None)
    assert dict(capture.skipped) == {"netlink family 0": 1, "netlink family 16": 1, "not netlink": 1, "no netlink header": 1}


def test_snaplen() -> None:
    """A packet that a snaplen cut is handed out, and counted."""
    packets, capture, error = read(classic((1, 0, NETLINK), more=400))
    assert (packets[0].missing, capture.cut, error) == (400, 1, None)


DAMAGED = {
    "empty": (b"", "ends within a capture's magic number", 0),
    "text": (b"State Recv-Q Send-Q", "neither pcap nor pcapng: it starts with 53 74 61 74", 0),
    "header cut": (classic()[:20], "ends within its header", 4),
    "version": (classic(major=1), "pcap version 1", 4),
    "ethernet": (classic(linktype=1), "link type 1 is not netlink (253)", 20),
    "absurd packet": (classic() + struct.pack("<IIII", 1, 0, 2**31, 2**31), "a packet of 2147483648 bytes", 24),
    "no section magic": (block(0x0A0D0D0A, bytes(16)), "byte-order magic is 00 00 00 00", 8),
    "section cut": (section()[:6], "ends within a block's length", 4),
    "absurd block": (section() + struct.pack("<II", 5, 2**30), "a block of 1073741824 bytes", 28),
    "odd block": (section() + struct.pack("<II", 5, 13), "a block cannot have 13 bytes", 32),
    "small block": (section() + struct.pack("<II", 5, 8), "a block cannot have 8 bytes", 32),
    "block cut": (section() + block(5, bytes(20))[:-8], "ends within a block:", 36),
    "two lengths": (section() + block(5, bytes(4))[:-1] + b"\x01", "not the one at its start, 16", 40),
    "no interface": (section() + enhanced(1, NETLINK), "interface 0, which the section does not describe", 28),
    "small interface": (section() + block(1, bytes(4)), "an interface block of 4 bytes", 28),
    "option cut": (section() + block(1, struct.pack("<HxxIHH", 253, 0, 9, 40)), "option 9 of an interface has 40 bytes", 28),
    "small packet block": (section() + interface() + block(6, bytes(8)), "a packet block of 8 bytes", 48),
    "packet beyond its block": (section() + interface() + block(6, struct.pack("<IIIII", 0, 0, 0, 99, 99)), "does not fit its block", 48),
    "time": (section() + interface(options=option(9, b"\x00")) + enhanced(2**63, NETLINK), "time is out of range", 56),
    "time before 1970": (
        section() + interface(options=option(14, struct.pack("<q", -9))) + enhanced(1, NETLINK),
        "time is out of range: -8999999000 ns",
        60,
    ),
    "other byte order": (classic((1, 0, cooked(SWAPPED))), "the other byte order than this host's", 24),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage(name: str) -> None:
    """Each kind of damage is a CaptureError that says what is wrong and where."""
    data, message, offset = DAMAGED[name]
    _, _, error = read(data)
    assert error is not None
    assert message in str(error)
    assert error.offset == offset


@pytest.mark.parametrize(
    "made", [classic((1, 0, NETLINK), (2, 0, NETLINK)), section() + interface() + enhanced(1, NETLINK) + enhanced(2, NETLINK)]
)
def test_truncated_tail(made: bytes) -> None:
    """A capture cut off anywhere in its second packet gives the first one, then the error."""
    whole, _, _ = read(made)
    for end in range(whole[1].offset + 1, len(made)):
        packets, _, error = read(made[:end])
        assert packets == whole[:1]
        assert error is not None
        assert "ends within" in str(error)


@given(st.binary(max_size=200), st.sampled_from([b"", classic(), section(), section(">") + interface(">"), section() + interface()]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    """Whatever a file holds, the reader gives packets or a CaptureError inside the file, and nothing else."""
    _, _, error = read(start + data)
    assert error is None or 0 <= error.offset <= len(start + data)


@given(st.data())
def test_one_byte_wrong(data: st.DataObject) -> None:
    """So it is with a capture in which one byte is wrong."""
    made = bytearray(data.draw(st.sampled_from([classic((1, 0, NETLINK)), section() + interface() + enhanced(1, NETLINK)])))
    made[data.draw(st.integers(0, len(made) - 1))] ^= data.draw(st.integers(1, 255))
    _, _, error = read(bytes(made))
    assert error is None or 0 <= error.offset <= len(made)


@given(st.lists(st.tuples(st.integers(0, 2**32 * 10**9 - 1), st.binary(max_size=40).map(lambda tail: DONE + tail)), max_size=4))
def test_written_is_read(made: list[tuple[int, bytes]]) -> None:
    """What the writer writes, the reader reads: times to the nanosecond, datagrams to the byte."""
    packets, capture, error = read(pcap.header() + b"".join(pcap.packet(at, memoryview(data)) for at, data in made))
    assert [(packet.timestamp_ns, bytes(packet.data)) for packet in packets] == made
    assert (capture.skipped, error) == ({}, None)


def test_written_starts_like_libpcaps(tmp_path: Path) -> None:
    """The writer's header is the one that `file`, wireshark and tcpdump know: nanoseconds, version 2.4, link type 253."""
    path = tmp_path / "made.pcap"
    path.write_bytes(pcap.header())
    magic, major, minor, zone, accuracy, snaplen, linktype = struct.unpack("=IHHiIII", path.read_bytes())
    assert (magic, major, minor, zone, accuracy, snaplen, linktype) == (0xA1B23C4D, 2, 4, 0, 0, 262144, 253)
