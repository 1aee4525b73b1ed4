"""Running sources of marks, and namespaces for them to see, for the suite of activities."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from activity.sources_to_try import SLOTS, opened
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity.tracepoints import Tracepoints
from xtcp_ebpf.activity.walk import Walk
from xtcp_ebpf.marks import Activity, Marks

PATIENCE = 10.0
REST = 0.02
"""Seconds in which nothing may happen in a namespace at rest."""

Source = Walk | Tracepoints
Open = Callable[..., Source]


@contextmanager
def openings() -> Iterator[Open]:
    """Opens sources with BPF that a test may damage; they are closed at the end."""
    running: list[Source] = []

    def open_one(name: str, slots: int = SLOTS) -> Source:
        found = opened(name, slots)
        assert isinstance(found, Walk | Tracepoints)
        running.append(found)
        return found

    try:
        yield open_one
    finally:
        for found in running:
            found.close()


def born(spaces: Spaces, name: str) -> Namespace:
    """A namespace with `lo` up, as discovery knows it."""
    namespace = spaces.known(spaces.make(name))
    spaces.loopback(namespace)
    return namespace


def talk(spaces: Spaces, namespace: Namespace) -> None:
    """One connection there, with data, from birth to reset."""

    def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as near:
            far, _ = listener.accept()
            near.send(b"x")
            far.recv(1)
            far.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            far.close()

    spaces.inside(namespace, run)


def at_rest(source: Activity, *namespaces: Namespace) -> Marks:
    """The marks, when those namespaces have been quiet for a while."""
    until = time.monotonic() + PATIENCE
    before = source.read()
    while True:
        time.sleep(REST)
        now = source.read()
        if [now.of(n) for n in namespaces] == [before.of(n) for n in namespaces]:
            return now
        assert time.monotonic() < until
        before = now


def refuse(_program: int, _tracepoint: str | None) -> int:
    """bpf.attach where the right to is gone."""
    raise PermissionError(1, "Operation not permitted")
