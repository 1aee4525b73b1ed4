"""Every kind of trouble, provoked in both engines: the exact count, the exact number, and what the rest of the datagram is worth then."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

import pytest
from fake_kernel import NLM_F_DUMP_INTR, NLM_F_MULTI, PORTID, attribute, done, error, message, noop, overrun, row
from messages import ATTRIBUTE, SEQ, ULP, Pair, agree, cut_row, decode, first_rows, nested, one, only, pattern, records

from xtcp_ebpf.abc import Engine, Trouble
from xtcp_ebpf.wire.trouble import KINDS, NUMBERS

INFO, CONG, TOS, TCLASS = (ATTRIBUTE[name] for name in ("tcp_info", "INET_DIAG_CONG", "INET_DIAG_TOS", "INET_DIAG_TCLASS"))
MARK, SKMEM = ATTRIBUTE["INET_DIAG_MARK"], ATTRIBUTE["INET_DIAG_SKMEMINFO"]
GOOD = row(SEQ)


@dataclass(frozen=True)
class Case:
    """A datagram and what an engine says of it."""

    datagram: bytes
    trouble: Trouble
    sockets: int = 0
    end: int | None = None
    name: str = field(default="", kw_only=True)


def _long(number: int, size: int) -> bytes:
    """One attribute, its length field as given."""
    return struct.pack("=HH", size, number)


CASES = [
    Case(row(SEQ + 1) + GOOD, {("late", 0): 1}, 1, name="late by seq"),
    Case(row(SEQ, portid=PORTID + 1) + GOOD, {("late", 0): 1}, 1, name="late by portid"),
    Case(done(SEQ - 1) + error(SEQ - 1, 1) + overrun(SEQ - 1) + GOOD, {("late", 0): 3}, 1, name="late ends end nothing"),
    Case(message(19, bytes(72), SEQ) + GOOD, {("unknown_type", 0): 1}, 1, name="type 19"),
    Case(message(0, b"", SEQ) + message(5, b"", SEQ) + message(0xFFFF, b"", SEQ), {("unknown_type", 0): 3}, name="types 0, 5, 65535"),
    Case(GOOD + struct.pack("=IHHII", 15, 18, 2, SEQ, PORTID) + GOOD, {("bad_length", 0): 1}, 1, name="nlmsg_len 15"),
    Case(GOOD + struct.pack("=IHHII", 0, 18, 2, SEQ, PORTID) + GOOD, {("bad_length", 0): 1}, 1, name="nlmsg_len 0"),
    Case(GOOD + GOOD[:-1], {("bad_length", 0): 1}, 1, name="one byte too few"),
    Case(GOOD + struct.pack("=I", 2**32 - 1) + GOOD[4:], {("bad_length", 0): 1}, 1, name="nlmsg_len 4 GiB"),
    Case(GOOD + b"\0" * 15, {("bad_length", 0): 1}, 1, name="less than a header left"),
    Case(GOOD + b"\x10", {("bad_length", 0): 1}, 1, name="one byte left"),
    Case(message(18, GOOD[16:87], SEQ) + GOOD, {("short_row", 0): 1}, 1, name="71 bytes of 72"),
    Case(message(20, b"", SEQ) + GOOD, {("short_row", 0): 1}, 1, name="an empty row"),
    Case(GOOD + message(2, b"\0\0\0", SEQ) + GOOD, {("short_error", 0): 1}, 1, 74, name="an error without an errno"),
    Case(message(18, bytes(56), SEQ, flags=0x301) + message(20, bytes(56), SEQ, flags=1), {("request", 0): 2}, name="requests"),
    Case(error(SEQ, 0) + GOOD, {("ack", 0): 1}, 1, name="ACK"),
    Case(noop(SEQ) + GOOD + noop(SEQ), {("noop", 0): 2}, 1, name="NOOP"),
    Case(GOOD + overrun(SEQ) + GOOD, {("overrun", 0): 1}, 2, name="OVERRUN"),
    Case(row(SEQ, flags=NLM_F_MULTI | NLM_F_DUMP_INTR) + GOOD, {("interrupted", 0): 1}, 2, name="DUMP_INTR at a row"),
    Case(GOOD + done(SEQ, flags=NLM_F_DUMP_INTR), {("interrupted", 0): 1}, 1, 0, name="DUMP_INTR at DONE"),
    Case(cut_row(attribute(TOS, b"\1") + _long(MARK, 3)), {("attribute_cut", 0): 1}, 1, name="attribute of 3 bytes"),
    Case(cut_row(_long(MARK, 9) + b"abcd"), {("attribute_cut", 0): 1}, 1, name="attribute beyond the row"),
    Case(cut_row(attribute(TOS, b"\1") + b"\4\0"), {("attribute_cut", 0): 1}, 1, name="half an attribute's header"),
    Case(one((40, b""), (62, b"x"), (62, b"y")), {("attribute_unknown", 40): 1, ("attribute_unknown", 62): 2}, 1, name="unknown"),
    Case(one((63, b""), (64, b""), (0x3FFF, b"")), {("attribute_unknown", 63): 3}, 1, name="numbers from 63 on"),
    Case(one((0, b"")), {("attribute_unknown", 0): 1}, 1, name="attribute 0"),
    Case(one((INFO, pattern(281))), {("attribute_long", INFO): 1}, 1, name="tcp_info has grown"),
    Case(one((TOS, b"ab"), (SKMEM, bytes(40))), {("attribute_long", TOS): 1, ("attribute_long", SKMEM): 1}, 1, name="long"),
    Case(one((INFO, b""), (MARK, b"abc")), {("attribute_short", INFO): 1, ("attribute_short", MARK): 1}, 1, name="short"),
    Case(one((TOS, b"\1"), (TOS, b"\2"), (TOS, b"\3")), {("attribute_twice", TOS): 2}, 1, name="twice and again"),
    Case(one((ULP, _long(1, 3))), {("nested_cut", ULP): 1}, 1, name="cut inside"),
    Case(one((ULP, nested((2, _long(1, 7) + b"ab")))), {("nested_cut", ULP): 1}, 1, name="cut two inside"),
    Case(one((ULP, nested((9, b""), (3, nested((40, b"")))))), {("nested_unknown", ULP): 2}, 1, name="unknown inside"),
    Case(one((ULP, nested((2, nested((1, b"\4\3"), (1, b"\3\3")))))), {("attribute_twice", ULP): 1}, 1, name="twice inside"),
    Case(one((ULP, nested((3, nested((1, b"12345"), (2, b"")))))), {(f"attribute_{w}", ULP): 1 for w in ("short", "long")}, 1, name="size"),
    Case(one((CONG, b"cub\xefc\0")), {("bad_text", CONG): 1}, 1, name="no ASCII"),
    Case(one((CONG, b"cu\nbic\0"), (ULP, nested((1, b"\x7f")))), {("bad_text", CONG): 1, ("bad_text", ULP): 1}, 1, name="control"),
    Case(b"", {}, name="nothing"),
    Case(GOOD + done(SEQ) + GOOD, {}, 1, 0, name="rows behind DONE are nobody's"),
    Case(GOOD + done(SEQ, 4), {}, 1, 4, name="DONE with EINTR"),
    Case(message(3, b"", SEQ), {}, 0, 0, name="DONE of an old kernel, without a number"),
    Case(message(3, struct.pack("=i", 5), SEQ), {}, 0, 0, name="DONE with a number above 0: a length, no errno"),
    Case(GOOD + error(SEQ, 1) + GOOD, {}, 1, 1, name="EPERM"),
    Case(message(2, struct.pack("=i", 22), SEQ), {}, 0, 22, name="an errno that was not negated"),
    Case(message(2, struct.pack("=i", -(2**31)), SEQ), {}, 0, 2**31, name="the smallest errno"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_trouble_is_counted_exactly(case: Case, engine: Engine) -> None:
    """Kind, number and count are right; sockets before and behind it are rows; the end is the kernel's."""
    decoded = decode(engine, case.datagram)
    assert (decoded.trouble or {}) == case.trouble
    assert (decoded.sockets, decoded.rows, decoded.end) == (case.sockets, case.sockets, case.end)
    assert len(records(decoded)) == case.sockets


