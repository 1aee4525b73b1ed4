"""The daemon with -closed: records of connections that ended between its polls, whatever is changed meanwhile."""

from __future__ import annotations

import json
import socket
import threading
import time
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from closed.heard import crowd_here
from daemon_here import OWN, Known, knobs
from kernel.real_namespaces import Spaces, without

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.outlets import Outlets

pytestmark = pytest.mark.kernel
CAP_NET_BROADCAST = 11


def flags(path: Path, *more: str) -> Knobs:
    """A daemon that polls seldom."""
    quiet = ("-promListen", "", "-grpcListen", "")
    return knobs(
        "-closed", "-dest", f"file:{path}", "-marshal", "jsonl", "-frequency", "100s", "-timeout", "5s", "-bpf", "auto", *quiet, *more
    )


@contextmanager
def alive(wanted: Knobs, *namespaces: Namespace) -> Iterator[Daemon]:
    """A daemon that has made its first poll and hears of the namespaces; it must end well and leave no thread."""
    daemon = Daemon(wanted, discovery=Known(OWN, *namespaces))
    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(daemon.run()))
    thread.start()
    try:
        until(lambda: daemon.tally["polls"] and all(daemon._closed[0].known(n) for n in namespaces))
        yield daemon
    finally:
        daemon.stop()
        thread.join(20)
    assert codes == [0]
    assert not [each for each in threading.enumerate() if each.name == "closed"]


def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    """Waits for it."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)  # a bounded poll


def rows(path: Path, number: int) -> list[dict[str, Any]]:
    """Closed connections of the namespace with this nsid, in whole lines of a file of jsonl."""
    lines = path.read_text().splitlines(keepends=True) if path.exists() else []
    found = [json.loads(line) for line in lines if line.endswith("\n")]
    return [row for row in found if row.get("recordKind") == "RECORD_KIND_CLOSED" and row.get("nsid") == number]


@pytest.fixture
def space(spaces: Spaces) -> Namespace:
    """One whose loopback is up."""
    namespace = spaces.make("there")
    spaces.loopback(namespace)
    return namespace


def test_between_two_polls(tmp_path: Path, spaces: Spaces, space: Namespace) -> None:
    """They do not wait for a poll, and stand beside its rows under its number, each with a number of its own."""
    path = tmp_path / "rows"
    with alive(flags(path), space) as daemon:
        spaces.inside(space, lambda: crowd_here(10))
        number = daemon._closed[0].known(space)
        until(lambda: len(rows(path, number)) == 20)
        assert daemon.tally["polls"] == 1
        found = rows(path, number)
    assert {row["pollNumber"] for row in found} == {"1"}
    assert len({row["recordCounter"] for row in found}) == 20
    assert {row["netns"] for row in found} == {"there"}


def test_changes(tmp_path: Path, spaces: Spaces, space: Namespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another tag, batch, queue and destination: every connection that ends before, meanwhile and after has one record in one of them."""
    one, two = tmp_path / "one", tmp_path / "two"
    retire = Outlets._retire

    def slowly(*given: Any) -> None:
        retire(*given)
        time.sleep(0.2)  # the destination before is gone, and the next is not there

    monkeypatch.setattr(Outlets, "_retire", slowly)
    before = flags(one)
    with alive(before, space) as daemon:
        number = daemon._closed[0].known(space)
        ending = threading.Event()
        count = 0

        def connect() -> None:
            nonlocal count
            while not ending.is_set():
                spaces.inside(space, lambda: crowd_here(5))
                count += 10

        thread = threading.Thread(target=connect)
        thread.start()
        try:
            for knobs_now in (
                tagged := replace(before, tag="new", netlinkers=2),
                small := replace(tagged, envelope_flush_rows=7),
                other := replace(small, queue_bytes=small.queue_bytes // 2),
                replace(other, dest=(f"file:{two}",)),
            ):
                time.sleep(0.1)  # connections end before and after each change
                daemon.change(knobs_now, 10.0)
            time.sleep(0.1)  # the same
        finally:
            ending.set()
            thread.join()
        until(lambda: len(rows(one, number) + rows(two, number)) >= count)
    found = rows(one, number) + rows(two, number)
    assert len(found) == count == len({row["recordCounter"] for row in found})
    tags = Counter(row.get("tag", "") for row in found)
    assert tags[""] and tags["new"]
    assert rows(two, number)
    assert all(row["netns"] in ("there", f"netns:[{space.inode}]") for row in found)


def test_snapshots_have_the_id_too(tmp_path: Path, spaces: Spaces, space: Namespace) -> None:
    """From the poll on that comes after it was given."""
    path = tmp_path / "rows"
    (port,) = spaces.listen(space)
    with alive(flags(path), space) as daemon:
        number = daemon._closed[0].known(space)
        daemon.trigger()
        until(lambda: daemon.tally["polls"] == 2)
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    of_it = [row for row in lines if row["netns"] == "there" and row["inetDiagMsgSocketSourcePort"] == port]
    assert of_it[-1]["nsid"] == number


def test_it_cannot_be_had(tmp_path: Path) -> None:
    """Without the right to hear others it does not start, says which it is, and leaves no thread."""
    threads = threading.active_count()
    with pytest.raises(OpenError, match="CAP_NET_BROADCAST"):
        without(CAP_NET_BROADCAST, work=lambda: Daemon(flags(tmp_path / "rows"), discovery=Known(OWN)))
    assert threading.active_count() == threads


def test_the_right_stays() -> None:
    """It is among those that the daemon keeps, with its reason, and only for those who ask for it."""
    facts = privileges.Facts(effective=(1 << 41) - 1, highest=40)
    wanted = flags(Path("/x"))
    assert "-closed" in privileges.reasons(wanted, facts)["CAP_NET_BROADCAST"]
    for other in (replace(wanted, closed=False), replace(wanted, namespaces="own")):
        assert "CAP_NET_BROADCAST" not in privileges.reasons(other, facts)


def test_it_is_let_go(tmp_path: Path) -> None:
    """Nothing of it keeps a daemon that has ended alive, so that descriptors go with it and wait for no collector."""
    daemon = Daemon(replace(flags(tmp_path / "rows"), max_loops=1, frequency=0.05, timeout=0.04), discovery=Known(OWN))
    there = weakref.ref(daemon)
    with socket.create_server(("127.0.0.1", 0)):
        assert daemon.run() == 0
    del daemon
    assert there() is None
