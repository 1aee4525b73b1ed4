"""The first signal asks, the second does not wait."""

from __future__ import annotations

import os
import signal

import pytest

from xtcp_ebpf.cli.until_signal import GivenUp, until_signal


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["INT", "TERM"])
def test_once_and_twice(number: signal.Signals) -> None:
    """The first calls, the second raises; behind it the handlers are as before."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    asked: list[int] = []
    with until_signal(lambda: asked.append(1)):
        os.kill(os.getpid(), number)
        assert asked == [1]
        with pytest.raises(GivenUp):
            os.kill(os.getpid(), signal.SIGINT)
    assert asked == [1]
    assert {one: signal.getsignal(one) for one in before} == before
