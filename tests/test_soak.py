"""bench/soak.py: a short soak holds and leaves nothing, and each kind of fault in the rows is found by its judge."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from test_bench import ROOT, SECONDS, Bench

from bench import sampling
from bench.inlet import Inlet
from bench.judge import Judge, Life, Verdict
from bench.summary import Flat
from bench.watched import Sample
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord

pytestmark = pytest.mark.long

Start = Callable[..., Bench]
NOON = 1_000_000.0
"""When the test's namespace is born."""
ESTABLISHED, TIME_WAIT = 1, 6


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
def test_a_short_soak_holds_and_leaves_nothing(start: Start, tmp_path: Path) -> None:
    """Every line of the summary is good, ss was asked, the page gets its entry, and no process stays."""
    page = tmp_path / "figures.md"
    page.write_text("# Figures\n")
    run = start("bench.soak", "--quick", "--json", "--record", str(page))
    out, messages = run.process.communicate(timeout=60)
    checks = json.loads(out)["checks"]
    assert [check for check in checks if not check["good"]] == [], messages
    assert run.process.returncode == 0
    assert len(checks) == 20
    assert "`python -m bench.soak --quick --json" in page.read_text()
    assert "ok    ss in sampled namespaces says the same: 0 differences; " in page.read_text()
    assert run.gone()


@pytest.mark.kernel
def test_a_line_that_does_not_hold_is_the_exit_code(start: Start) -> None:
    """A daemon that reports every second socket only fails the soak, and the summary says where."""
    run = start("bench.soak", "--quick", "--minutes", "0.04", "--flags=-modulus 2")
    out, _ = run.process.communicate(timeout=SECONDS)
    assert run.process.returncode == 1
    assert "  FAILS all of its sockets in each poll: " in out
    assert out.rstrip().splitlines()[-1].startswith("FAILS")


@pytest.mark.kernel
def test_ctrl_c_leaves_nothing(start: Start) -> None:
    """The namespaces, their sockets and the daemon go with the room."""
    run = start("bench.soak", "--count", "10", "--rate", "2")
    run.until("s from now on")
    os.killpg(run.process.pid, signal.SIGINT)
    run.process.communicate(timeout=SECONDS)
    assert run.process.returncode not in (0, None)
    assert run.gone()


