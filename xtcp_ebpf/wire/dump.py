"""The state of one dump: datagrams in, chunks out, and at its end a verdict.

feed(datagram) -> chunk, rows  until `ended`
reason                         "" when the dump is whole, else one of refused, overrun, interrupted, damaged, unfinished
"""

from __future__ import annotations

from collections import Counter

from xtcp_ebpf.abc import Datagram, Engine, Reserve, Stamp
from xtcp_ebpf.errors import errno_text


class Dump:
    """One request's replies; without a `seq` those of many requests, and nothing ends it; without a `portid` anybody's.

    Not for several threads."""

    def __init__(
        self, engine: Engine, seq: int | None, portid: int | None, stamp: Stamp, reserve: Reserve, modulus: int = 1, ordinal: int = 0
    ) -> None:
        self._decode = engine.decode
        self._seq = seq
        self._portid = portid
        self._stamp = stamp
        self._reserve = reserve
        self._modulus = modulus
        self._ordinal = ordinal
        self.sockets = 0
        self.rows = 0
        self.errno = 0
        """With which the kernel refused or ended it; 0: it did not."""
        self.ended = False
        self.trouble: Counter[tuple[str, int]] = Counter()

    def feed(self, datagram: Datagram) -> tuple[bytes, int]:
        """The chunk of the next datagram and its number of rows. What comes after the end is nobody's: do not feed it."""
        chunk, rows, sockets, end, trouble = self._decode(
            datagram, self._seq, self._portid, self._stamp, self._reserve, self._modulus, self._ordinal
        )
        self.rows += rows
        self.sockets += sockets
        self._ordinal += sockets
        if trouble:
            self.trouble.update(trouble)
        if end is not None:
            self.ended = True
            self.errno = end
        return chunk, rows

    @property
    def reason(self) -> str:
        """Why the dump cannot be trusted to be whole; "" when it can."""
        if self.errno:
            return "refused"
        if self.trouble["overrun", 0]:
            return "overrun"
        if self.trouble["interrupted", 0]:
            return "interrupted"
        if self.trouble["bad_length", 0] or self.trouble["short_row", 0] or self.trouble["unknown_type", 0]:
            return "damaged"
        return "" if self.ended else "unfinished"

    def explain(self) -> str:
        """The verdict as a sentence's end."""
        words = {
            "refused": f"the kernel answered {errno_text(self.errno)}",
            "overrun": "the kernel said that replies were lost (NLMSG_OVERRUN)",
            "interrupted": "the socket table changed under the dump (NLM_F_DUMP_INTR)",
            "damaged": "a reply was not what inet_diag sends, and rows are missing",
            "unfinished": "the kernel never said that it was done",
        }
        return words.get(self.reason, "whole")
