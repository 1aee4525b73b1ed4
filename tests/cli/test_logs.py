"""Log lines to stderr, for people or for programs."""

from __future__ import annotations

import datetime
import io
import json
import logging
import re
from collections.abc import Iterator

import pytest

from xtcp_ebpf.cli import logs

COLLECTOR = "xtcp_ebpf.collector"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """Logging belongs to the whole process."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    root.handlers[:] = handlers
    logging.getLogger(COLLECTOR).setLevel(logging.NOTSET)


def said(monkeypatch: pytest.MonkeyPatch, form: str, d: int = 0) -> io.StringIO:
    """Where the lines go from now on."""
    err = io.StringIO()
    monkeypatch.setattr("sys.stderr", err)
    logs.start(form, d)
    return err


def test_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time in UTC to the millisecond, level, message."""
    err = said(monkeypatch, "text")
    logging.getLogger("xtcp_ebpf.daemon").warning("%d of %s", 3, "them")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WARNING 3 of them\n", err.getvalue())


def test_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """One object a line, whatever the message holds, with the same time."""
    err = said(monkeypatch, "json")
    before = datetime.datetime.now(datetime.UTC) - datetime.timedelta(milliseconds=2)
    logging.getLogger("xtcp_ebpf.daemon").error('a "word"\nand ünicode')
    (line,) = err.getvalue().splitlines()
    found = json.loads(line)
    assert found.keys() == {"time", "level", "logger", "message"}
    assert (found["level"], found["logger"], found["message"]) == ("error", "xtcp_ebpf.daemon", 'a "word"\nand ünicode')
    assert before <= datetime.datetime.fromisoformat(found["time"]) <= datetime.datetime.now(datetime.UTC)


def test_a_trace_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in the same object."""
    err = said(monkeypatch, "json")
    try:
        raise ZeroDivisionError("a defect")
    except ZeroDivisionError:
        logging.getLogger("xtcp_ebpf").exception("trouble")
    found = json.loads(err.getvalue())
    assert found["message"] == "trouble"
    assert found["exception"].endswith("ZeroDivisionError: a defect")


@pytest.mark.parametrize(
    ("d", "shown"),
    [(0, {"event"}), (10, {"event"}), (11, {"event", "poll"}), (100, {"event", "poll"}), (101, {"event", "poll", "namespace"})],
)
def test_how_much_is_said(d: int, shown: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """As -help says it: events, then polls, then namespaces."""
    err = said(monkeypatch, "text", d)
    logging.getLogger("xtcp_ebpf.daemon").info("event")
    logging.getLogger("xtcp_ebpf.daemon").debug("poll")
    logging.getLogger(f"{COLLECTOR}.reading").debug("namespace")
    assert {line.split()[-1] for line in err.getvalue().splitlines()} == shown


def test_twice_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second start takes the place of the first: no line comes twice."""
    said(monkeypatch, "text")
    err = said(monkeypatch, "text")
    logging.getLogger("xtcp_ebpf").info("once")
    assert len(err.getvalue().splitlines()) == 1


def test_repeats_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten of a kind in a minute, whatever their values; the first one after it says how many there were; other kinds are not touched."""
    err = said(monkeypatch, "text", 111)
    (handler,) = logging.getLogger().handlers
    now = [100.0]
    handler.filters[:] = [logs.Repeats(lambda: now[0])]
    log = logging.getLogger("xtcp_ebpf.repeats")
    for n in range(25):
        log.warning("socket %d is odd", n)
    log.warning("another kind")
    for _ in range(20):
        log.debug("each poll")
    now[0] += 61
    log.warning("socket %d is odd", 25)
    log.warning("socket %d is odd", 26)
    lines = [line.split(" ", 2)[2] for line in err.getvalue().splitlines()]
    assert lines[:10] == [f"socket {n} is odd" for n in range(10)]
    assert lines[10] == "another kind"
    assert lines[11:31] == ["each poll"] * 20
    assert lines[31:] == ["socket 25 is odd (15 more of this kind were left out)", "socket 26 is odd"]
