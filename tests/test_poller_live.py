"""Polls whose search, readers and gates are real, over a source of marks that the test scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from collector.doors import Rows, reading
from kernel.real_namespaces import Spaces
from polled_world import KNOBS
from scripted_activity import Scripted

from xtcp_ebpf.assist import Assist
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collector.pool import Pool
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.marks import UNKNOWN, Marks
from xtcp_ebpf.poller import Outcome, Poller
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel

IDLE = replace(KNOBS, skip="idle", max_stale=1000)


class Live:
    """A poller whose search, readers and gates are real, over a source that the test scripts."""

    def __init__(self, directory: Path) -> None:
        self.spaces = Spaces(directory)
        self.tally, self.rows, clock = Tally(), Rows(), SystemClock()
        self.discovery = Discovery(directories=[str(directory)], tally=self.tally)
        self.pool = Pool(1, reading(self.tally, clock), Gate, clock, self.tally)
        self.source = Scripted(Marks({}, b"", {}, False))
        self.poller = Poller(IDLE, self.discovery, self.pool, Assist(lambda: self.source, self.tally), clock, self.tally)

    def poll(self) -> Outcome:
        """One more; it does not matter which."""
        return self.poller.poll(1, self.rows)

    def inodes(self) -> set[int]:
        """Of all namespaces in the next poll."""
        return {n.inode for n in self.poll().namespaces}

    def close(self) -> None:
        self.pool.close()
        self.discovery.close()
        self.spaces.remove_all()


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """Its namespaces are gone when the test ends."""
    made = Live(tmp_path / "netns")
    yield made
    made.close()


@pytest.mark.skipif(not nsfs.handle_of("/proc/self/ns/net"), reason="no nsfs file handles before Linux 6.18")
def test_the_bell_and_a_real_namespace(live: Live, caplog: pytest.LogCaptureFixture) -> None:
    """One that only a socket holds is found, opened and looked at, and dumped by the next poll; then it rests."""
    live.poll()
    hidden = live.spaces.known(live.spaces.make("a"))
    live.spaces.listen(hidden, 3)
    live.spaces.remove(hidden)
    live.source.marks = Marks({hidden.cookie: b"a"}, b"", {hidden.inode: hidden.cookie}, False)
    looks = live.tally["looks"]
    live.poller.answer()
    assert (live.tally["namespaces_rung"], live.tally["looks"], live.tally["namespaces_appeared:bpf"]) == (1, looks + 1, 1)
    (report,) = [r for r in live.poll().reports if r.namespace.inode == hidden.inode]
    assert (report.sockets, report.complete, report.namespace.found_by) == (3, True, "bpf")
    assert hidden.inode not in {r.namespace.inode for r in live.poll().reports}
    assert [message for message in caplog.messages if str(hidden.inode) in message] == []


@pytest.mark.parametrize("after", [UNKNOWN, Marks({}, b"", {}, False)], ids=["none", "marks of nothing yet"])
def test_a_whole_list_ends_with_its_source(live: Live, after: Marks) -> None:
    """When the walk cannot be read, or another source has its place: what is born then is found, and what dies goes."""
    old = live.spaces.known(live.spaces.make("old"))
    every = {n.inode: n.cookie for n in live.poll().namespaces}
    live.source.marks = Marks(dict.fromkeys(every.values(), b"a"), None, every, True)
    assert old.inode in live.inodes()
    live.source.marks = after
    new = live.spaces.make("new")
    live.spaces.remove(old)
    found = live.inodes()
    assert new.inode in found
    assert old.inode not in found
