"""Values as people read them. The first four are conventions that programs depend on; the others are for a terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from socket import AF_INET, AF_INET6, inet_ntop

from xtcp_ebpf.marshal.rows import base64_text
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import CongestionAlgorithm
from xtcp_ebpf.wire.uapi import TCP_STATES

_MAPPED = bytes(10) + b"\xff\xff"
_CONGESTION = {number: name.removeprefix("CONGESTION_ALGORITHM_") for name, number in CongestionAlgorithm.items()}
_CONGESTION[0] = ""


def address(family: int, raw: bytes) -> str:
    """An address by its family: dotted quad of the first four bytes, or RFC 5952; "" stays "".

    An IPv4-mapped address keeps its prefix (`::ffff:192.0.2.1`), as `ss` shows it: one sees that the socket is an IPv6 one.
    What fits no family is shown in base64, so that nothing is made up and nothing lost.
    """
    if family == AF_INET and len(raw) >= 4:
        return inet_ntop(AF_INET, raw[:4])
    if family != AF_INET6 or len(raw) != 16:
        return base64_text(raw)
    if raw.startswith(_MAPPED):
        return "::ffff:" + inet_ntop(AF_INET, raw[12:])
    text = inet_ntop(AF_INET6, raw)
    if "." in text:  # glibc writes the long deprecated IPv4-compatible ::1.2.3.4, RFC 5952 does not
        high, low = int.from_bytes(raw[12:14], "big"), int.from_bytes(raw[14:], "big")
        return f"::{high:x}:{low:x}"
    return text


def state(number: int) -> str:
    """`ESTABLISHED` for 1; an unknown state in decimal."""
    return TCP_STATES.get(number) or str(number)


def congestion(number: int) -> str:
    """`CUBIC` for 1, "" for 0; an unknown one in decimal."""
    return _CONGESTION.get(number, str(number))


@lru_cache(maxsize=64)  # all rows of one dump have the same time
def timestamp(ns: int) -> str:
    """RFC 3339 in UTC with up to nine digits behind the point, without trailing zeros (Go's RFC3339Nano)."""
    seconds, fraction = divmod(ns, 1_000_000_000)
    text = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return text + (f".{fraction:09d}".rstrip("0") if fraction else "") + "Z"


NUMBERS: dict[str, Callable[[int], str]] = {
    "inet_diag_msg_state": state,
    "tcp_info_state": state,
    "congestion_algorithm_enum": congestion,
    "timestamp_ns": timestamp,
}
"""Field -> how humanize, csv and tsv show its number."""

ADDRESSES = ("inet_diag_msg_socket_source", "inet_diag_msg_socket_destination")
"""The fields that they show with `address`: all that are bytes."""

FAMILY = "inet_diag_msg_family"


def amount(number: float) -> str:
    """`1.2M`, in powers of 1,000 and about three digits."""
    unit = 0
    while unit < len("kMGTPE") and number >= (999.5 if unit else 1000):
        number /= 1000
        unit += 1
    return f"{_three(number)}{'kMGTPE'[unit - 1]}" if unit else str(round(number))


def _three(number: float) -> str:
    return f"{number:.1f}" if number < 99.95 else f"{number:.0f}"


def duration(us: int) -> str:
    """Microseconds as `350us`, `35.1ms` or `2.5s`."""
    if us < 1000:
        return f"{us}us"
    ms = us / 1000
    if ms < 999.5:
        return f"{_three(ms)}ms"
    return f"{_three(ms / 1000)}s"


def endpoint(family: int, raw: bytes, port: int, interface: int = 0) -> str:
    """`192.0.2.1:443`, `[2001:db8::1]:443`, `[fe80::1%2]:22`; port 0 is `*`; "-" without an address."""
    if not raw:
        return "-"
    host = address(family, raw) + (f"%{interface}" if interface else "")
    return f"{f'[{host}]' if family == AF_INET6 else host}:{port or '*'}"


def printable(text: str) -> str:
    """Without anything that could steer a terminal: such characters become `?`."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)
