"""How one namespace is read, against a fake kernel: every row once, whatever goes wrong on the way."""

from __future__ import annotations

import errno

import pytest
from doors import SEEN, Door, Rows, Ticking, poll, reading, space
from fake_kernel import (
    AF_INET,
    AF_INET6,
    NLM_F_DUMP_INTR,
    SOCK_DIAG_BY_FAMILY,
    TCPDIAG_GETSOCK,
    Replies,
    Reply,
    datagram,
    done,
    dump,
    error,
    family_of,
    overrun,
    row,
    seq_of,
    states_of,
    type_of,
)
from scripted_destination import FakeClock

from xtcp_ebpf.abc import Datagram
from xtcp_ebpf.collector import reading as module
from xtcp_ebpf.collector.reading import Hold, Reading
from xtcp_ebpf.errors import OpenError, ReplyError, ReplyOverrun, Stranded
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.uapi import ALL_STATES


def whole(sockets: int, first: int = 1) -> Replies:
    """A kernel in which all is well."""
    return lambda request: dump(seq_of(request), sockets, first=first)


def begun(sockets: int, *then: Reply) -> Replies:
    """A kernel that gives some rows and then something else; bytes get the request's sequence number."""
    return lambda request: [*dump(seq_of(request), sockets, end=False), *then]


def ends_with(sockets: int, number: int) -> Replies:
    """A kernel that breaks a dump off with an errno in DONE."""
    return lambda request: [*dump(seq_of(request), sockets, end=False), done(seq_of(request), number)]


def interrupted(request: bytes) -> list[bytes]:
    """The table changed under the dump, which the kernel says on the messages from there on."""
    seq = seq_of(request)
    return [row(seq, cookie=1), row(seq, cookie=2, flags=NLM_F_DUMP_INTR), done(seq, flags=NLM_F_DUMP_INTR)]


def overran(request: bytes) -> list[bytes]:
    """NLMSG_OVERRUN in mid-dump."""
    seq = seq_of(request)
    return [row(seq, cookie=1) + overrun(seq), done(seq)]


def test_a_whole_dump() -> None:
    """One request for both families and all states of `ss -a`; each socket is one row with the dump's identity; the socket is closed."""
    tally, rows, door = Tally(), Rows(), Door(whole(150))
    clock = FakeClock()
    clock.time = 5.0
    report = reading(tally, clock, first_seq=666).read(door, space(), 1, poll(rows))
    assert (report.complete, report.reason, report.text, report.sockets, report.rows) == (True, "", "", 150, 150)
    assert (report.namespace, report.started) == (space(), 5.0)
    assert rows.cookies == list(range(1, 151))
    (request,) = door.requests
    assert (type_of(request), seq_of(request), states_of(request)) == (TCPDIAG_GETSOCK, 666, ALL_STATES)
    for number, record in enumerate(rows.records, 1):
        assert (record.record_counter, record.timestamp_ns, record.netns, record.poll_number) == (number, 5_000_000_000, "n0", 3)
        assert (record.netns_inode, record.netns_cookie, record.socket_fd, record.netlinker_id) == (*SEEN, 9, 1)
    assert tally.read() == {"dumps": 1}
    door.check_closed()


def test_rows_wait_for_the_end_of_their_dump() -> None:
    """A dump that fits the hold is handed over at once, and only when it is whole."""
    rows = Rows()
    reading(Tally()).read(Door(whole(1000)), space(), 0, poll(rows))
    assert (rows.deliveries, rows.counted) == (1, 1000)


