"""What stands in the directories, one look at each entry."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.mounts import Mounts
from xtcp_ebpf.kernel.discovery.note import Note

pytestmark = pytest.mark.kernel
with_handles = pytest.mark.skipif(not nsfs.opens_handles("/proc/self/ns/net"), reason="no nsfs file handles before Linux 6.18")


class Later(SystemClock):
    """Five seconds from now: plain files are old enough for a note."""

    now_ns = staticmethod(lambda: time.time_ns() + 5 * 10**9)


def mounts(*patterns: Path | str, handles: bool = True) -> Mounts:
    """Looked at once."""
    made = Mounts([str(pattern) for pattern in patterns], Later())
    made.device, made.handles = os.stat("/proc/self/ns/net").st_dev, handles  # noqa: PTH116  as it stands in procfs
    made.expand()
    for directory in made.directories:
        made.look(directory)
    return made


@pytest.mark.parametrize("handles", [pytest.param(True, marks=with_handles), False])
def test_namespaces_and_strays(spaces: Spaces, handles: bool) -> None:
    """Network namespaces by inode and cookie, or by inode and birth; others are noted with the reason; links are namespaces too."""
    space = spaces.make("xt-a")
    spaces.mount("/proc/self/ns/uts", spaces.directory / "xt-uts")
    (spaces.directory / "plain").write_text("")
    (spaces.directory / "link").symlink_to(space.path)
    made = mounts(spaces.directory, handles=handles)
    found = {Path(mount.path).name: mount for mount in made.mounts()}
    assert found.keys() == {"link", "xt-a"}
    assert {mount.inode for mount in found.values()} == {space.inode}
    assert bool(found["xt-a"].cookie) == handles == (not found["xt-a"].born)
    assert made.loose(str(spaces.directory)) == ["link"]
    assert sorted(made.notes()) == [
        Note("not_network", str(spaces.directory / "xt-uts")),
        Note("stale", str(spaces.directory / "plain")),
    ]


def test_a_ctime_is_a_birth(spaces: Spaces) -> None:
    """The mounted file's change time stays as long as the mount, and another namespace at the path has another."""
    space = spaces.make("xt-a")
    made = mounts(spaces.directory, handles=False)
    (first,) = made.mounts()
    made.look(str(spaces.directory))
    assert list(made.mounts()) == [first]
    spaces.remove(space)
    spaces.make("xt-a")
    made.look(str(spaces.directory))
    (second,) = made.mounts()
    assert second.born > first.born


def test_single_entries(spaces: Spaces) -> None:
    """What came is taken in, what went is dropped, the others are not looked at."""
    a = spaces.make("xt-a")
    made = mounts(spaces.directory)
    spaces.make("xt-b")
    spaces.make("xt-c")
    made.look_at(str(spaces.directory), ["xt-b"])
    assert [Path(mount.path).name for mount in made.mounts()] == ["xt-a", "xt-b"]
    spaces.remove(a)
    made.look_at(str(spaces.directory), ["xt-a"])
    assert [Path(mount.path).name for mount in made.mounts()] == ["xt-b"]


def test_patterns(spaces: Spaces, tmp_path: Path) -> None:
    """* stands for any name; a directory is looked at once however it is spelt; one that is missing is fine."""
    for user in ("1000", "1001"):
        (tmp_path / "user" / user / "netns").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(spaces.directory)
    made = mounts(tmp_path / "user/*/netns", spaces.directory, tmp_path / "linked", tmp_path / "none")
    users = [str(tmp_path / "user" / user / "netns") for user in ("1000", "1001")]
    assert list(made.directories) == [*users, str(spaces.directory), str(tmp_path / "none")]
    assert list(made.notes()) == []


def test_a_fresh_file_is_no_note(tmp_path: Path) -> None:
    """`ip netns add` makes the file before the mount: a plain file is said to be stale when it is a second old."""
    (tmp_path / "fresh").write_text("")
    made = Mounts([str(tmp_path)], SystemClock())
    made.expand()
    made.look(str(tmp_path))
    assert list(made.notes()) == []
    assert made.strays(str(tmp_path)) == ["fresh"]
