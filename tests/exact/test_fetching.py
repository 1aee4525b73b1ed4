"""Gets against a kernel that does what kernels do, and all that they should not; the same in C and in Python."""

from __future__ import annotations

import errno
import socket
import struct
import threading
import time

import pytest
from fake_kernel import PORTID, done, message, noop, overrun, row
from hypothesis import given, settings
from hypothesis import strategies as st
from made_bodies import AREA, SEQ, Answered, best, body, fetched, refused, reply, seq

from xtcp_ebpf.exact.bodies import Counts, Raw
from xtcp_ebpf.exact.fetching import MOST_ASKED, ROOM, Fetched, slices
from xtcp_ebpf.exact.gets import Gets, PythonGets

THREE = b"".join(body(n + 1) for n in range(3))


def test_rows_lie_together_as_in_one_datagram(gets: Gets) -> None:
    """Each reply a datagram: the area holds the messages in their order, and nothing else."""
    replies = [reply(0), reply(1, family=10, state=5), reply(2, timer=3, state=6)]
    got, area = fetched(gets, replies, THREE)
    assert area == b"".join(replies)
    assert got == Fetched(3, len(area), 3, Counts(1, 1, 1, 0), (), 0, "", 0)


def test_requests_are_what_the_kernel_takes(gets: Gets) -> None:
    """SOCK_DIAG_BY_FAMILY without NLM_F_DUMP, numbered through and beyond 2**32, one behind the other; no more in a send than wanted."""
    kernel = Answered([reply(n) for n in range(3)])
    got = gets.fetch(kernel.ours.fileno(), PORTID, SEQ, THREE, bytearray(AREA), 0, 2)
    sent = kernel.requests()
    kernel.close()
    assert got.asked == 3
    wanted = [struct.pack("=IHHII", 72, 20, 1, seq(n), 0) + body(n + 1) for n in range(3)]
    assert sent == [wanted[0] + wanted[1], wanted[2]]
    assert seq(3) == 0


def test_gone_sockets_are_told_by_number(gets: Gets) -> None:
    """ENOENT, and a listener where the address alone was asked for; the rows around them stay."""
    got, area = fetched(gets, [refused(0, errno.ENOENT), reply(1), reply(2, state=10)], THREE)
    assert (got.gone, got.asked, got.rows, got.doubt) == ((0, 2), 3, 1, "")
    assert area == reply(1)


def test_half_open_rows_are_rows(gets: Gets) -> None:
    """A socket that was SYN_SENT can be in SYN_RECV now: a dump shows it, and the kernel's numbers decide."""
    got, _ = fetched(gets, [reply(0, state=3)], body())
    assert (got.rows, got.counts) == (1, Counts(0, 0, 0, 1))


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EPERM, errno.EAGAIN, errno.ENOMEM])
def test_another_errno_is_a_doubt(gets: Gets, number: int) -> None:
    """With its number, at once; what was before it is told as asked."""
    got, _ = fetched(gets, [reply(0), refused(1, number), reply(2)], THREE)
    assert (got.doubt, got.errno, got.asked) == ("refused", number, 1)


def test_what_answers_nothing_of_ours_is_left_aside(gets: Gets) -> None:
    """Another sequence number or port id, a request, NOOP, the same twice: in datagrams of their own, or before and behind a row."""
    strange = [row(seq(3)), row(seq(0) - 1), row(seq(0), portid=1), row(seq(0), flags=1), noop(seq(0))]
    replies = [*strange, strange[0] + reply(0) + strange[1], reply(0), noop(seq(1)) + reply(1) + reply(2)]
    got, area = fetched(gets, replies, THREE)
    assert (got.late, got.doubt, area) == (9, "", reply(0) + reply(1) + reply(2))


