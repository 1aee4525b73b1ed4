"""System errors as words for counters."""

from __future__ import annotations

import errno
import os
import socket

import pytest

from xtcp_ebpf.destinations._failure import failure


@pytest.mark.parametrize(
    ("number", "reason", "retry"),
    [
        (errno.ECONNREFUSED, "refused", True),
        (errno.EPIPE, "closed", True),
        (errno.ENOSPC, "disk_full", True),
        (errno.EMSGSIZE, "too_large", False),
        (errno.EPROTOTYPE, "wrong_type", False),
        (errno.ELIBBAD, "other", True),
    ],
)
def test_reasons(number: int, reason: str, retry: bool) -> None:
    """Each error has its word, its name in the text, and says whether another try makes sense."""
    problem = failure("tcp:h:1", OSError(number, os.strerror(number)))
    assert (problem.reason, problem.retry) == (reason, retry)
    assert str(problem).startswith(f"tcp:h:1: {errno.errorcode[number]} (")


def test_names_and_timeouts() -> None:
    """A name that does not resolve and a timeout have no errno of the system, and a text of their own."""
    assert failure("tcp:h:1", socket.gaierror(-2, "Name or service not known")).reason == "resolve"
    assert failure("tcp:h:1", TimeoutError("timed out")).reason == "timeout"