def test_no_trouble_is_none(engine: Engine) -> None:
    """An answer without trouble says None, so that nobody has to look into a dict for each datagram."""
    assert decode(engine, GOOD).trouble is None


def test_every_kind_has_a_case() -> None:
    """A kind that no datagram above provokes would be a promise that nobody has tried."""
    assert {kind for case in CASES for kind, _ in case.trouble} == set(KINDS)


def test_numbers_are_counted_in_a_fixed_range() -> None:
    """No datagram above has a number beyond NUMBERS - 1."""
    assert {number for case in CASES for _, number in case.trouble if number >= NUMBERS} == set()
    assert len(KINDS) == len(set(KINDS))


def test_any_seq_and_any_portid(engine: Engine) -> None:
    """None takes every message, as captures need it; 0 is a number like any other."""
    mixed = row(1, portid=2) + row(3, portid=4) + row(0, portid=0)
    assert decode(engine, mixed, seq=None, portid=None).rows == 3
    assert decode(engine, mixed, seq=None, portid=4).rows == 1
    assert decode(engine, mixed, seq=1, portid=None).rows == 1
    assert decode(engine, mixed, seq=0, portid=0).rows == 1


def test_a_seq_that_no_message_can_have(engine: Engine) -> None:
    """Numbers beyond 32 bits match nothing: never by chance what is left of them."""
    for seq in (2**32 + SEQ, 2**63 + SEQ, 2**64 - 1):
        assert decode(engine, GOOD, seq=seq).trouble == {("late", 0): 1}
        assert decode(engine, GOOD, portid=seq).trouble == {("late", 0): 1}


