"""Every namespace is found once, under its best name, and what is no namespace is noted."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces, without

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.kernel.discovery.note import Note
from xtcp_ebpf.kernel.discovery.search import DIRECTORIES, Discovery, Found

OWN = 4026531840
ID_A, ID_B = "a1" * 32, "b2" * 32
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_SYS_PTRACE = 1, 2, 19


class Later(SystemClock):
    """Five seconds from now: a plain file is worth a note when it is a second old."""

    now_ns = staticmethod(lambda: time.time_ns() + 5 * 10**9)


def bare(namespace: Namespace) -> Namespace:
    """What the name of a namespace comes from, and no more."""
    return Namespace(namespace.inode, namespace.name, namespace.path, namespace.found_by)


def search(*directories: Path | str) -> Found:
    """One search on this host."""
    made = Discovery(directories=[str(directory) for directory in directories], clock=Later())
    try:
        return made.find()
    finally:
        made.close()


class Proc:
    """A procfs made of folders and links."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.add("self", OWN)

    def add(self, pid: str, inode: int | str, cgroup: str = "0::/\n") -> None:
        (self.root / pid / "ns").mkdir(parents=True)
        (self.root / pid / "ns/net").symlink_to(inode if isinstance(inode, str) else f"net:[{inode}]")
        (self.root / pid / "cgroup").write_text(cgroup)

    def find(self, *directories: str) -> Found:
        """Without the notes that a folder has no mount table to watch."""
        search = Discovery(str(self.root), directories, clock=Later())
        try:
            found = search.find()
        finally:
            search.close()
        return found._replace(notes=tuple(note for note in found.notes if note.reason != "unwatched"))

    def names(self) -> dict[int, str]:
        return {n.inode: n.name for n in self.find().namespaces}


@pytest.fixture
def proc(tmp_path: Path) -> Proc:
    """With our own namespace only."""
    return Proc(tmp_path / "proc")


def test_own(proc: Proc) -> None:
    """Our own namespace is `default`, needs no entering, and missing directories are fine."""
    found = proc.find("/nowhere", "/nowhere/else")
    assert ([bare(n) for n in found.namespaces], found.notes) == ([Namespace(OWN, "default", "", "own")], ())


def test_processes_in_one_namespace(proc: Proc) -> None:
    """A namespace is listed once however many processes are in it, and ours not again; what is no process is passed over."""
    for pid, inode in {"1": OWN, "2": OWN, "30": 5, "31": 5, "32": 6}.items():
        proc.add(pid, inode)
    proc.add("irq", 7)
    (proc.root / "40").mkdir()  # ends while we look
    proc.add("41", "something else")
    found = proc.find()
    assert [(n.inode, n.name, n.found_by) for n in found.namespaces] == [
        (OWN, "default", "own"),
        (5, "netns:[5]", "proc"),
        (6, "netns:[6]", "proc"),
    ]
    assert found.namespaces[1].path in {f"{proc.root}/30/ns/net", f"{proc.root}/31/ns/net"}
    assert found.notes == ()


@pytest.mark.parametrize(
    ("cgroup", "name"),
    [
        (f"0::/system.slice/docker-{ID_A}.scope\n", ID_A),
        (f"0::/kubepods.slice/kubepods-pod1.slice/cri-containerd-{ID_A}.scope\n", ID_A),
        (f"0::/docker/{ID_B}/docker/{ID_A}\n", ID_A),
        (f"0::/machine.slice/libpod-{ID_A}.scope/container\n", ID_A),
        (f"9:name=systemd:/\n4:memory:/docker/{ID_A}\n2:cpu:/docker/{ID_A}\n", ID_A),
        (f"0::/x/{ID_A}0\n", "netns:[5]"),
        (f"0::/x/{ID_A[:-1]}\n", "netns:[5]"),
        ("0::/user.slice\n", "netns:[5]"),
        ("", "netns:[5]"),
    ],
)
def test_container_id(proc: Proc, cgroup: str, name: str) -> None:
    """The 64 hex digits of the innermost container in the process's cgroup path are the name; nothing else is taken for one."""
    proc.add("30", 5, cgroup)
    assert proc.names()[5] == name


def test_no_cgroup_file(proc: Proc) -> None:
    """A process that ended while it was looked at leaves the inode as the name."""
    proc.add("30", 5)
    (proc.root / "30/cgroup").unlink()
    assert proc.names()[5] == "netns:[5]"


def test_pid_taken_by_another_process(proc: Proc) -> None:
    """The container of a process that took over the pid while we looked is not given to the namespace of the one before."""
    proc.add("30", 5)
    (proc.root / "30/cgroup").unlink()
    os.mkfifo(proc.root / "30/cgroup")

    def another_process() -> None:
        with (proc.root / "30/cgroup").open("w") as cgroup:  # opens when the search has come to the cgroup, behind the link
            (proc.root / "30/ns/net").unlink()
            (proc.root / "30/ns/net").symlink_to("net:[6]")
            cgroup.write(f"0::/{ID_A}\n")

    thread = threading.Thread(target=another_process)
    thread.start()
    try:
        assert 5 not in proc.names()
    finally:
        thread.join()


