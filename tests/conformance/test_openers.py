"""One suite that every way into a namespace passes: visits in C, in Python and by a process with rights, by path, by path with a known
cookie, by file handle."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conformance.openers import ACTS, CAP_SYS_ADMIN, HANDLES, WAYS, Act, Way
from kernel.dumps import rows, source_port
from kernel.real_namespaces import Spaces, descriptors, few_descriptors, in_thread, left_to_its_sockets, refuse, where, without

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace, NamespaceId, Presence, Transport
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.diag_socket import NETLINK_INET_DIAG, SO_NETNS_COOKIE
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.visit import Home, Visiting, choose, in_python

pytestmark = pytest.mark.kernel


VISITORS = ("c", "python") if os.environ.get("XTCP_SANITIZE") else ("c", "python", "opener")
"""A process forked under ASan may hang at its first allocation; the C that it would run is the same."""


@pytest.fixture(params=[(v, w) for v in VISITORS for w in WAYS], ids="-".join)
def way(request: pytest.FixtureRequest, spaces: Spaces) -> Way:
    """Each of them."""
    visiting, name = request.param
    return Way({"c": choose(), "python": in_python}.get(visiting), name, spaces)


@pytest.fixture(params=ACTS, ids=["look", "open"])
def act(request: pytest.FixtureRequest) -> Act:
    """What is wanted of a gate."""
    found: Act = request.param
    return found


@pytest.fixture
def gate(way: Way) -> Iterator[Gate]:
    """A gate of the test's own thread, which must be home when the test ends."""
    home = where()
    made = way.gate()
    yield made
    made.close()
    assert where() == home


def own() -> Namespace:
    """The namespace of the tests, as Discovery gives it."""
    return Namespace(Path("/proc/self/ns/net").stat().st_ino, "default", "", "own")


@pytest.mark.skipif(bool(os.environ.get("XTCP_PURE")), reason="XTCP_PURE: there is no C visit here")
def test_the_c_visit_is_there() -> None:
    """This suite would else prove the Python one twice."""
    assert choose() is not in_python


def test_open(way: Way, gate: Gate, spaces: Spaces) -> None:
    """The sockets of the namespace that was asked for and of no other; the transport says where it is; the thread is home."""
    for namespace in (spaces.make("a"), spaces.make("b")):
        ports = spaces.listen(namespace, 3)
        diag: Transport = gate.open(way.told(namespace))
        try:
            assert where() == f"net:[{own().inode}]"
            assert diag.namespace == NamespaceId(namespace.inode, spaces.known(namespace).cookie)
            assert diag.portid > 0
            assert not os.get_inheritable(diag.fd)
            assert sorted(source_port(row) for row in rows(diag)) == sorted(ports)
        finally:
            diag.close()


def test_look(way: Way, gate: Gate, spaces: Spaces) -> None:
    """Each namespace's own numbers, in whatever order they are looked at."""
    full, empty = way.told(spaces.make("a")), way.told(spaces.make("b"))
    spaces.listen(full, 3)
    for _ in range(3):
        assert gate.look(full)[:3] == (3, 0, 0)
        assert gate.look(empty).empty


def test_own_namespace_takes_no_right(way: Way) -> None:
    """Our own namespace is dumped and looked at without entering it: no capability is needed."""

    def work() -> int:
        gate = way.gate()
        diag = gate.open(own())
        rows(diag)
        diag.close()
        used = gate.look(own()).used
        gate.close()
        return used

    assert without(*range(41), work=work) > 0


def test_gone(way: Way, spaces: Spaces, act: Act) -> None:
    """A namespace that has been removed is `gone`, and the text names it and its path; by handle it may be told a moment later."""
    namespace = way.told(spaces.make("a"))
    spaces.remove(namespace)
    deadline = time.monotonic() + 10
    while True:
        try:
            error = way.tried(namespace, act)
            break
        except pytest.fail.Exception:
            assert way.name == "handle"
            assert time.monotonic() < deadline
            time.sleep(0.02)  # the kernel takes it apart in a worker of its own, and not while we are there
    assert error.reason == "gone"
    assert f"namespace a net:[{namespace.inode}] ({namespace.path}): " in str(error)
    assert ("ESTALE" if way.name == "handle" else "ENOENT") in str(error)


