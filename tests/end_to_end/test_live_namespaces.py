"""Namespaces that come, go and are not what they seem, under a real daemon."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from collector.doors import Rows, stamp
from kernel.real_namespaces import Spaces, without
from street import Street, by_namespace, quiet_rows, records, running

from xtcp_ebpf.abc import Namespace, NamespaceId, Plan, Transport
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.collector.reading import Poll, Reading
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.record.stamp import Numbering
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import KNOWN, idiag_ext
from xtcp_ebpf.wire.layout import layout

pytestmark = pytest.mark.kernel

CAP_SYS_ADMIN = 21
LEGACY = 18


def until(true: Callable[[], bool], seconds: float = 10.0) -> float:
    """Wait for a real event; how long it took."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < seconds, "it did not happen in time"
        time.sleep(0.01)
    return time.monotonic() - begun


def space(name: str) -> Namespace:
    """As Discovery finds it."""
    path = f"/run/netns/{name}"
    return Namespace(Path(path).stat().st_ino, name, path, "mount")


class RefusingTransport:
    """A real diag socket of a kernel that does not know the request for both families."""

    def __init__(self, real: Transport) -> None:
        self.fd, self.portid, self.namespace = real.fd, real.portid, real.namespace
        self.asked: list[int] = []
        self._real = real

    def send(self, request: bytes) -> None:
        kind = int.from_bytes(request[4:6], "little")
        self.asked.append(kind)
        # Type 17 is nobody's: the kernel itself answers with an error.
        self._real.send(request[:4] + (17).to_bytes(2, "little") + request[6:] if kind == LEGACY else request)

    def receive(self, timeout: float) -> memoryview:
        return self._real.receive(timeout)

    def receive_several(self, timeout: float, area: memoryview) -> memoryview:
        return self._real.receive_several(timeout, area)

    def close(self) -> None:
        self._real.close()


class OldDoor:
    """The way into namespaces of such a kernel, or of the real one."""

    def __init__(self, refuses: bool) -> None:
        self._gate = Gate(bytearray(32768))
        self._refuses = refuses
        self.opened: list[RefusingTransport] = []

    def open(self, namespace: Namespace) -> Transport:
        real = self._gate.open(namespace)
        if not self._refuses:
            return real
        self.opened.append(RefusingTransport(real))
        return self.opened[-1]

    def grow(self, needed: int) -> None:
        raise AssertionError(f"{needed} bytes")

    def close(self) -> None:
        self._gate.close()


def reading(tally: Tally) -> Reading:
    """Of everything."""
    engine, _ = choose("auto", layout(frozenset(KNOWN)))
    return Reading(engine, stamp, SystemClock(), tally, ext=idiag_ext(frozenset(KNOWN)))


def test_by_family_gives_the_same_rows(street: Street) -> None:
    """A kernel that refuses the request for both families is asked for each: the same bytes in every row but the stamp and clocks."""
    (name,) = street.add()
    street.hold(name, zoo=1)
    found = []
    for refuses in (False, True):
        rows, door, tally = Rows(), OldDoor(refuses), Tally()
        try:
            report = reading(tally).read(door, space(name), 0, Poll(1, Numbering().reserve, time.monotonic() + 10, rows))
        finally:
            door.close()
        assert report.complete, report.text
        assert len({row.timestamp_ns for row in rows.records}) == 1
        found.append(rows.records)
        assert tally["dump_retries:refused"] == int(refuses)
        assert [transport.asked for transport in door.opened] == ([[18], [20, 20]] if refuses else [])
    assert len(found[0]) == len(found[1]) == 22
    assert quiet_rows(found[0]) == quiet_rows(found[1])


def test_our_own_sockets_never_stand_under_another_name(street: Street, tmp_path: Path) -> None:
    """A plain file, a namespace that is gone and one that may not be entered are errors with a reason, and have no rows."""
    alive = space(street.add()[0])
    stale = tmp_path / "stale"
    stale.touch()
    own = Path("/proc/self/ns/net").stat().st_ino
    wanted = (
        Namespace(own, "default", "", "own"),
        Namespace(1, "plain", str(stale), "mount"),
        Namespace(own, "mask", str(stale), "mount"),
        Namespace(2, "missing", str(tmp_path / "missing"), "mount"),
        Namespace(3, "other", alive.path, "proc"),
        alive,
    )

    def poll() -> tuple[dict[str, str], set[str], int]:
        rows = Rows()
        pool = Pool(2, reading(Tally()), Gate, SystemClock(), Tally())
        try:
            # Two of them have our own inode number, so a poll for each.
            reports = [r for namespace in wanted for r in pool.poll(Plan(1, (namespace,), time.monotonic() + 10), rows)]
        finally:
            pool.close()
        ports = {row.inet_diag_msg_socket_source_port for row in rows.records if row.netns == "default"}
        return {r.namespace.name: r.reason for r in reports}, {row.netns for row in rows.records}, int(port in ports)

    refused = {"plain": "not_a_namespace", "mask": "not_a_namespace", "missing": "gone", "other": "recycled"}
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert poll() == ({"default": "", **refused, alive.name: ""}, {"default"}, 1)
        assert without(CAP_SYS_ADMIN, work=poll) == ({"default": "", **refused, alive.name: "permission"}, {"default"}, 1)