def test_entry_that_goes_while_we_look(proc: Proc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mount that is removed between listing and looking is neither a namespace nor worth a note."""
    listdir = os.listdir
    monkeypatch.setattr(os, "listdir", lambda at: [*listdir(at), "vanished"])
    assert proc.find(str(tmp_path)).notes == (Note("stale", f"{tmp_path}/proc"),)


def test_sorted_by_name(proc: Proc) -> None:
    """The order is that of the names, the same whatever order the kernel lists processes in."""
    for pid, inode in {"9": 5, "8": 77, "7": 6}.items():
        proc.add(pid, inode, f"0::/{ID_A}\n" if inode == 77 else "")
    assert [n.name for n in proc.find().namespaces] == [ID_A, "default", "netns:[5]", "netns:[6]"]


@pytest.mark.parametrize("ruin", [lambda root: (root / "self/ns/net").unlink(), shutil.rmtree])
def test_no_procfs(proc: Proc, ruin: object) -> None:
    """Without our own namespace there is nothing to start from: an error that names the file and says what to do."""
    assert callable(ruin)
    ruin(proc.root)
    with pytest.raises(errors.OpenError, match=r"proc/self/ns/net.*procfs.*ENOENT") as caught:
        proc.find()
    assert caught.value.reason == "no_proc"


def test_link_of_another_kind(proc: Proc) -> None:
    """A self/ns/net that is no namespace is no procfs either."""
    (proc.root / "self/ns/net").unlink()
    (proc.root / "self/ns/net").symlink_to("elsewhere")
    with pytest.raises(errors.OpenError, match="EINVAL"):
        proc.find()


def test_strays_are_noted(proc: Proc, tmp_path: Path) -> None:
    """Files, folders, sockets and dangling links are no namespaces; each is noted with its path and never opened where that could wait."""
    folder = tmp_path / "netns"
    (folder / "folder").mkdir(parents=True)
    (folder / "plain").write_text("")
    (folder / "dangling").symlink_to("/nowhere")
    os.mkfifo(folder / "fifo")
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(str(folder / "sock"))
        found = proc.find(str(folder))
    assert found.notes == tuple(Note("stale", f"{folder}/{name}") for name in ("dangling", "fifo", "folder", "plain", "sock"))
    assert len(found.namespaces) == 1
    assert "delete it" in found.notes[0].text()


def test_directory_that_is_a_file(proc: Proc, tmp_path: Path) -> None:
    """A directory that cannot be listed is noted, not passed over in silence."""
    (tmp_path / "file").write_text("")
    assert proc.find(str(tmp_path / "file")).notes == (Note("unreadable", str(tmp_path / "file")),)


@pytest.mark.kernel
def test_mounts(spaces: Spaces) -> None:
    """Mounted namespaces have the file's name; one in two places or under two names is one; a linked directory is looked at once."""
    a, b = spaces.make("xt-a"), spaces.make("xt-b")
    spaces.mount(a.path, spaces.directory / "xt-c")
    again = spaces.directory.parent / "again"
    again.mkdir()
    spaces.mount(b.path, again / "xt-b2")
    (spaces.directory / "zz").symlink_to(b.path)
    linked = spaces.directory.parent / "linked"
    linked.symlink_to(spaces.directory)
    found = search(linked, spaces.directory, again)
    assert [bare(n) for n in found.namespaces if n.found_by == "mount"] == [a, b]
    assert [n for n in found.notes if n.reason != "invisible"] == []


@pytest.mark.kernel
def test_link_to_a_namespace(spaces: Spaces) -> None:
    """A symbolic link in the directory names a namespace as well as a mount does."""
    a = spaces.make("xt-a")
    links = spaces.directory.parent / "links"
    links.mkdir()
    (links / "xt-link").symlink_to(a.path)
    assert Namespace(a.inode, "xt-link", str(links / "xt-link"), "mount") in map(bare, search(links).namespaces)


@pytest.mark.kernel
def test_mount_of_another_kind(spaces: Spaces) -> None:
    """A mounted namespace that is no network namespace is noted and left out."""
    spaces.mount("/proc/self/ns/uts", spaces.directory / "xt-uts")
    found = search(spaces.directory)
    note = Note("not_network", str(spaces.directory / "xt-uts"))
    assert note in found.notes
    assert "xt-uts" not in {n.name for n in found.namespaces}
    assert "another kind" in note.text()


@pytest.mark.kernel
def test_own_namespace_mounted(spaces: Spaces) -> None:
    """A mount of our own namespace (`ip netns attach`, Docker's `default`) does not list it again or rename it."""
    spaces.mount("/proc/self/ns/net", spaces.directory / "xt-own")
    found = search(spaces.directory)
    own = Path("/proc/self/ns/net").stat().st_ino
    assert [bare(n) for n in found.namespaces if n.inode == own] == [Namespace(own, "default", "", "own")]
    assert "xt-own" not in {n.name for n in found.namespaces}


@pytest.mark.kernel
def test_process_then_mount(spaces: Spaces) -> None:
    """A namespace that a process alone holds is found by it; mounted too, it takes the mount's name; without the process it stays."""
    discovery = Discovery(directories=[str(spaces.directory)])
    with _process_in_its_own_namespace() as (pid, inode):
        by_process = Namespace(inode, f"netns:[{inode}]", f"/proc/{pid}/ns/net", "proc")
        assert by_process in map(bare, discovery.find().namespaces)
        spaces.mount(by_process.path, spaces.directory / "xt-p")
        by_mount = Namespace(inode, "xt-p", str(spaces.directory / "xt-p"), "mount")
        (both,) = [n for n in discovery.find().namespaces if n.inode == inode]
        assert (bare(both), both.pid) == (by_mount, pid)
    (alone,) = [n for n in discovery.find().namespaces if n.inode == inode]
    assert (bare(alone), alone.pid, alone.key) == (by_mount, 0, both.key)
    discovery.close()


@pytest.mark.kernel
def test_process_that_ended() -> None:
    """A namespace whose only process has ended is not found any more."""
    with _process_in_its_own_namespace() as (pid, _):
        pass
    assert not [n for n in search().namespaces if n.path == f"/proc/{pid}/ns/net"]


@pytest.mark.kernel
def test_invisible_processes() -> None:
    """Without CAP_SYS_PTRACE the processes that cannot be looked into are counted in one note; our own namespace is there all the same."""
    with _process_in_its_own_namespace() as (_, inode):
        found = without(CAP_SYS_PTRACE, work=lambda: search())
    (note,) = found.notes
    assert (note.reason, note.path) == ("invisible", "/proc")
    assert note.times >= 1
    assert "CAP_SYS_PTRACE" in note.text()
    assert inode not in {n.inode for n in found.namespaces}
    assert "default" in {n.name for n in found.namespaces}


@pytest.mark.kernel
def test_closed_directory(spaces: Spaces) -> None:
    """A directory of another user's, as /run/docker is, is noted as unreadable without the right to look."""
    spaces.make("xt-a")
    os.chown(spaces.directory, 65534, 65534)
    spaces.directory.chmod(0o700)
    closed = Discovery(directories=[str(spaces.directory)])
    found = without(CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, work=closed.find)
    note = Note("unreadable", str(spaces.directory))
    assert note in found.notes
    assert "CAP_DAC_READ_SEARCH" in note.text()
    assert "xt-a" in {n.name for n in without(CAP_DAC_OVERRIDE, work=closed.find).namespaces}
    closed.close()


@pytest.mark.kernel
def test_closed_entry(proc: Proc, tmp_path: Path) -> None:
    """A file in the directory that may not be opened is no namespace all the same."""
    folder = tmp_path / "netns"
    folder.mkdir()
    (folder / "secret").write_text("")
    (folder / "secret").chmod(0)
    found = without(CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, work=lambda: proc.find(str(folder)))
    assert found.notes == (Note("stale", f"{folder}/secret"),)  # its device tells: nothing is opened


@pytest.mark.kernel
def test_ip_netns() -> None:
    """What `ip netns add` makes is found in the default directories, and gone after `ip netns del`."""
    ip = shutil.which("ip")
    assert ip, "this test needs iproute2 (apt install iproute2)"
    name = f"xt-{os.getpid()}-ip"
    subprocess.run([ip, "netns", "add", name], check=True)
    try:
        found = [n for n in search(*DIRECTORIES).namespaces if n.name == name]
        assert [(n.path, n.found_by) for n in found] == [(f"{DIRECTORIES[0]}/{name}", "mount")]
    finally:
        subprocess.run([ip, "netns", "del", name], check=True)
    assert name not in {n.name for n in search(*DIRECTORIES).namespaces}


@pytest.mark.kernel
def test_no_descriptor_is_left_behind(spaces: Spaces) -> None:
    """A search closes all that it opened, and opens nothing for a namespace that it knows."""
    spaces.make("xt-a")
    (spaces.directory / "plain").write_text("")
    start = len(list(Path("/proc/self/fd").iterdir()))
    made = Discovery(directories=[str(spaces.directory)])
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        made.find(thorough=True, descriptors=True)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    made.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == start


@contextmanager
def _process_in_its_own_namespace() -> Iterator[tuple[int, int]]:
    """(pid, inode) of a process that nobody else's namespace holds; it ends with the block."""
    child = subprocess.Popen(["unshare", "--net", "sleep", "60"])
    try:
        link = Path(f"/proc/{child.pid}/ns/net")
        own = Path("/proc/self/ns/net").stat().st_ino
        deadline = time.monotonic() + 10
        while link.stat().st_ino == own and time.monotonic() < deadline:
            time.sleep(0.002)
        yield child.pid, link.stat().st_ino
    finally:
        child.kill()
        child.wait()
