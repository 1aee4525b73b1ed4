"""Which records a subscriber wants: a RecordFilter of a request, checked once, and packed for the part in C."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Final

from xtcp_ebpf.errors import XtcpError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import RecordFilter

_BY_NAME = XtcpFlatRecord.DESCRIPTOR.fields_by_name
NETNS: Final = _BY_NAME["netns"].number
FAMILY: Final = _BY_NAME["inet_diag_msg_family"].number
STATE: Final = _BY_NAME["inet_diag_msg_state"].number
SOURCE_PORT: Final = _BY_NAME["inet_diag_msg_socket_source_port"].number
DESTINATION_PORT: Final = _BY_NAME["inet_diag_msg_socket_destination_port"].number
SOURCE: Final = _BY_NAME["inet_diag_msg_socket_source"].number
DESTINATION: Final = _BY_NAME["inet_diag_msg_socket_destination"].number
FIELDS: Final = (NETNS, FAMILY, STATE, SOURCE_PORT, DESTINATION_PORT, SOURCE, DESTINATION)
"""In the order in which _select.c counts them."""

STATES: Final = range(1, 13)
PORTS: Final = range(65536)
MOST: Final = 1000
"""Names of namespaces, and prefixes, in one filter: each row is compared with all of them."""
LONGEST_NAME: Final = 4096

_HEADER = struct.Struct("=7HHHHHBxQ")
_PREFIX = struct.Struct("=BB2x16s")


class BadFilter(XtcpError):
    """A filter that cannot be meant. The message begins with the field's name and says what would be right."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"filter.{field}: {problem}")
        self.field = field


@dataclass(frozen=True)
class Filter:
    """What a record must have. An empty part lets all through. Raises nothing: read() has checked it."""

    netns: tuple[bytes, ...] = ()
    ports: frozenset[int] = frozenset()
    source_ports: frozenset[int] = frozenset()
    destination_ports: frozenset[int] = frozenset()
    states: frozenset[int] = frozenset()
    prefixes: tuple[IPv4Network | IPv6Network, ...] = ()
    every_nth: int = 1

    @property
    def lets_all(self) -> bool:
        return self == EVERYTHING

    @cached_property
    def last(self) -> int:
        """The greatest number of a field that it looks at."""
        looks = {
            NETNS: self.netns,
            STATE: self.states,
            SOURCE_PORT: self.source_ports,
            DESTINATION_PORT: self.ports or self.destination_ports,
            DESTINATION: self.prefixes,
        }
        return max((number for number, part in looks.items() if part), default=0)

    @cached_property
    def packed(self) -> bytes:
        """For _select.c."""
        sets = (self.ports, self.source_ports, self.destination_ports)
        which = sum(1 << place for place, ports in enumerate(sets) if ports)
        states = sum(1 << state for state in self.states)
        head = _HEADER.pack(*FIELDS, self.last, states, len(self.prefixes), len(self.netns), which, self.every_nth)
        prefixes = (_PREFIX.pack(one.version, one.prefixlen, one.network_address.packed) for one in self.prefixes)
        names = (struct.pack("=H", len(name)) + name for name in self.netns)
        return b"".join((head, *(_bits(ports) for ports in sets if ports), *prefixes, *names))


EVERYTHING: Final = Filter()


def read(message: RecordFilter) -> Filter:
    """The filter of a request. Raises BadFilter."""
    return Filter(
        netns=_names(message.netns),
        ports=_within(PORTS, "ports", "a port is 0 to 65535", message.ports),
        source_ports=_within(PORTS, "source_ports", "a port is 0 to 65535", message.source_ports),
        destination_ports=_within(PORTS, "destination_ports", "a port is 0 to 65535", message.destination_ports),
        states=_within(STATES, "states", "a state is 1 (ESTABLISHED) to 12 (NEW_SYN_RECV), as the kernel numbers them", message.states),
        prefixes=_prefixes(message.prefixes),
        every_nth=message.every_nth or 1,
    )


def _within(allowed: range, field: str, rule: str, values: Sequence[int]) -> frozenset[int]:
    if len(values) > len(allowed):
        raise BadFilter(field, f"{len(values)} of them: there are only {len(allowed)}")
    if wrong := sorted(value for value in values if value not in allowed):
        raise BadFilter(field, f"{wrong[0]}: {rule}")
    return frozenset(values)


def _few(field: str, values: Sequence[str]) -> tuple[str, ...]:
    """Each once, in their order."""
    if len(values) > MOST:
        raise BadFilter(field, f"{len(values)} of them: at most {MOST}")
    return tuple(dict.fromkeys(values))


def _names(values: Sequence[str]) -> tuple[bytes, ...]:
    names = tuple(name.encode() for name in _few("netns", values))
    if b"" in names:
        raise BadFilter("netns", "an empty name: leave it out to have all namespaces")
    if any(len(name) > LONGEST_NAME for name in names):
        raise BadFilter("netns", f"a name of more than {LONGEST_NAME} bytes")
    return names


def _prefixes(values: Sequence[str]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(_prefix(text) for text in _few("prefixes", values))


def _prefix(text: str) -> IPv4Network | IPv6Network:
    try:
        if "%" in text or ("/" in text and not text.rpartition("/")[2].isdecimal()):
            raise ValueError
        network = ip_network(text, strict=False)
    except ValueError:
        raise BadFilter("prefixes", f"{text[:60]!r}: not an address or prefix such as 10.0.0.0/8, 2001:db8::/32 or 192.0.2.7") from None
    if "/" in text and ip_network(text.partition("/")[0]).network_address != network.network_address:
        raise BadFilter("prefixes", f"{text[:60]!r} has bits beyond its length: write {network}")
    return network


def _bits(ports: frozenset[int]) -> bytes:
    bits = bytearray(len(PORTS) // 8)
    for port in ports:
        bits[port // 8] |= 1 << port % 8
    return bytes(bits)
