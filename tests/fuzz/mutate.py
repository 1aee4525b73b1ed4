"""Wounds for datagrams: at random, but with a liking for lengths, types and the borders of four bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable
from random import Random

_WORDS = (0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 72, 76, 87, 88, 89, 255, 256, 284, 4096, 0x3FFF, 0x4000, 0x7FFF, 0x8000, 0xFFFF)
_LONGS = (0, 1, 15, 16, 17, 87, 88, 2**31 - 1, 2**31, 2**32 - 1)

Wound = Callable[[Random, bytearray, int], None]


def _bit(random: Random, data: bytearray, at: int) -> None:
    data[at] ^= 1 << random.randrange(8)


def _byte(random: Random, data: bytearray, at: int) -> None:
    data[at] = random.randrange(256)


def _word(random: Random, data: bytearray, at: int) -> None:
    data[at & ~1 : (at & ~1) + 2] = struct.pack("=H", random.choice(_WORDS))


def _long(random: Random, data: bytearray, at: int) -> None:
    data[at & ~3 : (at & ~3) + 4] = struct.pack("=I", random.choice(_LONGS))


def _nudge(random: Random, data: bytearray, at: int) -> None:
    data[at] = (data[at] + random.choice((-4, -1, 1, 4))) & 0xFF


def _cut(random: Random, data: bytearray, at: int) -> None:
    del data[at : at + random.choice((1, 2, 4, 8, 16, 40))]


def _end(_: Random, data: bytearray, at: int) -> None:
    del data[at:]


def _insert(random: Random, data: bytearray, at: int) -> None:
    data[at:at] = random.randbytes(random.choice((1, 2, 4, 8)))


def _repeat(random: Random, data: bytearray, at: int) -> None:
    data[at:at] = data[at : at + random.choice((4, 8, 16, 88))]


def _fit(_: Random, data: bytearray, at: int) -> None:
    """The first message's length becomes right again: what stands behind the header is then looked at."""
    if len(data) >= 4:
        data[:4] = struct.pack("=I", len(data) if at & 1 else len(data) & ~3)


WOUNDS: tuple[Wound, ...] = (_bit, _byte, _word, _word, _long, _nudge, _nudge, _cut, _end, _insert, _repeat, _fit)
LONGEST = 1536


def mutate(random: Random, data: bytes, other: bytes) -> bytes:
    """`data` with one to six wounds; sometimes its end is that of `other`."""
    out = bytearray(data)
    if random.random() < 0.1:
        out = out[: random.randrange(len(out) + 1) & ~3] + other[random.randrange(len(other) + 1) & ~3 :]
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        if not out:
            break
        random.choice(WOUNDS)(random, out, random.randrange(len(out)))
    return bytes(out[:LONGEST])
