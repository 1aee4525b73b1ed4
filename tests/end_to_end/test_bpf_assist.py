"""BPF assist in the whole daemon: what is dumped and what is not, what rings, what is switched, and what is taken away under it."""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import signal
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from end_to_end.street import records, run, running
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import bpf
from xtcp_ebpf.config import load
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.kernel import nsfs

pytestmark = pytest.mark.kernel
FAST = ("-frequency", "200ms", "-timeout", "190ms", "-pollJitterPct", "0", "-marshal", "protobufList")
LINK_GET_FD_BY_ID, LINK_DETACH = 30, 34
SOURCES = [
    ("-bpf", "require", "-bpfSource", "walk"),
    ("-bpf", "require", "-bpfSource", "tracepoints"),
    ("-bpf", "require", "-bpfLoader", "bcc"),
    ("-bpf", "off"),
]
ALWAYS = (SOURCES[0], SOURCES[3])
"""Tried by make test; the others by make test-long."""


def until(holds: Callable[[], object], seconds: float = 10.0) -> float:
    """Seconds until it holds."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds, "it never came true"
        time.sleep(0.005)
    return time.monotonic() - begun


def connected(spaces: Spaces, space: Namespace) -> tuple[socket.socket, socket.socket]:
    """Both ends of a connection there."""
    spaces.loopback(space)

    def connect() -> tuple[socket.socket, socket.socket]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            near = socket.create_connection(server.getsockname())
            return near, server.accept()[0]

    near, far = spaces.inside(space, connect)
    spaces.keep(near)
    spaces.keep(far)
    return near, far


def polls_of(out: Path, space: Namespace) -> list[int]:
    """The polls in which it was dumped, as far as the file is whole."""
    try:
        return sorted({row.poll_number for row in records(out) if row.netns_inode == space.inode})
    except (AssertionError, FileNotFoundError):  # an envelope is being written
        return []


@contextmanager
def alive(tmp_path: Path, *flags: str) -> Iterator[Daemon]:
    """A daemon in this process, in a thread of its own."""
    words = ["-dest", f"file:{tmp_path}/rows", *FAST, "-netnsDirs", str(tmp_path / "netns"), *flags]
    daemon = Daemon(load(words, {"XTCP_HOSTNAME": "here"}).knobs)
    thread = threading.Thread(target=daemon.run)
    thread.start()
    try:
        until(lambda: daemon.tally["polls"])
        yield daemon
    finally:
        daemon.stop()
        thread.join(20)


@pytest.mark.parametrize(
    "flags", [pytest.param(flags, id=" ".join(flags), marks=() if flags in ALWAYS else pytest.mark.long) for flags in SOURCES]
)
def test_only_where_something_happened(flags: tuple[str, ...], spaces: Spaces, tmp_path: Path) -> None:
    """Both namespaces in the first poll, then only the one that talks; the quiet one again at the staleness bound, not before."""
    quiet, busy = spaces.make("xt-quiet"), spaces.make("xt-busy")
    spaces.listen(quiet)
    near, far = connected(spaces, busy)
    out = tmp_path / "rows"
    where = ("-netnsDirs", str(spaces.directory))
    with running("-dest", f"file:{out}", *FAST, *flags, "-skip", "idle", "-maxStale", "8", *where) as daemon:
        until(lambda: polls_of(out, busy))
        begun = time.monotonic()
        while time.monotonic() - begun < 3.0:
            near.sendall(b"x")
            far.recv(9)
            time.sleep(0.02)
        daemon.send_signal(signal.SIGINT)
        _, said = daemon.communicate(timeout=20)
    assert daemon.returncode == 0, said
    dumped, first = polls_of(out, busy), polls_of(out, quiet)
    assert len(dumped) >= 8
    talking = dumped[1:]  # before, nobody had spoken yet
    assert len(talking) >= 0.7 * (talking[-1] - talking[0] + 1)  # on a busy machine the talker may be held up for a whole poll
    gaps = [later - sooner for sooner, later in pairwise(first)]
    assert gaps
    assert set(gaps) <= {8}


def test_require_says_what_is_missing() -> None:
    """Without the rights it does not start: exit code 1, the capability, the way to grant it; auto starts and says the same."""
    nobody = ("setpriv", "--reuid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all")
    flags = ("-namespaces", "own", "-maxLoops", "1", "-pollJitterPct", "0", "-dest", "null")
    refused = run(*flags, "-bpf", "require", before=nobody)
    assert refused.returncode == 1
    assert "-bpf require" in refused.stderr
    assert "CAP_BPF" in refused.stderr
    assert "Traceback" not in refused.stderr
    without = run(*flags, "-bpf", "auto", before=nobody)
    assert without.returncode == 0
    assert without.stderr.count("no BPF, so no namespace is known to be idle") == 1
    assert "CAP_BPF" in without.stderr


@pytest.mark.skipif(not nsfs.opens_handles("/proc/self/ns/net"), reason="this kernel opens no namespace by its number")
@pytest.mark.parametrize("source", ["walk", "tracepoints"])
def test_a_namespace_that_only_a_socket_holds(source: str, spaces: Spaces, tmp_path: Path) -> None:
    """No mount, no process, no descriptor: found, named by its inode, opened by its handle, dumped with all its sockets."""
    space = spaces.make("xt-hidden")
    near, far = connected(spaces, space)
    spaces.remove(space)
    out = tmp_path / "rows"
    with running("-dest", f"file:{out}", *FAST, "-bpf", "require", "-bpfSource", source, "-skip", "idle") as daemon:
        while not polls_of(out, space):
            assert daemon.poll() is None
            near.sendall(b"x")
            far.recv(9)
            time.sleep(0.05)
        daemon.send_signal(signal.SIGINT)
        daemon.communicate(timeout=20)
    rows = [row for row in records(out) if row.netns_inode == space.inode]
    assert {row.netns for row in rows} == {f"netns:[{space.inode}]"}
    assert {row.inet_diag_msg_socket_source_port for row in rows} >= {near.getsockname()[1], far.getsockname()[1]}


@pytest.mark.parametrize("source", ["walk", "tracepoints"])
def test_the_first_connection_is_heard_at_once(source: str, spaces: Spaces, tmp_path: Path) -> None:
    """The next poll is a minute away: a namespace that nobody had found is found within a tenth of a second of its first socket."""
    slow = ("-frequency", "60s", "-timeout", "1s", "-bpf", "require", "-bpfSource", source)
    with alive(tmp_path, *slow) as daemon:
        for name in ("a", "b"):
            space = spaces.make(name)
            time.sleep(0.3)  # its mount is old news
            before = daemon.tally["namespaces_rung"]
            spaces.listen(space)
            took = until(lambda before=before, inode=space.inode: daemon.tally["namespaces_rung"] > before or inode in known(daemon), 5.0)
            assert took < 0.1 + 0.1, took  # the second tenth is for a busy machine


def known(daemon: Daemon) -> set[int]:
    """Inodes of the namespaces that it knows of; none while its own thread asks the same."""
    try:
        return {namespace.inode for namespace in daemon._collection.discovery.current().namespaces}
    except RuntimeError:  # select.poll() is for one thread at a time
        return set()


def test_switched_while_it_runs(spaces: Spaces, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Source after source, by another thread: each dumps once what has sockets, then rests; what cannot be had changes nothing."""
    caplog.set_level(logging.INFO, "xtcp_ebpf")
    quiet = spaces.make("xt-quiet")
    spaces.listen(quiet)
    out = tmp_path / "rows"
    with alive(tmp_path, "-bpf", "off", "-skip", "idle", "-maxStale", "1000") as daemon:
        expected = 1
        for way in ({"bpf": "auto", "bpf_source": "walk"}, {"bpf_source": "tracepoints"}, {"bpf_loader": "bcc"}, {"bpf": "off"}):
            until(lambda wanted=expected: len(polls_of(out, quiet)) >= wanted)
            daemon.change(replace(daemon.knobs(), **way), 10.0)
            expected += 1
        until(lambda: len(polls_of(out, quiet)) >= expected)
        seen = daemon.tally["polls"]
        until(lambda: daemon.tally["polls"] >= seen + 3)
        assert len(polls_of(out, quiet)) == expected
    counts = daemon.tally.read()
    assert (counts["assist_opened:walk"], counts["assist_opened:tracepoints"], counts["assist_opened:always"]) == (1, 2, 2)
    assert [message.split(",")[0] for message in caplog.messages if message.startswith("BPF: source")] == [
        "BPF: source walk",
        "BPF: source tracepoints",
        "BPF: source tracepoints",
    ]


