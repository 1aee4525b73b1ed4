"""`xtcp-ebpf receive` as a process, with the daemon's destinations, and the daemon itself, at the other end."""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import msgpack
import pytest

from xtcp_ebpf.abc import Sealed, Sink
from xtcp_ebpf.cli.receive import FLAGS, GRACE_SECONDS, OWN, main
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.marshal.formats import create as marshaller
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.reader import framed

COMMAND = (sys.executable, "-c", "import sys; from xtcp_ebpf.cli.receive import main; sys.exit(main(sys.argv[1:]))")
SCHEMES = ("tcp", "udp", "unix", "unixgram")
PATIENCE = 15.0


def sealed(numbers: Sequence[int], label: str = "l") -> Sealed:
    """An Envelope of rows with these counters."""
    rows = tuple(framed(XtcpFlatRecord(record_counter=number, label=label)) for number in numbers)
    return Sealed(rows, len(rows), sum(map(len, rows)), "rows")


def address(scheme: str, folder: Path) -> str:
    if scheme in ("unix", "unixgram"):
        return f"{scheme}:{folder}/s"
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM if scheme == "tcp" else socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return f"{scheme}:127.0.0.1:{probe.getsockname()[1]}"


def open_(dest: str, kind: str = "protobufList") -> Sink:
    """The daemon's destination, connected."""
    target = registry.parse(dest)
    return registry.find(target.scheme).open(replace(target, preamble=marshaller(kind).preamble))


def send_one(dest: str, number: int) -> None:
    sink = open_(dest)
    sink.send(marshaller("protobufList").encode(sealed([number])))
    sink.close()


