"""What may happen to namespaces under a running daemon, as an operator sees it: ends, strays, lack of rights and descriptors."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from collector.doors import Rows, reading
from kernel.real_namespaces import Spaces, without
from street import COMMAND, ONCE, Street, envelopes, environment, records, run, running

from xtcp_ebpf.abc import Plan
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel

CAP_SYS_ADMIN = 21


@pytest.fixture
def street() -> Iterator[Street]:
    """Namespaces by `ip`, gone at the end."""
    made = Street()
    yield made
    made.close()


def until(holds: Callable[[], bool], seconds: float = 10.0) -> float:
    """Seconds until it holds."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds
        time.sleep(0.01)
    return time.monotonic() - begun


@pytest.mark.parametrize("skip", ["none", "empty"])
def test_the_last_process_exits(street: Street, skip: str) -> None:
    """A namespace that only a process held, with a veth pair into it: within two polls the host's end has gone with the process."""
    (name,) = street.add()
    veth = Path(f"/sys/class/net/xp{os.getpid()}")
    street.ip(name, f"link add inside type veth peer name {veth.name} netns {os.getpid()}")
    sleeper = subprocess.Popen(["ip", "netns", "exec", name, "sleep", "60"])
    with running("-dest", "null", "-frequency", "1s", "-timeout", "900ms", "-d", "101", "-skip", skip) as daemon:
        try:
            own = Path("/proc/self/ns/net").stat().st_ino
            until(lambda: Path(f"/proc/{sleeper.pid}/ns/net").stat().st_ino != own)
            inode = Path(f"/proc/{sleeper.pid}/ns/net").stat().st_ino
            street.remove(name)
            assert daemon.stderr
            while f"namespace netns:[{inode}]: " not in (line := daemon.stderr.readline()):
                assert line, "the daemon ended"
            assert veth.exists()
        finally:
            sleeper.kill()
            sleeper.wait()
        assert until(lambda: not veth.exists()) < 3.0
        daemon.send_signal(signal.SIGTERM)
        daemon.communicate(timeout=20)
    assert daemon.returncode == 0


def test_removed_in_mid_dump(spaces: Spaces) -> None:
    """Its mount goes after its first datagram: the dump ends whole, the others too, and then it is gone."""
    first, other = spaces.make("xt-first"), spaces.make("xt-other")
    spaces.listen(first, 300)
    spaces.listen(other, 3)
    tapped = threading.Event()

    def tap(_datagram: object, is_request: bool) -> None:
        if not is_request and not tapped.is_set():
            tapped.set()
            spaces.remove(first)

    rows, tally = Rows(), Tally()
    pool = Pool(1, reading(tally), Gate, SystemClock(), tally, taps=(tap,))
    try:
        reports = pool.poll(Plan(1, (first, other), time.monotonic() + 10), rows)
        assert [(r.namespace.name, r.reason, r.sockets) for r in reports] == [("xt-first", "", 300), ("xt-other", "", 3)]
        (gone,) = pool.poll(Plan(2, (first,), time.monotonic() + 10), rows)
        assert gone.reason == "gone"
    finally:
        pool.close()


def test_no_right_to_enter_some(spaces: Spaces) -> None:
    """setns refused: an error of those namespaces, with a reason; our own is dumped."""
    space = spaces.make("xt-closed")
    own = Discovery(own_only=True).find().namespaces[0]
    gates: list[Gate] = []

    def make_gate(buffer: bytearray) -> Gate:
        gates.append(Gate(buffer))
        return gates[-1]

    def poll() -> dict[str, str]:
        tally, rows = Tally(), Rows()
        pool = Pool(1, reading(tally), make_gate, SystemClock(), tally)
        try:
            return {r.namespace.name: r.reason for r in pool.poll(Plan(1, (own, space), time.monotonic() + 10), rows)}
        finally:
            pool.close()

    # A thread inherits the rights of the one that starts it: the readers have none here.
    assert without(CAP_SYS_ADMIN, work=poll) == {"default": "", "xt-closed": "permission"}


def test_a_stale_file_is_no_namespace(tmp_path: Path) -> None:
    """It is said once, and no row has its name."""
    (tmp_path / "left-behind").write_text("")
    os.utime(tmp_path / "left-behind")
    with socket.create_server(("127.0.0.1", 0)):
        time.sleep(1.1)  # a file is stale when it is a second old
        done = run("-dest", f"file:{tmp_path}/rows", "-marshal", "protobufList", *ONCE, "-netnsDirs", str(tmp_path))
    assert done.returncode == 0
    assert done.stderr.count("left-behind is no namespace") == 1
    assert "left-behind" not in {row.netns for row in records(tmp_path / "rows")}


