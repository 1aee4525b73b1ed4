"""One round of work over namespaces, taken by whichever reader is free, each namespace with exactly one result."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Container, Sequence
from typing import Generic, TypeVar

from xtcp_ebpf.abc import Namespace, NamespaceKey
from xtcp_ebpf.collector.reading import Door, Tap

T = TypeVar("T")

Do = Callable[[Door, Namespace, int, Tap | None], T]
"""(door, namespace, index of the reader, its tap) -> result."""
Failed = Callable[[Namespace, str, str], T]
"""(namespace, reason, text) -> result."""


class Round(Generic[T]):
    """Readers take and report; the thread that waits may give a namespace up, and what its reader brings later is dropped.

    One waking for a whole round: to hand over each namespace and to be told of each cost more than to look into one.
    """

    def __init__(self, namespaces: Sequence[Namespace], do: Do[T], failed: Failed[T]) -> None:
        self.do = do
        self.news = threading.Event()
        """Set when the last result is there, and by a reader that needs to be replaced."""
        self._todo = deque(namespaces)
        self._pending = {n.key for n in namespaces}
        self._failed = failed
        self._results: list[T] = []
        self._lock = threading.Lock()

    @property
    def left(self) -> int:
        """How many have no result."""
        return len(self._pending)

    def take(self) -> Namespace | None:
        """The next namespace; None when there is no more."""
        try:
            return self._todo.popleft()
        except IndexError:
            return None

    def done(self, namespace: Namespace, result: T) -> bool:
        """Report; False when it was given up before."""
        with self._lock:
            if namespace.key not in self._pending:
                return False
            self._pending.remove(namespace.key)
            self._results.append(result)
            if not self._pending:
                self.news.set()
        return True

    def fail(self, namespace: Namespace, reason: str, text: str) -> bool:
        """Report that it could not be done; False when it has a result already."""
        return namespace.key in self._pending and self.done(namespace, self._failed(namespace, reason, text))

    def refuse(self, which: Container[NamespaceKey], reason: str, text: str) -> None:
        """Fail these before anybody takes them."""
        for namespace in [n for n in self._todo if n.key in which]:
            self._todo.remove(namespace)
            self.fail(namespace, reason, text)

    def end(self, reason: str, text: str) -> list[T]:
        """All results; what has none yet fails so."""
        while namespace := self.take():
            self.fail(namespace, reason, text)
        with self._lock:
            self._pending.clear()
            return list(self._results)
