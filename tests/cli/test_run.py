"""`xtcp-ebpf` and `xtcp-ebpf run` as a process: rights, signals, pipes, logs, and how it ends."""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import platform
import pty
import re
import select
import signal
import socket
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from end_to_end.street import COMMAND, ONCE, PATIENCE, environment, records, run, running

from xtcp_ebpf.kernel.caps import NEEDS, Need

pytestmark = pytest.mark.kernel

FAST = ("-frequency", "100ms", "-timeout", "90ms", "-pollJitterPct", "0")
SYS_TGKILL = 234 if platform.machine() == "x86_64" else 131  # asm/unistd_64.h, asm-generic/unistd.h
SLOW = ("-frequency", "60s", "-timeout", "50s", "-pollJitterPct", "0")


@pytest.fixture
def listener() -> Iterator[int]:
    """A socket of our own namespace, so that there is a row: its port."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        yield made.getsockname()[1]


def until_written(path: Path) -> None:
    """The file has something."""
    end = time.monotonic() + PATIENCE
    while not (path.exists() and path.stat().st_size):
        assert time.monotonic() < end
        time.sleep(0.005)


def ended(daemon: subprocess.Popen[str]) -> tuple[float, str]:
    """(how long its end took, what it said)."""
    begun = time.monotonic()
    _, err = daemon.communicate(timeout=PATIENCE)
    return time.monotonic() - begun, err


def to_another_thread(pid: int, number: signal.Signals) -> None:
    """The first thread waits and is not waked: as with a signal that came right before its wait."""
    other = next(int(task.name) for task in Path(f"/proc/{pid}/task").iterdir() if int(task.name) != pid)
    assert ctypes.CDLL(None, use_errno=True).syscall(SYS_TGKILL, pid, other, int(number)) == 0, os.strerror(ctypes.get_errno())


@pytest.mark.usefixtures("listener")
def test_a_signal_that_wakes_nobody(tmp_path: Path) -> None:
    """It ends the daemon all the same."""
    out = tmp_path / "rows"
    with running("-dest", f"file:{out}", "-marshal", "protobufList", *SLOW) as daemon:
        until_written(out)
        to_another_thread(daemon.pid, signal.SIGTERM)
        assert ended(daemon)[0] < PATIENCE
        assert daemon.returncode == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_order(number: signal.Signals, listener: int, tmp_path: Path) -> None:
    """Exit code 0 well within the timeout, every row sent, whole envelopes, and the last line says how many."""
    out = tmp_path / "rows"
    with running("-dest", f"file:{out}", "-marshal", "protobufList", *FAST) as daemon:
        until_written(out)
        daemon.send_signal(number)
        seconds, err = ended(daemon)
    assert (daemon.returncode, seconds < 3.0) == (0, True)
    found = records(out)
    assert listener in {row.inet_diag_msg_socket_source_port for row in found}
    said = re.search(r"end: (\d+) polls, (\d+) rows sent, 0 dropped", err)
    assert said
    assert int(said[2]) == len(found)
    assert "Traceback" not in err


def test_a_signal_between_polls_ends_it_at_once(tmp_path: Path) -> None:
    """It does not wait for the next poll, a minute away."""
    out = tmp_path / "rows"
    with running("-dest", f"file:{out}", *SLOW) as daemon:
        until_written(out)
        daemon.send_signal(signal.SIGTERM)
        seconds, _ = ended(daemon)
    assert (daemon.returncode, seconds < 3.0) == (0, True)


def test_sighup_opens_destinations_anew(tmp_path: Path) -> None:
    """What logrotate does: the file was moved away, SIGHUP makes a new one, and no row is lost between the two."""
    out, moved = tmp_path / "rows", tmp_path / "rows.1"
    with running("-dest", f"file:{out}", "-marshal", "protobufList", *FAST) as daemon:
        until_written(out)
        out.rename(moved)
        daemon.send_signal(signal.SIGHUP)
        assert daemon.stderr
        while "opened anew" not in (line := daemon.stderr.readline()):
            assert line, "it ended"
        until_written(out)
        daemon.send_signal(signal.SIGINT)
        _, err = ended(daemon)
    assert daemon.returncode == 0
    said = re.search(r"(\d+) rows sent, 0 dropped", err)
    assert said
    assert len(records(moved)) + len(records(out)) == int(said[1])


def test_sigusr1_tells_how_destinations_stand(tmp_path: Path) -> None:
    """One line for each: one that takes all, one that is not there; and the polls go on."""
    with running("-dest", f"file:{tmp_path}/rows", "-dest", f"unix:{tmp_path}/nobody", "-drainTimeout", "100ms", *FAST) as daemon:
        assert daemon.stderr
        while "sending is interrupted" not in (line := daemon.stderr.readline()):
            assert line, "it ended"
        until_written(tmp_path / "rows")
        daemon.send_signal(signal.SIGUSR1)
        told = {}
        while len(told) < 2:
            line = daemon.stderr.readline()
            assert line, "it ended"
            if found := re.search(r"(file|unix):\S+: (\w+), (\d+) rows wait", line):
                told[found[1]] = found[2], int(found[3]) > 0
        daemon.send_signal(signal.SIGINT)
        daemon.communicate()
    assert told["unix"] == ("retrying", True)
    assert told["file"][0] == "sending"


def test_a_second_signal_ends_the_waiting(tmp_path: Path) -> None:
    """Nobody at the destination and a long drain: the first Ctrl-C waits for it, the second does not."""
    with running("-dest", f"unix:{tmp_path}/nobody", "-drainTimeout", "60s", *FAST, "-d", "11") as daemon:
        assert daemon.stderr
        while "DEBUG poll 2:" not in (line := daemon.stderr.readline()):
            assert line, "it ended"
        daemon.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            daemon.wait(0.5)
        daemon.send_signal(signal.SIGINT)
        daemon.wait(3)
        daemon.communicate()
    assert daemon.returncode == 128 + signal.SIGINT


def test_a_slow_destination_does_not_stall_the_polls(tmp_path: Path) -> None:
    """A receiver that takes nothing: polls go on in their beat, the queue keeps its bound, what is dropped is counted and told once."""
    dest = ("-dest", f"unix:{tmp_path}/deaf", "-queueBytes", "100000", "-envelopeFlushBytes", "20000", "-drainTimeout", "100ms")
    with ExitStack() as held:
        for _ in range(200):
            held.enter_context(socket.create_server(("127.0.0.1", 0)))
        receiver = held.enter_context(socket.socket(socket.AF_UNIX))
        receiver.bind(f"{tmp_path}/deaf")
        receiver.listen()
        daemon = held.enter_context(running(*dest, *FAST, "-skip", "none", "-d", "11"))
        held.enter_context(receiver.accept()[0])
        assert daemon.stderr
        times, said = [], ""
        while len(times) < 12:
            said += (line := daemon.stderr.readline())
            assert line, "it ended"
            if re.search(r"DEBUG poll \d+:", line):
                times.append(time.monotonic())
        daemon.send_signal(signal.SIGINT)
        seconds, rest = ended(daemon)
    assert (daemon.returncode, seconds < 5.0) == (0, True)
    assert times[-1] - times[0] < 11 * 0.1 + 2.0
    assert said.count("the queue of 100000 bytes is full, the oldest rows are dropped") == 1
    end = re.search(r"end: \d+ polls, (\d+) rows sent, (\d+) dropped", rest)
    assert end
    assert int(end[1]) + int(end[2]) >= 12 * 200
    assert int(end[2]) > 200


def test_a_poll_that_runs_out_of_time_is_told(tmp_path: Path) -> None:
    """A timeout in which nothing can be done: the namespaces are named, the polls go on, the exit code is 0."""
    out = tmp_path / "rows"
    flags = ("-frequency", "50ms", "-timeout", "1ms", "-pollJitterPct", "0", "-maxLoops", "5", "-netlinkers", "1")
    done = run("-dest", f"file:{out}", *flags)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert re.search(r"end: 5 polls, \d+ rows sent, 0 dropped", done.stderr)


def test_head(listener: int) -> None:
    """`xtcp-ebpf | head -1`: the reader leaves, the daemon follows by itself, and has no traceback to show."""
    line = f"{' '.join([*COMMAND, *FAST])} | head -1"
    done = subprocess.run(["sh", "-c", line], env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert json.loads(done.stdout)["schemaVersion"] == 1
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
    assert "the reader has closed it" in done.stderr
    assert listener


def test_closed_stdout() -> None:
    """`>&-`: it says so, and does not write into what has that number now."""
    line = f"{' '.join([*COMMAND, *ONCE])} >&-"
    done = subprocess.run(["sh", "-c", line], env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "stdout: it was closed when the process started" in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_stderr(listener: int) -> None:
    """`2>&-`: no log, the rows all the same, and none of the log in them."""
    line = f"{' '.join([*COMMAND, *ONCE])} 2>&-"
    done = subprocess.run(["sh", "-c", line], env=environment(), capture_output=True, text=True, timeout=PATIENCE, check=True)
    ports = {row.get("inetDiagMsgSocketSourcePort") for row in map(json.loads, done.stdout.splitlines())}
    assert listener in ports


@pytest.mark.parametrize("dest", ["file:/dev/full", "stdout"])
def test_a_full_disk(dest: str, listener: int) -> None:
    """Said with the place and the reason, tried again, and what could not be written is counted as dropped at the end."""
    with Path("/dev/full").open("wb") as full:
        line = [*COMMAND, "-dest", dest, *ONCE, "-drainTimeout", "300ms"]
        done = subprocess.run(line, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, timeout=PATIENCE, check=False)
    assert "ENOSPC (No space left on device)" in done.stderr
    assert re.search(r"end: 1 polls, 0 rows sent, [1-9]\d* dropped", done.stderr)
    assert "Traceback" not in done.stderr
    assert listener


@pytest.mark.parametrize("columns", [0, 200])
def test_a_terminal_gets_a_table(columns: int, listener: int) -> None:
    """Without -dest on a terminal: a table as wide as it, until Ctrl-C, which ends it with 0. One that does not know its width has 80."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    with running(*FAST, stdout=theirs) as daemon:
        os.close(theirs)
        seen, end = b"", time.monotonic() + PATIENCE
        while str(listener).encode() not in seen:
            assert time.monotonic() < end, seen[-2000:]
            if select.select([ours], [], [], 0.1)[0]:
                seen += os.read(ours, 65536)
        daemon.send_signal(signal.SIGINT)
        while daemon.poll() is None:
            if select.select([ours], [], [], 0.05)[0]:
                try:
                    os.read(ours, 65536)
                except OSError:  # EIO: the other side has gone
                    break
        ended(daemon)
    os.close(ours)
    assert daemon.returncode == 0
    assert b"LISTEN" in seen
    assert b"{" not in seen
    assert max(len(line) for line in seen.decode().splitlines()) <= (columns or 80)


