"""Somebody who offers a namespace, in a thread that is in it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kernel.real_namespaces import Spaces
from opening.hiring import PATIENCE, until

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel.alarm import Alarm
from xtcp_ebpf.opening.offering import Offering
from xtcp_ebpf.opening.offers import Offers


@contextmanager
def offering(
    spaces: Spaces, namespace: Namespace, path: Path, name: str = "", again: float = 0.02, refused: float = 0.02
) -> Iterator[Alarm]:
    """For the length of a test; ends when the alarm is set."""
    stop = Alarm()
    thread = threading.Thread(target=spaces.inside, args=(namespace, lambda: Offering(str(path), name, stop, again, refused).run()))
    thread.start()
    try:
        yield stop
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def connect(path: Path) -> socket.socket:
    """A stranger's connection."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    sock.settimeout(PATIENCE)
    sock.connect(str(path))
    return sock


def served(offers: Offers, true: Callable[[], object]) -> None:
    """Serve until it is true."""

    def once() -> object:
        offers.serve()
        return true()

    until(once)
