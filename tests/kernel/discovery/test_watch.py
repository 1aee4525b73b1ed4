"""What comes and goes is heard: entries, directories, mounts, and the loss of events."""

from __future__ import annotations

import select
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

from xtcp_ebpf.kernel.discovery.watch import Changes, Watch
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel


@pytest.fixture
def tally() -> Tally:
    """Of the watch."""
    return Tally()


@pytest.fixture
def watch(tally: Tally) -> Iterator[Watch]:
    """Of nothing yet."""
    made = Watch("/proc/self/mountinfo", tally)
    yield made
    made.close()


def covered(watch: Watch, *directories: Path) -> None:
    """Watched, and what is fresh told."""
    watch.cover([str(directory) for directory in directories])
    watch.changes()


def until_heard(watch: Watch, directory: Path) -> Changes:
    """The first changes that name the directory."""
    end = time.monotonic() + 5
    while True:
        assert time.monotonic() < end
        select.select(watch.fds, [], [], 0.2)
        found = watch.changes()
        if str(directory) in found.directories or str(directory) in found.names:
            return found


def test_entries(watch: Watch, tmp_path: Path) -> None:
    """Their names; nothing when nothing happened."""
    covered(watch, tmp_path)
    assert watch.changes() == Changes()
    (tmp_path / "a").touch()
    assert until_heard(watch, tmp_path).names == {str(tmp_path): {"a"}}
    (tmp_path / "a").unlink()
    (tmp_path / "b").touch()
    assert until_heard(watch, tmp_path).names == {str(tmp_path): {"a", "b"}}


def test_a_fresh_directory_is_to_be_looked_at(watch: Watch, tmp_path: Path) -> None:
    """Nobody has heard what happened there before it was watched."""
    watch.cover([str(tmp_path)])
    assert watch.changes().directories == {str(tmp_path)}
    watch.cover([str(tmp_path)])
    assert watch.changes() == Changes()


def test_a_directory_that_comes_later(watch: Watch, tmp_path: Path) -> None:
    """It, and the folders above it, may come after they were asked for, may go, and may come again."""
    wanted = tmp_path / "run/netns"
    covered(watch, wanted)
    for _ in range(2):
        wanted.mkdir(parents=True)
        until_heard(watch, wanted)
        (wanted / "a").touch()
        assert "a" in until_heard(watch, wanted).names.get(str(wanted), {"a"})
        (wanted / "a").unlink()
        wanted.rmdir()
        wanted.parent.rmdir()
        until_heard(watch, wanted)


def test_mounts(watch: Watch, tmp_path: Path) -> None:
    """A mount over a file that was there before is heard, which inotify does not tell."""
    covered(watch, tmp_path)
    spaces = Spaces(tmp_path / "elsewhere")
    try:
        watch.changes()
        spaces.make("xt-a")
        assert select.select(watch.fds, [], [], 5)[0]
        assert watch.changes().mounts
        assert not watch.changes().mounts
    finally:
        spaces.remove_all()


def test_overflow(watch: Watch, tally: Tally, tmp_path: Path) -> None:
    """More events than the kernel keeps: all directories are to be looked at, and it is counted."""
    quiet, loud = tmp_path / "quiet", tmp_path / "loud"
    quiet.mkdir()
    loud.mkdir()
    covered(watch, quiet, loud)
    most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    for number in range(most // 2 + 100):
        path = loud / str(number)
        path.touch()
        path.unlink()
    found: set[str] = set()
    for _ in range(1000):
        found |= watch.changes().directories
        if tally["watch_overflows"]:
            break
    assert found >= {str(quiet), str(loud)}
    assert tally["watch_overflows"] == 1
    (quiet / "a").touch()
    until_heard(watch, quiet)


def test_nothing_to_watch_with(tally: Tally, tmp_path: Path) -> None:
    """Without a mount table nothing is watched, and each directory is said to be."""
    made = Watch(str(tmp_path / "none"), tally)
    made.cover([str(tmp_path)])
    assert (made.fds, made.changes()) == ((), Changes())
    assert list(made.unwatched) == [str(tmp_path)]
    made.close()