def without(*names: str) -> tuple[str, ...]:
    """What stands before the command so that it has all capabilities but these."""
    return ("setpriv", "--bounding-set=" + ",".join(f"-{name.removeprefix('CAP_').lower()}" for name in names))


def test_without_the_right_to_enter_namespaces() -> None:
    """It refuses to start, exit code 1; each missing capability with its purpose, and the ways to grant them."""
    missing = [need for need in NEEDS if not need.root_has_it]
    done = run("-dest", "null", *ONCE, before=without(*(need.name for need in missing)))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("xtcp-ebpf: cannot start, capabilities are missing:")
    for need in missing:
        assert f"  {need.name}: {need.why}" in done.stderr
    assert "AmbientCapabilities=" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("need", [need for need in NEEDS if not need.fatal and not need.root_has_it], ids=lambda need: need.name)
def test_without_a_lesser_right(need: Need) -> None:
    """It starts, and one line says what will be missing."""
    done = run("-dest", "null", *ONCE, before=without(need.name))
    assert done.returncode == 0, done.stderr
    assert f"WARNING no {need.name}: {need.why}" in done.stderr


def test_exactly_the_capabilities_it_asks_for(listener: int) -> None:
    """A user with these four and nothing else sees the sockets: no root is needed."""
    caps = ",".join("+" + need.name.removeprefix("CAP_").lower() for need in NEEDS)
    before = ("setpriv", "--reuid=65534", "--clear-groups", f"--inh-caps={caps}", f"--ambient-caps={caps}")
    done = run("-marshal", "jsonl", *ONCE, before=before)
    assert done.returncode == 0, done.stderr
    assert listener in {json.loads(line).get("inetDiagMsgSocketSourcePort") for line in done.stdout.splitlines()}
    assert "WARNING no CAP_" not in done.stderr


