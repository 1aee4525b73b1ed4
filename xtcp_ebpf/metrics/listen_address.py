"""Where -promListen and -grpcListen say that others may ask: read, decided, and reached. Pure: nothing is opened here."""

from __future__ import annotations

import os
import re
from typing import Final, NamedTuple

DEFAULT: Final = "127.0.0.1:9088"
UNIX: Final = "unix:"
HEALTHZ: Final = "/healthz"
READYZ: Final = "/readyz"
PPROF: Final = "/debug/pprof"
SUN_PATH: Final = 107
"""The longest path of a Unix socket in bytes."""
_HOST = re.compile(r"[A-Za-z0-9_.-]{1,253}")
_NO_PORT = re.compile(r"[^:\[\]]+|\[[^\[\]]*\]")
_IPV6 = re.compile(r"[0-9A-Fa-f:.]+(%[\w.-]+)?")


class Address(NamedTuple):
    """One of host and port, or a path."""

    host: str
    """Empty: all addresses."""
    port: int
    """0: the kernel chooses."""
    path: str = ""
    """Of a Unix socket; `@name` stands in the abstract namespace."""

    def __str__(self) -> str:
        """As it is written."""
        return f"{UNIX}{self.path}" if self.path else f"{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def sun_path(self) -> bytes:
        """As the kernel takes it."""
        raw = os.fsencode(self.path)
        return b"\0" + raw[1:] if raw.startswith(b"@") else raw

    @property
    def open_to_all(self) -> bool:
        """Does it listen on every address of the host?"""
        return not self.path and self.host in ("", "0.0.0.0", "::")

    @property
    def reached_at(self) -> Address:
        """Where this machine reaches who listens there."""
        return self._replace(host={"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host))


def read(text: str) -> Address:
    """Of `HOST:PORT`, `[IPV6]:PORT`, `:PORT` (all addresses) or `unix:PATH`. Raises ValueError with how to write it right."""
    if text.startswith(UNIX):
        address = Address("", 0, text.removeprefix(UNIX))
        if not address.path.strip("@/") or "\0" in address.path or len(address.sun_path) > SUN_PATH:
            raise ValueError(f"is no Unix socket: write unix:/PATH, of at most {SUN_PATH} bytes")
        return address
    host, colon, port = text.rpartition(":")
    if not colon or not re.fullmatch(r"[0-9]{1,5}", port) or int(port) > 65535:
        raise ValueError("is no address: write HOST:PORT, [IPV6]:PORT, :PORT for all addresses, or unix:/PATH")
    if host.startswith("[") and host.endswith("]") and ":" in host and _IPV6.fullmatch(host[1:-1]):
        return Address(host[1:-1], int(port))
    if ":" in host:
        raise ValueError(f"has an IPv6 address without brackets: write [{host.strip('[]')}]:{port}")
    if host and not _HOST.fullmatch(host):
        raise ValueError("names no host: write HOST:PORT, with a name or an address")
    return Address(host, int(port))


def with_port(text: str, port: int) -> Address:
    """As read(); a HOST or [IPV6] alone has this port. Raises ValueError with how to write it right."""
    if not text.startswith(UNIX):
        if text.count(":") > 1 and _IPV6.fullmatch(text):
            raise ValueError(f"has an IPv6 address without brackets: write [{text}] or [{text}]:{port}")
        if _NO_PORT.fullmatch(text):
            text = f"{text}:{port}"
    return read(text)


def check_path(path: str) -> None:
    """Raises ValueError for a path at which no metrics can be."""
    if not path.startswith("/") or any(c in path for c in "?#% ") or not (path.isascii() and path.isprintable()):
        raise ValueError("is no path: it begins with a slash and has neither spaces nor ? # %")
    if path in (HEALTHZ, READYZ) or path.startswith(PPROF):
        raise ValueError("is another page: metrics need a path of their own")


class Decision(NamedTuple):
    """What is to be done about a listener."""

    listen: bool
    must: bool
    """It does not start without. Else a listener that cannot be had, as when the port is taken, is a warning."""


def decide(text: str, written: bool, max_loops: int) -> Decision:
    """Whether to listen. `text`: the value of -promListen; `written`: the operator wrote it; `max_loops`: -maxLoops.

    Asked for: it must be had, as anything that is asked for. By default: it is there on loopback when it can be, so that a second daemon
    starts beside the first; and a run of so many polls, which nobody scrapes, opens nothing.
    """
    if not text:
        return Decision(False, False)
    return Decision(written or not max_loops, written)
