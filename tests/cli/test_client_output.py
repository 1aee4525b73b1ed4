"""What becomes of rows by format and by what stdout is."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from cli.a_terminal import Terminal

from xtcp_ebpf.cli.client_output import create
from xtcp_ebpf.client.inbox import Arrived
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord


def arrived(*counters: int, poll: int = 1, end: bool = False) -> Arrived:
    chunk = Envelope(row=[XtcpFlatRecord(record_counter=counter, inet_diag_msg_state=10) for counter in counters]).SerializeToString()
    return Arrived(chunk, len(counters), poll, end)


def knobs(marshal: str = "", *columns: str) -> Knobs:
    return replace(Knobs(), marshal=marshal, columns=columns)


def test_as_they_come() -> None:
    """jsonl for what is no terminal; each row is out at once; nothing is written for the end of a poll."""
    out = io.BytesIO()
    output = create(knobs(), out, "h:1")
    output.take(arrived(1, 2))
    assert [json.loads(line)["recordCounter"] for line in out.getvalue().splitlines()] == ["1", "2"]
    output.take(arrived(end=True))
    output.end()
    assert out.getvalue().count(b"\n") == 2
    assert output.tick()
    assert not output.note("a word")
    output.close()


def test_a_header_without_rows() -> None:
    """csv has it even then."""
    out = io.BytesIO()
    output = create(knobs("csv", "recordCounter"), out, "h:1")
    output.end()
    assert out.getvalue() == b"recordCounter\n"


def test_a_table_for_each_poll() -> None:
    """Whole at its end, and what is there of one that had none: when the next begins, or nothing more comes."""
    out = io.BytesIO()
    output = create(knobs("table", "recordCounter"), out, "h:1")
    output.take(arrived(2))
    output.take(arrived(1))
    assert out.getvalue() == b""
    output.take(arrived(end=True))
    assert out.getvalue().split() == b"recordCounter 2 1 2 sockets, 1 namespace: 2 LISTEN".split()
    output.take(arrived(3, poll=2))
    output.take(arrived(4, poll=4))
    output.end()
    assert out.getvalue().count(b"recordCounter") == 3
    assert b"1 socket" in out.getvalue()


def test_nowhere() -> None:
    """null writes nothing."""
    out = io.BytesIO()
    output = create(knobs("null"), out, "h:1")
    output.take(arrived(1, end=True))
    output.end()
    output.close()
    assert out.getvalue() == b""


def test_live() -> None:
    """On a terminal: the last poll in its place, and notes above it."""
    terminal = Terminal()
    output = create(knobs(), terminal.out, "h:1")
    output.take(arrived(1, 2, poll=7, end=True))
    assert "h:1  poll 7  " in terminal.seen()[0]
    assert "2 sockets  (Ctrl-C ends)" in terminal.seen()[0]
    output.take(arrived(3, poll=8))
    assert "poll 7" in terminal.seen()[0]
    assert output.note("gone")
    assert terminal.seen()[1] == "gone"
    assert output.tick()
    output.end()
    assert "poll 8" in terminal.seen()[0]
    output.close()
    terminal.close()


def test_wrong() -> None:
    """A format or a column that does not exist."""
    for wrong, text in ((knobs("x"), "there is no format 'x'"), (knobs("table", "x"), "there is no column 'x'")):
        with pytest.raises(BadFlag, match=text):
            create(wrong, io.BytesIO(), "h:1")