@pytest.mark.parametrize("words", [("--minutes", "0"), ("--rate", "0"), ("--count", "1"), ("--record", "/nowhere/at/all.md")])
def test_what_cannot_be_soaked_is_refused(words: tuple[str, str]) -> None:
    """A senseless number or a folder that is not there ends at once with code 2 and names the flag."""
    done = subprocess.run([sys.executable, "-m", "bench.soak", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert words[0] in done.stderr


def row(
    poll: int, when: float, sock: int = 1, *, name: str = "s-a", inode: int = 10, cookie: int = 100, state: int = ESTABLISHED
) -> XtcpFlatRecord:
    """One socket of namespace a, `when` seconds after its birth."""
    return XtcpFlatRecord(
        poll_number=poll,
        timestamp_ns=round((NOON + when) * 1e9),
        netns=name,
        netns_inode=inode,
        netns_cookie=cookie,
        inet_diag_msg_family=socket.AF_INET,
        inet_diag_msg_state=state,
        inet_diag_msg_socket_cookie=sock,
    )


def judged(*polls: list[XtcpFlatRecord], sockets: int = 1, dead: float | None = None) -> Verdict:
    """What comes out when these polls, a second apart, have come in of namespaces a (10, 100) and b (11, 101)."""
    judge = Judge(period=1.0, prefix="s-")
    judge.born(Life("s-a", 10, 100, NOON, sockets))
    judge.born(Life("s-b", 11, 101, NOON + 1000, 1))
    if dead is not None:
        judge.dying(100)
        judge.dead(100, NOON + dead)
    for number, rows in enumerate(polls, 1):
        judge.take(rows, NOON + number)
    return judge.finish(NOON + len(polls))


def test_a_run_without_fault_has_none() -> None:
    """Births are counted and timed by the first dump that has all sockets; a poll is one when the next has begun."""
    verdict = judged([row(1, 0.4)], [row(2, 1.4)], [row(3, 2.4)])
    assert verdict.faults == {}
    assert (verdict.rows, verdict.polls, verdict.births) == (3, 2, 1)
    assert verdict.slowest == pytest.approx(0.4)
    assert verdict.slowest_arrival == pytest.approx(1.0)


FAULTS = {
    "late": ([row(1, 1.6)],),
    "left_out": ([row(1, 0.4)], [row(2, 1.4, 9, name="s-b", inode=11, cookie=101)], [row(3, 2.4)]),
    "short": ([row(1, 0.4), row(1, 0.4, 2, state=TIME_WAIT)],),
    "misnamed": ([row(1, 0.4, name="s-b")],),
    "unknown": ([row(1, 0.4), row(1, 0.4, 2, name="s-c", inode=12, cookie=102)],),
    "misplaced": ([row(1, 0.4), row(1, 0.4, 1, name="s-b", inode=11, cookie=101)],),
    "twice": ([row(1, 0.4), row(1, 0.4)],),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_is_found(kind: str) -> None:
    """Exactly that one, once, with an example that names the namespace."""
    verdict = judged(*FAULTS[kind], sockets=2 if kind == "short" else 1)
    assert verdict.faults == {kind: 1}
    assert len(verdict.examples[kind]) == 1


def test_a_wrong_inode_is_found() -> None:
    """The name alone does not make a namespace."""
    assert judged([row(1, 0.4, inode=99)]).faults == {"misnamed": 1}


def test_our_sockets_under_the_hosts_name_are_found() -> None:
    """Rows of `default` are nobody's business until they are our sockets."""
    other = row(2, 1.4, 77, name="default", inode=1, cookie=1)
    assert judged([row(1, 0.4)], [row(2, 1.4), other]).faults == {}
    assert judged([row(1, 0.4)], [row(2, 1.4), row(2, 1.4, name="default", inode=1, cookie=1)]).faults == {"misplaced": 1}


def test_rows_of_the_dead_are_found() -> None:
    """One more poll is given; what is missing of the dying is no fault."""
    assert judged([row(1, 0.4)], [row(2, 1.4)], sockets=2, dead=0.5).faults == {}
    assert judged([row(1, 0.4)], [row(2, 1.6)], dead=0.5).faults == {"posthumous": 1}


def test_a_newborn_that_never_comes_is_found() -> None:
    """Once, though polls go on without it."""
    others = [[row(number, number, name="s-b", inode=11, cookie=101)] for number in range(1, 9)]
    assert judged(*others).faults == {"late": 1}


def test_rows_may_be_here_before_the_birth_is_told() -> None:
    """They are held against the namespace when it is told, and are unknown only when it never is."""
    judge = Judge(period=1.0, prefix="s-")
    judge.take([row(1, 0.4)], NOON + 0.5)
    judge.take([row(2, 1.4)], NOON + 1.5)
    judge.born(Life("s-a", 10, 100, NOON, 1))
    judge.take([row(3, 2.4)], NOON + 2.5)
    verdict = judge.finish(NOON + 3)
    assert verdict.faults == {}
    assert verdict.slowest == pytest.approx(0.4)


def test_what_is_held_does_not_grow_with_the_run() -> None:
    """A thousand namespaces that came and went leave nothing once they are long dead."""
    judge = Judge(period=1.0, prefix="s-")
    for number in range(1, 1001):
        judge.born(Life("s-a", 10, number, NOON, 1))
        judge.take([row(number, 0.4, number, cookie=number)], NOON + number)
        judge.dying(number)
        judge.dead(number, NOON + number)
    assert judge.held() < 100


SS = """\
LISTEN 0      128            0.0.0.0:8080       0.0.0.0:*     ino:1681 sk:1 cgroup:/ <->
LISTEN 0      128                  *:8081             *:*     ino:1682 sk:2 cgroup:/ v6only:0 <->
ESTAB  0      0      [::ffff:127.0.0.1]:8081 [::ffff:127.0.0.1]:40000 ino:1683 sk:a0 cgroup:/ <->
TIME-WAIT 0   0            127.0.0.1:1         127.0.0.1:2     timer:(timewait,59sec,0) sk:3
"""


def test_ss_is_read() -> None:
    """Established sockets and listeners with cookie, addresses in the bytes of their family, and ports; a star is the IPv6 wildcard."""
    mapped = bytes(10) + b"\xff\xff\x7f\0\0\1"
    assert sampling.parse(SS) == {
        (1, 10, bytes(4), 8080, bytes(4), 0),
        (2, 10, bytes(16), 8081, bytes(16), 0),
        (160, 1, mapped, 8081, mapped, 40000),
    }
    with pytest.raises(ValueError, match="not a line of ss"):
        sampling.parse("ESTAB 0 0 127.0.0.1:1 127.0.0.1:2\n")


def test_only_what_stood_still_is_compared() -> None:
    """A socket that was there before and after must be in the rows; one that was there neither before nor after must not."""
    one, two, three = ((cookie, 1, bytes(4), cookie, bytes(4), 0) for cookie in (1, 2, 3))
    assert sampling.compare({one, two}, {one}, {one, three}) == ""
    assert sampling.compare({one}, {one, two}, {one, two}) == ""
    assert sampling.compare({one, two}, {one}, {one, two}).startswith("1 missing, one is 0.0.0.0 2 -> 0.0.0.0 0")
    assert sampling.compare({one}, {one, two}, {one}).startswith("1 not in ss, one is")


def flat(*later: Sample) -> list[bool]:
    """The three answers after a second of warming and these samples."""
    found = Flat()
    for _ in range(10):
        found.add(Sample(5, 8, 24.0), True, 2)
    for sample in later:
        found.add(sample, False, 2)
    return [check.good for check in found.checks(0)]


def test_growth_is_found() -> None:
    """One thread more, one descriptor more that stays, nine MiB more; a descriptor that comes and goes with a dump is none."""
    still = Sample(5, 8, 24.0)
    assert flat(still, Sample(5, 11, 31.0), still, still) == [True, True, True]
    assert flat(still, Sample(6, 8, 24.0), still) == [False, True, True]
    assert flat(still, still, Sample(5, 9, 24.0), Sample(5, 9, 24.0)) == [True, False, True]
    assert flat(still, still, Sample(5, 8, 33.0)) == [True, True, False]
    assert flat() == [False]


class Kept:
    """Takes what comes."""

    def __init__(self) -> None:
        self.polls: list[int] = []

    def take(self, rows: Iterable[XtcpFlatRecord], now: float) -> None:
        assert abs(time.time() - now) < SECONDS
        self.polls += [r.poll_number for r in rows]


def _sent(*pieces: bytes) -> tuple[Inlet, Kept]:
    kept = Kept()
    inlet = Inlet(f"xt-{os.getpid()}-{time.monotonic_ns()}", kept)
    with socket.socket(socket.AF_UNIX) as sender:
        sender.connect("\0" + inlet.dest.partition("@")[2])
        assert inlet.connected.wait(5)
        for piece in pieces:
            sender.sendall(piece)
    assert inlet.finish(5)
    return inlet, kept


def test_rows_come_in_however_the_stream_is_cut() -> None:
    """Payloads of one envelope and of two, byte by byte: each row once, in order."""
    bodies = [Envelope(row=[row(number, 0.0)]).SerializeToString() for number in (1, 2, 3)]
    frames = [bytes([len(body)]) + body for body in bodies]
    stream = bytes([len(frames[0])]) + frames[0] + bytes([len(frames[1] + frames[2])]) + frames[1] + frames[2]
    inlet, kept = _sent(*(stream[at : at + 1] for at in range(len(stream))))
    assert kept.polls == [1, 2, 3]
    assert inlet.failed is None


def test_a_stream_that_breaks_off_is_told() -> None:
    """Half a payload at the end is no end."""
    inlet, kept = _sent(b"\x05\x04abc")
    assert kept.polls == []
    assert isinstance(inlet.failed, EOFError)