def test_what_it_saved_is_counted(spaces: Spaces, tmp_path: Path) -> None:
    """Dumps that were not made, and what they would have cost; programs, and what they marked."""
    quiet = spaces.make("xt-quiet")
    spaces.listen(quiet)
    with alive(tmp_path, "-bpf", "require", "-bpfSource", "tracepoints", "-maxStale", "1000") as daemon:
        until(lambda: daemon.tally["polls"] >= 5)
        spaces.listen(quiet)
        until(lambda: daemon.tally["dumps_saved_cpu_us"] > 0)
    counts = daemon.tally.read()
    assert counts["dumps_skipped:idle"] >= 2
    assert counts["bpf_namespaces_marked"] >= 1
    assert counts["bpf_runs_missed"] == counts["bpf_marks_unplaced"] == 0


def links_of(pid: int) -> list[int]:
    """Numbers of the BPF links that a process holds."""
    found = []
    for entry in Path(f"/proc/{pid}/fdinfo").iterdir():
        try:
            lines = dict(line.split(":", 1) for line in entry.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if "link_id" in lines:
            found.append(int(lines["link_id"]))
    return found


def detach(link: int) -> int:
    """As `bpftool link detach id N` does: 0 or the errno."""
    attr = ctypes.create_string_buffer(struct.pack("=II", link, 0), 128)
    descriptor = bpf.bpf(LINK_GET_FD_BY_ID, attr)
    try:
        bpf.bpf(LINK_DETACH, ctypes.create_string_buffer(struct.pack("=I", descriptor), 128))
    except OSError as error:
        return error.errno or errno.EIO
    finally:
        os.close(descriptor)
    return 0


@pytest.mark.parametrize("source", ["walk", "tracepoints"])
def test_links_detached_from_outside(source: str, spaces: Spaces, tmp_path: Path) -> None:
    """Whether the kernel does it (links of this kind it refuses so far) or not: what happens afterwards is dumped by the next poll."""
    space = spaces.make("xt-a")
    near, far = connected(spaces, space)
    out = tmp_path / "rows"
    flags = ("-bpf", "require", "-bpfSource", source, "-skip", "idle", "-maxStale", "1000", "-netnsDirs", str(spaces.directory))
    with running("-dest", f"file:{out}", *FAST, *flags, "-reads", "dump") as daemon:
        until(lambda: polls_of(out, space))
        links = links_of(daemon.pid)
        assert len(links) == {"walk": 1, "tracepoints": 3}[source]
        assert {detach(link) for link in links} <= {0, errno.EOPNOTSUPP}
        time.sleep(0.5)
        for _ in range(3):
            before = polls_of(out, space)[-1]
            near.sendall(b"x")
            far.recv(9)
            until(lambda before=before: (polls_of(out, space) or [0])[-1] > before, 2.0)
        daemon.send_signal(signal.SIGINT)
        daemon.communicate(timeout=20)


@pytest.mark.parametrize("flags", SOURCES[:3], ids=" ".join)
def test_killed_it_leaves_nothing_in_the_kernel(flags: tuple[str, ...], tmp_path: Path) -> None:
    """No program stays attached when the daemon is killed: what held it was its descriptors."""
    with running("-dest", f"file:{tmp_path}/rows", *FAST, *flags) as daemon:
        until(lambda: (tmp_path / "rows").exists())
        links = links_of(daemon.pid)
        assert links
        daemon.kill()
        daemon.wait(20)
    for link in links:
        until(lambda link=link: gone(link))


def gone(link: int) -> bool:
    """Is there no such link any more?"""
    try:
        os.close(bpf.bpf(LINK_GET_FD_BY_ID, ctypes.create_string_buffer(struct.pack("=II", link, 0), 128)))
    except FileNotFoundError:
        return True
    return False