@pytest.mark.parametrize(
    ("wrong", "doubt"),
    [
        ([overrun(seq(1))], "overrun"),
        ([reply(2)], "lost"),
        ([], "timeout"),
        ([message(20, bytes(71), seq(1))], "damaged"),
        ([message(2, b"", seq(1))], "damaged"),
        ([message(2, bytes(4), seq(1))], "damaged"),
        ([done(seq(1))], "damaged"),
        ([message(99, bytes(72), seq(1))], "damaged"),
        ([struct.pack("=I", 15) + bytes(80)], "damaged"),
        ([reply(1)[:-1]], "damaged"),
        ([b"1234"], "damaged"),
        ([reply(1) + b"1234"], "damaged"),
    ],
)
def test_what_is_no_answer_is_a_doubt(gets: Gets, wrong: list[bytes], doubt: str) -> None:
    """Each by its word."""
    got, _ = fetched(gets, [reply(0), *wrong], THREE)
    assert (got.doubt, got.errno) == (doubt, 0)


def test_a_reply_larger_than_the_area_is_a_doubt(gets: Gets) -> None:
    """It is never taken for a whole one; one that just fits is, with a length that is no multiple of 4 too."""
    large = message(20, reply(0)[16:] + bytes(ROOM - 16 - len(reply(0)[16:]) - 1), seq(0), flags=0)
    odd = struct.pack("=I", len(large) - 1) + large[4:-1]
    assert len(large) == ROOM
    assert fetched(gets, [large], body(), size=ROOM)[0].rows == 1
    got, area = fetched(gets, [odd], body(), size=ROOM)
    assert (got.rows, len(area)) == (1, ROOM)
    assert fetched(gets, [large + bytes(4)], body(), size=ROOM)[0].doubt == "truncated"


def test_a_wait_for_a_reply_ends_with_it(gets: Gets) -> None:
    """A reply that comes later than the send is waited for, without the interpreter's lock, and no longer than allowed."""
    kernel = Answered([])
    late = threading.Timer(0.05, lambda: kernel.kernel.send(reply(0)))
    late.start()
    got = gets.fetch(kernel.ours.fileno(), PORTID, SEQ, body(), bytearray(AREA), 10_000)
    assert (got.rows, got.doubt) == (1, "")
    began = time.monotonic()
    assert gets.fetch(kernel.ours.fileno(), PORTID, SEQ, body(), bytearray(AREA), 30).doubt == "timeout"
    assert 0.025 < time.monotonic() - began < 5
    late.join()
    kernel.close()


def test_a_socket_that_does_not_work_is_a_doubt(gets: Gets) -> None:
    """A descriptor that is none, and a peer that is gone: told with the errno, not raised."""
    kernel = Answered([])
    number = kernel.ours.fileno()
    kernel.kernel.close()
    got = gets.fetch(number, PORTID, SEQ, body(), bytearray(AREA), 0)
    assert (got.doubt, got.errno) == ("send", errno.ECONNREFUSED)
    kernel.close()
    got = gets.fetch(number, PORTID, SEQ, body(), bytearray(AREA), 0)
    assert (got.doubt, got.errno) == ("send", errno.EBADF)


@pytest.mark.kernel
def test_what_another_process_sends_is_left_aside(gets: Gets) -> None:
    """A diag socket that is not connected hears anybody who is root; only the kernel has port id 0, and its answer counts."""
    ours, other = (socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 4) for _ in range(2))
    for one in (ours, other):
        one.bind((0, 0))
    portid = ours.getsockname()[0]
    other.sendto(row(SEQ, portid=portid), (portid, 0))
    got = gets.fetch(ours.fileno(), portid, SEQ, body(), bytearray(AREA), 1000)
    ours.close()
    other.close()
    assert (got.late, got.rows, got.gone, got.doubt) == (1, 0, (0,), "")


