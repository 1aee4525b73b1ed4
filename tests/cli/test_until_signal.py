"""The first signal asks, the second does not wait."""

from __future__ import annotations

import os
import signal
import time

import pytest

from xtcp_ebpf.cli.until_signal import GivenUp, until_signal


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["INT", "TERM"])
def test_once_and_twice(number: signal.Signals) -> None:
    """The first calls, the second raises; behind it the handlers are as before."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)}
    asked: list[int] = []
    with until_signal(lambda: asked.append(1)):
        os.kill(os.getpid(), number)
        assert asked == [1]
        with pytest.raises(GivenUp):
            os.kill(os.getpid(), signal.SIGINT)
    assert asked == [1]
    assert {one: signal.getsignal(one) for one in before} == before


def test_grace() -> None:
    """So long after the first it does not wait either; without a grace it waits."""
    with pytest.raises(GivenUp, match="stdout was not read"), until_signal(lambda: None, 0.05):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(20)  # cut short by the alarm
    with until_signal(lambda: None):
        os.kill(os.getpid(), signal.SIGTERM)
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
