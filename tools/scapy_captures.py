"""Open captures of inet_diag with scapy, a reader that knows nothing of ours: what each message is, and each attribute by number.

    python tools/scapy_captures.py pcaps/6_18_44/legacy.pcap [--show]

`import scapy_captures` makes `rdpcap` give Cooked packets for link type 253 (LINKTYPE_NETLINK), for scapy's own shell too:

    >>> from scapy.all import rdpcap; import scapy_captures
    >>> [m.idiag_sport for p in rdpcap("pcaps/6_18_44/legacy.pcap") for m in scapy_captures.sockets(p)]

scapy is in the dependency group `scapy`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from scapy.config import conf
from scapy.fields import (
    ByteEnumField,
    ByteField,
    ConditionalField,
    FieldLenField,
    IP6Field,
    IPField,
    LEIntField,
    LEShortField,
    PacketListField,
    ShortEnumField,
    ShortField,
    StrFixedLenField,
    StrLenField,
    XLEIntField,
    XLELongField,
)
from scapy.packet import Packet, bind_layers
from scapy.utils import rdpcap

LINKTYPE_NETLINK, NLMSG_ERROR, NLMSG_DONE, REPLY_OF_OLD, REPLY = 253, 2, 3, 18, 20
LONGEST = 1 << 18
"""Bytes of a datagram at most, so that no list in it is cut short."""
STATES = dict(
    enumerate(
        (
            *("ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT"),
            *("CLOSE", "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING", "NEW_SYN_RECV"),
        ),
        1,
    )
)
ATTRIBUTES = dict(
    enumerate(
        (
            *("MEMINFO", "INFO", "VEGASINFO", "CONG", "TOS", "TCLASS", "SKMEMINFO", "SHUTDOWN", "DCTCPINFO", "PROTOCOL", "SKV6ONLY"),
            *("LOCALS", "PEERS", "PAD", "MARK", "BBRINFO", "CLASS_ID", "MD5SIG", "ULP_INFO", "SK_BPF_STORAGES", "CGROUP_ID", "SOCKOPT"),
        ),
        1,
    )
)


class Attribute(Packet):
    """struct rtattr, with the padding behind it."""

    name = "attribute"
    fields_desc = [  # noqa: RUF012  scapy reads it so
        FieldLenField("rta_len", None, length_of="value", fmt="<H", adjust=lambda _, length: length + 4),
        LEShortField("rta_type", 0),
        StrLenField("value", b"", length_from=lambda attribute: attribute.rta_len - 4),
        StrLenField("padding", b"", length_from=lambda attribute: -attribute.rta_len % 4),
    ]

    def extract_padding(self, data: bytes) -> tuple[bytes, bytes]:
        """What follows is another attribute."""
        return b"", data

    @property
    def kind(self) -> str:
        """Its name in linux/inet_diag.h, or its number."""
        return ATTRIBUTES.get(self.rta_type, str(self.rta_type))


def _of(family: int) -> Any:
    return lambda message: message.idiag_family == family


class InetDiagMsg(Packet):
    """struct inet_diag_msg: addresses and ports are in network order, all else in the host's."""

    name = "inet_diag_msg"
    fields_desc = [  # noqa: RUF012  scapy reads it so
        ByteField("idiag_family", 2),
        ByteEnumField("idiag_state", 1, STATES),
        ByteField("idiag_timer", 0),
        ByteField("idiag_retrans", 0),
        ShortField("idiag_sport", 0),
        ShortField("idiag_dport", 0),
        ConditionalField(IPField("src4", "0.0.0.0"), _of(2)),
        ConditionalField(StrFixedLenField("src_rest", b"", 12), _of(2)),
        ConditionalField(IP6Field("src6", "::"), _of(10)),
        ConditionalField(IPField("dst4", "0.0.0.0"), _of(2)),
        ConditionalField(StrFixedLenField("dst_rest", b"", 12), _of(2)),
        ConditionalField(IP6Field("dst6", "::"), _of(10)),
        LEIntField("idiag_if", 0),
        XLELongField("cookie", 0),
        LEIntField("idiag_expires", 0),
        LEIntField("idiag_rqueue", 0),
        LEIntField("idiag_wqueue", 0),
        LEIntField("idiag_uid", 0),
        LEIntField("idiag_inode", 0),
        PacketListField("attributes", [], Attribute, max_count=LONGEST // 4),
    ]

    def value(self, kind: str) -> bytes | None:
        """An attribute's bytes by its name; None: it was not sent."""
        return next((bytes(each.value) for each in self.attributes if each.kind == kind), None)


class Message(Packet):
    """struct nlmsghdr and what it heads, up to the next."""

    name = "nlmsg"
    fields_desc = [  # noqa: RUF012  scapy reads it so
        LEIntField("nlmsg_len", 16),
        LEShortField("nlmsg_type", REPLY),
        LEShortField("nlmsg_flags", 0),
        LEIntField("nlmsg_seq", 0),
        XLEIntField("nlmsg_pid", 0),
    ]

    def extract_padding(self, data: bytes) -> tuple[bytes, bytes]:
        """Its own bytes, and those of the messages behind it."""
        length = self.nlmsg_len - 16
        return data[:length], data[length + -length % 4 :]


class Cooked(Packet):
    """The header of 16 bytes that an nlmon interface puts before each datagram."""

    name = "netlink"
    fields_desc = [  # noqa: RUF012  scapy reads it so
        ShortField("pkttype", 4),
        ShortEnumField("hatype", 824, {824: "ARPHRD_NETLINK"}),
        StrFixedLenField("unused", b"", 10),
        ShortEnumField("family", 4, {4: "SOCK_DIAG"}),
        PacketListField("messages", [], Message, max_count=LONGEST // 16),
    ]


for reply in (REPLY_OF_OLD, REPLY):
    bind_layers(Message, InetDiagMsg, nlmsg_type=reply)
conf.l2types.register(LINKTYPE_NETLINK, Cooked)


def sockets(packet: Packet) -> Iterator[InetDiagMsg]:
    """Those that a datagram tells of."""
    for message in packet.messages:
        if InetDiagMsg in message:
            yield message[InetDiagMsg]


def line(message: InetDiagMsg) -> str:
    """One socket, for people."""
    four = message.idiag_family == 2
    near, far = (message.src4, message.dst4) if four else (f"[{message.src6}]", f"[{message.dst6}]")
    kinds = " ".join(f"{each.kind}({len(each.value)})" for each in message.attributes)
    state = STATES.get(message.idiag_state, message.idiag_state)
    return f"{state:12} {near}:{message.idiag_sport} {far}:{message.idiag_dport} cookie {message.cookie:x}  {kinds}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Read a capture of inet_diag with scapy.")
    parser.add_argument("file", help="pcap or pcapng of link type 253")
    parser.add_argument("--show", action="store_true", help="all fields of each packet, as scapy shows them")
    options = parser.parse_args(arguments)
    kinds: Counter[int] = Counter()
    for packet in rdpcap(options.file):
        if options.show:
            packet.show()
        kinds.update(message.nlmsg_type for message in packet.messages)
        for message in sockets(packet):
            print(line(message))
    print(f"{kinds[REPLY_OF_OLD] + kinds[REPLY]} sockets, {kinds[NLMSG_DONE]} ends, {kinds[NLMSG_ERROR]} errors")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
