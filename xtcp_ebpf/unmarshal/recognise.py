"""What a stream is, by its first bytes. No two formats begin alike: a length that is followed by 0x52 is none of the others' beginnings."""

from __future__ import annotations

import re
from typing import Final

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.marshal.rows import BY_COLUMN
from xtcp_ebpf.unmarshal.readers import READERS
from xtcp_ebpf.wire.framing import ROW_TAG, read_varint

PCAP: Final = "pcap"
_MOST: Final = 1 << 16
"""No format needs more bytes to be known."""
_FEW = 16
"""So many must be there before one can say that it is none."""

_CAPTURES = tuple(bytes.fromhex(magic) for magic in ("d4c3b2a1", "a1b2c3d4", "4d3cb2a1", "a1b23c4d", "0a0d0d0a"))
_MSGPACK = b"\x81\xa3Row"
_TEXT = b"row {"
_OTHERS = (
    (b"\x1f\x8b", "gzip: unpack it first (zcat FILE | xtcp-ebpf decode -)"),
    (b"\x28\xb5\x2f\xfd", "zstd: unpack it first (zstdcat FILE | xtcp-ebpf decode -)"),
    (b"PAR1", "Parquet, which is for other readers"),
    (b"NETNS  ", "a table, which is for eyes: nothing reads it back"),
)
_JSON = re.compile(rb'\s*\{\s*("[^"]*"|\})')


def recognise(head: bytes, ended: bool) -> str:
    """The name of the format, or `pcap`; empty when more bytes are needed. `ended`: there are no more than these.

    Raises CaptureError when it is none.
    """
    if not head and ended:
        raise CaptureError("this is empty: say -from FORMAT if that can be", 0)
    enough = ended or len(head) >= _MOST
    found = _known(head, enough)
    if found is None and (enough or len(head) >= _FEW):
        raise CaptureError(
            f"nothing tells what this is: it starts with {head[:4].hex(' ')}; -from FORMAT says it ({PCAP}, {', '.join(READERS)})", 0
        )
    return found or ""


def _known(head: bytes, enough: bool) -> str | None:
    """None: no format begins so. Empty: more bytes are needed."""
    if head.startswith(_CAPTURES):
        return PCAP
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise CaptureError(f"this is {what}", 0)
    if _is_list(head):
        return "protobufList"
    if _is_unix(head):
        raise CaptureError("each payload has a second length before it, as on a unix: connection: xtcp-ebpf receive reads those", 0)
    if head.startswith(_MSGPACK):
        return "msgpack"
    text = head.lstrip()
    if text.startswith(b"{"):
        found = _JSON.match(head)
        if found:
            return "jsonl" if found[1].startswith(b'"') and found[1] != b'"row"' else "protoJson"
    elif text.startswith(_TEXT):
        return "protoText"
    else:
        line, end, _ = head.partition(b"\n")
        if end:
            return _delimited(line)
        if not line.isascii():
            return None
    return None if enough else ""


def _is_list(head: bytes) -> bool:
    try:
        _, start = read_varint(head, 0)
    except ValueError:
        return False
    return head[start : start + 1] == bytes((ROW_TAG,)) and not head.startswith(_CAPTURES)


def _is_unix(head: bytes) -> bool:
    try:
        outer, start = read_varint(head, 0)
        inner, body = read_varint(head, start)
    except ValueError:
        return False
    return outer == body - start + inner and head[body : body + 1] == bytes((ROW_TAG,))


def _delimited(line: bytes) -> str | None:
    """`csv` or `tsv` when all cells of the line are columns."""
    for name, separator in (("csv", b","), ("tsv", b"\t")):
        if all(cell.decode(errors="replace") in BY_COLUMN for cell in line.rstrip(b"\r").split(separator)):
            return name
    return None
