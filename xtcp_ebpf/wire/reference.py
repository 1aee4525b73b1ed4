"""The Python engine: slow, plain, and the definition of what is right.

It decodes a datagram in two passes, as the C engine does: first the message headers (how many sockets are there, how does it end), so that
the row counters can be had at once; then the rows.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator

from xtcp_ebpf.abc import Datagram, Decoded, Reserve, Stamp
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.framing import ROW_TAG, varint
from xtcp_ebpf.wire.layout import Layout, Operation
from xtcp_ebpf.wire.request import NLMSGHDR
from xtcp_ebpf.wire.trouble import NUMBERS

EBADMSG = 74
LARGEST = 2**31 - 1

_NLA = struct.Struct("=HH")
_INTEGERS = {"u8": "=B", "u16": "=H", "u32": "=I", "u64": "=Q", "be16": ">H", "le16": "<H", "cookie": "=II"}
_UNPACK = {kind: struct.Struct(form).unpack_from for kind, form in _INTEGERS.items()}

Slots = list[memoryview | None]
Troubles = Counter[tuple[str, int]]


class PythonEngine:
    """Engine of abc.py over a Layout."""

    name = "python"

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._children: dict[int, dict[int, int]] = {}
        for index, slot in enumerate(layout.slots[1:], start=1):
            self._children.setdefault(slot.parent, {})[slot.number] = index
        self._containers = [i for i, slot in enumerate(layout.slots) if slot.container and i]
        self._enum = {name.text: name.value for name in layout.enum}

    def decode(
        self, datagram: Datagram, seq: int | None, portid: int | None, stamp: Stamp, reserve: Reserve, modulus: int = 1, ordinal: int = 0
    ) -> Decoded:
        data = memoryview(datagram).cast("B")
        if modulus < 1 or ordinal < 0 or len(data) > LARGEST or sum(map(len, stamp)) > LARGEST // 2:
            raise ValueError("modulus is 0, or a datagram or stamp is larger than 1 GiB")
        trouble: Troubles = Counter()
        bodies, end = _messages(data, seq, portid, trouble)
        wanted = [body for i, body in enumerate(bodies, start=ordinal) if i % modulus == 0]
        counter = reserve(len(wanted)) if wanted else 0
        out = bytearray()
        for i, body in enumerate(wanted, start=counter):
            row = self._row(body, stamp, i, trouble)
            out += bytes((ROW_TAG,)) + varint(len(row)) + row
        return Decoded(bytes(out), len(wanted), len(bodies), end, dict(trouble) or None)

    def _row(self, body: memoryview, stamp: Stamp, counter: int, trouble: Troubles) -> bytes:
        slots: Slots = [None] * len(self._layout.slots)
        slots[0] = body[: uapi.SIZEOF_INET_DIAG_MSG]
        seen = self._attributes(body[uapi.SIZEOF_INET_DIAG_MSG :], 0, slots, trouble)
        for container in self._containers:
            inside = slots[container]
            if inside is not None:
                self._attributes(inside, container, slots, trouble)
        out = bytearray()
        for op in self._layout.operations:
            if op.kind == "stamp":
                out += stamp[op.offset]
                continue
            if op.kind == "counter":
                value: int | bytes = counter
            elif op.kind == "attributes":
                value = seen
            else:
                data = slots[op.slot]
                value = 0 if data is None else self._value(op, data, trouble)
            if isinstance(value, bytes):
                out += op.tag + varint(len(value)) + value if value else b""
            elif value:
                out += op.tag + varint(value)
        return bytes(out)

    def _attributes(self, data: memoryview, parent: int, slots: Slots, trouble: Troubles) -> int:
        """Put each attribute into its slot; answers the bit set of the outermost numbers. The last of two wins."""
        outer = self._outer(parent)
        children = self._children[parent]
        seen = 0
        for number, payload in _nla(data, outer, trouble):
            counted = min(number, NUMBERS - 1)
            if not outer and number < NUMBERS:
                seen |= 1 << number
            index = children.get(number)
            if index is None:
                trouble["nested_unknown" if outer else "attribute_unknown", outer or counted] += 1
                continue
            slot = self._layout.slots[index]
            counted = outer or counted
            if slots[index] is not None:
                trouble["attribute_twice", counted] += 1
            if slot.size and len(payload) > slot.size:
                trouble["attribute_long", counted] += 1
            if len(payload) < slot.least:
                trouble["attribute_short", counted] += 1
            slots[index] = payload
        return seen

    def _outer(self, slot: int) -> int:
        """Number of the outermost attribute around what is in this slot; 0 when there is none."""
        while self._layout.slots[slot].parent:
            slot = self._layout.slots[slot].parent
        return self._layout.slots[slot].number

    def _value(self, op: Operation, data: memoryview, trouble: Troubles) -> int | bytes:
        if op.kind == "flag":
            return 1
        if op.kind == "length":
            return len(data)
        if op.kind == "count100":
            return len(data) // 100
        if op.kind in ("cstr", "enum"):
            text = bytes(data).split(b"\0", 1)[0]
            if op.kind == "enum":
                return self._enum.get(text, 0)
            if any(not 0x20 <= byte <= 0x7E for byte in text):
                trouble["bad_text", min(self._outer(op.slot), NUMBERS - 1)] += 1
                return b""
            return text
        if op.offset + op.width > len(data):
            return 0
        if op.kind == "bytes16":
            return bytes(data[op.offset : op.offset + op.width])
        low, *high = _UNPACK[op.kind](data, op.offset)
        value: int = low | high[0] << 32 if high else low
        return value >> op.shift & (1 << op.bits) - 1 if op.bits else value


def _messages(data: memoryview, seq: int | None, portid: int | None, trouble: Troubles) -> tuple[list[memoryview], int | None]:
    """The bodies of the sockets of a datagram, and how it ends (see Decoded.end)."""
    bodies: list[memoryview] = []
    at = 0
    while at < len(data):
        if len(data) - at < uapi.NLMSG_HDRLEN:
            trouble["bad_length", 0] += 1
            break
        length, kind, flags, their_seq, their_portid = NLMSGHDR.unpack_from(data, at)
        if not uapi.NLMSG_HDRLEN <= length <= len(data) - at:
            trouble["bad_length", 0] += 1
            break
        body = data[at + uapi.NLMSG_HDRLEN : at + length]
        at += length + 3 & ~3
        if (seq is not None and their_seq != seq) or (portid is not None and their_portid != portid):
            trouble["late", 0] += 1
            continue
        if flags & uapi.NLM_F_REQUEST and kind > uapi.NLMSG_OVERRUN:
            trouble["request", 0] += 1
            continue
        if flags & uapi.NLM_F_DUMP_INTR:
            trouble["interrupted", 0] += 1
        if kind == uapi.NLMSG_DONE:
            return bodies, max(0, -struct.unpack_from("=i", body)[0]) if len(body) >= 4 else 0
        if kind == uapi.NLMSG_ERROR:
            if len(body) < 4:
                trouble["short_error", 0] += 1
                return bodies, EBADMSG
            (error,) = struct.unpack_from("=i", body)
            if error:
                return bodies, abs(error)
            trouble["ack", 0] += 1
        elif kind == uapi.NLMSG_NOOP:
            trouble["noop", 0] += 1
        elif kind == uapi.NLMSG_OVERRUN:
            trouble["overrun", 0] += 1
        elif kind not in (uapi.TCPDIAG_GETSOCK, uapi.SOCK_DIAG_BY_FAMILY):
            trouble["unknown_type", 0] += 1
        elif len(body) < uapi.SIZEOF_INET_DIAG_MSG:
            trouble["short_row", 0] += 1
        else:
            bodies.append(body)
    return bodies, None


def _nla(data: memoryview, outer: int, trouble: Troubles) -> Iterator[tuple[int, memoryview]]:
    """(number, payload) of each attribute, until one lies about its length."""
    at = 0
    while at < len(data):
        length, kind = _NLA.unpack_from(data, at) if len(data) - at >= uapi.NLA_HDRLEN else (0, 0)
        if not uapi.NLA_HDRLEN <= length <= len(data) - at:
            trouble["nested_cut" if outer else "attribute_cut", outer] += 1
            return
        yield kind & uapi.NLA_TYPE_MASK, data[at + uapi.NLA_HDRLEN : at + length]
        at += length + 3 & ~3
