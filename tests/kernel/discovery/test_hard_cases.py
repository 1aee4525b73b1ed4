"""What a search must not be deceived by: inodes used again, namespaces that hardly anything holds, no descriptors, churn."""

from __future__ import annotations

import select
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces, without

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery import search
from xtcp_ebpf.kernel.discovery.search import Discovery, Found


@pytest.mark.skipif(not nsfs.opens_handles("/proc/self/ns/net"), reason="no nsfs file handles before Linux 6.18")
@pytest.mark.kernel
def test_a_recycled_inode_is_another_namespace(spaces: Spaces) -> None:
    """Namespaces come and go at one path until an inode number is used again: it has another cookie, and so another key."""
    made = Discovery(directories=[str(spaces.directory)])
    seen: dict[int, Namespace] = {}
    try:
        for _ in range(3000):
            spaces.make("xt-again")
            (now,) = [n for n in made.current().namespaces if n.name == "xt-again"]
            before = seen.get(now.inode)
            if before:
                assert (now.cookie != before.cookie, now.key != before.key) == (True, True)
                break
            seen[now.inode] = now
            spaces.remove(now)
        else:
            pytest.fail("no inode number was used again in 3000 namespaces")
    finally:
        made.close()


@pytest.mark.kernel
def test_a_recycled_inode_without_handles(spaces: Spaces, monkeypatch: pytest.MonkeyPatch) -> None:
    """On kernels without file handles the change time of the mounted file tells; a cookie that a dump told stays with its namespace."""
    monkeypatch.setattr(nsfs, "handle_of", lambda *_: None)
    made = Discovery(directories=[str(spaces.directory)])
    seen: dict[int, Namespace] = {}
    try:
        for number in range(3000):
            spaces.make("xt-again")
            (now,) = [n for n in made.current().namespaces if n.name == "xt-again"]
            assert now.cookie == 0
            if now.inode in seen:
                assert now.key != seen[now.inode].key
                break
            seen[now.inode] = now
            made.learned(now, 1000 + number)
            (told,) = [n for n in made.current().namespaces if n.name == "xt-again"]
            assert (told.cookie, told.key) == (1000 + number, now.key)
            spaces.remove(now)
        else:
            pytest.fail("no inode number was used again in 3000 namespaces")
    finally:
        made.close()


@pytest.mark.kernel
@pytest.mark.parametrize("handles", [True, False])
def test_what_only_a_descriptor_or_a_thread_holds(spaces: Spaces, handles: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found by the slow search only, then kept while it is held, then gone; with file handles and without."""
    if not handles:
        monkeypatch.setattr(nsfs, "handle_of", lambda *_: None)
    held, threaded = spaces.make("xt-held"), spaces.make("xt-threaded")
    script = "import sys, threading, ctypes, os\n"
    script += "f = os.open(sys.argv[1], 0); g = os.open(sys.argv[2], 0); ready = threading.Event()\n"
    script += "def go():\n    ctypes.CDLL(None).setns(g, 0x40000000); os.close(g); ready.set(); threading.Event().wait()\n"
    script += "threading.Thread(target=go, daemon=True).start(); ready.wait(); print('ready', flush=True); sys.stdin.read()\n"
    command = [sys.executable, "-c", script, held.path, threaded.path]
    made = Discovery(directories=[])
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        spaces.remove(held)
        spaces.remove(threaded)

        def ours(found: Found) -> dict[int, Namespace]:
            return {n.inode: n for n in found.namespaces if n.inode in (held.inode, threaded.inode)}

        assert ours(made.find()) == {}
        found = ours(made.find(descriptors=True))
        assert {n.found_by for n in found.values()} == {"descriptor"}
        assert (found[held.inode].pid, found[threaded.inode].pid) == (0, child.pid)
        assert found[held.inode].path.startswith(f"/proc/{child.pid}/fd/")
        assert ours(made.find()) == found
        child.communicate()
    assert ours(made.find()) == {}
    made.close()


@pytest.mark.kernel
def test_no_descriptor_left() -> None:
    """EMFILE: the last known namespaces are answered with one note, and all is well when there are descriptors again."""
    script = """
import os, resource
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.tally import Tally
tally = Tally()
made = Discovery(tally=tally)
before = made.find().namespaces
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
held = []
try:
    while True:
        held.append(os.open("/dev/null", os.O_RDONLY))
except OSError:
    pass
found = made.find()
assert found.namespaces == before, found
(note,) = [n for n in found.notes if n.reason == "blind"]
assert "ulimit -n" in note.text() and "EMFILE" in note.text()
assert tally["searches_failed:descriptors"] == 1
assert made.current().namespaces == before
for one in held:
    os.close(one)
assert not [n for n in made.find().notes if n.reason == "blind"]
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.kernel
def test_own_only() -> None:
    """One namespace, no right needed, nothing watched."""
    made = Discovery(own_only=True)
    found = without(*range(41), work=made.find)
    assert [(n.name, n.found_by) for n in found.namespaces] == [("default", "own")]
    assert (made.fds, made.current().namespaces) == ((), found.namespaces)
    made.close()


@pytest.mark.kernel
def test_a_new_mount_is_known_at_once(spaces: Spaces) -> None:
    """File first, mount after, as `ip netns add` does: the descriptor is readable and current() knows it, within 100 ms."""
    made = Discovery(directories=[str(spaces.directory)])
    made.find()
    try:
        for name in ("xt-one", "xt-two"):
            begun = time.monotonic()
            spaces.make(name)
            while name not in {n.name for n in made.current().namespaces}:
                assert select.select(made.fds, [], [], 5)[0], "nothing was heard"
            assert time.monotonic() - begun < 0.1
    finally:
        made.close()


@pytest.mark.kernel
def test_churn_of_processes_is_no_error() -> None:
    """While processes with namespaces of their own come and go, each search ends well."""
    stop = threading.Event()

    def churn() -> None:
        while not stop.is_set():
            subprocess.run(["unshare", "--net", "true"], check=True)

    threads = [threading.Thread(target=churn) for _ in range(2)]
    for thread in threads:
        thread.start()
    made = Discovery(directories=[])
    try:
        for _ in range(60):
            assert "default" in {n.name for n in made.find(descriptors=True).namespaces}
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        made.close()


@pytest.mark.kernel
def test_one_that_is_being_made_gets_its_name(spaces: Spaces, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ip netns add` is in its namespace before it has mounted it: a search in between waits for the mount, and gives the mount's name."""
    monkeypatch.setattr(search, "NAMING_SECONDS", 5.0)
    made = Discovery(directories=[str(spaces.directory)])
    with subprocess.Popen(["unshare", "--net", "sleep", "60"]) as child:
        link = Path(f"/proc/{child.pid}/ns/net")
        own = Path("/proc/self/ns/net").stat().st_ino
        end = time.monotonic() + 10
        while link.stat().st_ino == own:
            assert time.monotonic() < end
        mounting = threading.Timer(0.05, spaces.mount, (str(link), spaces.directory / "xt-named"))
        mounting.start()
        try:
            (found,) = [n for n in made.find().namespaces if n.inode == link.stat().st_ino]
            assert (found.name, found.found_by, found.pid) == ("xt-named", "mount", child.pid)
        finally:
            mounting.join()
            child.kill()
            made.close()
