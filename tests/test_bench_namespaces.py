"""bench/namespaces.py: it runs from end to end on real namespaces, says what it measured, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_bench import ROOT, SECONDS, Bench

from bench import many, namespaces, visits, watched

pytestmark = pytest.mark.long

Start = Callable[..., Bench]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts runs, and ends what a failing test left of them."""
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
    """Every section has its rows with figures above zero, threads and descriptors are flat, the page gets its entry, no process stays."""
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n")
    run = start("bench.namespaces", "--quick", "--count", "30", "--others", "400", "--processes", "20", "--json", "--record", str(page))
    out, messages = run.process.communicate(timeout=60)
    assert run.process.returncode == 0, messages + out
    answer = json.loads(out)
    polls = {row["name"]: row for row in answer["polls"]}
    assert list(polls) == [namespaces.PLAIN, namespaces.NONE, namespaces.EMPTY]
    # The others are differences of two loads: at so few namespaces smaller than what the scheduler's clock adds.
    assert polls[namespaces.PLAIN]["ms"] > 0
    assert all(isinstance(row["ms"], float) for row in polls.values())
    assert polls[namespaces.PLAIN]["x less"] == 1
    few, full = answer["flat"]
    assert (few["name"], full["name"]) == ("10 namespaces", "30 namespaces")
    assert few["threads"] == full["threads"] > 0
    assert few["fds, resting"] == full["fds, resting"] > 3
    assert [row["name"] for row in answer["search"]] == ["31 mounts", "and 20 processes"]
    assert [row["name"] for row in answer["visit"]] == ["1 thread", "2 threads", "4 threads"]
    assert all(row["look, us"] > 0 and row["open, us"] > 0 for row in answer["visit"])
    assert answer["dump"][0]["by family, ms"] > answer["dump"][-1]["by family, ms"] > 0
    assert "`python -m bench.namespaces --quick" in page.read_text()
    assert run.gone()


@pytest.mark.kernel
def test_ctrl_c_leaves_nothing(start: Start) -> None:
    """The namespaces, the holders of sockets and the daemon go with the room."""
    run = start("bench.namespaces", "--count", "30", "--others", "400", "--processes", "20")
    run.until("threads and descriptors at 10")
    os.killpg(run.process.pid, signal.SIGINT)
    run.process.communicate(timeout=SECONDS)
    assert run.process.returncode not in (0, None)
    assert run.gone()


@pytest.mark.kernel
def test_sleepers_end_with_their_block() -> None:
    """As many processes as asked are there, and none is afterwards."""
    with many.Sleepers(5) as sleepers:
        children = Path(f"/proc/{sleepers.pid}/task/{sleepers.pid}/children")
        pids = children.read_text().split()
        assert len(pids) == 5
    assert not [pid for pid in pids if Path("/proc", pid).exists()]


def test_a_dump_by_family_reaches_its_end() -> None:
    """Both requests are taken by this kernel, twice in a row on one buffer."""
    buffer = bytearray(32768)
    visits.dump_by_family(buffer)
    visits.dump_by_family(buffer)


def test_more_descriptors_than_the_host_gives_are_refused_in_one_sentence() -> None:
    """The sentence says what takes them, how many there are and what to do."""
    with pytest.raises(SystemExit, match=r"a million namespaces takes \d+ file descriptors, the limit is \d+: raise it .* or ask for less"):
        watched.descriptors(2**40, "a million namespaces")


def test_more_namespaces_than_the_host_allows_are_refused_before_the_first() -> None:
    """The sentence names the sysctl."""
    spaces = many.Many(lambda _what: None)
    with pytest.raises(SystemExit, match=r"are more than this host allows: sysctl user\.max_net_namespaces is \d+"):
        spaces.grow(2**40)
    assert spaces.names == []


@pytest.mark.parametrize("words", [("--count", "5"), ("--others", "-1"), ("--rounds", "0"), ("--record", "/nowhere/at/all.md")])
def test_what_cannot_be_measured_is_refused(words: tuple[str, str]) -> None:
    """A senseless number or a folder that is not there ends at once with code 2 and names the flag."""
    done = subprocess.run([sys.executable, "-m", "bench.namespaces", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert words[0] in done.stderr
