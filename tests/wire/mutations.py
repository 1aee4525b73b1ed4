"""Hypothesis strategies: inet_diag datagrams that a kernel could send, and such datagrams damaged."""

from __future__ import annotations

import struct

from fake_kernel import PORTID, done, error, message, noop, overrun, row
from hypothesis import strategies as st
from messages import SEQ, nested

from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.schema import STRUCTS, TCP_INFO_LENGTHS

_SLOTS = layout().slots
_SIZES = {s.path: slot.size for s, slot in zip(STRUCTS, _SLOTS, strict=True)}
_NAMES = st.sampled_from([b"cubic\0", b"bbr\0" + bytes(12), b"reno\0", b"tls\0", b"mptcp\0", b"no nul", b"", b"\xe9\0"])


def _payload(path: tuple[int, ...]) -> st.SearchStrategy[bytes]:
    size = _SIZES[path]
    children = [s.path for s in STRUCTS if len(s.path) == len(path) + 1 and s.path[: len(path)] == path]
    if children:
        return st.lists(st.one_of([_pair(child) for child in children]), max_size=6).map(lambda pairs: nested(*pairs))
    if not size:
        return _NAMES | st.binary(max_size=210)
    lengths = st.sampled_from([*TCP_INFO_LENGTHS, 300]) if path == (2,) else st.just(size) | st.integers(0, size + 4)
    return lengths.flatmap(_bytes)


def _bytes(length: int) -> st.SearchStrategy[bytes]:
    """Mostly small numbers, as a kernel sends; sometimes anything."""
    sparse = st.lists(st.tuples(st.integers(0, max(length - 1, 0)), st.integers(1, 255)), max_size=12).map(
        lambda spots: _spotted(length, spots)
    )
    return sparse | st.binary(min_size=length, max_size=length)


def _spotted(length: int, spots: list[tuple[int, int]]) -> bytes:
    out = bytearray(max(length, 1))
    for at, value in spots:
        out[at] = value
    return bytes(out[:length])


def _pair(path: tuple[int, ...]) -> st.SearchStrategy[tuple[int, bytes]]:
    return st.tuples(st.sampled_from([path[-1], path[-1] | 0x8000]), _payload(path))


_ATTRIBUTES = st.lists(
    st.one_of([_pair(s.path) for s in STRUCTS if len(s.path) == 1]) | st.tuples(st.integers(0, 80), st.binary(max_size=12)), max_size=10
)
_U32 = st.integers(0, 2**32 - 1) | st.integers(0, 300)


@st.composite
def _row(draw: st.DrawFn) -> bytes:
    return row(
        SEQ,
        type_=draw(st.sampled_from([18, 20])),
        flags=draw(st.sampled_from([2, 2, 2, 0x12])),
        family=draw(st.sampled_from([2, 10])),
        state=draw(st.integers(0, 13)),
        cookie=draw(st.integers(0, 2**64 - 1)),
        inode=draw(_U32),
        uid=draw(_U32),
        source=("192.0.2.7", draw(st.integers(0, 65535))),
        attributes=draw(_ATTRIBUTES),
    )


_OTHERS = st.sampled_from(
    [
        done(SEQ),
        done(SEQ, 4),
        error(SEQ, 0),
        error(SEQ, 1),
        noop(SEQ),
        overrun(SEQ),
        row(SEQ + 1),
        row(SEQ, portid=PORTID + 1),
        message(20, bytes(56), SEQ, flags=0x301),
        message(99, b"?", SEQ),
    ]
)


def datagrams() -> st.SearchStrategy[bytes]:
    """Up to eight messages, mostly sockets."""
    return st.lists(_row() | _row() | _OTHERS, max_size=8).map(b"".join)


@st.composite
def mutated(draw: st.DrawFn, whole: st.SearchStrategy[bytes]) -> bytes:
    """Such a datagram with up to eight wounds."""
    out = bytearray(draw(whole))
    for _ in range(draw(st.integers(1, 8))):
        if not out:
            break
        at = draw(st.integers(0, len(out) - 1))
        match draw(st.sampled_from("bwcirl")):
            case "b":
                out[at] = draw(st.integers(0, 255))
            case "w":  # a two-byte length, somewhere on a border of four
                at &= ~3
                out[at : at + 2] = struct.pack("=H", draw(st.sampled_from([0, 1, 3, 4, 5, 8, 76, 88, 255, 256, 0x7FFF, 0xFFFF])))
            case "c":
                del out[at : at + draw(st.integers(1, 40))]
            case "i":
                out[at:at] = draw(st.binary(max_size=8))
            case "r":
                out[at:at] = out[at : at + draw(st.integers(1, 120))]
            case "l":
                del out[at:]
    return bytes(out)
