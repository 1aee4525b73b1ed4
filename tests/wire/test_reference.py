"""What a row holds: values, absences, lengths, numbering. Both engines, as the Python one only defines what the other must do too."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Callable

import pytest
from fake_kernel import done, row
from hypothesis import given, settings
from hypothesis import strategies as st
from messages import ATTRIBUTE, EMPTY, SEQ, STAMP, ULP, Pair, Reserver, agree, both_engines, decode, nested, one, only, pattern, records

from xtcp_ebpf.abc import Engine, Stamp
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.wire import framing
from xtcp_ebpf.wire.layout import WIDTHS, placed
from xtcp_ebpf.wire.schema import STRUCTS, TCP_INFO

INFO = ATTRIBUTE["tcp_info"]
SOCKET = {
    "family": 10,
    "state": 8,
    "timer": 2,
    "retrans": 3,
    "source": ("2001:db8::1", 443),
    "destination": ("2001:db8::2", 51514),
    "interface": 4,
    "cookie": 0x1122334455667788,
    "expires": 5,
    "rqueue": 6,
    "wqueue": 7,
    "uid": 1000,
    "inode": 4242,
}


def test_the_header(engine: Engine) -> None:
    """Every member of inet_diag_msg: ports are big-endian, the cookie's lower half comes first, addresses are 16 bytes."""
    record = only(decode(engine, row(SEQ, **SOCKET)))  # type: ignore[arg-type]  # the keywords of row
    assert record == XtcpFlatRecord(
        record_counter=1,
        inet_diag_msg_family=10,
        inet_diag_msg_state=8,
        inet_diag_msg_timer=2,
        inet_diag_msg_retrans=3,
        inet_diag_msg_socket_source_port=443,
        inet_diag_msg_socket_destination_port=51514,
        inet_diag_msg_socket_source=bytes.fromhex("20010db8000000000000000000000001"),
        inet_diag_msg_socket_destination=bytes.fromhex("20010db8000000000000000000000002"),
        inet_diag_msg_socket_interface=4,
        inet_diag_msg_socket_cookie=0x1122334455667788,
        inet_diag_msg_expires=5,
        inet_diag_msg_rqueue=6,
        inet_diag_msg_wqueue=7,
        inet_diag_msg_uid=1000,
        inet_diag_msg_inode=4242,
    )


def _expected(struct_name: str, data: bytes) -> dict[str, int]:
    """What the numbers of a structure are when only these bytes of it are there; zero is left out as in proto3."""
    found = {}
    for p in placed():
        width = WIDTHS[p.member.kind]
        if p.struct.name == struct_name and width and p.offset + width <= len(data):
            value = int.from_bytes(data[p.offset : p.offset + width], "little")
            if p.member.bits:
                value = value >> p.member.bits[0] & (1 << p.member.bits[1]) - 1
            found[p.member.field] = value
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize("length", [192, 224, 232, 240, 248, 280, 300])
def test_tcp_info_of_each_kernel(length: int, engine: Engine) -> None:
    """Members within the length have the bytes' values, those beyond it are absent, the length is told, and only 300 bytes are too many."""
    data = pattern(length)
    decoded = decode(engine, one((INFO, data)))
    record = only(decoded)
    got = {f.name: value for f, value in record.ListFields() if f.name.startswith("tcp_info_") and f.name != "tcp_info_bytes"}
    assert got == _expected("tcp_info", data)
    assert record.tcp_info_bytes == length
    assert (decoded.trouble or {}) == ({("attribute_long", INFO): 1} if length > 280 else {})


@pytest.mark.parametrize(
    ("field", "at", "width"),
    [("rto", 8, 4), ("rtt", 68, 4), ("snd_cwnd", 80, 4), ("total_retrans", 100, 4), ("pacing_rate", 104, 8), ("bytes_acked", 120, 8),
     ("delivery_rate", 160, 8), ("bytes_sent", 200, 8), ("snd_wnd", 228, 4), ("total_rto", 240, 2), ("accecn_opt_seen", 278, 2)],
)  # fmt: skip
def test_members_of_tcp_info_that_people_know(field: str, at: int, width: int, engine: Engine) -> None:
    """Offsets that stand in every book, typed here once, so that the table is not only compared with itself."""
    data = pattern(280)
    assert getattr(only(decode(engine, one((INFO, data)))), f"tcp_info_{field}") == int.from_bytes(data[at : at + width], "little")


def test_bit_fields(engine: Engine) -> None:
    """Byte 6 of tcp_info, 0x27: send scale 7, receive scale 2. Byte 7, 0x05: rate limited by the application, fast open failed with 2."""
    record = only(decode(engine, one((INFO, bytes(6) + b"\x27\x05"))))
    assert (record.tcp_info_send_scale, record.tcp_info_rcv_scale) == (7, 2)
    assert (record.tcp_info_delivery_rate_app_limited, record.tcp_info_fast_open_client_failed) == (1, 2)


