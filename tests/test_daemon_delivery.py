"""The daemon and its destinations: several at once, one that is gone, and the spool over outages, ends, restarts and kill -9."""

from __future__ import annotations

import json
import logging
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conformance.peers import UnixPeer, frames
from daemon_here import OWN, Known, knobs
from end_to_end.street import PATIENCE, Records, records, running

from xtcp_ebpf import collection as module
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.errors import EngineUnavailable, UsageError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.targets import outputs

pytestmark = pytest.mark.kernel


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "xtcp_ebpf")


@pytest.fixture(autouse=True)
def _listener() -> Iterator[None]:
    """A socket of our own namespace, so that each poll has a row."""
    with socket.create_server(("127.0.0.1", 0)):
        yield


@pytest.fixture
def peer(tmp_path: Path) -> Iterator[UnixPeer]:
    """A receiver at a Unix socket, not there yet."""
    made = UnixPeer(tmp_path)
    yield made
    made.shut()


def received(peer: UnixPeer) -> Records:
    """What it got, whole."""
    return [row for stream in peer.streams() for body in frames(stream)[0] for row in Envelope.FromString(body).row]


def whole(rows: Records) -> list[bytes]:
    """Rows that can be compared to the last bit."""
    return [row.SerializeToString(deterministic=True) for row in rows]


def polls(rows: Records) -> list[int]:
    return sorted({row.poll_number for row in rows})


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def records_so_far(path: Path) -> Records:
    """Of a file that is being written: whole Envelopes only."""
    return [row for body in frames(path.read_bytes())[0] for row in Envelope.FromString(body).row]


def rows_of(path: Path) -> int:
    """Of a file of protobufList that grows: whole Envelopes only."""
    return len(records_so_far(path)) if path.exists() else 0


