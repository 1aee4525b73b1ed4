"""Where CPU time goes, of threads that spend it and threads that do not."""

from __future__ import annotations

import hashlib
import threading
import time
from pathlib import Path

from profiles.spenders import at_work
from scripted_destination import FakeClock
from servers.go_pprof import opened

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.profiles import cpu, pprof
from xtcp_ebpf.profiles.profile import Profile, Stack

CLOCK = SystemClock()


def spent(profile: Profile, thread: str) -> dict[Stack, int]:
    """CPU nanoseconds by stack."""
    return {stack: values[-1] for (name, stack), values in profile.samples.items() if name == thread}


def test_who_spends_and_who_waits(tmp_path: Path) -> None:
    """The process's time is told, but for what goes before the first look and after the last, nearly all of it in the function that spends
    it; who waits has none. The real pprof agrees."""
    with at_work():
        began = time.process_time_ns()
        profile = cpu.sample(0.7, threading.Event().wait, CLOCK)
        whole = time.process_time_ns() - began
    assert 0.6 * whole < profile.total("cpu") < whole + 20_000_000
    burner = spent(profile, "burner")
    burning = sum(ns for stack, ns in burner.items() if any(frame.name.endswith("spenders.burn") for frame in stack))
    assert burning == sum(burner.values()) > 0.6 * profile.total("cpu")
    assert sum(spent(profile, "sleeper").values()) < 20_000_000
    assert profile.period_ns == round(1e9 / cpu.HERTZ)
    assert 0.6 < profile.duration_ns / 1e9 < 5
    (file := tmp_path / "cpu.pprof").write_bytes(pprof.encode(profile))
    top = opened(file, "-top", scratch=tmp_path).splitlines()
    at = next(number for number, line in enumerate(top) if line.split()[:1] == ["flat"])
    assert top[at + 1].split()[-1].endswith("spenders.burn")


def test_work_that_leaves_the_interpreter() -> None:
    """C code that gives up the interpreter's lock is found at the line that called it."""
    enough = threading.Event()
    block = bytes(1 << 20)

    def hash_on() -> None:
        while not enough.is_set():
            hashlib.sha256(block).digest()

    thread = threading.Thread(target=hash_on, name="hasher")
    thread.start()
    profile = cpu.sample(0.5, threading.Event().wait, CLOCK)
    enough.set()
    thread.join()
    found = spent(profile, "hasher")
    here = sum(ns for stack, ns in found.items() if next(frame for frame in stack if frame != cpu.BEFORE).name.endswith("hash_on"))
    assert here > 0.8 * sum(found.values()) > 0


def test_what_was_done_before_a_wait() -> None:
    """A thread that spends between two looks and is found waiting: its wait is not taken for what spent."""
    enough, go_on = threading.Event(), threading.Event()
    looks = []

    def spend_and_wait() -> None:
        while not enough.is_set():
            go_on.wait()
            go_on.clear()
            ends = time.thread_time() + 0.01
            while time.thread_time() < ends:
                pass

    thread = threading.Thread(target=spend_and_wait, name="by turns")
    thread.start()

    def wait(_seconds: float) -> bool:
        """Looks only at times when the other waits: once behind what it spent, then twice more, 15 ms apart."""
        if len(looks) % 3:
            looks.append(0)
            return threading.Event().wait(0.015)
        before = time.monotonic()
        spent_before = cpu.cpu_ns(thread.native_id or 0) or 0
        go_on.set()
        while (cpu.cpu_ns(thread.native_id or 0) or 0) < spent_before + 10_000_000 and time.monotonic() < before + 10:
            time.sleep(0.001)
        looks.append(1)
        return len(looks) > 25

    profile = cpu.sample(60.0, wait, CLOCK)
    enough.set()
    go_on.set()
    thread.join()
    found = spent(profile, "by turns")
    unseen = sum(ns for stack, ns in found.items() if stack[0] == cpu.BEFORE and stack[1].name == "threading.Condition.wait")
    assert unseen > 0.7 * sum(found.values()) > 0


def test_threads_that_are_born_meanwhile() -> None:
    """All that they have spent counts, from their first moment."""
    born: list[threading.Thread] = []
    enough = threading.Event()

    def spin() -> None:
        while not enough.is_set():
            pass

    def wait(seconds: float) -> bool:
        if not born:
            born.append(threading.Thread(target=spin, name="late"))
            born[0].start()
        return threading.Event().wait(seconds) or (cpu.cpu_ns(born[0].native_id or 0) or 0) > 60_000_000

    profile = cpu.sample(30.0, wait, CLOCK)
    enough.set()
    born[0].join()
    assert sum(spent(profile, "late").values()) > 50_000_000


def test_threads_that_have_ended() -> None:
    """Their time stays in the sum, and they are not kept."""
    looks = cpu.Looks()
    for _ in range(cpu.FORGOTTEN + 20):
        enough = threading.Event()
        thread = threading.Thread(target=lambda enough=enough: enough.wait(), name="short")
        thread.start()
        looks.look(0.0)
        enough.set()
        thread.join()
    looks.look(1.0)
    assert len(looks._found) <= cpu.FORGOTTEN + 10
    ends = time.thread_time() + 0.02
    while time.thread_time() < ends:
        pass
    looks.look(2.0)
    assert sum(values[-1] for values in looks.read().values()) > 20_000_000


def test_the_end_comes_when_it_is_asked_for() -> None:
    """Long before its time is over; what was seen by then is told."""
    enough = threading.Event()
    threading.Timer(0.2, enough.set).start()
    began = time.monotonic()
    profile = cpu.sample(3600.0, enough.wait, CLOCK)
    assert time.monotonic() - began < 10
    assert profile.samples


def test_looks_that_could_not_be_taken_are_counted() -> None:
    """Time that passed without a look is not made good for by a burst of looks."""

    class Stalled(FakeClock):
        """Stands still for a second at the second look."""

        def __init__(self) -> None:
            super().__init__()
            self.looks = 0

        def wait(self, seconds: float) -> bool:
            self.looks += 1
            self.time += 1.0 if self.looks == 2 else seconds
            return False

    clock = Stalled()
    profile = cpu.sample(2.0, clock.wait, clock, hertz=10)
    assert clock.looks <= 12
    assert profile.remarks == (f"{clock.looks} looks at 10 Hz, 9 left out",)
    assert profile.period_ns == 100_000_000
