"""What was seen is taken back when something speaks against it, and nothing is lost when a look could not be had."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces, few_descriptors, without

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.processes import Processes
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.tally import Tally

CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
with_handles = pytest.mark.skipif(not nsfs.opens_handles("/proc/self/ns/net"), reason="no nsfs file handles before Linux 6.18")


@pytest.fixture
def tally() -> Tally:
    """Of the search."""
    return Tally()


@pytest.fixture
def discovery(spaces: Spaces, tally: Tally) -> Iterator[Discovery]:
    """It searches the directory of `spaces`."""
    made = Discovery(directories=[str(spaces.directory)], tally=tally)
    yield made
    made.close()


def named(found: Found, name: str) -> Namespace:
    """The one with that name."""
    (only,) = [n for n in found.namespaces if n.name == name]
    return only


@pytest.mark.kernel
def test_forgotten_and_there_again(spaces: Spaces, discovery: Discovery, tally: Tally) -> None:
    """One that is forgotten is looked at again; by its cookie it is the same, and nothing has come or gone."""
    spaces.make("xt-a")
    before = named(discovery.find(), "xt-a")
    counts = {name: n for name, n in tally.read().items() if name.startswith("namespaces_")}
    discovery.forget(before)
    assert named(discovery.find(), "xt-a") == before
    assert {name: n for name, n in tally.read().items() if name.startswith("namespaces_")} == counts


@pytest.mark.kernel
def test_forgotten_without_handles(spaces: Spaces, discovery: Discovery, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without cookies a mount's birth proves it the same; one that only a process holds is a new one, because nothing proves it."""
    monkeypatch.setattr(nsfs, "handle_of", lambda *_: None)
    spaces.make("xt-a")
    with subprocess.Popen(["unshare", "--net", "sh", "-c", "echo; exec cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        found = discovery.find()
        (process,) = [n for n in found.namespaces if n.pid == child.pid]
        for namespace in found.namespaces:
            discovery.forget(namespace)
        again = discovery.find()
        assert named(again, "xt-a") == named(found, "xt-a")
        assert named(again, "default") == named(found, "default")
        (new,) = [n for n in again.namespaces if n.pid == child.pid]
        assert (new.inode, new.first_seen > process.first_seen) == (process.inode, True)
        child.communicate()


@pytest.mark.kernel
def test_learned(spaces: Spaces, discovery: Discovery, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cookie that a socket told is kept; one of a namespace that is not known, or no longer, changes nothing."""
    monkeypatch.setattr(nsfs, "handle_of", lambda *_: None)
    spaces.make("xt-a")
    before = named(discovery.find(), "xt-a")
    assert before.cookie == 0
    discovery.learned(before, 77)
    now = named(discovery.find(thorough=True), "xt-a")
    assert (now.cookie, now.key) == (77, before.key)
    spaces.remove(before)
    assert not [n for n in discovery.find().namespaces if n.name == "xt-a"]
    discovery.learned(before, 78)
    discovery.forget(before)
    assert not [n for n in discovery.find().namespaces if n.name == "xt-a"]


@with_handles
@pytest.mark.kernel
def test_learned_another_cookie(spaces: Spaces, discovery: Discovery, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket that tells another cookie than the one that is known makes the search look there again."""
    space = spaces.make("xt-a")
    before = named(discovery.find(), "xt-a")
    asked: list[str] = []
    handle_of = nsfs.handle_of

    def counted(path: str, dir_fd: int) -> nsfs.Handle | None:
        asked.append(path)
        return handle_of(path, dir_fd)

    monkeypatch.setattr(nsfs, "handle_of", counted)
    discovery.find()
    assert "xt-a" not in asked
    discovery.learned(before, before.cookie + 1)
    assert named(discovery.find(), "xt-a").inode == space.inode
    assert asked.count("xt-a") == 1


@pytest.mark.kernel
def test_mount_process_and_descriptor_are_one(spaces: Spaces, discovery: Discovery) -> None:
    """Found by all ways at once it is one namespace, under the mount's name, with the process."""
    space = spaces.make("xt-a")
    script = ["sh", "-c", f"exec 9<{space.path}; echo; exec cat"]
    command = ["nsenter", f"--net={space.path}", *script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        found = discovery.find(thorough=True, descriptors=True)
        (only,) = [n for n in found.namespaces if n.inode == space.inode]
        assert (only.name, only.found_by, only.path, only.pid) == ("xt-a", "mount", space.path, child.pid)
        child.communicate()


@with_handles
@pytest.mark.kernel
def test_a_process_that_contradicts_the_mount(spaces: Spaces, discovery: Discovery, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two claims on one inode with different cookies the mount's is believed, without the process, which is asked again."""
    space = spaces.make("xt-a")
    with subprocess.Popen(["nsenter", f"--net={space.path}", "sh", "-c", "echo; exec cat"], stdin=-1, stdout=-1) as child:
        assert child.stdout
        child.stdout.readline()
        handle_of = nsfs.handle_of

        def another(path: str, dir_fd: int) -> nsfs.Handle | None:
            handle = handle_of(path, dir_fd)
            return handle._replace(cookie=1) if handle and path.startswith(f"{child.pid}/") else handle

        monkeypatch.setattr(nsfs, "handle_of", another)
        apart = named(discovery.find(), "xt-a")
        monkeypatch.setattr(nsfs, "handle_of", handle_of)
        together = named(discovery.find(), "xt-a")
        assert (apart.pid, together.pid, together.key) == (0, child.pid, apart.key)
        child.communicate()


@pytest.mark.kernel
def test_a_look_that_could_not_be_had_is_made_up_for(spaces: Spaces, discovery: Discovery, tally: Tally) -> None:
    """A mount that is heard of while no descriptor is left is noted as a search that failed, and known when there are some again."""
    spaces.make("xt-a")
    before = discovery.find().namespaces
    spaces.make("xt-b")
    with few_descriptors(0):
        blind = discovery.current()
    assert blind.namespaces == before
    assert [n.reason for n in blind.notes if n.reason == "blind"] == ["blind"]
    assert tally["searches_failed:descriptors"] == 1
    assert named(discovery.current(), "xt-b").found_by == "mount"


@pytest.mark.kernel
def test_blind_from_the_start(spaces: Spaces, discovery: Discovery, tally: Tally) -> None:
    """A first search without a descriptor left is an error that says what is missing; the next one is the first."""
    spaces.make("xt-a")
    for free in (0, 1):
        with few_descriptors(free), pytest.raises(errors.OpenError, match=r"descriptors left.*ulimit -n.*EMFILE") as caught:
            discovery.find()
        assert caught.value.reason == "descriptors"
    assert tally["searches_failed:descriptors"] == 2
    assert discovery.fds == ()
    assert named(discovery.current(), "xt-a").found_by == "mount"


@pytest.mark.kernel
def test_a_closed_folder_of_a_pattern(tmp_path: Path) -> None:
    """A folder in which a * cannot be found out is noted, not taken for an empty one; one that is missing is fine."""
    (tmp_path / "closed/a/netns").mkdir(parents=True)
    os.chown(tmp_path / "closed", 65534, 65534)
    (tmp_path / "closed").chmod(0o700)
    made = Discovery(directories=[str(tmp_path / "closed/*/netns"), str(tmp_path / "missing/*/netns")])
    found = without(CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, work=made.find)
    made.close()
    assert [(n.reason, n.path) for n in found.notes if n.reason != "invisible"] == [("unreadable", str(tmp_path / "closed"))]


def test_handed_over_to_a_child_during_the_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A namespace whose process ended behind the listing is found by the child that the listing did not have."""

    def add(pid: str) -> None:
        (tmp_path / pid / "ns").mkdir(parents=True)
        (tmp_path / pid / "ns/net").symlink_to("net:[5]")

    add("30")
    listdir = os.listdir
    ended: list[str] = []

    def list_and_fork(at: int) -> list[str]:
        names = listdir(at)
        if processes.found and not ended:
            (tmp_path / "30/ns/net").unlink()
            add("31")
            ended.append("30")
        return names

    processes = Processes()
    root = os.open(tmp_path, os.O_RDONLY)
    try:
        processes.scan(root, "net:[1]", False, False)
        assert processes.found[5].pid == 30
        monkeypatch.setattr(os, "listdir", list_and_fork)
        processes.scan(root, "net:[1]", False, False)
        assert (processes.found[5].pid, ended) == (31, ["30"])
    finally:
        os.close(root)
