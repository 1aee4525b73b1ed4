"""nsqd for the conformance suite."""

from __future__ import annotations

from pathlib import Path

from conformance.far_ends import NsqEnd
from conformance.frozen import Freezing
from conformance.peers import Peer
from servers.nsqd import Nsqd

from xtcp_ebpf.knobs import Knobs


class NsqPeer(Peer):
    """A consumer reads what was published, in the order of publishing."""

    limit = 1 << 20
    too_large = "E_BAD_MESSAGE"
    wrong = ("nsq", "nsq:", "nsq:h", "nsq:h:65536", "nsq://h:4150", "nsq:h:1,h:2")
    knobs = Knobs()

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._server = Nsqd(folder / "nsqd")
        self._end = NsqEnd(self._server)
        self.flow = Freezing(self._server)
        self.dest = f"nsq:{self._server.address}"

    def listen(self) -> None:
        self._server.start()

    def shut(self) -> None:
        self._end.close()
        self._server.kill()

    def streams(self) -> list[bytes]:
        """One for each message."""
        return self._end.messages()
