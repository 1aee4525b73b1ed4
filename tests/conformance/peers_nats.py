"""nats-server for the conformance suite. What core NATS publishes is read back too: a stream of the server keeps it."""

from __future__ import annotations

from pathlib import Path

from conformance.far_ends import NatsEnd
from conformance.frozen import Freezing
from conformance.peers import Peer
from servers.nats import Nats

from xtcp_ebpf.knobs import Knobs


class NatsPeer(Peer):
    """Core NATS."""

    limit: int | None = 1 << 20
    too_large = "maximum payload exceeded"
    wrong: tuple[str, ...] = ("nats", "nats:", "nats:h", "nats:h:0", "nats://h:4222", "nats:h:4222,", "nats:a:1,b", "nats:h:1,[::1]:x")
    knobs = Knobs()

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._server = Nats(folder / "nats")
        self._end = NatsEnd(self._server)
        with self._server:  # the stream must be there before the first who publishes
            self._end.make_stream("xtcp")
        self.flow = Freezing(self._server)
        self.dest = f"nats:{self._server.address}"

    def listen(self) -> None:
        self._server.start()

    def shut(self) -> None:
        if self._server.running:
            self.pieces = self._end.messages() if self.flow.is_set() else self.pieces
        self._server.kill()

    def streams(self) -> list[bytes]:
        """One for each message."""
        return self._end.messages() if self._server.running else list(self.pieces)


class JetstreamPeer(NatsPeer):
    """With an acknowledgement for each message."""

    knobs = Knobs(nats_jetstream=True)