def test_every_length_of_every_structure(engines: Pair) -> None:
    """From nothing to beyond the table, byte by byte: both engines give the same row, and members appear only when they are whole."""
    for struct_ in STRUCTS:
        if len(struct_.path) != 1:
            continue
        for length in range(304 if struct_ is TCP_INFO else 44):
            decoded = agree(engines, one((struct_.path[0], pattern(length))))
            assert decoded.rows == 1
            expected = _expected(struct_.name, pattern(length))
            got = {f.name: value for f, value in only(decoded).ListFields() if f.name in {m.field for m in struct_.members}}
            numbers = {m.field for m in struct_.members if WIDTHS[m.kind]}
            assert {name: value for name, value in got.items() if name in numbers} == expected


def test_zero_is_absent_and_told_by_the_attributes(engine: Engine) -> None:
    """A zero leaves no byte in the row; kernel_attributes tells it from what was never sent."""
    mark, tos = ATTRIBUTE["INET_DIAG_MARK"], ATTRIBUTE["INET_DIAG_TOS"]
    record = only(decode(engine, one((mark, bytes(4)))))
    assert "mark" not in {f.name for f, _ in record.ListFields()}
    assert record.kernel_attributes == 1 << mark
    assert only(decode(engine, one((mark, b"\1\0\0\0"), (tos, b"\2"), (60, b"")))).kernel_attributes == 1 << mark | 1 << tos | 1 << 60
    assert only(decode(engine, one((63, b""), (64, b"")))).kernel_attributes == 1 << 63
    assert only(decode(engine, one((0x8000 | mark, b"\1\0\0\0")))).mark == 1, (
        "the flag bits of an attribute's type are no part of its number"
    )


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        (b"cubic\0", "cubic", 1),
        (b"cubic\0junk\xff", "cubic", 1),
        (b"cubic", "cubic", 1),
        (b"bbr\0" + bytes(12), "bbr", 5),
        (b"prague\0", "prague", 4),
        (b"reno\0", "reno", 0),
        (b"cubi\0", "cubi", 0),
        (b"cubicx\0", "cubicx", 0),
        (b"a" * 300, "a" * 300, 0),
        (b" ~\0", " ~", 0),
        (b"\0", "", 0),
        (b"", "", 0),
        (b"cub\xc3\xafc\0", "", 0),
    ],
)
def test_text(name: bytes, text: str, number: int, engine: Engine) -> None:
    """Up to the first NUL or the end, printable ASCII or nothing; the number only for the names that the record has one for."""
    record = only(decode(engine, one((ATTRIBUTE["INET_DIAG_CONG"], name))))
    assert (record.congestion_algorithm_string, record.congestion_algorithm_enum) == (text, number)


def test_tls_inside_ulp(engine: Engine) -> None:
    """Two levels down; a flag is 1 because it is there."""
    inside = nested((1, struct.pack("=H", 0x0304)), (2, struct.pack("=H", 52)), (3, b"\2\0"), (4, b"\3\0"), (5, b""), (6, b""))
    record = only(decode(engine, one((ULP, nested((1, b"tls\0"), (2, inside))))))
    assert record.ulp_name == "tls"
    assert (record.tls_version, record.tls_cipher, record.tls_tx_conf, record.tls_rx_conf) == (0x0304, 52, 2, 3)
    assert (record.tls_zc_ro_tx, record.tls_rx_no_pad) == (1, 1)
    record = only(decode(engine, one((ULP, nested((2, nested((6, b""))))))))
    assert (record.tls_zc_ro_tx, record.tls_rx_no_pad) == (0, 1)


def test_mptcp_inside_ulp(engine: Engine) -> None:
    """Each member of an MPTCP subflow, with the nesting flag that newer kernels set on the attribute's type; padding is no trouble."""
    members = [
        (1, "I", 11),
        (2, "I", 12),
        (3, "I", 13),
        (4, "Q", 2**40),
        (5, "I", 15),
        (6, "I", 16),
        (7, "H", 17),
        (8, "I", 18),
        (9, "B", 19),
    ]
    inside = nested(*((number, struct.pack("=" + form, value)) for number, form, value in members), (10, b"\x14"), (11, b""))
    decoded = decode(engine, one((0x8000 | ULP, nested((1, b"mptcp\0"), (0x8000 | 3, inside)))))
    record = only(decoded)
    names = ["token_rem", "token_loc", "relwrite_seq", "map_seq", "map_sfseq", "ssn_offset", "map_datalen", "flags", "id_rem", "id_loc"]
    assert [getattr(record, f"mptcp_{name}") for name in names] == [11, 12, 13, 2**40, 15, 16, 17, 18, 19, 20]
    assert (record.ulp_name, decoded.trouble) == ("mptcp", None)


