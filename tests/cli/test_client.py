"""`xtcp-ebpf client` at a real server: ours with its rights and filters, one like the predecessor's; as a process, on a terminal."""

from __future__ import annotations

import fcntl
import io
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import grpc
import pytest
from cli.a_terminal import Terminal, in_front
from cli.served_daemon import Served, sealed
from client.record_server import RecordServer, message, rows
from conformance.peers import until

from xtcp_ebpf.cli.client import COMMAND, main
from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.version import program

WORDS = (sys.executable, "-c", "import sys; from xtcp_ebpf.cli.client import main; sys.exit(main(sys.argv[1:]))")


def run(*argv: str) -> tuple[int, str, str]:
    """(exit code, stdout, stderr)."""
    out, err = io.BytesIO(), io.StringIO()
    code = main(argv, out, err)
    return code, out.getvalue().decode(), err.getvalue()


def counters(out: str) -> list[int]:
    return [int(json.loads(line)["recordCounter"]) for line in out.splitlines()]


@contextmanager
def beside(work: Any) -> Iterator[None]:
    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def polling(server: Served, count: int, *records: XtcpFlatRecord) -> Any:
    """Polls when a stream is there."""

    def work() -> None:
        until(lambda: server.subscribers._listening, "a stream")
        for _ in range(count):
            server.poll(sealed(*records))

    return work


def test_a_stream() -> None:
    """Each row of each poll once, as jsonl; -polls ends it; a summary on stderr."""
    with Served() as server, beside(polling(server, 3, *rows(1, 2))):
        code, out, err = run("-target", server.target, "-polls", "3")
    assert (code, counters(out), err) == (0, [1, 2] * 3, "xtcp-ebpf client: 6 rows, 3 polls\n")


def test_polls_on_demand() -> None:
    """-poll asks at once and again; -count ends it in the middle of an Envelope."""
    with RecordServer() as server:
        server.on_poll = lambda number: server.send(message(rows(*range(10 * number, 10 * number + 4)), number, end=True))
        code, out, _ = run("-target", server.target, "-poll", "-pollFrequency", "100ms", "-count", "6", "-workers", "1")
    assert (code, counters(out)) == (0, [10, 11, 12, 13, 20, 21])


def test_polls_of_our_daemon() -> None:
    """Whoever may control triggers; the predecessor's default number of workers is taken with a word."""
    with Served() as server:

        def trigger() -> None:
            server.control.polls.append((1, 0.0))
            server.poll(sealed(*rows(7)))

        server.control.trigger = trigger  # type: ignore[method-assign]  # what the daemon does then
        code, out, err = run("-target", server.target, "-poll", "-pollFrequency", "200ms", "-workers", "10", "-count", "2")
    assert (code, counters(out)) == (0, [7, 7])
    assert "-workers 10: one stream carries all, and each record comes once\n" in err


def test_formats() -> None:
    """-format, -marshal and -json; columns; null."""
    for flags, wanted in (
        (("-format", "csv", "-columns", "recordCounter"), "recordCounter\n1\n2\n"),
        (("-marshal=tsv", "-columns=recordCounter,label"), "recordCounter\tlabel\n1\t\n2\t\n"),
        (("-format", "null"), ""),
        (("-format", "table", "-columns", "recordCounter"), "recordCounter\n            1\n            2\n2 sockets, 1 namespace: 2 0\n\n"),
    ):
        with Served() as server, beside(polling(server, 1, *rows(1, 2))):
            assert run("-target", server.target, "-polls", "1", *flags)[:2] == (0, wanted)
    with Served() as server, beside(polling(server, 1, *rows(1, 2))):
        assert counters(run("-target", server.target, "-polls", "1", "-json", "-format", "json")[1]) == [1, 2]


RECORDS = [
    XtcpFlatRecord(record_counter=counter, netns=f"n{counter % 2}", inet_diag_msg_state=1 + 9 * (counter % 2), inet_diag_msg_family=2)
    for counter in range(1, 9)
]


