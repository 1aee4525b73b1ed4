"""Wishes wait for the thread that polls, and who wishes hears what became of them."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import inf

import pytest

from xtcp_ebpf import steering as module
from xtcp_ebpf.api.control import Busy, Refused, TooLate
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.steering import Steering


class Attended:
    """A Steering, and how often it has asked for attention."""

    def __init__(self) -> None:
        self.calls = threading.Semaphore(0)
        self.steering = Steering(self.calls.release)

    def serve(self) -> int:
        """What the thread that polls does: answer each with what it asked for."""
        assert self.calls.acquire(timeout=10)
        asked = self.steering.take()
        for each in asked:
            try:
                each.done.set_result(each.change(Knobs()))
            except Refused as error:
                each.done.set_exception(error)
        return len(asked)


def test_a_change_is_made_by_the_other_thread_and_answered() -> None:
    """Each in its turn, from the knobs that are in effect then; what it raises is raised."""
    attended = Attended()

    def refuse(_: Knobs) -> Knobs:
        raise Refused([BadFlag("-dest", "no")])

    with ThreadPoolExecutor() as others:
        made = others.submit(attended.steering.ask, lambda knobs: replace(knobs, tag="new"), 10.0)
        assert attended.serve() == 1
        assert made.result(10).tag == "new"
        refused = others.submit(attended.steering.ask, refuse, 10.0)
        attended.serve()
        with pytest.raises(Refused, match="-dest: no"):
            refused.result(10)


def test_whose_turn_does_not_come_is_taken_back() -> None:
    """TooLate after its time; the thread that polls never sees it."""
    attended = Attended()
    begun = time.monotonic()
    with pytest.raises(TooLate, match="nothing was changed"):
        attended.steering.ask(lambda knobs: knobs, 0.05)
    assert time.monotonic() - begun < 5
    assert attended.steering.take() == []


def test_one_that_has_begun_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its time is for its turn; from then on it has as long as it takes, and if that is too long, it is not said to be undone."""
    attended = Attended()
    with ThreadPoolExecutor() as others:
        waits = others.submit(attended.steering.ask, lambda knobs: knobs, 0.2)
        assert attended.calls.acquire(timeout=10)
        (asked,) = attended.steering.take()
        time.sleep(0.3)
        asked.done.set_result(Knobs(tag="slow"))
        assert waits.result(10).tag == "slow"
        monkeypatch.setattr(module, "LONGEST_CHANGE_SECONDS", 0.05)
        hangs = others.submit(attended.steering.ask, lambda knobs: knobs, 0.05)
        assert attended.calls.acquire(timeout=10)
        attended.steering.take()
        with pytest.raises(TooLate, match="it goes on"):
            hangs.result(10)


def test_polls_that_are_asked_for() -> None:
    """A trigger is due at once, whatever the beat says, and once however often it was asked for."""
    steering = Attended().steering
    assert steering.due(50.0) == 50.0
    for _ in range(3):
        steering.trigger()
    assert steering.due(50.0) == -inf
    steering.began(10.0)
    assert steering.due(50.0) == 50.0


def test_a_burst() -> None:
    """So many, so far apart, whatever polls come between; a second one meanwhile is refused, and one after it is not."""
    steering = Attended().steering
    steering.burst(3, 2.0, 10.0)
    assert steering.due(50.0) == 10.0
    steering.began(10.1)
    assert steering.due(50.0) == 12.0
    with pytest.raises(Busy, match="2 polls of it"):
        steering.burst(1, 1.0, 11.0)
    steering.began(11.0)  # the beat's
    assert steering.due(50.0) == 12.0
    steering.began(17.0)  # late: the next is not made up for
    assert steering.due(50.0) == 17.0
    steering.began(17.5)
    assert steering.due(50.0) == 50.0
    steering.burst(1, 1.0, 20.0)
    assert steering.due(50.0) == 20.0


def test_the_end() -> None:
    """Who waits is told."""
    attended = Attended()
    with ThreadPoolExecutor() as others:
        waits = others.submit(attended.steering.ask, lambda knobs: knobs, 30.0)
        assert attended.calls.acquire(timeout=10)
        attended.steering.close()
        with pytest.raises(TooLate, match="the daemon ends"):
            waits.result(10)
