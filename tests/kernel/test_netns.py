"""A gate opens the namespace that was asked for or says why not, and its thread is always where it was before."""

from __future__ import annotations

import os
import resource
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from dumps import rows, source_port
from real_namespaces import Spaces, in_thread, listening, where, without

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel.netns import Gate

pytestmark = pytest.mark.kernel

CAP_SYS_ADMIN = 21


@pytest.fixture
def gate() -> Iterator[Gate]:
    """A gate of the test's own thread, which must be home when the test ends."""
    home = where()
    made = Gate(bytearray(32768))
    yield made
    made.close()
    assert where() == home


def own() -> Namespace:
    """The namespace of the tests, as Discovery gives it."""
    return Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")


def descriptors() -> int:
    """How many this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


@contextmanager
def few_descriptors(free: int) -> Iterator[None]:
    """Let this process open so many more, and check at the end that none of them is open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = [os.open("/dev/null", os.O_RDONLY | os.O_CLOEXEC)]
    highest = max(int(entry.name) for entry in Path("/proc/self/fd").iterdir())
    while held[-1] < highest:  # fill the gaps below, so that the limit counts
        held.append(os.open("/dev/null", os.O_RDONLY | os.O_CLOEXEC))
    before = descriptors()
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(held) + 1 + free, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        after = descriptors()
        for descriptor in held:
            os.close(descriptor)
    assert after == before


def test_only_the_namespaces_sockets(spaces: Spaces, gate: Gate) -> None:
    """A dump has the sockets of the namespace that was asked for and of no other, though the thread is home when it is made."""
    namespace = spaces.make("a")
    ports = spaces.listen(namespace, 3)
    kept: list[socket.socket] = []
    ours = listening(kept)
    diag = gate.open(namespace)
    try:
        assert where() == f"net:[{own().inode}]"
        assert sorted(source_port(row) for row in rows(diag)) == sorted(ports)
        assert ours not in ports
    finally:
        diag.close()
        kept[0].close()


def test_identity_of_the_place(spaces: Spaces, gate: Gate) -> None:
    """The transport carries inode and cookie of the place where it is: each namespace's own."""
    found = []
    for namespace in (spaces.make("a"), spaces.make("b"), own()):
        diag = gate.open(namespace)
        found.append(diag.namespace)
        diag.close()
        assert diag.namespace.inode == namespace.inode
    assert len({f.cookie for f in found}) == 3


def test_own_namespace_takes_no_right() -> None:
    """Our own namespace is dumped without entering it: no capability is needed."""

    def work() -> bool:
        gate = Gate(bytearray(32768))
        diag = gate.open(own())
        rows(diag)
        diag.close()
        gate.close()
        return True

    assert without(*range(41), work=work)


def test_gone(spaces: Spaces, gate: Gate) -> None:
    """A namespace that has been removed is `gone`, and the text names it and its path."""
    namespace = spaces.make("a")
    spaces.remove(namespace)
    with pytest.raises(errors.OpenError, match=r"namespace a net:\[\d+\] \(.*/netns/a\): .*ENOENT") as caught:
        gate.open(namespace)
    assert caught.value.reason == "gone"


def test_process_that_ended(gate: Gate) -> None:
    """A /proc path of a process that has ended is `gone`, while it is a zombie and afterwards."""
    child = subprocess.Popen(["/bin/true"])
    namespace = Namespace(1, "x", f"/proc/{child.pid}/ns/net", "proc")
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    for _ in ("zombie", "reaped"):
        with pytest.raises(errors.OpenError) as caught:
            gate.open(namespace)
        assert caught.value.reason == "gone"
        child.wait()


def _plain(path: Path) -> None:
    path.write_text("not a namespace")


def _other_kind(path: Path) -> None:
    path.symlink_to("/proc/self/ns/mnt")


@pytest.mark.parametrize("make", [_plain, Path.mkdir, os.mkfifo, _other_kind, lambda path: path.symlink_to("/dev/null")])
def test_not_a_namespace(tmp_path: Path, gate: Gate, make: Callable[[Path], None]) -> None:
    """What is no network namespace is refused, be its inode right: a file, folder, FIFO (without waiting), mount namespace, device."""
    path = tmp_path / "stray"
    make(path)
    with pytest.raises(errors.OpenError, match="stray") as caught:
        gate.open(Namespace(path.stat().st_ino, "stray", str(path), "mount"))
    assert caught.value.reason == "not_a_namespace"


def test_recycled(spaces: Spaces, gate: Gate) -> None:
    """Another namespace at the same path, or another namespace of our own, is never dumped under the old name."""
    namespace = spaces.make("a")
    for wrong in (replace(namespace, inode=namespace.inode + 1), replace(own(), inode=1)):
        with pytest.raises(errors.OpenError) as caught:
            gate.open(wrong)
        assert caught.value.reason == "recycled"


def test_permission(spaces: Spaces) -> None:
    """Without CAP_SYS_ADMIN entering is refused by name, never answered with our own sockets, and the thread is not stranded."""
    namespace = spaces.make("a")

    def work() -> errors.OpenError:
        gate = Gate(bytearray(32768))
        with pytest.raises(errors.OpenError, match=r"CAP_SYS_ADMIN.*EPERM") as caught:
            gate.open(namespace)
        gate.close()
        return caught.value

    error = without(CAP_SYS_ADMIN, work=work)
    assert error.reason == "permission"
    assert not isinstance(error, errors.Stranded)