@pytest.mark.parametrize("old", [False, True], ids=["ours", "predecessors"])
def test_filters(old: bool) -> None:
    """Ours does it; for the predecessor's, which knows no filters, it is done here: the same rows."""
    flags = ("-states", "listen", "-netns", "n1,n7", "-everyNth", "2")
    if not old:
        with Served() as server, beside(polling(server, 1, *RECORDS)):
            code, out, _ = run("-target", server.target, "-polls", "1", *flags)
    else:
        with RecordServer(old=True) as peer:

            def send() -> None:
                peer.streams()
                peer.send(*(pb.FlatRecordsResponse(xtcp_flat_record=record) for record in RECORDS))

            with beside(send):
                code, out, _ = run("-target", peer.target, "-polls", "1", *flags)
    assert (code, counters(out)) == (0, [1, 5])


def test_unix_socket_and_token(tmp_path: Path) -> None:
    """By unix:PATH; and with a token where reading needs one."""
    with Served(f"unix:{tmp_path}/s") as server, beside(polling(server, 1, *rows(1))):
        assert counters(run("-target", f"unix:{tmp_path}/s", "-polls", "1")[1]) == [1]


def test_refused() -> None:
    """What trying again cannot mend: exit code 1 and what would do, nothing on stdout."""
    with RecordServer() as server:
        for code, text in (("UNAUTHENTICATED", "show a token (-tokenFile)"), ("PERMISSION_DENIED", "no"), ("INVALID_ARGUMENT", "no")):
            server.refusal = (grpc.StatusCode[code], "no")
            found, out, err = run("-target", server.target)
            assert (found, out) == (1, "")
            assert err.startswith(f"xtcp-ebpf client: {server.target}: no")
            assert text in err
    assert run("-tokenFile", "/nowhere/token")[::2] == (
        1,
        "xtcp-ebpf client: -tokenFile /nowhere/token: ENOENT (No such file or directory)\n",
    )


def test_an_outage(tmp_path: Path) -> None:
    """The daemon goes and comes back: each row once, two lines; a token that is away meanwhile does not end it."""
    token = tmp_path / "token"
    token.write_text("t")
    with RecordServer() as server:

        def work() -> None:
            server.streams()
            token.unlink()
            server.send(message(rows(1), 1, end=True), (grpc.StatusCode.UNAVAILABLE, "the daemon ends"))
            until(lambda: not server._streams, "its end")
            token.write_text("t")
            server.streams()
            server.send(message(rows(2), 3, end=True))

        with beside(work):
            code, out, err = run("-target", server.target, "-polls", "2", "-tokenFile", str(token))
    assert (code, counters(out)) == (0, [1, 2])
    first, second, third = err.splitlines()
    assert first == f"xtcp-ebpf client: {server.target}: the daemon ends; trying on"
    assert second.endswith("; missed poll 2")
    assert third == "xtcp-ebpf client: 2 rows, 2 polls; 1 outage"


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("-target", "h:x"), "-target: 'h:x' is no address of a server"),
        (("-format", "x"), "-format: there is no format 'x'"),
        (("-format", "csv", "-json"), "are the same thing, and they differ: csv, json"),
        (("-columns", "x", "-format", "csv"), "there is no column 'x'"),
        (("-pollFrequency", "1ms"), "-pollFrequency: '1ms' is below 0.1 s"),
        (("-pollFrequency", "10"), "-pollFrequency: '10' is no duration"),
        (("-count", "x"), "-count: 'x' is no whole number"),
        (("-polls", "-1"), "-polls: '-1' is no whole number"),
        (("-workers", "x"), "-workers: 'x' is no whole number"),
        (("-states", "x"), "-states: 'x' is no state"),
        (("-netns", "x" * 5000), "-netns: a name of more than 4096 bytes"),
        (("-poll=perhaps",), "-poll: 'perhaps' is neither true nor false"),
        (("-dest", "null"), "-dest: means nothing to client"),
        (("-nonsense", "1"), "there is no such flag"),
        (("stray",), "'stray': is no flag"),
    ],
)
def test_wrong(argv: tuple[str, ...], told: str) -> None:
    """One message with the flag, exit code 2, nothing asked."""
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert told in err