def test_late_replies_of_an_abandoned_dump_are_dropped() -> None:
    """Rows and an end under another sequence number or port id neither come out nor end this dump; they are counted."""
    tally, rows = Tally(), Rows()
    door = Door(lambda request: [*dump(99, 2), row(seq_of(request), portid=7), *dump(seq_of(request), 3, first=10)])
    report = reading(tally).read(door, space(), 0, poll(rows))
    assert report.complete
    assert rows.cookies == [10, 11, 12]
    assert [record.record_counter for record in rows.records] == [1, 2, 3]
    assert tally["trouble_late"] == 4


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for one datagram at a time."""
    monkeypatch.setattr(module, "AREA_BYTES", 32768)


TROUBLE = {
    "error": ("refused", lambda request: [error(seq_of(request), errno.ENOBUFS)]),
    "done": ("refused", ends_with(70, errno.EINTR)),
    "overrun": ("overrun", overran),
    "enobufs": ("overrun", begun(70, ReplyOverrun("replies were dropped"))),
    "interrupted": ("interrupted", interrupted),
    "silence": ("timeout", begun(70)),
    "other": ("reply", begun(70, ReplyError("EIO"))),
}
"""What a kernel may do -> (the reason, the kernel)."""


@pytest.mark.parametrize("how", TROUBLE)
def test_a_dump_that_fails_is_made_again(how: str) -> None:
    """Twice wrong, then right: each row once, on a fresh socket under a new number, in the same poll; each retry is counted."""
    reason, wrong = TROUBLE[how]
    tally, rows, door = Tally(), Rows(), Door(wrong, wrong, whole(100))
    report = reading(tally).read(door, space(), 0, poll(rows))
    assert report.complete
    assert rows.cookies == list(range(1, 101))
    assert len(door.opened) == 3
    assert len({seq_of(request) for request in door.requests}) == 3
    counts = tally.read()
    assert (counts[f"dump_retries:{reason}"], counts["dumps"]) == (2, 1)
    assert not [name for name in counts if name.startswith("dumps_failed")]
    door.check_closed()


@pytest.mark.parametrize("how", TROUBLE)
def test_a_dump_that_goes_on_failing_is_reported(how: str) -> None:
    """After three tries the namespace is reported with a word and a sentence; what the last try brought is delivered, once."""
    reason, wrong = TROUBLE[how]
    tally, rows, door = Tally(), Rows(), Door(wrong)
    report = reading(tally).read(door, space(), 0, poll(rows))
    assert (report.complete, report.reason, door.tries) == (False, reason, 3)
    assert report.text
    assert report.rows == report.sockets == len(rows.cookies) == len(set(rows.cookies))
    assert tally[f"dumps_failed:{reason}"] == 1
    assert not tally["dumps"]
    door.check_closed()


def test_a_datagram_larger_than_the_buffer() -> None:
    """MSG_TRUNC: the buffer grows to what is needed, the dump is made again, and no row comes twice."""
    tally, rows, door = Tally(), Rows(), Door(whole(300), size=4096)
    report = reading(tally).read(door, space(), 0, poll(rows))
    assert report.complete
    assert rows.cookies == list(range(1, 301))
    assert (door.tries, tally["dump_retries:truncated"]) == (2, 1)
    door.check_closed()


def test_a_buffer_that_cannot_grow() -> None:
    """Without a descriptor for the way into the larger buffer the namespace is reported with that reason, not with a defect."""
    tally, rows = Tally(), Rows()
    door = Door(whole(300), size=4096, grown=OpenError("descriptors", "none is left", errno.EMFILE))
    report = reading(tally).read(door, space(), 0, poll(rows))
    assert (report.complete, report.reason, door.tries) == (False, "descriptors", 1)
    assert "EMFILE" in report.text
    door.check_closed()


@pytest.mark.usefixtures("one_by_one")
@pytest.mark.parametrize("wrong", [ReplyOverrun("lost"), ReplyError("EIO"), None])
def test_no_second_try_once_rows_are_out(wrong: Exception | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the hold rows go out before the end; then a dump that fails is reported as it is: in part rather than twice."""
    monkeypatch.setattr(module, "HOLD_BYTES", 20_000)
    monkeypatch.setattr(module, "GROUP_BYTES", 5_000)
    rows, door = Rows(), Door(begun(1000, *([wrong] if wrong else [])), whole(1000))
    report = reading(Tally()).read(door, space(), 0, poll(rows))
    assert (report.complete, door.tries) == (False, 1)
    assert rows.deliveries > 2
    assert rows.cookies == list(range(1, 1001))
    assert report.rows == 1000


def test_several_datagrams_are_decoded_at_once() -> None:
    """A thousand sockets in as few receives as the area allows, all in order; with a tap each by itself."""
    taken: list[bool] = []
    rows, door = Rows(), Door(whole(1000))
    assert reading(Tally()).read(door, space(), 0, poll(rows)).rows == 1000
    receives = len(door.opened[0].timeouts)
    tapped = Rows()
    reading(Tally()).read(Door(whole(1000)), space(), 0, poll(tapped), lambda _, is_request: taken.append(is_request))
    assert rows.cookies == tapped.cookies == list(range(1, 1001))
    assert receives < 8
    assert (taken.count(True), taken.count(False)) == (1, 17), "the request; sixteen datagrams of rows, and the end"


@pytest.mark.usefixtures("one_by_one")
def test_a_large_dump_goes_out_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """First what the hold could take, then group by group; in order, nothing missing, each row once."""
    monkeypatch.setattr(module, "HOLD_BYTES", 20_000)
    monkeypatch.setattr(module, "GROUP_BYTES", 5_000)
    rows = Rows()
    assert reading(Tally()).read(Door(whole(2000)), space(), 0, poll(rows)).complete
    assert rows.deliveries > 5
    assert rows.cookies == list(range(1, 2001))


def test_the_hold() -> None:
    """It gives nothing before it is full, knows whether it gave anything, and gives the rest when asked."""
    rows = Rows()
    hold = Hold(rows)
    hold.release()
    assert not hold.released
    hold.add(b"", 0)
    assert (rows.deliveries, hold.released) == (0, False)
    hold.release()
    assert (rows.deliveries, hold.released) == (1, True)


