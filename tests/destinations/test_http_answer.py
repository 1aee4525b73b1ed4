"""What each status means for the payload."""

from __future__ import annotations

from email.message import Message

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations._http_answer import SMALLEST_PIECE_BYTES, Answer, Learnt, judge
from xtcp_ebpf.errors import SendError

NOW = 1_795_262_400.0  # Sat, 21 Nov 2026 12:00:00 GMT


def judged(status: int, body: bytes = b"", learnt: Learnt | None = None, size: int = 1000, **headers: str) -> SendError | None:
    said = Message()
    for name, value in headers.items():
        said[name.replace("_", "-")] = value
    answer = Answer(status, "Phrase", said, body)
    return judge(Target("http", "//h:1/in?x=1"), answer, learnt or Learnt(), size, NOW, lambda text: text.replace("hunter2", "***"))


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_taken(status: int) -> None:
    """All of 2xx is a confirmation."""
    learnt = Learnt()
    assert judged(status, learnt=learnt) is None
    assert learnt.takes


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (408, "timeout"),
        (425, "busy"),
        (429, "busy"),
        (500, "server_error"),
        (502, "server_error"),
        (503, "busy"),
        (504, "timeout"),
        (507, "server_error"),
        (599, "server_error"),
        (401, "denied"),
        (403, "denied"),
        (404, "missing"),
        (405, "status"),
        (407, "denied"),
        (410, "missing"),
        (418, "status"),
        (103, "status"),
        (600, "server_error"),
    ],
)
def test_tried_again(status: int, reason: str) -> None:
    """Trouble of the server, and whatever an operator can mend, costs nothing but time."""
    problem = judged(status)
    assert problem is not None
    assert (problem.reason, problem.retry) == (reason, True)
    assert str(problem).startswith(f"http://h:1/in?x=1: {status} Phrase")


def test_what_an_operator_mends_has_a_hint() -> None:
    """A login that is refused says where logins come from, a path that is wrong says so."""
    assert "-destUser, its password, the token or -httpHeadersFile" in str(judged(401))
    assert "is the path right?" in str(judged(404))


@pytest.mark.parametrize("status", [400, 415, 422])
def test_a_refused_payload_is_lost_only_among_others_that_are_taken(status: int) -> None:
    """After one that was taken it is the payload's fault, and it goes; where nothing is taken all are kept: something else is wrong."""
    learnt = Learnt()
    first = judged(status, learnt=learnt)
    assert first is not None
    assert (first.reason, first.retry) == ("rejected", True)
    assert "is the URL right, and the format?" in str(first)
    assert judged(200, learnt=learnt) is None
    poisoned = judged(status, b"Cannot parse", learnt)
    assert poisoned is not None
    assert (poisoned.reason, poisoned.retry) == ("rejected", False)
    assert str(poisoned).endswith("Cannot parse: the payload is dropped")
    again = judged(status, learnt=learnt)
    assert again is not None
    assert again.retry


def test_too_large_is_halved() -> None:
    """413 teaches a limit, so that the sender splits, down to a smallest size; who does not take that is waited for."""
    learnt, size = Learnt(), 100_000
    for limit in (50_000, 25_000, SMALLEST_PIECE_BYTES):
        problem = judged(413, learnt=learnt, size=size)
        assert problem is not None
        assert (problem.reason, problem.retry, learnt.limit) == ("too_large", True, limit)
        size = limit
    last = judged(413, learnt=learnt, size=size)
    assert last is not None
    assert (last.retry, learnt.limit) == (True, SMALLEST_PIECE_BYTES)
    assert "raise the server's limit" in str(last)


def test_a_redirect_says_what_to_write() -> None:
    """The place is named whole, also where the server gave only a path; nothing of it is a secret."""
    there = judged(301, Location="https://other/x?password=hunter2")
    here = judged(308, Location="/new")
    assert str(there).endswith("write -dest https://other/x?password=***")
    assert str(here).endswith("write -dest http://h:1/new")
    assert here is not None
    assert (here.reason, here.retry) == ("redirect", True)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("86400", 300.0),
        ("Sat, 21 Nov 2026 12:00:30 GMT", 30.0),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0),
        ("Fri, 21 Nov 9999 11:00:00 GMT", 300.0),
        ("soon", 0.0),
        ("", 0.0),
        ("-5", 0.0),
        ("\u0663", 0.0),
    ],
)
def test_retry_after(text: str, seconds: float) -> None:
    """Seconds or a date, up to a bound; what cannot be read counts as not said."""
    problem = judged(503, Retry_After=text)
    assert problem is not None
    assert problem.after_seconds == seconds


def test_the_first_line_of_the_body_is_told() -> None:
    """The first that is not empty, cut, without secrets; pages for browsers say nothing."""
    assert str(judged(500, b"\r\n Code: 60. DB::Exception: hunter2 \nmore")).endswith(": Code: 60. DB::Exception: ***")
    assert len(str(judged(500, b"x" * 5000))) < 400
    assert str(judged(500, b"\xff\xfe")).endswith(": \ufffd\ufffd")
    assert str(judged(502, b"<html><head>", Content_Type="text/html; charset=x")) == "http://h:1/in?x=1: 502 Phrase"


def test_an_exception_behind_a_200_is_none_taken() -> None:
    """ClickHouse may fail after its status has gone out: its header says so."""
    learnt = Learnt()
    problem = judged(200, b"Code: 241. Memory limit", learnt, X_ClickHouse_Exception_Code="241")
    assert problem is not None
    assert (problem.reason, problem.retry, learnt.takes) == ("server_error", True, False)