def test_process_that_ended(way: Way, act: Act) -> None:
    """A /proc path of a process that has ended is `gone`, while it is a zombie and afterwards."""
    child = subprocess.Popen(["/bin/true"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    for _ in ("zombie", "reaped"):
        assert way.tried(Namespace(1, "x", f"/proc/{child.pid}/ns/net", "proc"), act).reason == "gone"
        child.wait()


def _plain(path: Path) -> None:
    path.write_text("not a namespace")


def _other_kind(path: Path) -> None:
    path.symlink_to("/proc/self/ns/mnt")


@pytest.mark.parametrize("make", [_plain, Path.mkdir, os.mkfifo, _other_kind, lambda path: path.symlink_to("/dev/null")])
def test_not_a_namespace(tmp_path: Path, way: Way, act: Act, make: Callable[[Path], None]) -> None:
    """What is no network namespace is refused, be its inode right: a file, folder, FIFO (without waiting), mount namespace, device."""
    path = tmp_path / "stray"
    make(path)
    for found_by in ("mount", "proc"):
        error = way.tried(Namespace(path.stat().st_ino, "stray", str(path), found_by), act)
        assert error.reason == "not_a_namespace"
        assert "stray" in str(error)


def test_another_namespace_at_its_place(way: Way, gate: Gate, spaces: Spaces, act: Act) -> None:
    """A process that is in another namespace now is `recycled`; a mount is what is mounted there now, as the transport says."""
    namespace = spaces.make("a")
    spaces.listen(namespace)
    wrong = replace(namespace, inode=namespace.inode + 1000)
    assert way.tried(replace(wrong, found_by="proc"), act).reason == "recycled"
    assert way.tried(replace(own(), inode=1), act).reason == "recycled"
    diag = gate.open(wrong)
    diag.close()
    assert diag.namespace == NamespaceId(namespace.inode, spaces.known(namespace).cookie)
    assert gate.look(wrong).tcp == 1


def recycled(spaces: Spaces) -> tuple[Namespace, Namespace]:
    """One that is dead, and a living one with its inode."""
    dead = {n.inode: n for n in [spaces.known(spaces.make(f"old{turn}")) for turn in range(100)]}
    for namespace in dead.values():
        spaces.remove(namespace)
    deadline = time.monotonic() + 20
    while (new := spaces.make("new")).inode not in dead:
        assert time.monotonic() < deadline, "no inode number came back"
        spaces.remove(new)
    return dead[new.inode], new


def test_recycled_inode(way: Way, gate: Gate, spaces: Spaces) -> None:
    """A new namespace with the inode of a dead one, for real: told by handle and by cookie, and without a cookie by what it says itself."""
    old, new = recycled(spaces)
    spaces.listen(new)
    new = spaces.known(new)
    if way.name == "cookie" and not new.cookie:
        pytest.skip("namespaces have no cookies before Linux 5.14")
    stale = replace(old if way.name != "path" else replace(old, cookie=0), path=new.path, found_by="proc")
    if way.name == "path":
        diag = gate.open(stale)
        diag.close()
        assert diag.namespace == NamespaceId(new.inode, new.cookie)
    else:
        error = way.tried(stale, ACTS[1])
        assert error.reason == ("gone" if way.name == "handle" else "recycled")
        assert way.name == "handle" or f"was {old.cookie}, and what is there now has {new.cookie}" in str(error)
    if way.name != "handle":  # a mount is what is mounted there now
        diag = gate.open(replace(stale, found_by="mount"))
        diag.close()
        assert diag.namespace == NamespaceId(new.inode, new.cookie)


def test_permission(way: Way, spaces: Spaces, act: Act) -> None:
    """Without CAP_SYS_ADMIN entering is refused by name, never answered with our own sockets, and the thread is not stranded."""
    namespace = way.told(spaces.make("a"))
    error = without(CAP_SYS_ADMIN, work=lambda: way.tried(namespace, act))
    assert error.reason == "permission"
    assert "CAP_SYS_ADMIN" in str(error)
    assert "EPERM" in str(error)
    assert not isinstance(error, errors.Stranded)


@pytest.mark.parametrize("free", [0, 1])
def test_no_descriptor_left(way: Way, gate: Gate, spaces: Spaces, act: Act, free: int) -> None:
    """Without a descriptor for the namespace, or for what is wanted when the thread is already away, the error says so; then it works."""
    namespace = way.told(spaces.make("a"))
    if not way.visiting and (free or act is ACTS[0]):  # it is the other process that opens more than the socket
        with few_descriptors(free):
            act(gate, namespace)
        return
    with few_descriptors(free), pytest.raises(errors.OpenError) as caught:
        act(gate, namespace)
    assert caught.value.reason == "descriptors"
    assert "EMFILE" in str(caught.value)
    act(gate, namespace)


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EPROTONOSUPPORT, "no_diag"), (errno.ENOBUFS, "memory"), (errno.ENFILE, "descriptors"), (errno.EINVAL, "system")],
)
def test_no_socket(way: Way, spaces: Spaces, number: int, reason: str) -> None:
    """What the kernel says when it gives no diag socket has its name, for our own namespace too."""
    namespace = way.told(spaces.make("a"))

    def work() -> list[errors.OpenError]:
        refuse("socket", 2, NETLINK_INET_DIAG, number)
        return [way.tried(namespace, ACTS[1]), way.tried(own(), ACTS[1])]

    assert [(error.reason, error.errno) for error in in_thread(work)] == [(reason, number)] * 2


