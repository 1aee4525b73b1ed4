"""What client and ctl have in common: where the daemon is, and what is shown there."""

from __future__ import annotations

from collections.abc import Mapping

from xtcp_ebpf.cli.kafka_flags import switched_on, whole
from xtcp_ebpf.client import server_address
from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.values import quoted

HOST = "localhost"
PORT = "8889"
MOST_PORT = 65535

FLAGS = {
    "target": ("ADDRESS", "The daemon: HOST, HOST:PORT, [IPV6]:PORT, or unix:/PATH (unix:@NAME).", HOST),
    "port": ("PORT", "The port of a -target that names none.", PORT),
    "tls": ("", "Speak TLS; -ca and -cert mean it too.", "off"),
    "ca": ("PATH", "Authorities (PEM) that the server's certificate must be of.", "those that gRPC comes with"),
    "cert": ("PATH", "A client certificate (PEM) to show.", "none"),
    "key": ("PATH", "Its private key (PEM).", "in the file of -cert"),
    "tokenFile": ("PATH", "File with a bearer token to show.", "none"),
    "d": ("N", "The predecessor's: taken, without meaning.", "0"),
}
"""Flag -> what it takes (nothing: a switch), what it does, default."""


def access(own: Mapping[str, str]) -> Access:
    """Raises BadFlag."""
    text, port = own.get("target", HOST), whole("port", own.get("port", PORT))
    if not 1 <= port <= MOST_PORT:
        raise BadFlag("-port", f"{port} is out of range: 1 to {MOST_PORT}")
    try:
        server = server_address.read(text, port)
    except ValueError as error:
        raise BadFlag("-target", f"{quoted(text)} {error}") from None
    return Access(server, switched_on("tls", own), own.get("ca", ""), own.get("cert", ""), own.get("key", ""), own.get("tokenFile", ""))