def test_namespaces_that_die_while_they_are_polled(street: Street, tmp_path: Path) -> None:
    """Made and removed under a daemon that polls all the time: no row has a wrong name, nothing is said of the dead, nothing ends."""
    (steady,) = street.add()
    street.hold(steady, listen=3)
    inodes = {steady: space(steady).inode}
    out = tmp_path / "rows"
    fast = ("-frequency", "50ms", "-timeout", "45ms", "-pollJitterPct", "0", "-skip", "none")
    with running("-dest", f"file:{out}", "-marshal", "protobufList", *fast) as daemon:
        until(lambda: out.exists() and out.stat().st_size > 0)
        for _ in range(6):
            batch = street.add(3)
            inodes |= {name: space(name).inode for name in batch}
            size = out.stat().st_size
            until(lambda size=size: out.stat().st_size > size)
            for name in batch:
                street.remove(name)
        daemon.send_signal(signal.SIGINT)
        _, err = daemon.communicate(timeout=20)
    assert daemon.returncode == 0, err
    assert "Traceback" not in err
    rows = records(out)
    for name, found in by_namespace(rows).items():
        assert inodes.get(name) in (None, *{row.netns_inode for row in found})
    steady_rows = Counter(row.poll_number for row in by_namespace(rows)[steady])
    assert len(steady_rows) >= 3
    assert set(steady_rows.values()) == {3}
    assert not [line for line in err.splitlines() if "missing or in part" in line and "(poll_timeout)" not in line], err
    assert len({(row.poll_number, row.inet_diag_msg_socket_cookie) for row in rows}) == len(rows)


@pytest.mark.parametrize(("skip", "said"), [("none", "0 sockets, 0 rows"), ("empty", "no sockets")])
def test_a_namespace_that_died_is_gone_within_two_polls(street: Street, tmp_path: Path, skip: str, said: str) -> None:
    """`ip netns del` takes its veth pair with it while the daemon runs: nothing of ours stays in a namespace after a dump, or a look."""
    (name,) = street.add()
    street.hold(name, listen=2).communicate(timeout=10)
    veth = Path(f"/sys/class/net/xv{os.getpid()}")
    street.ip(name, f"link add inside type veth peer name {veth.name} netns {os.getpid()}")
    out = tmp_path / "rows"
    with running(
        "-dest", f"file:{out}", "-marshal", "protobufList", "-frequency", "1s", "-timeout", "900ms", "-d", "101", "-skip", skip
    ) as daemon:
        assert daemon.stderr
        while f"namespace {name}: {said}" not in (line := daemon.stderr.readline()):
            assert line, "the daemon ended"
        assert veth.exists()
        street.remove(name)
        assert until(lambda: not veth.exists()) < 3.0  # two polls, and the kernel's own worker, which does it
        daemon.send_signal(signal.SIGTERM)
        daemon.communicate(timeout=20)
    assert daemon.returncode == 0


def held(pid: int) -> tuple[int, int]:
    """Threads and descriptors of a process."""
    return len(list(Path(f"/proc/{pid}/task").iterdir())), len(list(Path(f"/proc/{pid}/fd").iterdir()))


def test_threads_and_descriptors_do_not_grow_with_namespaces(street: Street) -> None:
    """With 2 namespaces and with 60 the daemon has the same number of each, in mid-poll and between polls."""
    few = street.add(2)
    most = []
    flags = ("-dest", "null", "-frequency", "100ms", "-timeout", "90ms", "-pollJitterPct", "0", "-netlinkers", "2", "-d", "101")
    for names in (few, [*few, *street.add(58)]):
        with running(*flags) as daemon:
            assert daemon.stderr
            missing, seen = set(names), (0, 0)
            while missing:
                line = daemon.stderr.readline()
                assert line, "the daemon ended"
                missing -= {name for name in missing if f"namespace {name}:" in line}
            for _ in range(150):
                seen = max(seen[0], held(daemon.pid)[0]), max(seen[1], held(daemon.pid)[1])
            most.append(seen)
            daemon.send_signal(signal.SIGINT)
            daemon.communicate(timeout=20)
            assert daemon.returncode == 0
    # A descriptor more or less is a matter of when one looks: each reader has at most three of a namespace at once.
    # Of the threads some five are the gRPC library's own.
    assert most[0][0] == most[1][0] <= 16
    assert abs(most[0][1] - most[1][1]) <= 6


def test_seen_is_what_the_socket_says(street: Street) -> None:
    """Inode and cookie of the namespace come from where the diag socket really is."""
    wanted = space(street.add()[0])
    door = OldDoor(False)
    try:
        transport = door.open(wanted)
        seen = transport.namespace
        transport.close()
    finally:
        door.close()
    assert isinstance(seen, NamespaceId)
    assert seen.inode == wanted.inode
    assert seen.cookie > 1


def test_namespaces_of_processes(street: Street, tmp_path: Path) -> None:
    """Without BPF: one that no mount names, only a process is in: found by the process, named by its inode, and gone with it."""
    once = ("-marshal", "protobufList", "-maxLoops", "1", "-pollJitterPct", "0", "-bpf", "off")
    made = Spaces(tmp_path / "netns")
    try:
        hidden = made.make("hidden")
        ports = made.listen(hidden, 3)
        out = tmp_path / "rows"
        made.remove(hidden)  # only the sockets hold it now, and no path leads there: it is not seen, and nothing is said
        with running("-dest", f"file:{out}", *once) as daemon:
            daemon.communicate(timeout=20)
        assert daemon.returncode == 0
        assert hidden.inode not in {row.netns_inode for row in records(out)}
    finally:
        made.remove_all()
    (name,) = street.add()
    holder = street.hold(name, listen=2)
    inode = space(name).inode
    street.remove(name)
    with running("-dest", f"file:{out}2", *once) as daemon:
        daemon.communicate(timeout=20)
    mine = [row for row in records(Path(f"{out}2")) if row.netns_inode == inode]
    holder.communicate(timeout=10)
    assert {row.netns for row in mine} == {f"netns:[{inode}]"}
    assert len(mine) == 2
    assert len(ports) == 3