@pytest.mark.parametrize("number", [errno.ENOPROTOOPT, errno.ENOMEM])
def test_kernel_without_cookies(way: Way, spaces: Spaces, number: int) -> None:
    """A kernel without SO_NETNS_COOKIE gives cookie 0; another failure of that call is an error, and the socket is closed."""
    namespace = spaces.make("a")

    def work() -> NamespaceId | str:
        refuse("getsockopt", 2, SO_NETNS_COOKIE, number)
        if number != errno.ENOPROTOOPT:
            return way.tried(namespace, ACTS[1]).reason
        gate = way.gate()
        diag = gate.open(namespace)
        diag.close()
        gate.close()
        return diag.namespace

    assert in_thread(work) == (NamespaceId(namespace.inode, 0) if number == errno.ENOPROTOOPT else "memory")


def test_sockstat_that_cannot_be_read(way: Way, spaces: Spaces) -> None:
    """It is an error that names the file, never an empty namespace."""
    namespace = way.told(spaces.make("a"))

    def work() -> errors.OpenError:
        return way.tried(namespace, Gate.look, before=lambda home: refuse("openat", 0, home.net, errno.EACCES))

    error = in_thread(work)
    assert error.reason == "permission"
    assert "cannot read sockstat6 of its /proc/net: EACCES" in str(error)


def test_stranded(way: Way, spaces: Spaces, act: Act) -> None:
    """A thread that the kernel does not let go home says so and keeps nothing open; if it is another process's, that ends, not ours."""
    namespace = way.told(spaces.make("a"))

    def work() -> tuple[errors.OpenError, str]:
        def bar(home: Home) -> None:
            refuse("setns", 0, home.descriptor, errno.EPERM)

        return way.tried(namespace, act, before=bar, comes_home=False, ends=True), where()

    error, place = in_thread(work)
    assert isinstance(error, errors.Stranded) is bool(way.visiting)
    if not way.visiting:
        assert (error.reason, place) == ("opener_stranded", where())
        return
    assert error.reason == "stranded"
    assert place == f"net:[{namespace.inode}]"
    assert "must end: EPERM" in str(error)


