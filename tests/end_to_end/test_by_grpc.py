"""The daemon and its clients as processes: what they read is what is sent, and what they change is changed, whoever else does what."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from street import COMMAND, PATIENCE, Street, envelopes, environment, records, run, running

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord

pytestmark = pytest.mark.kernel
QUICK = ("-frequency", "500ms", "-timeout", "490ms", "-pollJitterPct", "0", "-skip", "none", "-marshal", "protobufList", "-promListen", "")


def until(true: Callable[[], object]) -> None:
    """Waits for it."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def ctl(at: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """By the Unix socket, as root."""
    return run("ctl", words[0], "-target", f"unix:{at}", *words[1:])


def bytes_of(rows: Iterable[XtcpFlatRecord]) -> Counter[bytes]:
    """As they are."""
    return Counter(row.SerializeToString() for row in rows)


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """Where the daemon listens."""
    return tmp_path / "grpc"


def test_a_client_reads_what_the_destination_gets(street: Street, tmp_path: Path, at: Path) -> None:
    """Row for row, poll for poll, in the same bytes; two namespaces of the host's are in it."""
    for name in street.add(2):
        street.hold(name, zoo=1)
    out = tmp_path / "rows"
    with running(*QUICK, "-dest", f"file:{out}", "-grpcListen", f"unix:{at}") as daemon:
        until(at.exists)
        line = [*COMMAND, "client", "-target", f"unix:{at}", "-format", "protobufList", "-polls", "4"]
        client = subprocess.run(line, env=environment(), capture_output=True, timeout=PATIENCE, check=False)
        assert client.returncode == 0, client.stderr
        daemon.send_signal(signal.SIGTERM)
        daemon.communicate(timeout=PATIENCE)
    seen = [row for envelope in envelopes(client.stdout) for row in envelope]
    first, *whole = sorted({row.poll_number for row in seen})
    assert len(whole) == 3
    sent = [row for row in records(out) if row.poll_number in whole]
    assert bytes_of(row for row in seen if row.poll_number != first) == bytes_of(sent)
    assert not bytes_of(row for row in seen if row.poll_number == first) - bytes_of(records(out))
    assert len({row.netns for row in sent} & {*street.names}) == 2


def test_changed_while_it_runs_nothing_is_lost(tmp_path: Path, at: Path) -> None:
    """Destination, format, tag, readers and BPF, one after the other, by ctl: every poll is in one of the files, and whole."""
    one, other = tmp_path / "one", tmp_path / "other"
    with socket.create_server(("127.0.0.1", 0)) as held:
        with running(*QUICK, "-dest", f"file:{one}", "-namespaces", "own", "-bpf", "off", "-grpcListen", f"unix:{at}") as daemon:
            until(at.exists)
            until(lambda: one.exists() and one.stat().st_size)
            for change in (
                ("set", "tag=second"),
                ("set", f"dest=file:{other}", "netlinkers=3"),
                ("bpf", "auto"),
                ("skip", "empty"),
                ("set-poll-frequency", "-frequency", "400ms", "-timeout", "390ms"),
            ):
                done = ctl(at, *change)
                assert done.returncode == 0, done.stderr
            until(lambda: other.exists() and other.stat().st_size)
            status = json.loads(ctl(at, "status", "-format", "json").stdout)
            daemon.send_signal(signal.SIGTERM)
            _, said = daemon.communicate(timeout=PATIENCE)
        port = held.getsockname()[1]
    assert daemon.returncode == 0, said
    rows = records(one) + records(other)
    polls = [row.poll_number for row in rows if row.inet_diag_msg_socket_source_port == port]
    assert sorted(polls) == list(range(1, max(polls) + 1))
    assert "" in {row.tag for row in records(one)} <= {"", "second"}  # whether a poll fell between the two changes is chance
    assert {row.tag for row in records(other)} == {"second"}
    assert [one["name"] for one in status["destinations"]] == [f"file:{other}"]


def test_refused_by_name_and_nothing_changed(tmp_path: Path, at: Path) -> None:
    """Each bad field in one answer, whoever sees it first; the configuration is what it was; no secret is in any answer."""
    secret = ("-destUser", "u", "-httpHeadersFile", str(tmp_path / "h"))
    with running(*QUICK, "-dest", "null", *secret, "-grpcListen", f"unix:{at}", env={"DEST_PASSWORD": "s3cret-word"}):
        until(at.exists)
        before = ctl(at, "get").stdout
        done = ctl(at, "set", "frequency=1ms", "modulus=0", "tag=x", "dest=pigeon:coop")
        assert done.returncode == 2
        assert all(word in done.stderr for word in ("frequency", "modulus"))
        done = ctl(at, "set", "dest=pigeon:coop", "logFormat=json")
        assert done.returncode == 1
        assert "pigeon" in done.stderr
        assert ctl(at, "get").stdout == before
        assert "s3cret-word" not in before + done.stderr + ctl(at, "set", "tag=y").stdout + ctl(at, "get").stdout


def test_reading_is_free_on_loopback_and_control_is_not(tmp_path: Path) -> None:
    """Without a token ctl get works and ctl set is refused with what would be enough; with it both work; a wrong one is told."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    token, wrong = tmp_path / "token", tmp_path / "wrong"
    token.write_text("right-token-right-token\n")
    wrong.write_text("wrong-token-wrong-token\n")
    with running(*QUICK, "-dest", "null", "-grpcPort", port, "-grpcTokenFile", str(token)):
        until(lambda: run("ctl", "get", "-port", port).returncode == 0)
        refused = run("ctl", "set", "-port", port, "tag=x")
        assert refused.returncode == 1
        assert "token" in refused.stderr
        assert run("ctl", "set", "-port", port, "-tokenFile", str(wrong), "tag=x").returncode == 1
        assert run("ctl", "set", "-port", port, "-tokenFile", str(token), "tag=x").returncode == 0
        assert json.loads(run("ctl", "get", "-port", port).stdout)["tag"] == "x"


def test_polls_on_demand(tmp_path: Path, at: Path) -> None:
    """An hour between polls: trigger-poll and poll-burst make them now, and a client with -poll has its own."""
    out = tmp_path / "rows"
    slow = ("-frequency", "1h", "-timeout", "5s", "-pollJitterPct", "0", "-skip", "none", "-namespaces", "own", "-promListen", "")
    with (
        socket.create_server(("127.0.0.1", 0)),
        running(*slow, "-dest", f"file:{out}", "-marshal", "protobufList", "-grpcListen", f"unix:{at}") as daemon,
    ):
        until(lambda: out.exists() and out.stat().st_size)
        until(at.exists)
        assert ctl(at, "trigger-poll").returncode == 0
        until(lambda: max(row.poll_number for row in records(out)) == 2)
        client = run("client", "-target", f"unix:{at}", "-poll", "-pollFrequency", "200ms", "-polls", "3", "-format", "jsonl")
        assert client.returncode == 0, client.stderr
        assert len({json.loads(line)["pollNumber"] for line in client.stdout.splitlines()}) == 3
        assert ctl(at, "set-poll-frequency", "-frequency", "1h", "-timeout", "900ms").returncode == 0
        polls = max(row.poll_number for row in records(out))
        assert ctl(at, "poll-burst", "-count", "2", "-interval", "1s").returncode == 0
        until(lambda: max(row.poll_number for row in records(out)) >= polls + 2)
        daemon.send_signal(signal.SIGTERM)
        daemon.communicate(timeout=PATIENCE)
    assert daemon.returncode == 0