@pytest.mark.parametrize(("length", "count"), [(0, 0), (99, 0), (100, 1), (199, 1), (300, 3)])
def test_md5_keys_are_counted_and_never_copied(length: int, count: int, engine: Engine) -> None:
    """The number of 100-byte keys; no byte of them is in the row."""
    decoded = decode(engine, one((ATTRIBUTE["tcp_diag_md5sig"], b"K" * length)))
    assert only(decoded).md5sig_count == count
    assert b"KKKK" not in decoded.chunk


def test_the_longest_attribute(engines: Pair) -> None:
    """65,531 bytes of payload, all that an attribute's length can say."""
    raw = struct.pack("=HH", 65535, INFO) + bytes(65531)
    datagram = struct.pack("=I", 16 + 72 + 65536) + one()[4:88] + raw + b"\0"
    decoded = agree(engines, datagram)
    assert only(decoded).tcp_info_bytes == 65531
    assert decoded.trouble == {("attribute_long", INFO): 1}


def test_stamps_stand_in_field_order(engine: Engine) -> None:
    """Head, record_counter, middle, kernel fields, tail: what Google's serialiser would have written in one piece."""
    decoded = decode(engine, one((INFO, pattern(280))), stamp=STAMP, reserve=Reserver(77))
    record = only(decoded)
    assert record.SerializeToString() == next(framing.records(decoded.chunk))
    assert (record.hostname, record.record_counter, record.socket_fd, record.boot_id) == ("host", 77, 5, "b007")
    numbers = [f.number for f, _ in record.ListFields()]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("length", [126, 127, 128, 129, 16382, 16383, 16384, 2**21 - 1, 2**21, 2**21 + 1])
def test_frames_of_each_width(length: int, engines: Pair) -> None:
    """A row of exactly so many bytes, where the varint of its length grows, twice: one Envelope for Google's parser."""
    usual = len(next(framing.records(decode(engines.python, one()).chunk)))
    label = length - usual - 2
    while label + len(framing.varint(label)) + 2 + usual > length:
        label -= 1
    stamp = Stamp(XtcpFlatRecord(label="x" * label).SerializeToString(), b"", b"")
    fill = length - usual - len(stamp.head)
    assert fill in (0, 1), "the widths of a varint leave at most one byte: a counter of two bytes fills it"
    decoded = agree(engines, one() * 2, stamp=stamp, reserve=Reserver(200 if fill else 1))
    assert {len(raw) for raw in framing.records(decoded.chunk)} == {length}
    assert len(Envelope.FromString(decoded.chunk).row) == 2


def test_a_shrunk_row(engines: Pair) -> None:
    """With all groups off and nothing but zeros in the header a row is shorter than 128 bytes: the frame is two bytes."""
    bare = both_engines(())
    empty = struct.pack("=IHHII", 88, 18, 2, SEQ, 4242) + bytes(72)
    decoded = agree(bare, empty)
    assert decoded.chunk[:2] == bytes((0x52, len(decoded.chunk) - 2))
    assert len(decoded.chunk) < 130
    assert only(agree(engines, empty)) == only(decoded)


def test_groups_that_are_off_write_nothing() -> None:
    """An attribute of a group that is off is known, not unknown; its fields are absent, and kernel_attributes still tells of it."""
    for struct_ in STRUCTS:
        if struct_.group and len(struct_.path) == 1:
            pair = both_engines({s.group for s in STRUCTS if s.group} - {struct_.group})
            decoded = agree(pair, one((struct_.path[0], pattern(32)[: 100 if struct_.members else 0])))
            record = only(decoded)
            assert not {m.field for m in struct_.members} & {f.name for f, _ in record.ListFields()}
            assert record.kernel_attributes == 1 << struct_.path[0]
            assert not record.tcp_info_bytes or struct_.group != "info"


@given(st.integers(1, 9), st.integers(0, 40), st.lists(st.integers(0, 7), max_size=6))
@settings(deadline=None, max_examples=150)
def test_every_nth_socket(engines: Pair, modulus: int, ordinal: int, datagrams: list[int]) -> None:
    """Over several datagrams: rows are the sockets whose number divides by the modulus; counters have no gap; one reserve or none."""
    cookies: list[int] = []
    at, counter = ordinal, 1
    for sockets in datagrams:
        raw = b"".join(row(SEQ, cookie=n + 1) for n in range(at, at + sockets))
        reserve = Reserver(counter)
        decoded = decode(engines.c, raw, reserve=reserve, modulus=modulus, ordinal=at)
        assert decoded == decode(engines.python, raw, reserve=Reserver(counter), modulus=modulus, ordinal=at)
        assert reserve.asked == ([decoded.rows] if decoded.rows else [])
        assert decoded.sockets == sockets
        assert [r.record_counter for r in records(decoded)] == list(range(counter, counter + decoded.rows))
        cookies += [r.inet_diag_msg_socket_cookie for r in records(decoded)]
        at += sockets
        counter += decoded.rows
    assert cookies == [n + 1 for n in range(ordinal, at) if n % modulus == 0]


