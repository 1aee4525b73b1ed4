"""An http URL, taken whole: what cannot stand in a request line is percent-encoded here, so that a query may be written as it is read."""

from __future__ import annotations

import re
import socket
from typing import NamedTuple
from urllib.parse import quote, unquote

from xtcp_ebpf.abc import Target
from xtcp_ebpf.errors import BadAddress

PORTS = {"http": 80, "https": 443}

ALLOWED = "%/?:@!$&'()*+,;=~"
"""In a path or a query, besides letters, digits and `-._`."""


class Url(NamedTuple):
    host: str
    """An IPv6 address without its brackets."""
    port: int
    path: str
    """With the query, in ASCII; begins with a slash."""
    user: str
    password: str


def parse(target: Target) -> Url:
    """The parts of `//[USER:PASSWORD@]HOST[:PORT][/PATH][?QUERY]`. Raises BadAddress, which repeats nothing of a password."""
    scheme, address = target.scheme, target.address
    if not address.startswith("//"):
        raise _bad(target, f"a URL is written {scheme}://HOST:PORT/PATH?QUERY")
    if not address.isprintable():
        raise _bad(target, "there is a control character in the address")
    if "#" in address:
        raise _bad(target, "what stands behind a # is never sent: write %23 for it")
    end = min((at for mark in "/?" if (at := address.find(mark, 2)) >= 0), default=len(address))
    login, at_sign, place = address[2:end].rpartition("@")
    user, _colon, password = map(unquote, login.partition(":"))
    if at_sign and not user:
        raise _bad(target, f"the user is missing: write {scheme}://USER:PASSWORD@HOST:PORT/")
    if ":" in user:
        raise _bad(target, "a user cannot have a colon in its name")
    host, port = _host_port(target, place)
    path = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address[end:]), safe=ALLOWED)
    return Url(host, port, path if path.startswith("/") else "/" + path, user, password)


def _host_port(target: Target, place: str) -> tuple[str, int]:
    host, colon, port = place.partition(":")
    if place.startswith("["):
        host, bracket, rest = place[1:].partition("]")
        colon, port = rest[:1], rest[1:]
        try:
            socket.inet_pton(socket.AF_INET6, host.partition("%")[0])
        except OSError:
            raise _bad(target, "only an IPv6 address stands in brackets") from None
        if not bracket or colon not in ("", ":"):
            raise _bad(target, f"an IPv6 address is written {target.scheme}://[::1]:PORT/")
    if ":" in port:
        raise _bad(target, f"an IPv6 address stands in brackets: {target.scheme}://[::1]:PORT/")
    if not host:
        raise _bad(target, f"the host is missing: write {target.scheme}://HOST:PORT/PATH")
    if not colon:
        port = str(PORTS[target.scheme])
    if not (port.isascii() and port.isdigit() and 1 <= int(port[:6]) <= 65535):
        raise _bad(target, "the port must be a number from 1 to 65535; in a password / ? # @ are written %2F %3F %23 %40")
    try:
        host.encode("idna")  # as the resolver will
    except UnicodeError:
        raise _bad(target, "this cannot be a host name: a part of it is empty or too long, or has letters that names cannot have") from None
    if " " in host:
        raise _bad(target, "there is a space in the host")
    return host, int(port)


def _bad(target: Target, problem: str) -> BadAddress:
    return BadAddress(f"-dest {target.where}: {problem}")
