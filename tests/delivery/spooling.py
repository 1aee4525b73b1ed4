"""What the tests of the spool share: Envelopes that are told apart, a spool that is closed again, a disk of its own, damage."""

from __future__ import annotations

import ctypes
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.delivery.spool_cursor import Cursor
from xtcp_ebpf.tally import Tally

ROOMY = 1 << 30

_libc = ctypes.CDLL(None, use_errno=True)
_CLONE_NEWNS = 0x00020000
_MS_RDONLY, _MS_REC, _MS_PRIVATE = 1, 1 << 14, 1 << 18


def envelope(number: int, size: int = 100, rows: int = 1) -> Sealed:
    """An Envelope of two chunks that no other number has."""
    body = (b"%d." % number * (size // 2 + 1))[:size]
    return Sealed((body[: size // 3], body[size // 3 :]), rows, size, "rows")


@contextmanager
def opened(folder: Path | str, most_bytes: int = ROOMY, sync_seconds: float = 0.0, tally: Tally | None = None) -> Iterator[Spool]:
    """A spool for the length of the block."""
    spool = Spool(str(folder), most_bytes, sync_seconds, tally or Tally())
    try:
        yield spool
    finally:
        spool.close()


def fill(spool: Spool, first: int, count: int, size: int = 100) -> None:
    for n in range(first, first + count):
        assert spool.append(envelope(n, size)) == n


def bodies(first: int, end: int, size: int = 100) -> list[bytes | None]:
    return [envelope(n, size).body() for n in range(first, end)]


def rest(cursor: Cursor) -> list[bytes | None]:
    """What the cursor gets from its place to the end."""
    return [sealed.body() if (sealed := cursor.read(position)) else None for position in range(cursor.position, cursor.end())]


def segments(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.seg"))


def flip(path: Path, offset: int, mask: int = 1) -> None:
    """Damage one byte."""
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ mask]))


def wait_until(true: Callable[[], bool]) -> None:
    """Polls for at most ten seconds."""
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


class Said(logging.Handler):
    """Warnings of all threads."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> None:
        logging.getLogger("xtcp_ebpf").addHandler(self)

    def __exit__(self, *_: object) -> None:
        logging.getLogger("xtcp_ebpf").removeHandler(self)


def on_a_disk(folder: Path, body: Callable[[], None], options: str = "size=256k", read_only: bool = False) -> None:
    """Run `body` in a thread with a mount namespace of its own, where a tmpfs is mounted on `folder`: both end with it."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            _check(_libc.unshare(_CLONE_NEWNS))
            _check(_libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None))
            _check(_libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", _MS_RDONLY if read_only else 0, options.encode()))
            body()
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    for failure in failures:
        raise failure


def _check(result: int) -> None:
    if result:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