@contextmanager
def receiving(dest: str, *flags: str, stdout: int = subprocess.PIPE) -> Iterator[subprocess.Popen[str]]:
    """The process, listening; in the end it has ended."""
    with subprocess.Popen((*COMMAND, dest, *flags), stdout=stdout, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = process.stderr.readline()
        assert said.startswith(f"xtcp-ebpf receive: listening on {dest}"), said + process.stderr.read()
        try:
            yield process
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """(exit code, the rest of stdout, the rest of stderr)."""
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def counters(lines: str) -> list[int]:
    return [int(json.loads(line).get("recordCounter", 0)) for line in lines.splitlines()]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_rows_of_a_destination(scheme: str, tmp_path: Path) -> None:
    """Rows are on stdout as soon as they have come; SIGTERM ends it with a summary and exit code 0, and leaves no socket behind."""
    dest = address(scheme, tmp_path)
    with receiving(dest) as process:
        assert process.stdout
        sink = open_(dest)
        for number in range(10):
            sink.send(marshaller("protobufList").encode(sealed([2 * number, 2 * number + 1])))
            assert counters(process.stdout.readline() + process.stdout.readline()) == [2 * number, 2 * number + 1]
        sink.close()
        process.send_signal(signal.SIGTERM)
        code, out, err = ended(process)
    of = " of 1 connection" if scheme in ("tcp", "unix") else ""
    assert (code, out, err) == (0, "", f"xtcp-ebpf receive: 20 rows and 10 whole payloads{of}\n")
    assert list(tmp_path.iterdir()) == []


def test_any_format_to_any(tmp_path: Path) -> None:
    """-from is the sender's format, -marshal ours, -columns as everywhere."""
    dest = address("unix", tmp_path)
    with receiving(dest, "-from", "csv", "-marshal=tsv", "-columns", "recordCounter,label", "-count", "2") as process:
        sink = open_(dest, "csv")
        sink.send(marshaller("csv").encode(sealed([1, 2], "a,b")))
        sink.close()
        assert ended(process)[:2] == (0, "recordCounter\tlabel\n1\ta,b\n2\ta,b\n")


def test_msgpack_out(tmp_path: Path) -> None:
    """Bytes go out as bytes."""
    dest = address("unixgram", tmp_path)
    with subprocess.Popen(
        (*COMMAND, dest, "-marshal", "msgpack", "-count", "1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr
        assert b"listening" in process.stderr.readline()
        send_one(dest, 7)
        out, _ = process.communicate(timeout=PATIENCE)
    assert msgpack.unpackb(out)["Row"][0]["RecordCounter"] == 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_count(scheme: str, tmp_path: Path) -> None:
    """It ends by itself after exactly so many rows, in the middle of an Envelope too."""
    dest = address(scheme, tmp_path)
    with receiving(dest, "-count", "7") as process:
        sink = open_(dest)
        for _ in range(2):
            sink.send(marshaller("protobufList").encode(sealed(range(5))))
        code, out, err = ended(process)
        sink.close()
    assert (code, counters(out)) == (0, [0, 1, 2, 3, 4, 0, 1])
    assert "7 rows and " in err
    assert list(tmp_path.iterdir()) == []


def test_interrupt_without_rows(tmp_path: Path) -> None:
    """Ctrl-C at once: a summary of nothing, exit code 0; csv has its header."""
    with receiving(address("udp", tmp_path), "-marshal", "csv", "-columns", "nsid") as process:
        process.send_signal(signal.SIGINT)
        assert ended(process) == (0, "nsid\n", "xtcp-ebpf receive: 0 rows and 0 whole payloads\n")


def test_torn_and_bad(tmp_path: Path) -> None:
    """What went wrong with connections is told as it happens, and counted in the end; the exit code is 0."""
    dest = address("tcp", tmp_path)
    where = ("127.0.0.1", int(dest.rpartition(":")[2]))
    with receiving(dest) as process:
        assert process.stderr
        with socket.create_connection(where) as torn:
            torn.sendall(marshaller("protobufList").encode(sealed([1]))[:-1])
        assert "connection 1 from 127.0.0.1 port " in (line := process.stderr.readline())
        assert "the last frame is cut off" in line
        with socket.create_connection(where) as bad:
            bad.sendall(b'{"nsid":1}\n')
            assert "(it looks like jsonl: -from jsonl): closed" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        code, out, err = ended(process)
    assert (code, out) == (0, "")
    assert err.endswith(": 0 rows and 0 whole payloads of 2 connections; 1 connection torn within a payload; 1 bad connection\n")


@pytest.mark.parametrize("scheme", ["tcp", "unix"])
def test_a_reader_that_leaves(scheme: str, tmp_path: Path) -> None:
    """`| head` ends it with the next rows: no complaint, exit code 0, no socket left."""
    dest = address(scheme, tmp_path)
    ours, theirs = os.pipe()
    with receiving(dest, stdout=theirs) as process:
        os.close(theirs)
        os.close(ours)
        sink = open_(dest)
        sink.send(marshaller("protobufList").encode(sealed([1])))
        code, _, err = ended(process)
        sink.close()
    assert (code, err) == (0, "xtcp-ebpf receive: 1 row and 1 whole payload of 1 connection\n")
    assert list(tmp_path.iterdir()) == []


def pour(sink: Sink, end: threading.Event) -> None:
    """Sends until the destination takes no more."""
    payload = marshaller("protobufList").encode(sealed(range(500), "x" * 100))
    while not end.is_set():
        try:
            sink.send(payload)
        except Exception:
            return


@pytest.mark.long
@pytest.mark.parametrize("signals", [1, 2])
def test_a_reader_that_hangs(signals: int, tmp_path: Path) -> None:
    """With a stdout that is not read, senders wait; a signal still ends it, after a grace, or at once with the second one."""
    dest = address("tcp", tmp_path)
    over = threading.Event()
    with receiving(dest, "-marshal", "protobufList") as process:
        assert process.stderr
        sink = open_(dest)
        pouring = threading.Thread(target=pour, args=(sink, over))
        pouring.start()
        until(lambda: blocked(process.pid), "stdout is full")
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        if signals == 2:
            time.sleep(0.1)  # two at once are one to the kernel
            process.send_signal(signal.SIGTERM)
        err = process.stderr.read()
        took = time.monotonic() - begun
        assert process.wait(PATIENCE) == 1
        over.set()
        pouring.join()
        sink.close()
    assert "xtcp-ebpf receive: stdout was not read: rows that had come are not written, and the last may be cut\n" in err
    assert took < 1.5 if signals == 2 else GRACE_SECONDS - 0.5 < took < GRACE_SECONDS + 2


def blocked(pid: int) -> bool:
    """Whether the process sleeps in a write to a pipe."""
    return "pipe_w" in Path(f"/proc/{pid}/wchan").read_text() or Path(f"/proc/{pid}/syscall").read_text().startswith("1 0x1 ")


def waiting(dest: str) -> int:
    """Bytes in the receive queue of the UDP socket of this port."""
    port = f":{int(dest.rpartition(':')[2]):04X}"
    (queue,) = (line.split()[4] for line in Path("/proc/net/udp").read_text().splitlines() if line.split()[1].endswith(port))
    return int(queue.partition(":")[2], 16)


def until(condition: Callable[[], object], what: str) -> None:
    """Waits for a real event."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.01)


def test_datagrams_that_the_kernel_drops(tmp_path: Path) -> None:
    """By udp nobody waits for us: what did not fit while stdout was not read is counted, to the last one."""
    dest = address("udp", tmp_path)
    with receiving(dest) as process:
        sink = open_(dest)
        payload = marshaller("protobufList").encode(sealed(range(6), "x" * 10_000))
        sent = 0
        for _ in range(20):
            sink.send(payload)
            sent += 1
        until(lambda: blocked(process.pid), "stdout is full")
        for _ in range(3000):
            sink.send(payload)
            sent += 1
        sink.close()
        assert process.stdout
        reading = threading.Thread(target=process.stdout.read)
        reading.start()
        until(lambda: not waiting(dest), "all that was kept is read")
        process.send_signal(signal.SIGTERM)
        reading.join()
        code, _, err = ended(process)
    assert code == 0
    rows, payloads, dropped = (int(word) for word in err.split() if word.isdigit())
    assert rows == 6 * payloads
    assert 0 < dropped == sent - payloads
    assert "dropped by the kernel: stdout was too slow for them" in err


def run(*argv: str) -> tuple[int, bytes, str]:
    """(exit code, stdout, stderr), in this process."""
    out, err = io.BytesIO(), io.StringIO()
    return main(argv, out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "where? xtcp-ebpf receive tcp|udp|unix|unixgram:ADDRESS"),
        (("tcp:127.0.0.1",), "tcp:127.0.0.1: the port is missing"),
        (("kafka:b:1",), "write tcp:ADDRESS"),
        (("unix:/x", "unix:/y"), "unix:/y"),
        (("unix:/x", "-dest", "null"), "-dest: means nothing to receive, which takes -from, -count, -marshal, -columns and -help"),
        (("unix:/x", "-from", "pcap"), "-from: there is no format 'pcap'"),
        (("unix:/x", "-count", "-1"), "-count: '-1' is no whole number from 0 on"),
        (("unix:/x", "-count", "x"), "-count: 'x' is no whole number"),
        (("unix:/x", "-marshal", "jsnl"), "did you mean jsonl"),
        (("unix:/x", "-wrong"), "-wrong"),
    ],
)
def test_wrong_flags(argv: tuple[str, ...], said: str) -> None:
    """A wrong command line: exit code 2, and what would be right."""
    code, out, err = run(*argv)
    assert (code, out) == (2, b"")
    assert said in err


def test_cannot_listen(tmp_path: Path) -> None:
    """The reason, and exit code 1."""
    path = tmp_path / "file"
    path.touch()
    code, out, err = run(f"unix:{path}")
    assert (code, out) == (1, b"")
    assert err == f"xtcp-ebpf receive: cannot listen on unix:{path}: there is something that is no socket; it is left alone\n"


def test_full_disk(tmp_path: Path) -> None:
    """A stdout that takes nothing: the reason, and exit code 1."""
    dest = address("unix", tmp_path)
    with Path("/dev/full").open("wb") as full, receiving(dest, stdout=full.fileno()) as process:
        send_one(dest, 1)
        code, _, err = ended(process)
    assert code == 1
    assert "cannot write to stdout: ENOSPC (No space left on device)" in err
    assert list(tmp_path.iterdir()) == []


def test_help() -> None:
    """-help names every flag that is taken, and no address is needed for it."""
    code, out, err = run("-help")
    assert (code, err) == (0, "")
    assert all(f"  -{flag} " in out.decode() for flag in (*FLAGS, *OWN))
    assert max(map(len, out.decode().splitlines())) <= 120


def test_signals_are_given_back(tmp_path: Path) -> None:
    """After it, this process answers to signals as before."""
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)]
    dest = address("unix", tmp_path)

    def listens() -> bool:
        try:
            send_one(dest, 1)
        except SendError:
            return False
        return True

    sending = threading.Thread(target=until, args=(listens, "it listens"))
    sending.start()
    code, out, _ = run(dest, "-count", "1")
    sending.join()
    assert (code, counters(out.decode())) == (0, [1])
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)] == before


def test_from_the_daemon(tmp_path: Path) -> None:
    """The whole way: the daemon dumps the sockets of its own namespace, and all its rows come out, this test's own listener among them."""
    dest = address("tcp", tmp_path)
    port = int(dest.rpartition(":")[2])
    daemon = (sys.executable, "-m", "xtcp_ebpf", "-namespaces", "own", "-maxLoops", "1", "-pollJitterPct", "0", "-dest", dest)
    with receiving(dest) as process:
        done = subprocess.run(daemon, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        process.send_signal(signal.SIGTERM)
        code, out, err = ended(process)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert f": {len(rows)} rows and " in err
    assert [int(row["recordCounter"]) for row in rows] == list(range(1, len(rows) + 1))
    assert port in {row.get("inetDiagMsgSocketSourcePort") for row in rows}
