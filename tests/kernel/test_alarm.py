"""A wait ends at its time, by what is readable, or by the word to end."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

from xtcp_ebpf.kernel.alarm import Alarm


def test_time_and_descriptors() -> None:
    """Nothing within the time: nothing is named; what is readable is named at once, and again until it is read."""
    alarm = Alarm()
    one, other = socket.socketpair()
    with one, other:
        begun = time.monotonic()
        assert alarm.watch(0.05, (one.fileno(),)) == ()
        assert time.monotonic() - begun >= 0.05
        other.send(b"x")
        assert alarm.watch(10, (one.fileno(),)) == alarm.watch(10, (one.fileno(),)) == (one.fileno(),)
        one.recv(1)
        assert alarm.watch(0, (one.fileno(),)) == ()


def test_the_word_to_end() -> None:
    """set() from another thread ends a wait that would be long, and every wait after it; it is an Event all the same."""
    alarm = Alarm()
    timer = threading.Timer(0.05, alarm.set)
    timer.start()
    begun = time.monotonic()
    assert alarm.watch(60, ()) == ()
    assert alarm.watch(60, ()) == ()
    assert time.monotonic() - begun < 30
    assert alarm.is_set()
    assert alarm.wait(60)
    timer.join()


def test_set_many_times() -> None:
    """A thousand words are one: it never blocks, and never fails."""
    alarm = Alarm()
    for _ in range(1000):
        alarm.set()
    assert alarm.is_set()


def test_nothing_stays() -> None:
    """Its descriptor goes with it, and is none that a child would have."""
    before = {path.name for path in Path("/proc/self/fd").iterdir()}
    alarm = Alarm()
    assert not os.get_inheritable(alarm._bell)
    del alarm
    assert {path.name for path in Path("/proc/self/fd").iterdir()} <= before


def test_a_nudge_ends_one_watch() -> None:
    """The one that is under way or the next, names nothing, and is over then; many before it are one. It is no word to end."""
    alarm = Alarm()
    one, other = socket.socketpair()
    with one, other:
        for _ in range(3):
            alarm.nudge()
        begun = time.monotonic()
        assert alarm.watch(60, (one.fileno(),)) == ()
        timer = threading.Timer(0.05, alarm.nudge)
        timer.start()
        assert alarm.watch(60, (one.fileno(),)) == ()
        assert time.monotonic() - begun < 30
        timer.join()
        begun = time.monotonic()
        assert alarm.watch(0.05, (one.fileno(),)) == ()
        assert time.monotonic() - begun >= 0.05
        assert not alarm.is_set()
