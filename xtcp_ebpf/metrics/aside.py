"""Answers that take their time, made beside the thread that serves: one at a time, given up when nobody waits for them any more."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from xtcp_ebpf.metrics.http_head import Answer, Refused, Slow

log = logging.getLogger(__name__)

BUSY: Final = Answer(
    429, b"another one is being made, and there is one at a time: ask again when it is over\n", headers={"Retry-After": "10"}
)
JOIN_SECONDS: Final = 2.0
"""Who was told to give up does so at once, or is putting in order what it saw."""


class Aside:
    """`ring` is called, by another thread, when take() has something."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._thread: threading.Thread | None = None
        self._enough = threading.Event()
        self._made: Answer | None = None
        self._busy = False
        self._failed = False

    def start(self, slow: Slow) -> bool:
        """Begin; False: one is being made already. From a thread that is at home: threads are born into the namespace of their parent."""
        if self._busy:
            return False
        self._busy = True
        self._enough.clear()
        self._made = None
        self._thread = threading.Thread(target=self._run, args=(slow,), name="profile", daemon=True)
        self._thread.start()
        return True

    def give_up(self) -> None:
        """What is being made is not wanted any more."""
        self._enough.set()

    def take(self) -> Answer | None:
        """What was made, once."""
        made, self._made = self._made, None
        return None if self._enough.is_set() else made

    def close(self) -> None:
        """End."""
        self.give_up()
        if self._thread:
            self._thread.join(JOIN_SECONDS)

    def _run(self, slow: Slow) -> None:
        try:
            made = slow.make(self._enough.wait)
        except Refused as refused:
            made = Answer(refused.status, f"{refused}\n".encode())
        except Exception:  # a defect of ours: whoever asks is told so
            if not self._failed:
                log.exception("an answer could not be made")
            self._failed = True
            made = Answer(HTTPStatus.INTERNAL_SERVER_ERROR, b"a defect: see the daemon's log\n")
        self._made = made
        self._busy = False
        if not self._enough.is_set():
            self._ring()
