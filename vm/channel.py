"""What a guest says on its channel: frames, told apart by one letter. The guest's program (guest/agent.py) writes the same by hand.

kind u8   length u32, big-endian   payload

H  hello, JSON: the guest is up       O E  standard output and error       T  tar of the folder that is sent back, in pieces
R  the result, JSON: exit code, seconds, whether its time was up; the last one
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

HEAD: Final = struct.Struct(">cI")
LONGEST: Final = 1 << 20
"""Bytes of one frame."""
MOST: Final = 256 << 20
"""Bytes of all together."""


class NoAnswer(Exception):
    """The guest did not say how it went. That is never a success."""


class Garbled(NoAnswer):
    """What came is not what a guest says."""


@dataclass(slots=True)
class Answer:
    """All that a guest said."""

    hello: dict[str, Any] | None = None
    result: dict[str, Any] | None = None
    tar: bytearray = field(default_factory=bytearray)

    def code(self) -> int:
        """The exit code. Raises NoAnswer when there was no result."""
        if self.result is None:
            raise NoAnswer("the guest came up and ended without a result" if self.hello else "the guest never came up")
        return int(self.result["code"])


class Reader:
    """Bytes in, calls out. `said(kind, data)` is called for output as it comes."""

    def __init__(self, said: Callable[[str, bytes], None]) -> None:
        self.answer = Answer()
        self._said = said
        self._bytes = bytearray()
        self._total = 0

    def feed(self, data: bytes) -> None:
        """Take the next bytes. Raises Garbled."""
        self._total += len(data)
        if self._total > MOST:
            raise Garbled(f"the guest says more than {MOST >> 20} MiB")
        self._bytes += data
        while len(self._bytes) >= HEAD.size:
            kind, length = HEAD.unpack_from(self._bytes)
            if length > LONGEST or kind not in b"HOETR":
                raise Garbled(f"no frame starts with {bytes(self._bytes[:16]).hex(' ')}")
            end = HEAD.size + length
            if len(self._bytes) < end:
                return
            payload = bytes(self._bytes[HEAD.size : end])
            del self._bytes[:end]
            self._take(kind.decode(), payload)

    def _take(self, kind: str, payload: bytes) -> None:
        if self.answer.result is not None:
            raise Garbled("the guest says something after its result")
        if kind in "OE":
            self._said(kind, payload)
        elif kind == "T":
            self.answer.tar += payload
        elif kind == "H":
            self.answer.hello = _object(payload)
        else:
            self.answer.result = _object(payload)
            if not isinstance(self.answer.result.get("code"), int):
                raise Garbled(f"a result without a code: {payload[:200]!r}")


def _object(payload: bytes) -> dict[str, Any]:
    try:
        found = json.loads(payload)
    except ValueError as error:
        raise Garbled(f"no JSON: {payload[:200]!r}") from error
    if not isinstance(found, dict):
        raise Garbled(f"no JSON object: {payload[:200]!r}")
    return found