def lowest_free(pid: int) -> int:
    """The lowest number that no descriptor of `pid` has between polls: one look may meet a descriptor that lives for a dump."""
    looks = []
    for _ in range(25):
        looks.append(next(n for n in itertools.count() if not Path(f"/proc/{pid}/fd/{n}").is_symlink()))
        time.sleep(0.02)
    return min(looks)


def test_few_descriptors(spaces: Spaces, tmp_path: Path) -> None:
    """With no descriptor left it goes on, says so, and is whole again when there are some."""
    for n in range(3):
        spaces.listen(spaces.make(f"xt-{n}"))
    out = tmp_path / "rows"
    flags = ("-dest", f"file:{out}", "-marshal", "protobufList", "-frequency", "200ms", "-timeout", "190ms", "-pollJitterPct", "0")
    with running(*flags, "-bpf", "off", "-netnsDirs", str(spaces.directory)) as daemon:
        seen: set[int] = set()

        def polls() -> set[int]:
            with contextlib.suppress(AssertionError, FileNotFoundError):  # the last envelope is being written
                seen.update(row.poll_number for row in records(out) if row.netns == "xt-2")
            return seen

        until(lambda: len(polls()) >= 2)
        subprocess.run(["prlimit", f"--pid={daemon.pid}", f"--nofile={lowest_free(daemon.pid)}:4096"], check=True)
        time.sleep(0.6)  # some polls
        subprocess.run(["prlimit", f"--pid={daemon.pid}", "--nofile=4096:4096"], check=True)
        before = max(polls())
        until(lambda: max(polls()) >= before + 2)
        daemon.send_signal(signal.SIGTERM)
        _, err = daemon.communicate(timeout=20)
    assert daemon.returncode == 0
    assert "Traceback" not in err
    assert "descriptor" in err
    assert err.count("missing or in part (descriptors)") <= 1


def test_own_namespace_in_a_sidecar(spaces: Spaces) -> None:
    """-namespaces own, inside another namespace and without any right: the sockets of that one, under the name `default`, no others."""
    space = spaces.make("xt-pod")
    (port,) = spaces.listen(space)
    nobody = ("setpriv", "--reuid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all")
    command = ["nsenter", f"--net={space.path}", *nobody, *COMMAND, "-namespaces", "own", "-dest", "stdout", *ONCE]
    done = subprocess.run([*command, "-marshal", "protobufList"], env=environment(), capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
    found = [row for envelope in envelopes(done.stdout) for row in envelope]
    assert {(row.netns, row.netns_inode) for row in found} == {("default", space.inode)}
    assert [row.inet_diag_msg_socket_source_port for row in found] == [port]


def test_nsid_is_filled(street: Street, tmp_path: Path) -> None:
    """-populateNsid: the number that `ip netns set` gave stands in its rows, and in no others."""
    name, other = street.add(2)
    street.hold(name, listen=1)
    street.hold(other, listen=1)
    number = 7_000_000 + os.getpid()
    subprocess.run(["ip", "netns", "set", name, str(number)], check=True)
    done = run("-dest", f"file:{tmp_path}/rows", "-marshal", "protobufList", *ONCE, "-populateNsid")
    assert done.returncode == 0, done.stderr
    found = {row.netns: row.nsid for row in records(tmp_path / "rows")}
    assert (found[name], found[other]) == (number, 0)


def test_a_namespace_that_only_a_descriptor_holds(spaces: Spaces, tmp_path: Path) -> None:
    """-scanDescriptors finds and dumps it; without the flag, and without BPF, nobody does."""
    space = spaces.make("xt-held")
    (port,) = spaces.listen(space)
    script = "import sys; f = open(sys.argv[1]); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", script, space.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        spaces.remove(space)
        for flags, seen in (((), False), (("-scanDescriptors",), True)):
            out = tmp_path / f"rows{seen}"
            assert run("-dest", f"file:{out}", "-marshal", "protobufList", "-bpf", "off", *ONCE, *flags).returncode == 0
            ports = {(row.netns, row.inet_diag_msg_socket_source_port) for row in records(out)}
            assert ((f"netns:[{space.inode}]", port) in ports) == seen
        holder.communicate()
