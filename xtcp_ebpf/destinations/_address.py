"""What stands behind the colon of a -dest: `HOST:PORT` or a path. Each answer to a wrong one says how to write it right."""

from __future__ import annotations

import os
import socket

from xtcp_ebpf.abc import Target
from xtcp_ebpf.errors import BadAddress

SUN_PATH = 107
"""The longest path of a Unix socket in bytes: sun_path is 108 with its NUL."""


def nothing(target: Target) -> None:
    """For schemes without an address."""
    if target.address:
        raise _bad(target, f"{target.scheme} takes no address: write {target.scheme}:")


def host_port(target: Target) -> tuple[str, int]:
    """(host, port) of `HOST:PORT`; an IPv6 literal stands in brackets: `[::1]:9000`. Raises BadAddress."""
    scheme, address = target.scheme, target.address
    if not address:
        raise _bad(target, f"an address is missing: write {scheme}:HOST:PORT")
    if address.startswith("//"):
        raise _bad(target, f"no slashes here: write {scheme}:{address.strip('/') or 'HOST:PORT'}")
    if any(c.isspace() or not c.isprintable() for c in address):
        raise _bad(target, "there is a space or a control character in the address")
    if address.startswith("["):
        host, bracket, rest = address[1:].partition("]")
        if not bracket or not rest.startswith(":"):
            raise _bad(target, f"an IPv6 address is written {scheme}:[::1]:9000")
        try:
            socket.inet_pton(socket.AF_INET6, host.partition("%")[0])
        except OSError:
            raise _bad(target, f"{host!r} is no IPv6 address, and only those stand in brackets") from None
        return host, _port(target, rest[1:])
    host, colon, port = address.rpartition(":")
    if not colon:
        raise _bad(target, f"the port is missing: write {scheme}:{address}:PORT")
    if ":" in host:
        raise _bad(target, f"an IPv6 address stands in brackets: write {scheme}:[{host}]:{port or 'PORT'}")
    if not host:
        raise _bad(target, f"the host is missing: for this machine write {scheme}:127.0.0.1:{port or 'PORT'}")
    try:
        host.encode("idna")  # as the resolver will
    except UnicodeError:
        raise _bad(target, "this cannot be a host name: a part of it is empty, too long, or has letters that names cannot have") from None
    return host, _port(target, port)


def _port(target: Target, text: str) -> int:
    if not text:
        raise _bad(target, "the port is missing behind the last colon")
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 65535):
        raise _bad(target, f"the port must be a number from 1 to 65535, not {text!r}")
    return int(text)


def path(target: Target) -> str:
    """The path of a file or socket, relative or absolute. Raises BadAddress."""
    address = target.address
    if not address:
        raise _bad(target, f"a path is missing: write {target.scheme}:/PATH")
    if "\0" in address:
        raise _bad(target, "there is a NUL in the path")
    if address.endswith("/") or address.rpartition("/")[2] in (".", ".."):
        raise _bad(target, f"this is a directory: name a {'file' if target.scheme == 'file' else 'socket'} in it")
    return address


def socket_path(target: Target) -> bytes:
    """The sun_path of a Unix socket; `@name` is a name in the abstract namespace, as in Go. Raises BadAddress."""
    raw = os.fsencode(path(target))
    if len(raw) > SUN_PATH:
        raise _bad(target, f"the path of a Unix socket has at most {SUN_PATH} bytes, this one has {len(raw)}")
    return b"\0" + raw[1:] if raw.startswith(b"@") else raw


def _bad(target: Target, problem: str) -> BadAddress:
    return BadAddress(f"-dest {target.where}: {problem}")
