"""bench/: it runs from end to end on real sockets, says what it measured, and leaves nothing behind, however it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from xtcp_ebpf.marshal.formats import FORMATS

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent
MARK = "BENCH_TEST"
SECONDS = 30.0

if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from bench import formats, rivals, table  # noqa: E402 - bench is no installed package: the repository comes first

HEADER = table.Header("2026-01-01 00:00 UTC", "abc1234", "6.18.0", "a processor", 2, 0.5, 17, "3.11.7", "c", 400, 1, "cubic reno")


class Bench:
    """One run whose processes can be found by a mark in their environment."""

    def __init__(self, module: str, *words: str) -> None:
        self.mark = uuid.uuid4().hex
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            cwd=ROOT,
            env={**os.environ, MARK: self.mark},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def until(self, message: str) -> None:
        """Read what it says until this stands there."""
        assert self.process.stderr
        for line in self.process.stderr:
            if message in line:
                return
        pytest.fail(f"it ended without saying {message!r}")

    def left(self) -> list[int]:
        """Pids of this run that are there now."""
        entry = f"{MARK}={self.mark}".encode()
        return [int(p.parent.name) for p in Path("/proc").glob("[0-9]*/environ") if entry in _read(p).split(b"\0")]

    def gone(self) -> bool:
        """Whether all of them end, within a moment."""
        end = time.monotonic() + SECONDS
        while (left := self.left()) and time.monotonic() < end:
            time.sleep(0.02)
        return not left


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.fixture
def start() -> Iterator[Callable[..., Bench]]:
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
def test_a_small_run_measures_everything_and_leaves_nothing(start: Callable[..., Bench], tmp_path: Path) -> None:
    """Every section has its rows with figures above zero, all sockets are seen, the page gets its entry, and no process stays."""
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n")
    run = start("bench", "--quick", "--sockets", "400", "--interval", "0.02", "--json", "--record", str(page))
    out, messages = run.process.communicate(timeout=60)
    assert run.process.returncode == 0, messages
    answer = json.loads(out)
    assert answer["header"]["sockets"] == 400
    cpu = {row["name"]: row for row in answer["cpu"]}
    assert {rivals.FLOOR, rivals.DAEMON, rivals.SS_NAME} <= cpu.keys()
    # The daemon's is a difference of two loads, and at 400 sockets smaller than what the scheduler's clock adds.
    assert all(row["us a socket"] > 0 for name, row in cpu.items() if name != rivals.DAEMON)
    assert isinstance(cpu[rivals.DAEMON]["us a socket"], float)
    assert cpu[rivals.FLOOR]["x floor"] == 1
    assert {row["name"] for row in answer["engines"]} >= {"python"}
    assert [row["name"] for row in answer["formats"]] == list(FORMATS)
    assert [row["name"] for row in answer["memory"]] == ["400 sockets"]
    assert 10 < answer["memory"][0]["MiB"] < 200
    assert [row["name"] for row in answer["stages"]][::8] == ["bare receive", "+ Discovery"]
    assert [row["name"] for row in answer["idle"]] == [rivals.FLOOR, rivals.DAEMON]
    assert page.read_text().startswith("# Figures\n\n## ")
    assert "receive and discard" in page.read_text()
    assert run.gone()


@pytest.mark.kernel
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_however_it_is_ended_nothing_stays(start: Callable[..., Bench], number: signal.Signals) -> None:
    """Ctrl-C, kill, and even kill -9 of the first process take the sockets, their holders and the namespace with it."""
    run = start("bench", "--sockets", "400", "--rounds", "1", "--interval", "5")
    run.until("floor, daemon")
    assert len(run.left()) >= 3
    if number == signal.SIGINT:
        os.killpg(run.process.pid, number)
    else:
        run.process.send_signal(number)
    run.process.communicate(timeout=SECONDS)
    assert run.process.returncode not in (0, None)
    assert run.gone()


@pytest.mark.kernel
def test_the_stages_alone(start: Callable[..., Bench]) -> None:
    """`python -m bench.loop` gives one line for each stage of a poll, beginning with the bare receive."""
    run = start("bench.loop", "--sockets", "400", "--rounds", "1", "--json")
    out, messages = run.process.communicate(timeout=SECONDS)
    assert run.process.returncode == 0, messages
    stages = json.loads(out)
    assert stages[0]["name"] == "bare receive"
    assert stages[0]["x bare"] == 1
    assert all(stage["us a socket"] > 0 for stage in stages)
    assert run.gone()


@pytest.mark.parametrize("words", [("--sockets", "0"), ("--rounds", "0"), ("--interval", "0"), ("--record", "/nowhere/at/all.md")])
def test_what_cannot_be_measured_is_refused(words: tuple[str, str]) -> None:
    """A senseless number or a folder that is not there ends at once with code 2 and names the flag."""
    done = subprocess.run([sys.executable, "-m", "bench", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert words[0] in done.stderr


def test_ratios_are_taken_round_by_round() -> None:
    """A round in which the whole host was slower changes the median cost but not the ratio to the floor."""
    costs = {rivals.FLOOR: (1.0, 3.0, 1.0), rivals.DAEMON: (1.2, 3.6, 1.2), rivals.SS_NAME: (4.0, 12.0, 4.0)}
    section = rivals.section({name: [rivals.Cost(us * 100 / 1e6, 100) for us in each] for name, each in costs.items()})
    rows = {row["name"]: row for row in section.plain()}
    assert rows[rivals.DAEMON]["x floor"] == pytest.approx(1.2)
    assert rows[rivals.SS_NAME]["x floor"] == pytest.approx(4.0)
    assert rows[rivals.SS_NAME]["above, x ours"] == pytest.approx(15.0)
    assert rows[rivals.FLOOR]["above floor"] is None


def test_recording_only_appends(tmp_path: Path) -> None:
    """Each run comes behind what stands on the page, with its command, commit and kernel."""
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n")
    table.record(page, HEADER, ["--quick"], "first")
    before = page.read_text()
    table.record(page, HEADER, [], "second")
    assert page.read_text().startswith(before)
    assert "## 2026-01-01 00:00 UTC, commit abc1234, Linux 6.18.0" in before
    assert "`python -m bench --quick`" in before
    assert page.read_text().endswith("`python -m bench`\n\n```\nsecond\n```\n")


def test_a_table_lines_up_and_json_says_the_same() -> None:
    """All lines of a section are equally long, a missing figure is a dash, and JSON has the same rows."""
    section = table.Section("cpu", "CPU", ("us", "x"), [("one", 1.5, None), ("two", 12345.0, 0.0123)])
    lines = section.text().splitlines()[1:]
    assert len({len(line) for line in lines}) == 1
    assert [line.split()[1:] for line in lines[1:]] == [["1.50", "-"], ["12345", "0.0123"]]
    plain = json.loads(table.as_json(HEADER, [section], ["a note"]))
    assert plain["cpu"][0] == {"name": "one", "us": 1.5, "x": None}
    assert plain["notes"] == ["a note"]
    assert plain["header"]["commit"] == "abc1234"


def test_an_envelope_for_the_formats_has_whole_chunks() -> None:
    """Chunks are taken until the next would be too much; the first always."""
    chunks = [(b"a" * 10, 2), (b"b" * 10, 2), (b"c" * 10, 2)]
    assert formats.seal(chunks, 5).rows == 4
    assert formats.seal(chunks, 1).chunks == (b"a" * 10,)
    assert formats.seal(chunks, 6).size == 30