def test_json_logs(tmp_path: Path) -> None:
    """-logFormat json: every line of stderr is an object with the same keys, whatever -d says."""
    done = run("-dest", f"file:{tmp_path}/rows", *ONCE, "-logFormat", "json", "-d", "1000", "-goMaxProcs", "2")
    assert done.returncode == 0
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert all(line.keys() == {"time", "level", "logger", "message"} for line in lines)
    (warning,) = (line for line in lines if "-goMaxProcs" in line["message"])
    assert warning["level"] == "warning"


@pytest.mark.parametrize("d", [0, 10, 11, 101])
def test_how_much_it_says(d: int) -> None:
    """-d 0: the beginning and the end; 11: each poll too; 101: each namespace too."""
    done = run("-dest", "null", *ONCE, "-d", str(d))
    assert done.returncode == 0
    assert "INFO xtcp-ebpf " in done.stderr
    assert "INFO end: 1 polls" in done.stderr
    assert ("DEBUG poll 1:" in done.stderr) is (d >= 11)
    assert ("DEBUG namespace default:" in done.stderr) is (d >= 101)


def test_environment_and_flags(listener: int) -> None:
    """The same knobs by the environment, a flag beats it, and one dash or two are the same."""
    env = {"MARSHAL": "csv", "DEST": "stdout", "MAX_LOOPS": "1", "POLL_JITTER_PCT": "0", "LABEL": "from the environment"}
    done = run("run", "--marshal=jsonl", "--label", "from a flag", env=env)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["label"] for row in rows} == {"from a flag"}
    assert listener in {row.get("inetDiagMsgSocketSourcePort") for row in rows}


def test_a_pure_engine_is_said() -> None:
    """-engine python: the first line names it."""
    done = run("-dest", "null", *ONCE, "-engine", "python")
    assert done.returncode == 0
    assert "engine python, protobufList to null" in done.stderr