def refusing(*requests: int, number: int = errno.EINVAL) -> Replies:
    """A kernel that does not know these request types; of the others family 2 has cookies from 100 on, 10 from 200 on."""

    def answer(request: bytes) -> list[bytes]:
        seq = seq_of(request)
        if type_of(request) in requests:
            return [error(seq, number, request=request)]
        if type_of(request) == TCPDIAG_GETSOCK:
            return dump(seq, 4)
        return dump(seq, 2, first=100 if family_of(request) == AF_INET else 200)

    return answer


def test_the_request_for_both_families_is_refused() -> None:
    """By family in the same poll, under one timestamp, and from then on at once: nobody asks again for what is not to be had."""
    tally, rows, door = Tally(), Rows(), Door(refusing(TCPDIAG_GETSOCK))
    once = reading(tally, Ticking())
    assert once.read(door, space(), 0, poll(rows, 1000.0)).complete
    assert rows.cookies == [100, 101, 200, 201]
    assert len({record.timestamp_ns for record in rows.records}) == 1
    asked = [(type_of(request), family_of(request)) for request in door.requests]
    by_family = [(SOCK_DIAG_BY_FAMILY, AF_INET), (SOCK_DIAG_BY_FAMILY, AF_INET6)]
    assert asked == [(TCPDIAG_GETSOCK, 0), *by_family]
    assert all(states_of(request) == ALL_STATES for request in door.requests)
    again = Door(refusing(TCPDIAG_GETSOCK))
    assert once.read(again, space(1), 0, poll(rows, 1000.0)).complete
    assert [(type_of(request), family_of(request)) for request in again.requests] == by_family
    assert (tally["dump_retries:refused"], tally["dumps"]) == (1, 2)


def test_two_readers_are_refused_at_the_same_time() -> None:
    """The one that hears of it second asks by family too, in the same poll: its namespace is not missing."""
    rows, nested = Rows(), Rows()
    once, answer = reading(Tally()), refusing(TCPDIAG_GETSOCK)

    def while_the_other_waits(request: bytes) -> list[bytes]:
        if not nested.counted:
            assert once.read(Door(answer), space(1), 1, poll(nested)).complete
        return list(answer(request))

    assert once.read(Door(while_the_other_waits), space(), 0, poll(rows)).complete
    assert rows.cookies == nested.cookies == [100, 101, 200, 201]


def test_every_request_is_refused() -> None:
    """Then the namespace is reported, with the kernel's answer."""
    rows = Rows()
    report = reading(Tally()).read(Door(refusing(TCPDIAG_GETSOCK, SOCK_DIAG_BY_FAMILY, number=errno.EPERM)), space(), 0, poll(rows))
    assert (report.complete, report.reason, rows.counted) == (False, "refused", 0)
    assert "EPERM" in report.text


@pytest.mark.parametrize("number", [errno.ENOMEM, errno.ENOBUFS, errno.EINTR, errno.EAGAIN, errno.EBUSY])
def test_a_passing_weakness_is_no_refusal_for_good(number: int) -> None:
    """A kernel that was short of memory once is asked for both families again."""
    door = Door(refusing(TCPDIAG_GETSOCK, number=number), whole(4))
    assert reading(Tally()).read(door, space(), 0, poll(Rows())).complete
    assert [type_of(request) for request in door.requests] == [TCPDIAG_GETSOCK] * 2


def test_the_second_family_fails() -> None:
    """Both families are one dump: they are made again together, and no row of the first comes twice."""
    calls: list[bytes] = []

    def answer(request: bytes) -> list[Reply]:
        calls.append(request)
        if type_of(request) == TCPDIAG_GETSOCK:
            return [error(seq_of(request), errno.EINVAL)]
        return [ReplyOverrun("lost")] if len(calls) == 3 else list(refusing()(request))

    rows = Rows()
    report = reading(Tally()).read(Door(answer), space(), 0, poll(rows))
    assert (report.complete, report.rows) == (True, 4)
    assert rows.cookies == [100, 101, 200, 201]


def test_every_nth_socket_counts_through_both_families() -> None:
    """-modulus 3 of two dumps of two sockets: the first and the fourth."""
    rows = Rows()
    report = reading(Tally(), modulus=3).read(Door(refusing(TCPDIAG_GETSOCK)), space(), 0, poll(rows))
    assert (report.sockets, report.rows) == (4, 2)
    assert rows.cookies == [100, 201]


