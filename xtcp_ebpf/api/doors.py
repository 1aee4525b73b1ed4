"""Where gRPC is served: -grpcListen read, resolved, and given to a grpc.Server that binds it."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from xtcp_ebpf.api import hops
from xtcp_ebpf.api.access import Trust
from xtcp_ebpf.api.unix_door import UnixDoor
from xtcp_ebpf.errors import UsageError, errno_text
from xtcp_ebpf.metrics.listen_address import Address, with_port
from xtcp_ebpf.metrics.listener import Listener

if TYPE_CHECKING:
    import grpc

FLAG: Final = "-grpcListen"
_OTHERS_WILL_DO: Final = (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL)
"""A name with an address that this host has not, or a host without IPv6."""


class Door(NamedTuple):
    """One listener."""

    text: str
    """As the operator wrote it."""
    addresses: tuple[Address, ...]
    """Numbers, no names: several where a name stands for several."""
    trust: Trust

    @property
    def encrypted(self) -> bool:
        """Is TLS spoken there, if at all? What goes through a Unix socket does not leave the machine."""
        return not self.addresses[0].path

    def foresee(self, held: Collection[Address]) -> None:
        """Raises UsageError when it could not be bound even if nobody had `held` any more. A Unix socket is not tried."""
        ports = {address.port for address in held if not address.path}
        problems = [_why_not(one) for one in self.addresses if not one.path and (one.port == 0 or one.port not in ports)]
        failed = [(number, why) for number, why in problems if number]
        for number, why in failed:
            if number not in _OTHERS_WILL_DO or len(failed) == len(self.addresses):
                raise why


def doors(texts: Sequence[str], port: int) -> tuple[Door, ...]:
    """Names are looked up here. Raises UsageError."""
    found = tuple(_door(text, port) for text in texts if text)
    seen: dict[Address, str] = {}
    for door in found:
        for address in door.addresses:
            if address in seen and (address.port or address.path):
                raise UsageError(f"{FLAG} {door.text}: it is the same as {seen[address]}: name it once")
            seen[address] = door.text
    return found


def _door(text: str, port: int) -> Door:
    try:
        address = with_port(text, port)
    except ValueError as error:
        raise UsageError(f"{FLAG} {text!r} {error}") from None
    if address.path.startswith("@"):
        return Door(text, (address,), Trust.LOCAL)
    if address.path:
        return Door(text, (address._replace(path=str(Path(address.path).absolute())),), Trust.UNIX)
    numbers = tuple(dict.fromkeys(_resolved(text, address)))
    return Door(text, numbers, Trust.LOCAL if all(_loopback(one.host) for one in numbers) else Trust.FAR)


def _resolved(text: str, address: Address) -> Iterator[Address]:
    if not address.host:
        yield address._replace(host="::")
        return
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError) as error:
        raise UsageError(f"{FLAG} {text}: no such host ({error})") from error
    for _family, _type, _protocol, _name, where in found:
        yield address._replace(host=str(where[0]))


def _loopback(host: str) -> bool:
    return ipaddress.ip_address(host.partition("%")[0]).is_loopback


class Bound:
    """A door that a grpc.Server has bound: it answers from that server's start on. Raises UsageError when it cannot be had."""

    def __init__(
        self, door: Door, server: grpc.Server, credentials: Callable[[], grpc.ServerCredentials] | None, ttl: int = 0, hop_limit: int = 0
    ) -> None:
        """`credentials` makes those of one port; None: without TLS. `ttl`, `hop_limit` of what goes out from here; 0: the system's."""
        self.door = door
        self.encrypted = bool(credentials)
        self.addresses: list[Address] = []
        """With the ports that they really are."""
        self._unix: UnixDoor | None = None
        if door.trust is Trust.UNIX:
            self._unix = UnixDoor(door.addresses[0].path, FLAG, lambda path: _add(server, f"unix:{path}", None))
            self.addresses.append(door.addresses[0])
        else:
            self._open(door, server, credentials, ttl, hop_limit)

    def _open(
        self, door: Door, server: grpc.Server, credentials: Callable[[], grpc.ServerCredentials] | None, ttl: int, hop_limit: int
    ) -> None:
        missing: UsageError | None = None
        for address in door.addresses:
            target = f"unix-abstract:{address.path[1:]}" if address.path else str(address)
            port = _add(server, target, credentials() if credentials else None)
            if port is None:
                number, why = _why_not(address)
                missing = why
                if number not in _OTHERS_WILL_DO:
                    raise why
            else:
                self.addresses.append(address._replace(port=port) if address.host else address)
        if not self.addresses and missing:
            raise missing
        for address in self.addresses:
            if address.host and (ttl or hop_limit):
                hops.limit(address.host, address.port, ttl, hop_limit)

    def close(self) -> None:
        """Take the socket's file away: after the server's end."""
        if self._unix:
            self._unix.close()


def _add(server: grpc.Server, address: str, credentials: grpc.ServerCredentials | None) -> int | None:
    """The port; None: it cannot be had, and the library does not say why."""
    try:
        return server.add_secure_port(address, credentials) if credentials else server.add_insecure_port(address)
    except RuntimeError:
        return None


def _why_not(address: Address) -> tuple[int, UsageError]:
    """Ask the kernel in our own name."""
    try:
        Listener(address, FLAG).close()
    except UsageError as error:
        cause = error.__cause__
        return cause.errno or 0 if isinstance(cause, OSError) else 0, error
    return 0, UsageError(f"{FLAG} {address}: gRPC cannot listen there ({errno_text(errno.EADDRINUSE)} a moment ago?): try again")
