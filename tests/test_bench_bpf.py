"""bench/bpf.py: it runs from end to end on real namespaces and programs, says what it measured, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import random
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_bench import ROOT, SECONDS, Bench

from bench import bpf, events, loaded, many, polls, rounds, starts
from bench.busy import Busy, touch
from bench.echo import Echo
from bench.polls import Polling
from xtcp_ebpf.activity import bpf as bpf_call

pytestmark = pytest.mark.long

Start = Callable[..., Bench]
STATISTICS = Path("/proc/sys/kernel/bpf_stats_enabled")
BY_BPF = [source.title for source in loaded.SOURCES]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts runs whose temporary files are where we see them, and ends what a failing test left of them."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    runs: list[Bench] = []

    def begin(module: str, *words: str) -> Bench:
        runs.append(Bench(module, *words))
        return runs[-1]

    yield begin
    for run in runs:
        for pid in run.left():
            os.kill(pid, signal.SIGKILL)
        run.process.communicate()


@pytest.mark.kernel
def test_a_small_run_measures_everything_and_leaves_nothing(start: Start, tmp_path: Path) -> None:
    """Every section has its rows with figures above zero, the page gets its entry; no process, no file, no setting stays."""
    page, counting = tmp_path / "figures.md", STATISTICS.read_text()
    page.write_text("# Figures\n")
    run = start(
        "bench.bpf", "--count", "5", "--pairs", "20", "--active", "2", "--rounds", "4", "--polls", "3", "--json", "--record", str(page)
    )
    out, messages = run.process.communicate(timeout=180)
    assert run.process.returncode == 0, messages + out
    answer = json.loads(out)
    sections = {key: {row["name"]: row for row in answer[key]} for key in ("polls", "idle", "starts", "events", "loopback")}

    assert list(sections["polls"]) == [bpf.PLAIN, bpf.NONE, bpf.EMPTY, *(f"idle: {title}" for title in (*BY_BPF, polls.COUNTERS))]
    assert all(row["ms"] > 0 and row["mean, ms"] > 0 for row in answer["polls"])
    assert sections["polls"][bpf.PLAIN]["x less"] == 1
    assert sections["polls"][bpf.NONE]["dumps"] == 6
    assert sections["polls"][f"idle: {polls.COUNTERS}"]["dumps"] == 2
    assert all(sections["polls"][f"idle: {title}"]["dumps"] >= 2 for title in BY_BPF)

    assert list(sections["idle"]) == [*BY_BPF, polls.COUNTERS]
    assert sections["idle"][polls.COUNTERS]["dumps"] == 0
    assert all(sections["idle"][title]["read, us"] > 0 for title in BY_BPF)
    assert sections["idle"][polls.COUNTERS]["read, us"] is None

    assert list(sections["starts"]) == [starts.OFF, *BY_BPF]
    assert all(10 < row["daemon, MiB"] < 200 and row["CPU a poll, ms"] > 0 for row in answer["starts"])
    assert all(sections["starts"][title]["start CPU, ms"] > 0 for title in BY_BPF)
    assert [row["name"] for row in answer["starts"] if row["its child, MiB"]] == ["tracepoints, bcc"]

    assert list(sections["events"]) == BY_BPF
    assert all(row["set_state, ns"] > 0 for row in answer["events"])
    assert sections["events"]["walk, libbpf"]["walk, ns"] > sections["events"]["walk, libbpf"]["a namespace"] > 0
    assert all(sections["events"][title][column] > 0 for title in BY_BPF[1:] for column in ("tcp_probe, ns", "retransmit, ns"))

    assert list(sections["loopback"]) == [rounds.NOTHING, *BY_BPF]
    assert all(row["trips/s without"] > 100 for row in answer["loopback"])
    assert all(row["95 %, from"] <= row["loss %"] <= row["to"] for row in answer["loopback"])

    assert "`python -m bench.bpf --count 5" in page.read_text()
    assert "idle: tracepoints, libbpf " in page.read_text()
    assert run.gone()
    assert STATISTICS.read_text() == counting
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.kernel
def test_ctrl_c_leaves_nothing(start: Start) -> None:
    """Those that talk, the holders of sockets and the namespaces go with the room."""
    run = start("bench.bpf", "--count", "5", "--pairs", "20", "--rounds", "4")
    run.until("polls: -skip idle, walk")
    os.killpg(run.process.pid, signal.SIGINT)
    run.process.communicate(timeout=SECONDS)
    assert run.process.returncode not in (0, None)
    assert run.gone()


@pytest.fixture
def name() -> Iterator[str]:
    """A namespace in /run/netns."""
    made = f"xt-{os.getpid()}-bench"
    subprocess.run(["ip", "netns", "add", made], check=True)
    try:
        yield made
    finally:
        subprocess.run(["ip", "netns", "del", made], check=True)


def sockets(name: str, state: str) -> int:
    """How many the namespace has in that state."""
    command = ["ip", "netns", "exec", name, "ss", "-Htn", "state", state]
    return len(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines())


def segments(name: str) -> int:
    """What came in there so far, as its /proc/net/snmp says."""
    text = many.inside(name, lambda: Path("/proc/thread-self/net/snmp").read_text())
    heads, figures = (line.split() for line in text.splitlines() if line.startswith("Tcp:"))
    return int(figures[heads.index("InSegs")])


@pytest.mark.kernel
def test_who_is_told_to_talk_talks(name: str) -> None:
    """Each order makes two segments or more on every connection; nothing stays after the block."""
    with Busy([name], 3) as busy:
        assert sockets(name, "established") == 6
        before = segments(name)
        busy.talk()
        assert segments(name) - before >= 6
    assert sockets(name, "established") == 0


@pytest.mark.kernel
def test_a_touch_marks_a_namespace(name: str) -> None:
    """A listener that comes and goes in a namespace without sockets is seen by a source."""
    inode = (many.PLACE / name).stat().st_ino
    with Polling("-bpf", "require", *loaded.SOURCES[1].flags) as polling:
        read = polling.collection.assist.source.read
        assert inode not in read().seen
        touch([name])
        assert inode in read().seen


@pytest.mark.kernel
def test_the_echo_makes_round_trips_births_and_losses(name: str) -> None:
    """All three orders are obeyed, and both processes are gone after the block."""
    with Echo(name, max(os.sched_getaffinity(0))) as echo:
        meanwhile: list[int] = []
        assert echo.trips(0.01, lambda: meanwhile.append(sockets(name, "established"))) > 100
        assert meanwhile == [2]
        before = segments(name)
        echo.births(0.01)
        assert segments(name) > before
        echo.lose(3)
        assert sockets(name, "syn-sent") == 3
    assert sockets(name, "established") == sockets(name, "syn-sent") == 0


@pytest.mark.kernel
def test_programs_run_only_while_they_are_attached(name: str) -> None:
    """Inside the block the kernel counts their runs, after it none; it counts only where that was asked for."""
    with loaded.Loaded(loaded.SOURCES[1]) as source, Echo(name, max(os.sched_getaffinity(0))) as echo, events.counted():
        program = source.objects.programs["tcp_probe"]
        with source.attached():
            echo.trips(0.01)
        runs = bpf_call.runs(program).runs
        assert runs > 100
        echo.trips(0.01)
        assert bpf_call.runs(program).runs == runs


def test_the_interval_holds_the_median_and_narrows() -> None:
    """The same answer for the same ratios, around their median; a hundred times as many ratios make it narrower, equal ones a point."""
    chance = random.Random(7)
    ratios = [chance.gauss(0.99, 0.02) for _ in range(1000)]
    few, lots = rounds.interval(ratios[:10], resamples=200), rounds.interval(ratios, resamples=200)
    assert rounds.interval(ratios, resamples=200) == lots
    assert lots.low <= statistics.median(ratios) <= lots.high
    assert lots.high - lots.low < (few.high - few.low) / 3
    assert rounds.interval([0.5] * 9, resamples=50) == (0.5, 0.5)


def test_one_cpu_is_left_alone_for_a_while() -> None:
    """Inside the block this process keeps off the CPU that it is told, unless there is no other; afterwards all is as before."""
    before = os.sched_getaffinity(0)
    with rounds.apart() as cpu:
        assert cpu in before
        assert os.sched_getaffinity(0) == (before - {cpu} or before)
    assert os.sched_getaffinity(0) == before


def test_the_cost_of_polls_is_a_median() -> None:
    """One poll that took ten times as long raises the mean, and nothing else."""
    found = polls.cost([polls.Poll(0.001, 2, 2)] * 4 + [polls.Poll(0.011, 9, 2)], 10)
    assert found == pytest.approx((1.0, 3.0, 2.0, 100.0))


@pytest.mark.parametrize(
    "words",
    [("--count", "0"), ("--pairs", "-1"), ("--active", "0"), ("--rounds", "1"), ("--polls", "0"), ("--record", "/nowhere/at/all.md")],
)
def test_what_cannot_be_measured_is_refused(words: tuple[str, str]) -> None:
    """A senseless number or a folder that is not there ends at once with code 2 and names the flag."""
    done = subprocess.run([sys.executable, "-m", "bench.bpf", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert words[0] in done.stderr
