"""Which records are wanted, from the flags of the client to the filter of the request. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from ipaddress import ip_interface, ip_network

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import RecordFilter
from xtcp_ebpf.values import quoted
from xtcp_ebpf.wire.uapi import TCP_STATES

_NUMBERS = {name: number for number, name in TCP_STATES.items()}
MOST_NTH = 2**64 - 1

FLAGS = {
    "netns": ("A,B,...", "Only rows of these namespaces, by their whole names.", "all"),
    "ports": ("N,N,...", "Only sockets with one of these ports at either end.", "all"),
    "sourcePorts": ("N,N,...", "The same, our end.", "all"),
    "destinationPorts": ("N,N,...", "The same, the far end.", "all"),
    "states": ("A,B,...", "Only sockets in these states: ESTABLISHED, LISTEN, ... or the kernel's numbers.", "all"),
    "prefixes": ("A,B,...", "Only sockets with an address in one of these: 10.0.0.0/8, 2001:db8::/32, 192.0.2.7.", "all"),
    "everyNth": ("N", "Of those only every Nth.", "1"),
}
"""Flag -> what it takes, what it does, default."""


def wanted(given: Mapping[str, str]) -> RecordFilter:
    """Of flag -> text; empty texts want all. Raises BadFlag."""
    return RecordFilter(
        netns=_words(given, "netns"),
        ports=_ports(given, "ports"),
        source_ports=_ports(given, "sourcePorts"),
        destination_ports=_ports(given, "destinationPorts"),
        states=[_state(word) for word in _words(given, "states")],
        prefixes=[_prefix(word) for word in _words(given, "prefixes")],
        every_nth=_number("everyNth", given.get("everyNth") or "0", MOST_NTH),
    )


def _words(given: Mapping[str, str], flag: str) -> list[str]:
    return [word.strip() for word in given.get(flag, "").split(",") if word.strip()]


def _ports(given: Mapping[str, str], flag: str) -> list[int]:
    return [_number(flag, word, 65535) for word in _words(given, flag)]


def _number(flag: str, text: str, most: int) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 20 or int(text) > most:
        raise BadFlag(f"-{flag}", f"{quoted(text)} is no number from 0 to {most}")
    return int(text)


def _state(word: str) -> int:
    name = word.upper().replace("-", "_")
    if name in _NUMBERS:
        return _NUMBERS[name]
    if word.isascii() and word.isdigit() and int(word[:4]) in TCP_STATES:
        return int(word)
    near = get_close_matches(name, _NUMBERS, n=1)
    meant = f" (did you mean {near[0]}?)" if near else ""
    raise BadFlag("-states", f"{quoted(word)} is no state{meant}: {', '.join(f'{name} ({n})' for n, name in TCP_STATES.items())}")


def _prefix(word: str) -> str:
    try:
        return str(ip_network(word))
    except ValueError:
        pass
    try:
        meant = f": do you mean {ip_interface(word).network}?"
    except ValueError:
        meant = ": write 10.0.0.0/8, 2001:db8::/32 or one address"
    raise BadFlag("-prefixes", f"{quoted(word)} is no prefix{meant}")
