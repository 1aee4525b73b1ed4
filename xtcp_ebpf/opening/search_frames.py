"""A search as bytes: what the daemon asks of the searcher, and what that answers."""

from __future__ import annotations

import enum
import json
import struct
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from xtcp_ebpf.opening.handover import MOST_BODY


class Ask(enum.IntEnum):
    """First byte of a question."""

    FIND = 1
    """thorough, descriptors (one byte each)"""
    CURRENT = 2
    SEEN = 3
    """names, whole (one byte each); then the namespaces themselves, unless they are those of the last time"""
    LEARNED = 4
    """inode, first_seen, cookie"""
    FORGET = 5
    """inode, first_seen"""
    MORE = 6
    """A part of the namespaces of the SEEN that follows."""


TWO: Final = struct.Struct("=B??")
ONE: Final = struct.Struct("=BQdQ")
"""LEARNED and FORGET."""
PAIR: Final = struct.Struct("=QQ")
"""inode, cookie"""
SAME, OTHER = 0, 1
_AT_ONCE: Final = MOST_BODY // PAIR.size - 1
_PIECE: Final = MOST_BODY


class Seen(NamedTuple):
    """What BPF has seen."""

    seen: Mapping[int, int]
    whole: bool


def pack_pairs(seen: Mapping[int, int]) -> Iterator[bytes]:
    """Bodies of MORE."""
    pairs = list(seen.items())
    for at in range(0, len(pairs), _AT_ONCE):
        yield bytes([Ask.MORE]) + b"".join(PAIR.pack(*pair) for pair in pairs[at : at + _AT_ONCE])


def read_pairs(body: bytes) -> dict[int, int]:
    """Of one MORE. Raises ValueError."""
    if (len(body) - 1) % PAIR.size:
        raise ValueError("half a namespace")
    return dict(PAIR.iter_unpack(body[1:]))


def pieces(answer: Mapping[str, Any]) -> list[bytes]:
    """JSON, in pieces that fit into frames; names and paths may hold what is no UTF-8."""
    whole = json.dumps(answer, separators=(",", ":")).encode()
    return [whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE)]


def read_pieces(parts: Iterable[bytes]) -> dict[str, Any]:
    """Raises ValueError."""
    answer: dict[str, Any] = json.loads(b"".join(parts))
    return answer
