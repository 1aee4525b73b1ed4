"""Remembered sockets as packed bodies: out of dumps, picked, joined, dropped; the same in C and in Python, whatever they are given."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable

import pytest
from fake_kernel import PORTID, done, error, message, noop, row
from hypothesis import given, settings
from hypothesis import strategies as st
from made_bodies import best, body

from xtcp_ebpf.exact import bodies as packing
from xtcp_ebpf.exact.bodies import ANY_COOKIE, BODY_BYTES, Counts
from xtcp_ebpf.exact.gets import Gets

DUMP = 7
STATES = (1, 2, 4, 5, 6, 7, 8, 9, 11)


def cookies(packed: bytes) -> list[int]:
    """Of the bodies, in their order."""
    return [int.from_bytes(one[48:52], "little") for one in packing.each(packed)]


@pytest.mark.parametrize("family", [2, 10])
def test_a_socket_of_a_dump_becomes_a_request(gets: Gets, family: int) -> None:
    """struct inet_diag_req_v2, member by member, for every state that is remembered."""
    for state in STATES:
        one = row(DUMP, family=family, state=state, interface=9, cookie=5 << 32 | 6, attributes={2: bytes(280)})
        made = gets.bodies(one, DUMP, PORTID, 0x7F)
        assert struct.unpack("=BBBBI", made[:8]) == (family, 6, 0x7F, 0, 0x1FFF)
        assert made[8:56] == one[20:68]
        assert struct.unpack("=III", made[44:]) == (9, 6, 5)
        assert len(made) == BODY_BYTES


def test_listeners_and_half_open_ones_are_not_remembered(gets: Gets) -> None:
    """The others of the same datagram are, in their order, up to DONE."""
    states = [1, 10, 6, 3, 12, 8]
    datagram = b"".join(row(DUMP, state=state, cookie=n) for n, state in enumerate(states)) + done(DUMP) + row(DUMP, cookie=99)
    assert cookies(gets.bodies(datagram, DUMP, PORTID, 1)) == [0, 2, 5]


def test_only_messages_of_this_dump_count(gets: Gets) -> None:
    """Another sequence number or port id, requests, other types, short rows: left aside, as the engines leave them. None: any."""
    others = (
        row(DUMP + 1, cookie=1) + row(DUMP, cookie=2, portid=1) + noop(DUMP) + message(21, bytes(72), DUMP) + message(20, bytes(71), DUMP)
    )
    datagram = others + row(DUMP, cookie=3, flags=1) + error(DUMP, 0) + row(DUMP, cookie=4)
    assert cookies(gets.bodies(datagram, DUMP, PORTID, 1)) == [4]
    assert cookies(gets.bodies(datagram, None, None, 1)) == [1, 2, 4]
    assert gets.bodies(datagram, 2**40, PORTID, 1) == gets.bodies(datagram, DUMP, 2**40, 1) == b""


@pytest.mark.parametrize("end", [error(DUMP, 1), error(DUMP, 1)[:17], message(2, b"", DUMP), struct.pack("=I", 15) + bytes(20), b"\1"])
def test_an_end_is_an_end(gets: Gets, end: bytes) -> None:
    """Nothing behind a refusal, an errno that is cut off, or a length that is a lie."""
    assert cookies(gets.bodies(row(DUMP, cookie=1) + end + row(DUMP, cookie=2), DUMP, PORTID, 1)) == [1]


def test_rows_by_class(gets: Gets) -> None:
    """As the kernel counts them: what has the timer of TIME_WAIT is no socket any more, be its state FIN_WAIT2; listeners are sockets."""
    made = [(2, 1, 0), (2, 10, 0), (10, 1, 1), (10, 10, 0), (10, 4, 4), (2, 6, 3), (10, 6, 3), (10, 5, 3), (2, 3, 1), (10, 12, 1)]
    datagram = b"".join(row(DUMP, family=family, state=state, timer=timer) for family, state, timer in made)
    assert gets.counts(datagram + done(DUMP), DUMP, PORTID) == Counts(2, 3, 3, 2)


def test_picked_by_cookie(gets: Gets) -> None:
    """Those that are wanted and there, in their own order; the high half of a cookie counts."""
    packed = b"".join(body(n, port=n % 60000) for n in [*range(500), 3 << 32 | 7])
    assert cookies(gets.pick(packed, packing.cookies([499, 7, 1000, 0, 7]))) == [0, 7, 499]
    assert gets.pick(packed, packing.cookies([3 << 32 | 7])) == packed[-BODY_BYTES:]
    assert gets.pick(packed, b"") == gets.pick(b"", packing.cookies([1])) == b""


def test_births_are_joined(gets: Gets) -> None:
    """New ones behind the others; the same cookie takes the place of the older address; twice in the births: the last."""
    packed = body(1) + body(2, port=1)
    assert gets.joined(packed, body(3, port=3)) == packed + body(3, port=3)
    assert gets.joined(packed, body(2, port=9)) == body(1) + body(2, port=9)
    assert gets.joined(packed, body(4, port=4) + body(5, port=5) + body(4, port=6)) == packed + body(5, port=5) + body(4, port=6)
    assert gets.joined(packed, body(7)) == packed + body(7), "another socket at an address: the older one will be told as gone"
    assert gets.joined(b"", packed) == packed == gets.joined(packed, b"")


def test_births_whose_cookie_is_not_known(gets: Gets) -> None:
    """At one address one request with any cookie answers for all; the family and the device are parts of the address."""
    packed = body(1) + body(2, port=1)
    assert gets.joined(packed, body(None)) == body(None) + body(2, port=1)
    assert gets.joined(body(None) + body(2, port=1), body(1)) == packed
    assert gets.joined(packed, body(None, family=10)) == packed + body(None, family=10)
    assert gets.joined(packed, body(None, interface=2)) == packed + body(None, interface=2)
    assert gets.joined(b"", body(None) + body(8) + body(None, port=2)) == body(8) + body(None, port=2)
    assert gets.joined(b"", body(8) + body(9) + body(None)) == body(None)
    assert gets.joined(body(8) + body(9), body(None)) == body(None)


def test_those_that_are_gone_are_dropped() -> None:
    """By their numbers, which rise; other numbers are refused."""
    packed = b"".join(map(body, range(6)))
    assert cookies(packing.without(packed, [0, 3, 5])) == [1, 2, 4]
    assert packing.without(packed, []) == packed
    assert packing.without(packed, range(6)) == b""
    for wrong in ([3, 3], [4, 2], [6], [-1]):
        with pytest.raises(packing.Unfit):
            packing.without(packed, wrong)


def test_what_cannot_be_meant_is_refused(gets: Gets) -> None:
    """Half a body, half a cookie, more bits than idiag_ext has."""
    wrong: list[Callable[[], object]] = [
        lambda: gets.joined(body()[:-1], b""),
        lambda: gets.joined(b"", body() + b"x"),
        lambda: gets.pick(body()[1:], b""),
        lambda: gets.pick(body(), bytes(7)),
        lambda: gets.bodies(b"", None, None, 256),
        lambda: gets.bodies(b"", None, None, -1),
    ]
    for one in wrong:
        with pytest.raises(ValueError):
            one()


MESSAGES = st.builds(
    lambda state, family, timer, seq, type_, flags, cut: row(seq, state=state, family=family, timer=timer, type_=type_, flags=flags)[
        : 88 - cut
    ],
    st.integers(0, 14),
    st.sampled_from([2, 10, 0]),
    st.integers(0, 4),
    st.sampled_from([DUMP] * 5 + [1]),
    st.sampled_from([18] * 4 + [20, 2, 3, 1, 4, 99]),
    st.sampled_from([0, 2, 2, 1, 16]),
    st.sampled_from([0] * 8 + [4, 30]),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(MESSAGES, max_size=6), st.integers(0, 2**30))
def test_any_datagram_gives_the_same_in_both(parts: list[bytes], seed: int) -> None:
    """Right ones, damaged ones, cut ones."""
    fast = best()
    chance = random.Random(seed)
    datagram = bytearray(b"".join(parts))
    if datagram and seed % 2:
        datagram[chance.randrange(len(datagram))] = chance.randrange(256)
    for seq in (DUMP, None):
        assert fast.bodies(datagram, seq, PORTID, 255) == packing.bodies(datagram, seq, PORTID, 255)
        assert fast.counts(datagram, seq, PORTID) == packing.counts(datagram, seq, PORTID)


ONES = st.builds(body, st.sampled_from([None, 1, 2, 3, 4, 1 << 32]), family=st.sampled_from([2, 10]), port=st.integers(1, 3))


@settings(deadline=None, max_examples=200)
@given(st.lists(ONES, max_size=8), st.lists(ONES, max_size=8), st.lists(st.sampled_from([0, 1, 2, 1 << 32, 2**64 - 1])))
def test_any_sets_give_the_same_in_both(old: list[bytes], births: list[bytes], wanted: list[int]) -> None:
    """And what is joined asks for no cookie twice, and for no address twice where one has any cookie, unless the older ones did."""
    fast = best()
    packed, new = b"".join(old), b"".join(births)
    assert fast.pick(packed, packing.cookies(wanted)) == packing.pick(packed, packing.cookies(wanted))
    assert fast.joined(packed, new) == packing.joined(packed, new)
    clean = packing.joined(b"", new)
    found = [one[48:] for one in packing.each(clean) if one[48:] != ANY_COOKIE]
    assert len(found) == len(set(found))
    addresses = [(one[:1], one[8:48]) for one in packing.each(clean)]
    for one in packing.each(clean):
        assert one[48:] != ANY_COOKIE or addresses.count((one[:1], one[8:48])) == 1
    assert sorted(packing.each(fast.joined(clean, new))) == sorted(packing.each(clean))