def test_what_modulus_leaves_out_has_no_row_troubles(engine: Engine) -> None:
    """Attributes are looked at in rows only; headers always."""
    datagram = one((99, b"")) * 4 + noop(SEQ)
    assert decode(engine, datagram, modulus=4).trouble == {("attribute_unknown", 63): 1, ("noop", 0): 1}


def test_a_real_datagram_cut_at_every_byte(engines: Pair, live: tuple[int, int, bytes]) -> None:
    """Whatever is cut off: the rows before the cut stay as they were, the cut is counted once, both engines say the same."""
    seq, portid, whole = live
    whole = first_rows(whole, 2)
    borders = {len(first_rows(whole, n)): n for n in range(3)}
    full = decode(engines.python, whole, seq=seq, portid=portid).chunk
    rows = 0
    for cut in range(len(whole) + 1):
        rows = borders.get(cut, rows)
        decoded = agree(engines, whole[:cut], seq=seq, portid=portid)
        assert decoded.rows == decoded.sockets == rows
        assert full.startswith(decoded.chunk)
        assert decoded.trouble == (None if cut in borders else {("bad_length", 0): 1})


def test_a_real_row_that_ends_at_every_byte(engines: Pair, live: tuple[int, int, bytes]) -> None:
    """The message's length is right and its last attribute is not: at most that one is lost, and it is counted."""
    seq, portid, whole = live
    first = first_rows(whole, 1)
    borders = {len(first[:88])}
    while (at := max(borders)) < len(first):
        borders.add(at + (struct.unpack_from("=H", first, at)[0] + 3 & ~3))
    for cut in range(16, len(first) + 1):
        decoded = agree(engines, struct.pack("=I", cut) + first[4:cut], seq=seq, portid=portid)
        if cut < 88:
            assert (decoded.rows, decoded.trouble) == (0, {("short_row", 0): 1})
        elif decoded.trouble is not None:
            assert (decoded.rows, decoded.trouble) == (1, {("attribute_cut", 0): 1})
        else:
            assert min(border - cut for border in borders if border >= cut) < 4, "an attribute was lost in silence"


def test_the_last_of_two_wins(engine: Engine) -> None:
    """Also when the last is shorter: what the first said is gone, never a mixture of both."""
    assert only(decode(engine, one((TOS, b"\1"), (TOS, b"\2")))).type_of_service == 2
    record = only(decode(engine, one((INFO, pattern(280)), (INFO, pattern(8)))))
    assert (record.tcp_info_bytes, record.tcp_info_rto) == (8, 0)
    record = only(decode(engine, one((ULP, nested((1, b"tls\0"))), (ULP, nested((3, b""))))))
    assert record.ulp_name == ""


def test_what_comes_behind_a_cut_attribute_is_given_up(engine: Engine) -> None:
    """Attributes before the lie stay; behind it no length can be believed."""
    record = only(decode(engine, cut_row(attribute(TOS, b"\5") + _long(MARK, 2) + attribute(TCLASS, b"\6"))))
    assert (record.type_of_service, record.traffic_class) == (5, 0)
    assert record.kernel_attributes == 1 << TOS
