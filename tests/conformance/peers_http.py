"""HTTP and HTTPS servers for the conformance suite."""

from __future__ import annotations

from pathlib import Path

from conformance.peers import Peer
from servers.certificates import Certificates
from servers.http_sink import HttpSink

from xtcp_ebpf.knobs import Knobs


class HttpPeer(Peer):
    """Each body is a payload of its own."""

    wrong = ("http", "http:", "http:h:80/", "http://", "http://h:0/", "http://h:x/", "http://::1/", "http://h/#x")
    knobs = Knobs()

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._sink = self._made()
        self.flow = self._sink.flow
        self.dest = f"{self._sink.url}/in?query=INSERT INTO rows FORMAT ProtobufList"

    def _made(self) -> HttpSink:
        return HttpSink()

    def listen(self) -> None:
        self._sink.start()

    def shut(self) -> None:
        self._sink.kill()

    def streams(self) -> list[bytes]:
        """One for each request."""
        return self._sink.bodies()


class HttpsPeer(HttpPeer):
    """Bodies compressed, both sides with certificates."""

    wrong = ("https:h", "https://h:/")

    def _made(self) -> HttpSink:
        papers = Certificates(self.folder / "papers")
        self.knobs = Knobs(
            dest_ca=str(papers.ca), dest_cert=str(papers.client_cert), dest_key=str(papers.client_key), http_compression="gzip"
        )
        return HttpSink(papers, mutual=True)