def test_a_call_asks_for_what_its_area_holds(gets: Gets) -> None:
    """The rest is for the next call, numbered on: `slices` makes one after the other until all are answered."""
    bodies = b"".join(body(n) for n in range(200))
    kernel, area, sizes = Answered([reply(n) for n in range(200)]), bytearray(8 * ROOM), []

    def ask(first: int, some: Raw) -> Fetched:
        return gets.fetch(kernel.ours.fileno(), PORTID, first, some, area, 0)

    seen = b""
    for got in slices(ask, SEQ, bodies):
        assert not got.doubt
        sizes.append(got.asked)
        seen += area[: got.size]
    assert seen == b"".join(reply(n) for n in range(200))
    assert len(sizes) >= 2
    assert max(len(one) for one in kernel.requests()) <= 64 * 72
    kernel.close()


def test_slices_end_at_a_doubt(gets: Gets) -> None:
    """It is the last that they give."""
    kernel, area = Answered([reply(0)]), bytearray(ROOM)
    found = list(slices(lambda first, some: gets.fetch(kernel.ours.fileno(), PORTID, first, some, area, 0), SEQ, THREE))
    kernel.close()
    assert [one.doubt for one in found] == ["", "timeout"]
    assert list(slices(lambda _first, _some: found[0], SEQ, b"")) == []


def test_a_call_is_bounded_when_all_are_gone(gets: Gets) -> None:
    """Errors take no room in the area, and still a call comes to its end."""
    count = MOST_ASKED + 10
    kernel = Answered([])

    def answer() -> None:
        n = 0
        while n < MOST_ASKED:
            for _ in range(len(kernel.kernel.recv(1 << 16)) // 72):
                kernel.kernel.send(refused(n, errno.ENOENT))
                n += 1

    thread = threading.Thread(target=answer)
    thread.start()
    got = gets.fetch(kernel.ours.fileno(), PORTID, SEQ, body() * count, bytearray(AREA), 20_000)
    thread.join()
    kernel.close()
    assert (got.asked, got.size, got.doubt) == (MOST_ASKED, 0, "")
    assert got.gone == tuple(range(MOST_ASKED))


def test_errands_that_cannot_be_meant_are_refused(gets: Gets) -> None:
    """Before anything is sent."""
    kernel = Answered([])
    for how in (
        {"bodies": body()[1:]},
        {"buffer": bytearray(ROOM - 1)},
        {"most": 0},
        {"most": 257},
        {"seq": -1},
        {"seq": 2**32},
        {"timeout_ms": -1},
    ):
        errand = {"seq": 1, "bodies": body(), "buffer": bytearray(AREA), "timeout_ms": 0, "most": 64, **how}
        with pytest.raises(ValueError):
            gets.fetch(kernel.ours.fileno(), PORTID, **errand)  # type: ignore[arg-type]  # one of them is wrong
    assert kernel.requests() == []
    assert gets.fetch(kernel.ours.fileno(), PORTID, 1, b"", bytearray(AREA), 0) == Fetched(0, 0, 0, Counts(0, 0, 0, 0), (), 0, "", 0)
    kernel.close()


PARTS = st.sampled_from(
    [reply(n, family=family, state=state) for n in range(4) for family in (2, 10) for state in (1, 3, 6, 10)]
    + [refused(n, number) for n in range(4) for number in (2, 2, 22)]
    + [noop(seq(0)), row(seq(1), portid=9), reply(2)[:90], overrun(seq(1)), b"12345"]
)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.one_of(PARTS, st.integers(0, 3).map(reply)), max_size=3), st.permutations(range(4)), st.integers(0, 400), st.integers(1, 4)
)
def test_any_answers_give_the_same_in_both(strange: list[bytes], order: list[int], at: int, most: int) -> None:
    """Strange things among right replies, in datagrams of one or several: the same Fetched, the same area."""
    replies = [reply(n) if at % 3 else refused(n, errno.ENOENT) for n in (order if at % 7 == 0 else range(4))]
    for n, one in enumerate(strange):
        replies.insert((at + n) % (len(replies) + 1), one)
    if at % 5 == 0:
        replies[:2] = [b"".join(replies[:2])]
    four = b"".join(body(n + 1) for n in range(4))
    assert fetched(best(), replies, four, most=most) == fetched(PythonGets(), replies, four, most=most)
