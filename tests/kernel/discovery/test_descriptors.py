"""What only a descriptor or a thread holds, in a real procfs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.descriptors import Descriptors

pytestmark = pytest.mark.kernel


@pytest.fixture
def root() -> Iterator[int]:
    """The real procfs."""
    descriptor = os.open("/proc", os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


@pytest.mark.skipif(not nsfs.opens_handles("/proc/self/ns/net"), reason="no nsfs file handles before Linux 6.18")
def test_held_by_a_descriptor(spaces: Spaces, root: int) -> None:
    """By its path in procfs and by its inode, with nobody in it; not when it is known; dropped when the holder lets go."""
    space = spaces.make("xt-held")
    made = Descriptors("/proc")
    command = [sys.executable, "-c", "import sys; f = open(sys.argv[1]); print(f.fileno(), flush=True); sys.stdin.read()", space.path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        number = int(child.stdout.readline())
        made.scan(root, {space.inode}, True)
        assert space.inode not in made.found
        made.scan(root, (), True)
        holder = made.found[space.inode]
        assert (holder.path, holder.pid) == (f"{child.pid}/fd/{number}", 0)
        assert holder.cookie
        made.again(root, True)
        assert made.found[space.inode] == holder
        made.doubt(space.inode)
        assert space.inode not in made.found
        made.scan(root, (), True)
        child.communicate()
    made.again(root, True)
    assert space.inode not in made.found


def test_our_own_are_passed_over(spaces: Spaces, root: int) -> None:
    """A reader that visits a namespace does not make us find it."""
    space = spaces.make("xt-ours")
    with Path(space.path).open():
        made = Descriptors("/proc")
        made.scan(root, (), True)
        assert space.inode not in made.found


def test_files_that_are_no_namespaces(spaces: Spaces, root: int, tmp_path: Path) -> None:
    """Plain files, pipes and namespaces of other kinds are none, with file handles and without."""
    spaces.make("xt-some")
    (tmp_path / "plain").write_text("")
    script = "import sys; fs = [open(p) for p in sys.argv[1:]]; print(flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(tmp_path / "plain"), "/proc/self/ns/uts"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        child.stdout.readline()
        for handles in (True, False):
            made = Descriptors("/proc")
            made.scan(root, {Path("/proc/self/ns/net").stat().st_ino}, handles)
            assert not [holder for holder in made.found.values() if holder.path.startswith(f"{child.pid}/")]
        child.communicate()
