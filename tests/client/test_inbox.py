"""Between the thread that reads and the one that writes."""

from __future__ import annotations

import threading

import pytest
from conformance.peers import until

from xtcp_ebpf.client.inbox import Arrived, Inbox


def test_in_order_all_at_once() -> None:
    """What waits is taken in its order; nothing comes as nothing."""
    inbox = Inbox()
    assert inbox.take(0.01) == []
    these = [Arrived(bytes([number]), 1) for number in range(5)]
    assert all(inbox.put(one) for one in these)
    assert inbox.take(1) == these
    assert inbox.take(0.0) == []


def test_bounded() -> None:
    """Who puts waits for room; what is larger than all the room comes alone."""
    inbox = Inbox(10)
    assert inbox.put(Arrived(b"x" * 50, 1))
    entered = threading.Event()
    through: list[bool] = []

    def putting() -> None:
        entered.set()
        through.append(inbox.put(Arrived(b"y" * 8, 1)))

    thread = threading.Thread(target=putting)
    thread.start()
    assert entered.wait(5)
    assert not through
    assert [len(one.chunk) for one in inbox.take(5)] == [50]
    thread.join(5)
    assert through == [True]
    assert [len(one.chunk) for one in inbox.take(5)] == [8]


def test_an_error_comes_last() -> None:
    """What came before it is taken first, and it comes again."""
    inbox = Inbox()
    inbox.put(Arrived(b"x", 1))
    inbox.fail(RuntimeError("over"))
    assert len(inbox.take(1)) == 1
    for _ in range(2):
        with pytest.raises(RuntimeError, match="over"):
            inbox.take(1)


def test_closed() -> None:
    """Who waits for room is let go, and told."""
    inbox = Inbox(1)
    inbox.put(Arrived(b"xx", 1))
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(inbox.put(Arrived(b"y", 1))))
    thread.start()
    inbox.close()
    until(lambda: answers, "the answer")
    thread.join()
    assert answers == [False]