def test_help_and_version() -> None:
    """Every flag; no line wider than a terminal."""
    code, out, err = run("-help", "-nonsense")
    assert (code, err) == (0, "")
    for flag in (*COMMAND.own, *COMMAND.shared):
        assert f"\n  -{flag} " in out
    assert max(map(len, out.splitlines())) <= 100
    assert run("-v") == (0, f"{program()}\n", "")


@contextmanager
def process(target: str, *argv: str, **more: Any) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen((*WORDS, "-target", target, *argv), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more) as child:
        try:
            yield child
        finally:
            child.kill()


def test_a_signal_ends_it() -> None:
    """What has come is written; a summary, exit code 0. (SIGTERM is the same handler.)"""
    with RecordServer() as server, process(server.target) as child:
        server.streams()
        server.send(message(rows(1, 2), 1))
        assert child.stdout
        assert counters(child.stdout.readline() + child.stdout.readline()) == [1, 2]
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=20)
    assert (child.returncode, out, err) == (0, "", "xtcp-ebpf client: 2 rows, 0 polls\n")


def test_the_reader_leaves() -> None:
    """`| head`: it ends with 0 and without a word."""
    with RecordServer() as server, process(server.target) as child:
        server.streams()
        server.send(message(rows(1), 1))
        assert child.stdout
        assert child.stderr
        child.stdout.readline()
        child.stdout.close()
        server.send(message(rows(2), 1))
        assert child.wait(20) == 0
        assert child.stderr.read() == ""


def test_live_on_a_terminal() -> None:
    """The table of the last poll, drawn anew at the end of each; an outage is told on it; q ends it and leaves the picture."""
    terminal = Terminal(width=90, height=10)
    words = (*WORDS, "-columns", "recordCounter", "-target")
    with RecordServer() as server:
        with in_front(terminal, (*words, server.target), stdout=terminal.slave, stderr=terminal.slave) as child:
            try:
                terminal.until("waiting for the end of a poll  (q ends)")
                server.streams()
                server.send(message(rows(3, 1), 4), message(rows(2), 4, end=True))
                terminal.until("poll 4")
                assert [line.strip() for line in terminal.seen()[1:]] == ["recordCounter", "3", "1", "2", "3 sockets, 1 namespace: 3 0"]
                server.send((grpc.StatusCode.RESOURCE_EXHAUSTED, "you are too slow"))
                terminal.until("you are too slow (this client was too slow); trying on")
                server.streams()
                server.send(message(rows(9), 5, end=True))
                terminal.until("poll 5")
                terminal.type("q")
                assert child.wait(10) == 0
            finally:
                child.kill()
        end = time.monotonic() + 5
        while b"4 rows, 2 polls; 1 outage" not in terminal.read(0.05):
            assert time.monotonic() < end
    terminal.close()


def test_stdout_that_is_not_read() -> None:
    """A second signal does not wait for it: exit code 1."""
    read, write = os.pipe()
    with (
        RecordServer() as server,
        subprocess.Popen((*WORDS, "-target", server.target), stdout=write, stderr=subprocess.PIPE, text=True) as child,
    ):
        os.close(write)
        try:
            server.streams()
            server.send(*(message(rows(*range(1, 2000), label="x" * 40), 1) for _ in range(3)))
            os.set_blocking(read, False)
            until(lambda: _held(read) >= 65536, "the pipe is full")
            child.send_signal(signal.SIGINT)
            child.send_signal(signal.SIGTERM)
            assert child.wait(20) == 1
        finally:
            child.kill()
            os.close(read)


def test_stdout_that_takes_nothing() -> None:
    """A pipe that does not wait, and is full: one line, exit code 1."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    with (
        RecordServer() as server,
        subprocess.Popen((*WORDS, "-target", server.target), stdout=write, stderr=subprocess.PIPE, text=True) as child,
    ):
        os.close(write)
        try:
            server.streams()
            server.send(*(message(rows(*range(1, 2000), label="x" * 40), 1) for _ in range(3)))
            _, err = child.communicate(timeout=20)
        finally:
            child.kill()
            os.close(read)
    assert (child.returncode, err.count("\n")) == (1, 1), err
    assert err.startswith("xtcp-ebpf client: cannot write to stdout: EAGAIN")


def _held(pipe: int) -> int:
    """Bytes that wait in it."""
    (size,) = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))
    return int(size)
