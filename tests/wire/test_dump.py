"""The state of one dump, against a fake kernel."""

from __future__ import annotations

import pytest
from fake_kernel import NLM_F_DUMP_INTR, PORTID, done, dump, error, message, overrun, row
from hypothesis import given, settings
from hypothesis import strategies as st
from messages import EMPTY, SEQ, Pair, decode

from xtcp_ebpf.abc import Engine
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.wire.dump import Dump


def _dump(engine: Engine, *, modulus: int = 1, ordinal: int = 0, numbering: Numbering | None = None) -> Dump:
    return Dump(engine, SEQ, PORTID, EMPTY, (numbering or Numbering()).reserve, modulus, ordinal)


def test_a_whole_dump(engine: Engine) -> None:
    """150 sockets in three datagrams and DONE: every one is a row, numbered from 1 on, and there is no reason to complain."""
    one = _dump(engine)
    datagrams = dump(SEQ, 150)
    chunks = []
    for datagram in datagrams:
        assert not one.ended
        assert one.reason == "unfinished"
        chunks.append(one.feed(datagram)[0])
    assert (one.sockets, one.rows, one.ended, one.errno, one.reason, one.explain()) == (150, 150, True, 0, "", "whole")
    rows = Envelope.FromString(b"".join(chunks)).row
    assert [row.inet_diag_msg_socket_cookie for row in rows] == [row.record_counter for row in rows] == list(range(1, 151))
    assert one.trouble == {}


@pytest.mark.parametrize(
    ("datagrams", "reason", "said"),
    [
        ([], "unfinished", "never said that it was done"),
        ([row(SEQ)], "unfinished", "never said that it was done"),
        ([error(SEQ, 1)], "refused", "EPERM (Operation not permitted)"),
        ([row(SEQ), done(SEQ, 4)], "refused", "EINTR (Interrupted system call)"),
        ([row(SEQ) + overrun(SEQ), done(SEQ)], "overrun", "NLMSG_OVERRUN"),
        ([row(SEQ, flags=NLM_F_DUMP_INTR), done(SEQ)], "interrupted", "NLM_F_DUMP_INTR"),
        ([row(SEQ) + overrun(SEQ), done(SEQ, flags=NLM_F_DUMP_INTR)], "overrun", "NLMSG_OVERRUN"),
        ([overrun(SEQ), error(SEQ, 2)], "refused", "ENOENT"),
        ([row(SEQ) + b"\x08\0\0\0", done(SEQ)], "damaged", "rows are missing"),
        ([message(20, bytes(71), SEQ), done(SEQ)], "damaged", "rows are missing"),
        ([message(99, bytes(80), SEQ), done(SEQ)], "damaged", "rows are missing"),
        ([done(SEQ - 1), error(SEQ - 1, 1), overrun(SEQ - 1)], "unfinished", "never said"),
        ([done(SEQ)], "", "whole"),
    ],
)
def test_why_a_dump_is_not_whole(datagrams: list[bytes], reason: str, said: str, engine: Engine) -> None:
    """Each way to fail has its word and its sentence; the gravest is told; what belongs to another dump ends nothing."""
    one = _dump(engine)
    for datagram in datagrams:
        one.feed(datagram)
    assert one.reason == reason
    assert said in one.explain()


def test_an_unknown_errno_is_told_by_number(engine: Engine) -> None:
    """A number without a name does not hide the verdict."""
    one = _dump(engine)
    one.feed(error(SEQ, 9999))
    assert (one.ended, one.errno, one.reason) == (True, 9999, "refused")
    assert "9999" in one.explain()


def test_late_replies_are_counted_and_dropped(engine: Engine) -> None:
    """Rows of an abandoned dump neither come out nor move this one's numbering."""
    one = _dump(engine)
    assert one.feed(row(SEQ - 1) * 3 + row(SEQ, portid=1)) == (b"", 0)
    one.feed(row(SEQ) + done(SEQ))
    assert one.trouble == {("late", 0): 4}
    assert (one.sockets, one.rows, one.reason) == (1, 1, "")


def test_troubles_of_all_datagrams_add_up(engine: Engine) -> None:
    """Two datagrams with an unknown attribute each are two."""
    one = _dump(engine)
    for _ in range(2):
        one.feed(row(SEQ, attributes=((50, b""),)))
    assert one.trouble == {("attribute_unknown", 50): 2}


@given(st.integers(1, 12), st.integers(0, 30), st.integers(0, 60), st.integers(1, 20))
@settings(deadline=None, max_examples=60)
def test_every_nth_socket_of_a_dump(engines: Pair, modulus: int, ordinal: int, sockets: int, per_datagram: int) -> None:
    """How the kernel parts the sockets into datagrams makes no difference to which become rows, and counters have no gap."""
    for engine in engines:
        one = _dump(engine, modulus=modulus, ordinal=ordinal)
        raw = b"".join(one.feed(datagram)[0] for datagram in dump(SEQ, sockets, per_datagram=per_datagram))
        rows = Envelope.FromString(raw).row
        assert [row.inet_diag_msg_socket_cookie for row in rows] == [n + 1 for n in range(sockets) if (ordinal + n) % modulus == 0]
        assert [row.record_counter for row in rows] == list(range(1, len(rows) + 1))
        assert (one.sockets, one.rows) == (sockets, len(rows))


def test_two_dumps_share_a_numbering(engine: Engine) -> None:
    """Readers take numbers in turn: together they are 1 to n, each once."""
    numbering = Numbering()
    left, right = _dump(engine, numbering=numbering), _dump(engine, numbering=numbering)
    raw = left.feed(row(SEQ) * 3)[0] + right.feed(row(SEQ) * 2)[0] + left.feed(row(SEQ) + done(SEQ))[0]
    assert [row.record_counter for row in Envelope.FromString(raw).row] == [1, 2, 3, 4, 5, 6]


def test_the_dump_says_what_the_engine_says(engine: Engine) -> None:
    """The chunk is the engine's own, not a copy of another shape."""
    decoded = decode(engine, row(SEQ) * 2)
    assert _dump(engine).feed(row(SEQ) * 2) == (decoded.chunk, decoded.rows)