def ends(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [message for message in caplog.messages if message.startswith("end: ")]


# -- several


def test_two_destinations_get_the_same_rows(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Each in its own format, each row once at both, counted for each on its own, and a line at the end for each."""
    one, two = tmp_path / "one", tmp_path / "two"
    chosen = knobs("-dest", f"file:{one}", "-dest", f"marshal=jsonl,file:{two}", "-maxLoops", "3")
    daemon = Daemon(chosen, discovery=Known(OWN))
    assert caplog.messages[0].endswith("protobufList to file, jsonl to file, 1 readers")
    assert daemon.run() == 0
    first = records(one)
    second = [json.loads(line) for line in two.read_text().splitlines()]
    assert polls(first) == [1, 2, 3]
    assert [(str(row.record_counter), str(row.timestamp_ns), row.inet_diag_msg_socket_source_port) for row in first] == [
        (row["recordCounter"], row["timestampNs"], row["inetDiagMsgSocketSourcePort"]) for row in second
    ]
    assert ends(caplog) == [f"end: 3 polls, {len(first)} rows sent, 0 dropped: file:{path}" for path in (one, two)]
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("send-")]


def test_one_that_is_gone_ends_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The other gets every row of every poll; exit code 1, and the reason stands in the log, at once and at the end."""
    gone, well = tmp_path / "no" / "such" / "rows", tmp_path / "rows"
    daemon = Daemon(knobs("-dest", f"file:{gone}", "-dest", f"file:{well}", "-maxLoops", "3"), discovery=Known(OWN))
    assert daemon.run() == 1
    found = records(well)
    assert polls(found) == [1, 2, 3]
    assert sum("sending has ended" in message and str(gone) in message for message in caplog.messages) == 1
    assert ends(caplog) == [
        f"end: 3 polls, 0 rows sent, {len(found)} dropped: file:{gone}",
        f"end: 3 polls, {len(found)} rows sent, 0 dropped: file:{well}",
    ]


def test_without_any_it_ends(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """All are gone: there is nothing to go on for, though nobody asked it to end."""
    where = [f"file:{tmp_path}/no{n}/rows" for n in (1, 2)]
    assert Daemon(knobs("-dest", where[0], "-dest", where[1]), discovery=Known(OWN)).run() == 1
    assert len(ends(caplog)) == 2
    assert all(" 0 rows sent, " in message for message in ends(caplog))


def test_a_dead_one_slows_nobody(tmp_path: Path) -> None:
    """Nobody at a socket: the file has each poll's rows before the next poll, and the end does not wait for the dead one for long."""
    well = tmp_path / "rows"
    seen: list[int] = []

    def each(poll: int) -> None:
        if poll > 1:
            until(lambda: rows_of(well) >= poll - 1)
        seen.append(rows_of(well))

    chosen = knobs("-dest", f"unix:{tmp_path}/nobody", "-dest", f"file:{well}", "-maxLoops", "4", "-drainTimeout", "200ms")
    daemon = Daemon(chosen, discovery=Known(OWN, each=each))
    begun = time.monotonic()
    assert daemon.run() == 1
    assert time.monotonic() - begun < 5
    assert polls(records(well)) == [1, 2, 3, 4]
    assert seen == sorted(set(seen))
    dead, alive = (sender.tally.read() for sender in daemon._outlets.senders)
    assert dead["offered_rows"] == dead["dropped_rows:shutdown"] == alive["sent_rows"] == alive["offered_rows"]


def test_first_payloads_of_each(tmp_path: Path) -> None:
    """-destWriteFiles with several: the number of the destination stands in the name."""
    chosen = knobs(
        *("-dest", f"file:{tmp_path}/a", "-dest", f"marshal=csv,columns=netns,file:{tmp_path}/b", "-maxLoops", "2"),
        *("-destWriteFiles", "1", "-capturePath", f"{tmp_path}/"),
    )
    assert Daemon(chosen, discovery=Known(OWN)).run() == 0
    assert sorted(path.name for path in tmp_path.glob("payload*")) == ["payload.1.0001", "payload.2.0001"]
    assert (tmp_path / "a").read_bytes().startswith((tmp_path / "payload.1.0001").read_bytes())
    assert (tmp_path / "payload.2.0001").read_text().splitlines()[0] == "netns"


# -- with a spool


def test_what_could_not_be_sent_waits_for_the_next_start(tmp_path: Path, peer: UnixPeer, caplog: pytest.LogCaptureFixture) -> None:
    """-maxLoops in an outage: not all was sent, so the exit code is 1; nothing is dropped, and another run delivers it first."""
    well = tmp_path / "rows"
    flags = ("-dest", peer.dest, "-dest", f"file:{well}", "-spoolDir", f"{tmp_path}/spool", "-drainTimeout", "200ms")
    assert Daemon(knobs(*flags, "-maxLoops", "3"), discovery=Known(OWN)).run() == 1
    count = rows_of(well)
    assert f"end: 3 polls, 0 rows sent, 0 dropped: {peer.dest}" in caplog.messages
    assert any(f"{peer.dest}: {count} rows (" in message and message.endswith("wait in the spool") for message in caplog.messages)
    peer.listen()
    assert Daemon(knobs(*flags, "-maxLoops", "1"), discovery=Known(OWN)).run() == 0
    assert whole(received(peer)) == whole(records(well))
    assert {row.poll_number for row in received(peer)[count:]} == {1}


def test_a_destination_that_was_given_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A run without it forgets what waited for it, and says how much that was."""
    nobody, well = f"unix:{tmp_path}/nobody", tmp_path / "rows"
    spool = ("-spoolDir", f"{tmp_path}/spool", "-drainTimeout", "0")
    Daemon(knobs("-dest", nobody, "-dest", f"file:{well}", *spool, "-maxLoops", "2"), discovery=Known(OWN)).run()
    count = rows_of(well)
    assert Daemon(knobs("-dest", f"file:{well}", *spool, "-maxLoops", "1"), discovery=Known(OWN)).run() == 0
    assert any(f"{nobody} is no longer a destination: {count} rows (" in message for message in caplog.messages)
    assert rows_of(well) > count


def test_one_that_is_gone_keeps_its_rows(tmp_path: Path) -> None:
    """A folder that does not exist: nothing is dropped for it; when somebody has made it, another start fills the file."""
    late, well = tmp_path / "late" / "rows", tmp_path / "rows"
    flags = ("-dest", f"file:{late}", "-dest", f"file:{well}", "-spoolDir", f"{tmp_path}/spool")
    assert Daemon(knobs(*flags, "-maxLoops", "2"), discovery=Known(OWN)).run() == 1
    late.parent.mkdir()
    assert Daemon(knobs(*flags, "-maxLoops", "1"), discovery=Known(OWN)).run() == 0
    assert late.read_bytes() == well.read_bytes()


def test_an_outage_larger_than_the_queue(tmp_path: Path, peer: UnixPeer) -> None:
    """Many small Envelopes, and room for a few in memory: when the receiver comes, all come in order."""
    well = tmp_path / "rows"
    flags = ("-envelopeFlushRows", "1", "-envelopeFlushBytes", "700", "-queueBytes", "1400", "-spoolDir", f"{tmp_path}/spool")
    chosen = knobs("-dest", peer.dest, "-dest", f"file:{well}", *flags, "-maxLoops", "6")
    daemon = Daemon(chosen, discovery=Known(OWN, each=lambda poll: peer.listen() if poll == 5 else None))
    assert daemon.run() == 0
    assert whole(received(peer)) == whole(records(well))
    assert polls(received(peer)) == [1, 2, 3, 4, 5, 6]
    assert not [name for sender in daemon._outlets.senders for name in sender.tally.read() if name.startswith("dropped")]


def test_a_spool_that_cannot_be_had(tmp_path: Path) -> None:
    """The answer names -spoolDir and says why; nothing of the daemon stays behind."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match=r"^-spoolDir .*/file/spool: "):
        Daemon(knobs("-dest", "null", "-spoolDir", f"{tmp_path}/file/spool"), discovery=Known(OWN))
    with Opened(tmp_path / "spool"), pytest.raises(UsageError, match=r"^-spoolDir .*/spool: another daemon uses it"):
        Daemon(knobs("-dest", "null", "-spoolDir", f"{tmp_path}/spool"), discovery=Known(OWN))
    assert not [thread.name for thread in threading.enumerate() if thread.name == "spool"]


class Opened:
    """A spool that this test has."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Spool:
        self._spool = Spool(str(self._folder), 1 << 30, 0.0, Tally())
        return self._spool

    def __exit__(self, *_: object) -> None:
        self._spool.close()


def test_a_daemon_that_cannot_be_built_gives_the_spool_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails after it was opened: its thread and its lock go, and what waits for other destinations is not forgotten for that."""
    flags = ("-spoolDir", f"{tmp_path}/spool", "-drainTimeout", "0")
    Daemon(knobs("-dest", f"unix:{tmp_path}/nobody", *flags, "-maxLoops", "1"), discovery=Known(OWN)).run()
    with monkeypatch.context() as patch:
        patch.setattr(module, "choose", lambda *_: (_ for _ in ()).throw(EngineUnavailable("none here")))
        with pytest.raises(EngineUnavailable):
            Daemon(knobs("-dest", "null", *flags), discovery=Known(OWN))
    assert not [thread.name for thread in threading.enumerate() if thread.name == "spool"]
    with Opened(tmp_path / "spool") as spool:
        assert spool.used_bytes() > 0
        name = outputs(knobs("-dest", f"unix:{tmp_path}/nobody"))[0].spool_name
        assert spool.cursor(name, "x", Tally()).waiting()[0] > 0


# -- as a process

ALWAYS = ("-frequency", "100ms", "-timeout", "90ms", "-pollJitterPct", "0", "-namespaces", "own", "-skip", "none", "-bpf", "off")


def flags_with(peer: UnixPeer, well: Path) -> tuple[str, ...]:
    """A receiver and a file, both protobufList, and a spool."""
    return ("-dest", peer.dest, "-dest", f"file:{well}", "-spoolDir", f"{well}.spool", "-drainTimeout", "500ms", *ALWAYS)


def test_sigterm_in_an_outage(tmp_path: Path, peer: UnixPeer) -> None:
    """The rest is spooled and told, exit code 0; the second run delivers it before its own: nothing lost, nothing twice, in order."""
    well = tmp_path / "rows"
    with running(*flags_with(peer, well)) as daemon:
        until(lambda: well.exists() and len(polls(records_so_far(well))) >= 3)
        daemon.send_signal(signal.SIGTERM)
        _, said = daemon.communicate(timeout=PATIENCE)
    assert daemon.returncode == 0, said
    first = rows_of(well)
    waits = re.search(rf"{re.escape(peer.dest)}: (\d+) rows \(\d+ bytes\) could not be sent before the end and wait in the spool", said)
    assert waits, said
    assert int(waits[1]) == first
    peer.listen()
    with running(*flags_with(peer, well)) as daemon:
        until(lambda: len(received(peer)) > first)
        daemon.send_signal(signal.SIGTERM)
        _, said = daemon.communicate(timeout=PATIENCE)
    assert daemon.returncode == 0, said
    assert whole(received(peer)) == whole(records(well))


def test_kill_9_in_an_outage(tmp_path: Path, peer: UnixPeer) -> None:
    """Killed in mid-outage, in mid-poll for all it knows: after a restart the receiver has each row that the file has, once, in order."""
    well = tmp_path / "rows"
    for _ in range(2):
        before = len(whole(records_so_far(well))) if well.exists() else 0
        with running(*flags_with(peer, well)) as daemon:
            until(lambda: rows_of(well) > before + 3)  # noqa: B023  # waited for within the turn
            daemon.send_signal(signal.SIGKILL)
            daemon.communicate(timeout=PATIENCE)
    sealed = set(whole(records_so_far(well)))
    assert sealed
    peer.listen()
    with running(*flags_with(peer, well)) as daemon:
        until(lambda: rows_of(well) > len(sealed) and len(received(peer)) > len(sealed))
        daemon.send_signal(signal.SIGTERM)
        _, said = daemon.communicate(timeout=PATIENCE)
    assert daemon.returncode == 0, said
    got = whole(received(peer))
    assert not sealed - set(got), "lost"
    assert set(got) == set(whole(records_so_far(well)))
    assert len(got) == len(set(got)), "twice, though the receiver was never there before"
    assert [row.timestamp_ns for row in received(peer)] == sorted(row.timestamp_ns for row in received(peer))
