"""What a caller is told of what went wrong."""

from __future__ import annotations

import logging
from urllib.parse import quote

import grpc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.api.answering import LONGEST_TEXT, No, answer, fitting, refused
from xtcp_ebpf.api.control import Busy, Refused, TooLate
from xtcp_ebpf.errors import BadFlag


class Aborted(Exception):
    """As gRPC's context raises it."""


class Context:
    """Of one call."""

    def abort(self, code: grpc.StatusCode, details: str) -> None:
        raise Aborted(code, details)


def told(raised: Exception) -> tuple[grpc.StatusCode, str]:
    """The code and the text for what a call raised."""

    def work() -> None:
        raise raised

    with pytest.raises(Aborted) as caught:
        answer(Context(), work)  # type: ignore[arg-type]  # the part of it that is used
    code, text = caught.value.args
    return code, text


@pytest.mark.parametrize(
    ("raised", "code", "text"),
    [
        (No(grpc.StatusCode.FAILED_PRECONDITION, "no\nway"), grpc.StatusCode.FAILED_PRECONDITION, "no\\nway"),
        (Busy("a burst is under way"), grpc.StatusCode.RESOURCE_EXHAUSTED, "a burst is under way"),
        (TooLate("it is late"), grpc.StatusCode.UNAVAILABLE, "it is late"),
        (
            Refused([BadFlag("-bpf", "no BTF"), BadFlag("-d", "x")]),
            grpc.StatusCode.INVALID_ARGUMENT,
            "bpf (-bpf): no BTF; debug_level (-d): x",
        ),
    ],
)
def test_each_has_its_code(raised: Exception, code: grpc.StatusCode, text: str) -> None:
    """And its own words, with the field's name beside the flag's."""
    assert told(raised) == (code, text)


def test_what_was_not_meant_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    """Neither to the caller nor in the log: only its kind, and in the log the place."""
    with caplog.at_level(logging.ERROR):
        assert told(KeyError("s3cret")) == (grpc.StatusCode.INTERNAL, "KeyError in the daemon: its log says where")
    assert "s3cret" not in caplog.text
    assert "test_answering.py" in caplog.text


def test_an_answer_is_passed_on() -> None:
    """When all is well."""
    assert answer(Context(), lambda: 7) == 7  # type: ignore[arg-type]  # the part of it that is used


def test_many_problems_fit() -> None:
    """As many as a client takes, and how many more there are."""
    no = refused(BadFlag(f"-flag{number}", "ü" * 40) for number in range(200))
    assert no.code is grpc.StatusCode.INVALID_ARGUMENT
    assert no.text.startswith("-flag0: ")
    shown = no.text.count("-flag")
    assert 5 < shown < 30
    assert no.text.endswith(f"; and {200 - shown} more")
    assert fitting(no.text) == no.text


@given(st.text(max_size=300), st.integers(1, 200))
def test_any_text_fits(text: str, times: int) -> None:
    """In a header, on one line."""
    made = fitting(text * times)
    assert made.isprintable()
    assert len(quote(made)) <= 3 * LONGEST_TEXT
    assert len(made.encode()) <= LONGEST_TEXT