@pytest.mark.usefixtures("one_by_one")
def test_the_poll_ends_in_mid_dump() -> None:
    """What came is delivered, the report says in part and why; there is no other try."""
    tally, rows, door = Tally(), Rows(), Door(whole(1000))
    report = reading(tally, Ticking()).read(door, space(), 0, poll(rows, 8.0))
    assert (report.complete, report.reason, door.tries) == (False, "poll_timeout", 1)
    assert 0 < report.rows == len(rows.cookies) < 1000
    assert rows.cookies == list(range(1, report.rows + 1))
    assert tally["dumps_failed:poll_timeout"] == 1
    door.check_closed()


def test_the_poll_is_cut_in_mid_dump() -> None:
    """A deadline that is set back ends the dump at the next datagram: this is how the daemon stops."""
    rows = Rows()
    one = poll(rows)

    def tap(_datagram: Datagram, is_request: bool) -> None:
        if not is_request:
            one.deadline = 0.0

    report = reading(Tally()).read(Door(whole(1000)), space(), 0, one, tap)
    assert (report.complete, report.reason, report.rows) == (False, "poll_timeout", 63)
    assert rows.cookies == list(range(1, 64))


def test_the_poll_is_over_before_the_dump() -> None:
    """Then the namespace is not even entered, and it is reported."""
    door = Door(whole(5))
    report = reading(Tally()).read(door, space(), 0, poll(Rows(), 0.0))
    assert (report.complete, report.reason, report.rows, door.tries) == (False, "poll_timeout", 0, 0)


@pytest.mark.usefixtures("one_by_one")
def test_the_poll_ends_before_the_second_try() -> None:
    """Rows of the try that failed go out: they are all that there is. The reason is what went wrong, not the time."""
    rows, door = Rows(), Door(begun(70, ReplyOverrun("lost")), whole(100))
    report = reading(Tally(), Ticking()).read(door, space(), 0, poll(rows, 6.0))
    assert (report.complete, report.reason, door.tries) == (False, "overrun", 1)
    assert rows.counted == report.rows == 70


def test_a_reply_is_waited_for_no_longer_than_the_poll() -> None:
    """-nltimeout bounds each wait, and so does what is left of the poll; a wait that the poll ended is told as such."""
    door = Door(begun(0))
    report = reading(Tally(), reply_timeout=0.5).read(door, space(), 0, poll(Rows(), 10.0))
    assert (report.reason, door.opened[0].timeouts) == ("timeout", [0.5])
    clock, late = FakeClock(), Rows()

    def silent(_request: bytes) -> list[Reply]:
        clock.time = 9.75
        return []

    door = Door(silent)
    report = reading(Tally(), clock, reply_timeout=0.5).read(door, space(), 0, poll(late, 10.0))
    assert door.opened[0].timeouts == [0.25]
    assert report.reason == "timeout"


@pytest.mark.parametrize("reason", ["gone", "recycled", "permission", "not_a_namespace", "elsewhere", "descriptors"])
def test_a_namespace_that_cannot_be_opened(reason: str) -> None:
    """Its word and its sentence come through, and there is no second try: the next poll is one."""
    tally, rows, door = Tally(), Rows(), Door(OpenError(reason, "namespace n0: said why"))
    report = reading(tally).read(door, space(), 0, poll(rows))
    assert (report.complete, report.reason, report.text, door.tries) == (False, reason, "namespace n0: said why", 1)
    assert (rows.counted, tally[f"dumps_failed:{reason}"]) == (0, 1)


def test_a_stranded_thread_must_end() -> None:
    """What the door says of the thread itself is for whoever owns the thread."""
    with pytest.raises(Stranded):
        reading(Tally()).read(Door(Stranded("stranded", "no way home")), space(), 0, poll(Rows()))


def test_the_tap_sees_requests_and_replies() -> None:
    """In their order: each request before its replies, DONE included, and the tries that failed too."""
    seen: list[tuple[bool, int]] = []
    door = Door(interrupted, whole(100))
    reading(Tally()).read(door, space(), 0, poll(Rows()), lambda data, is_request: seen.append((is_request, seq_of(bytes(data)))))
    assert seen == [(True, 1)] + [(False, 1)] * 3 + [(True, 2)] + [(False, 2)] * 3


def test_troubles_are_counted_by_kind_and_number() -> None:
    """What the decoder did not like stands in the tally, and the dump is whole all the same."""
    tally = Tally()
    door = Door(lambda request: [datagram(*[row(seq_of(request), attributes={60: b"new"})] * 2), done(seq_of(request))])
    assert reading(tally).read(door, space(), 0, poll(Rows())).complete
    assert tally["trouble_attribute_unknown:60"] == 2


def test_sequence_numbers_begin_again_at_zero() -> None:
    """After 2**32 requests the number still fits its field."""
    door = Door(whole(1))
    once: Reading = reading(Tally(), first_seq=2**32 - 1)
    for _ in range(2):
        assert once.read(door, space(), 0, poll(Rows())).complete
    assert [seq_of(request) for request in door.requests] == [2**32 - 1, 0]
