"""A round gives each namespace exactly one result, whoever reports first."""

from __future__ import annotations

import threading

from doors import Door, space

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.collector.reading import Door as AnyDoor
from xtcp_ebpf.collector.reading import Tap
from xtcp_ebpf.collector.round import Round


def work(_door: AnyDoor, namespace: Namespace, reader: int, _tap: Tap | None) -> str:
    """What the reader gives."""
    return f"{namespace.name} by {reader}"


def failed(namespace: Namespace, reason: str, text: str) -> str:
    """What stands for it when it could not be done."""
    return f"{namespace.name} {reason}: {text}"


def test_results_come_once() -> None:
    """The first report counts, be it a result or a failure; what comes later is refused."""
    made = Round([space(0), space(1)], work, failed)
    assert (made.take(), made.left) == (space(0), 2)
    assert made.done(space(0), made.do(Door(), space(0), 3, None))
    assert not made.done(space(0), "late")
    assert not made.fail(space(0), "late", "")
    assert not made.news.is_set()
    assert made.fail(space(1), "gone", "it is no more")
    assert made.news.is_set()
    assert made.end("over", "") == ["n0 by 3", "n1 gone: it is no more"]


def test_what_nobody_took_fails_at_the_end() -> None:
    """Those in the queue get the reason of the end; one that a reader still has gets none any more."""
    made = Round([space(0), space(1), space(2)], work, failed)
    assert made.take() == space(0)
    assert made.end("over", "no time") == ["n1 over: no time", "n2 over: no time"]
    assert (made.left, made.take()) == (0, None)
    assert not made.done(space(0), "late")


def test_refused_before_anybody_takes_them() -> None:
    """They are failed and not handed out; others are untouched, strangers change nothing."""
    made = Round([space(0), space(1), space(2)], work, failed)
    made.refuse({space(1).key, space(9).key}, "hung", "still")
    assert [made.take(), made.take(), made.take()] == [space(0), space(2), None]
    assert made.left == 2


def test_many_readers_one_result_each() -> None:
    """Eight threads over two thousand namespaces: nothing is done twice or left."""
    spaces = [space(n) for n in range(2000)]
    made = Round(spaces, work, failed)

    def read(reader: int) -> None:
        while namespace := made.take():
            assert made.done(namespace, made.do(Door(), namespace, reader, None))

    threads = [threading.Thread(target=read, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    assert made.news.wait(10)
    for thread in threads:
        thread.join()
    assert sorted(result.split()[0] for result in made.end("over", "")) == sorted(n.name for n in spaces)
