"""Where a daemon answers to gRPC, as an operator writes it. Pure: nothing is opened here."""

from __future__ import annotations

from ipaddress import AddressValueError, IPv6Address, ip_address

from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.metrics.listen_address import UNIX, Address

HOW = "write HOST, HOST:PORT, [IPV6]:PORT or unix:/PATH"


def read(text: str, port: int) -> Address:
    """`text` may have a port, which beats `port`. Raises ValueError with how to write it right."""
    try:
        address = listen_address.read(text if text.startswith(UNIX) or _has_port(text) else f"{_host(text)}:{port}")
    except ValueError as error:
        raise ValueError(str(error) if text.startswith(UNIX) else f"is no address of a server: {HOW}") from None
    if not address.path and (not address.port or not text):
        raise ValueError(f"is no address of a server: {HOW}")
    return address.reached_at


def target(address: Address) -> str:
    """As gRPC takes it."""
    if address.path.startswith("@"):
        return f"unix-abstract:{address.path[1:]}"
    if address.path:
        return f"{UNIX}{address.path}"
    return f"dns:///{str(address).replace('%', '%25')}"


def stays_here(address: Address) -> bool:
    """What is sent there does not leave this host."""
    if address.path or address.host == "localhost":
        return True
    try:
        return ip_address(address.host).is_loopback
    except ValueError:
        return False


def _has_port(text: str) -> bool:
    return not text.endswith("]") and ":" in text and not _is_six(text)


def _host(text: str) -> str:
    return f"[{text}]" if _is_six(text) else text


def _is_six(text: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True
