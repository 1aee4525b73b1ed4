"""A peer's `flow` where the peer is a process: cleared, it takes nothing."""

from __future__ import annotations

import threading

from servers.process import Server


class Freezing(threading.Event):
    """Stops the server and lets it go on."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self._server = server
        super().set()

    def clear(self) -> None:
        """SIGSTOP."""
        if self._server.running:
            self._server.freeze()
        super().clear()

    def set(self) -> None:
        """SIGCONT."""
        super().set()
        if self._server.running:
            self._server.thaw()