def test_huge_modulus_and_ordinal(engines: Pair) -> None:
    """Numbers up to 2**64 - 1 do not wrap round."""
    for modulus, ordinal, rows in (
        (2**64 - 1, 0, 1),
        (2**64 - 1, 1, 0),
        (2**64 - 1, 2**64 - 1, 1),
        (3, 2**64 - 1, 1),
        (2**63, 2**63 - 1, 1),
    ):
        assert agree(engines, one() * 2, modulus=modulus, ordinal=ordinal).rows == rows


def test_nothing_is_reserved_for_nothing(engine: Engine) -> None:
    """No rows, no numbers: neither for an end, nor for late rows, nor when the modulus leaves all out."""
    reserve = Reserver()
    decode(engine, done(SEQ), reserve=reserve)
    decode(engine, row(SEQ + 1), reserve=reserve)
    decode(engine, one(), reserve=reserve, modulus=2, ordinal=1)
    decode(engine, b"", reserve=reserve)
    assert reserve.asked == []


def test_a_reserve_that_raises(engine: Engine) -> None:
    """Its error comes out as it is, and the datagram's buffer is free again."""

    def reserve(n: int) -> int:
        raise LookupError(n)

    buffer = bytearray(one() * 3)
    with pytest.raises(LookupError, match="3"):
        decode(engine, buffer, reserve=reserve)
    buffer.extend(b"free")


def test_the_buffer_is_free_when_the_answer_is_there(engine: Engine) -> None:
    """Nothing that is returned points into the datagram: it can be overwritten, and grown, at once."""
    buffer = bytearray(one((INFO, pattern(280))))
    decoded = decode(engine, memoryview(buffer))
    chunk = bytes(bytearray(decoded.chunk))
    buffer[:] = b"\xee" * len(buffer)
    assert decoded.chunk == chunk
    buffer.extend(b"free")


WRONG: list[tuple[str, Callable[[Engine], object]]] = [
    ("text as datagram", lambda e: e.decode("text", SEQ, 1, EMPTY, Reserver())),  # type: ignore[arg-type]  # that is the test
    ("no contiguous datagram", lambda e: e.decode(memoryview(one() * 2)[::2], None, None, EMPTY, Reserver())),
    ("text as stamp", lambda e: e.decode(one(), None, None, Stamp("a", "b", "c"), Reserver())),  # type: ignore[arg-type]  # that is the test
    ("half a stamp", lambda e: e.decode(one(), None, None, (b"", b""), Reserver())),  # type: ignore[arg-type]  # that is the test
    ("no reserve", lambda e: e.decode(one(), None, None, EMPTY, None)),  # type: ignore[arg-type]  # that is the test
    ("a reserve of text", lambda e: e.decode(one(), None, None, EMPTY, lambda _: "1")),  # type: ignore[arg-type,return-value]  # that is the test
    ("a reserve below 0", lambda e: e.decode(one(), None, None, EMPTY, lambda _: -1)),
    ("modulus 0", lambda e: e.decode(one(), None, None, EMPTY, Reserver(), 0)),
    ("modulus 0 without a row", lambda e: e.decode(b"", None, None, EMPTY, Reserver(), 0)),
    ("modulus below 0", lambda e: e.decode(one(), None, None, EMPTY, Reserver(), -1)),
    ("modulus of text", lambda e: e.decode(one(), None, None, EMPTY, Reserver(), "1")),  # type: ignore[arg-type]  # that is the test
    ("ordinal below 0", lambda e: e.decode(one(), None, None, EMPTY, Reserver(), 2, -1)),
    ("a stamp of 1 GiB", lambda e: e.decode(one(), None, None, Stamp(_huge(2**30), b"", b""), Reserver())),
    ("a datagram of 2 GiB", lambda e: e.decode(_huge(2**31), None, None, EMPTY, Reserver())),
]


def _huge(size: int) -> bytes:
    """Zeros that take no memory."""
    return mmap.mmap(-1, size)  # type: ignore[return-value]  # as good as bytes for a reader


@pytest.mark.parametrize("call", [call for _, call in WRONG], ids=[name for name, _ in WRONG])
def test_wrong_arguments_are_refused(call: Callable[[Engine], object], engine: Engine) -> None:
    """An exception, never a crash and never a row."""
    with pytest.raises((TypeError, ValueError, OverflowError, BufferError, IndexError)):
        call(engine)