@pytest.mark.parametrize("false", ["/dev/null", "elsewhere"])
def test_home_that_is_none(way: Way, spaces: Spaces, act: Act, false: str) -> None:
    """Where the descriptor of home has come to lead elsewhere, nothing is entered, and the thread must end as one that is stranded."""
    namespace, elsewhere = way.told(spaces.make("a")), spaces.make("elsewhere")

    def spoil(home: Home) -> None:
        other = os.open(elsewhere.path if false == "elsewhere" else false, os.O_RDONLY)
        os.dup2(other, home.descriptor, inheritable=False)
        os.close(other)

    error = way.tried(namespace, act, before=spoil, ends=True)
    assert error.reason == ("stranded" if way.visiting else "opener_stranded")
    assert isinstance(error, errors.Stranded) is bool(way.visiting)


@pytest.mark.skipif(not HANDLES, reason="no nsfs file handles before Linux 6.18")
@pytest.mark.parametrize("visiting", [choose(), in_python], ids=["c", "python"])
def test_handle_that_is_refused(spaces: Spaces, visiting: Visiting) -> None:
    """Where a handle does not open, the path does; without a path the error is that of the handle."""
    way = Way(visiting, "handle", spaces)
    namespace = way.told(spaces.make("a"))

    def work() -> tuple[Presence, errors.OpenError]:
        gate = way.gate()
        refuse("open_by_handle_at", 0, gate._home.descriptor, errno.EPERM)
        seen = gate.look(namespace)
        with pytest.raises(errors.OpenError) as caught:
            gate.look(replace(namespace, path=""))
        gate.close()
        return seen, caught.value

    seen, error = in_thread(work)
    assert seen.empty
    assert (error.reason, error.errno) == ("permission", errno.EPERM)


@pytest.mark.skipif(not HANDLES, reason="no nsfs file handles before Linux 6.18")
@pytest.mark.parametrize("visiting", [choose(), in_python], ids=["c", "python"])
def test_held_only_by_a_socket(spaces: Spaces, visiting: Visiting) -> None:
    """A namespace that no mount and no process holds any more is opened by its handle, with a path that leads nowhere and without one.

    From Linux 6.19 on it is as one that has ended."""
    way = Way(visiting, "handle", spaces)
    namespace = way.told(spaces.make("a"))
    (port,) = spaces.listen(namespace)
    left_to_its_sockets(spaces, spaces.known(namespace))
    gate = way.gate()
    for place in (namespace, replace(namespace, path="", found_by="proc")):
        if not nsfs.opens_unheld(os.uname().release):
            with pytest.raises(errors.OpenError, match="ESTALE") as caught:
                gate.look(place)
            assert caught.value.reason == "gone"
            continue
        assert gate.look(place).tcp == 1
        diag = gate.open(place)
        assert [source_port(row) for row in rows(diag)] == [port]
        diag.close()
    gate.close()


def test_nothing_of_ours_stays(way: Way, gate: Gate, spaces: Spaces) -> None:
    """A namespace dies with its veth pair while a gate lives that has been there; an open diag socket keeps it until it is closed."""
    namespace = spaces.make("a")
    ip = shutil.which("ip")
    assert ip, "this test needs iproute2 (apt install iproute2)"
    ours = Path(f"/sys/class/net/xt{os.getpid()}")
    add = [ip, "link", "add", "xtpeer", "type", "veth", "peer", "name", ours.name, "netns", str(os.getpid())]
    spaces.inside(namespace, lambda: subprocess.run(add, check=True))
    try:
        assert ours.exists()
        gate.look(way.told(namespace))
        diag = gate.open(way.told(namespace))
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


def test_a_thousand_visits(way: Way, gate: Gate, spaces: Spaces) -> None:
    """They leave as many descriptors as there were, whether they succeed or fail, and the thread at home."""
    namespace = way.told(spaces.make("a"))
    wrong = replace(own(), inode=1), replace(namespace, cookie=0, path="/nowhere"), replace(namespace, inode=7, cookie=0, found_by="proc")
    before = descriptors()
    for turn in range(250):
        gate.open(namespace).close()
        gate.open(own()).close()
        gate.look(namespace)
        with pytest.raises(errors.OpenError):
            gate.open(wrong[turn % 3])
    assert descriptors() == before
    assert where() == f"net:[{own().inode}]"