@pytest.mark.parametrize("free", [0, 1])
def test_no_descriptor_left(spaces: Spaces, gate: Gate, free: int) -> None:
    """Without a descriptor for the handle, or for the socket when the thread is already away, the error says so and the thread is home."""
    namespace = spaces.make("a")
    with few_descriptors(free), pytest.raises(errors.OpenError) as caught:
        gate.open(namespace)
    assert caught.value.reason == "descriptors"
    assert "EMFILE" in str(caught.value)
    gate.open(namespace).close()


@pytest.mark.parametrize("setns_fails", [True, False])
def test_stranded(spaces: Spaces, setns_fails: bool) -> None:
    """A thread that cannot go home says so and keeps no socket, whether setns failed or led elsewhere without a word."""
    namespace, elsewhere = spaces.make("a"), spaces.make("b")

    def work() -> tuple[str, int, int]:
        gate = Gate(bytearray(32768))
        false_home = os.open("/dev/null" if setns_fails else elsewhere.path, os.O_RDONLY)
        os.dup2(false_home, gate._home)
        os.close(false_home)
        before = descriptors()
        with pytest.raises(errors.Stranded, match="must end") as caught:
            gate.open(namespace)
        assert caught.value.reason == "stranded"
        answer = (where(), before, descriptors())
        gate.close()
        return answer

    place, before, after = in_thread(work)
    assert place == f"net:[{(namespace if setns_fails else elsewhere).inode}]"
    assert before == after
    assert where() == f"net:[{own().inode}]"


@pytest.mark.parametrize(("links", "stranded"), [("/proc/self/ns", False), ("/dev/null", True)])
def test_elsewhere(spaces: Spaces, links: str, stranded: bool) -> None:
    """No socket is opened where /proc does not confirm the namespace; where it cannot say at all, the thread counts as stranded."""
    namespace = spaces.make("a")

    def work() -> errors.OpenError:
        gate = Gate(bytearray(32768))
        false_links = os.open(links, os.O_RDONLY)
        os.dup2(false_links, gate._links)  # the main thread's, which does not move with this one; or nothing that has links
        os.close(false_links)
        before = descriptors()
        with pytest.raises(errors.OpenError) as caught:
            gate.open(namespace)
        assert where() == f"net:[{own().inode}]"
        assert descriptors() == before
        gate.close()
        return caught.value

    error = in_thread(work)
    assert isinstance(error, errors.Stranded) is stranded
    assert error.reason == ("stranded" if stranded else "elsewhere")


@pytest.mark.parametrize("free", [0, 1])
def test_no_descriptor_for_a_gate(free: int) -> None:
    """A gate that cannot be made says why, and leaves nothing open."""
    with few_descriptors(free), pytest.raises(errors.OpenError, match=r"/proc/thread-self/ns/net.*EMFILE") as caught:
        Gate(bytearray(32768))
    assert caught.value.reason == "descriptors"


def test_a_gate_is_its_threads(gate: Gate) -> None:
    """Another thread that uses it would not move, or be moved unseen: refused."""
    with pytest.raises(RuntimeError, match="another thread"):
        in_thread(lambda: gate.open(own()))


def test_nothing_of_ours_stays(spaces: Spaces, gate: Gate) -> None:
    """A namespace dies with its veth pair once the diag socket is closed. While it is open it lives on: the test sees the difference."""
    namespace = spaces.make("a")
    ip = shutil.which("ip")
    assert ip, "this test needs iproute2 (apt install iproute2)"
    ours = Path(f"/sys/class/net/xt{os.getpid()}")
    add = [ip, "link", "add", "xtpeer", "type", "veth", "peer", "name", ours.name, "netns", str(os.getpid())]
    spaces.inside(namespace, lambda: subprocess.run(add, check=True))
    try:
        assert ours.exists()
        diag = gate.open(namespace)
        spaces.remove(namespace)
        rows(diag)
        assert ours.exists()
        diag.close()
        deadline = time.monotonic() + 10
        while ours.exists() and time.monotonic() < deadline:
            time.sleep(0.01)  # the kernel takes namespaces apart in a worker of its own
        assert not ours.exists()
    finally:
        if ours.exists():
            subprocess.run([ip, "link", "del", ours.name], check=False)


def test_no_descriptor_is_left_behind(spaces: Spaces) -> None:
    """Opening, failing and closing leave as many descriptors as there were."""
    namespace = spaces.make("a")
    before = descriptors()
    gate = Gate(bytearray(32768))
    for wanted in (namespace, own(), replace(namespace, inode=1), replace(namespace, path="/nowhere")) * 5:
        try:
            gate.open(wanted).close()
        except errors.OpenError:
            assert where() == f"net:[{own().inode}]"
    gate.close()
    assert descriptors() == before


def test_many_threads(spaces: Spaces) -> None:
    """Threads that enter namespaces at the same time do not disturb each other: every socket is where it was asked for."""
    places = [spaces.make(str(n)) for n in range(4)]
    ports = {p.name: spaces.listen(p, 2) for p in places}
    barrier = threading.Barrier(4)
    wrong: list[str] = []

    def work(first: int) -> None:
        gate = Gate(bytearray(32768))
        barrier.wait()
        for turn in range(25):
            place = places[(first + turn) % 4]
            diag = gate.open(place)
            if sorted(source_port(row) for row in rows(diag, states=1 << 10)) != sorted(ports[place.name]):
                wrong.append(place.name)
            diag.close()
        gate.close()

    threads = [threading.Thread(target=work, args=[n]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
