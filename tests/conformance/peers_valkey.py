"""Valkey for the conformance suite."""

from __future__ import annotations

import threading
from pathlib import Path

import valkey
from conformance.frozen import Freezing
from conformance.peers import Peer, until
from servers.process import HOST
from servers.valkey import Valkey

from xtcp_ebpf.knobs import Knobs


class ValkeyPeer(Peer):
    """A stream, of which every entry is read back."""

    wrong: tuple[str, ...] = ("valkey", "valkey:", "valkey:h", "valkey:h:6379/", "valkey:h:6379/x", "valkey://h:6379", "valkey:h:0/1")
    knobs = Knobs(valkey_stream=True)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._server = Valkey(folder / "valkey")
        self.flow = Freezing(self._server)
        self.dest = f"valkey:{self._server.address}"

    def listen(self) -> None:
        self._server.start()

    def shut(self) -> None:
        self._server.kill()

    def streams(self) -> list[bytes]:
        """One for each entry."""
        if not self._server.running:
            return list(self.pieces)
        with valkey.Valkey(HOST, self._server.port) as client:
            self.pieces = [entry[b"envelope"] for _, entry in client.xrange("xtcp")]
        return list(self.pieces)


class ValkeyChannelPeer(ValkeyPeer):
    """A channel, with one subscriber from the start. What is published while it is away is lost, as PUBLISH means it."""

    returns = False
    knobs = Knobs()

    def listen(self) -> None:
        super().listen()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._subscribe)
        self._thread.start()
        until(self._ready.is_set, "the subscriber is there")

    def _subscribe(self) -> None:
        with valkey.Valkey(HOST, self._server.port) as client, client.pubsub() as channel:
            channel.subscribe("xtcp")
            try:
                for message in channel.listen():
                    if message["type"] == "message":
                        self.pieces.append(message["data"])
                    self._ready.set()
            except (valkey.ConnectionError, OSError):
                return  # the server was killed

    def shut(self) -> None:
        super().shut()
        if hasattr(self, "_thread"):
            self._thread.join()

    def streams(self) -> list[bytes]:
        return list(self.pieces)
