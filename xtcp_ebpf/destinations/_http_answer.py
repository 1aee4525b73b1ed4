"""What the status of an answer means for the payload: taken, to be tried again, or never to be taken.

2xx                      taken
408 425 429 5xx          trouble of the server: tried again, after Retry-After if it says so
413                      too large: sent again in smaller pieces
400 415 422              refused: lost if the payload before was taken, else something is wrong with all of them, and it is tried again
the rest                 something that an operator mends: tried again, so that nothing is lost meanwhile
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from xtcp_ebpf.abc import Target
from xtcp_ebpf.errors import SendError

LONGEST_REST_SECONDS = 300.0
"""A longer Retry-After is cut to this."""
SMALLEST_PIECE_BYTES = 16384
"""Who takes no more than this takes nothing: no smaller pieces are tried."""
FIRST_LINE = 300
"""Characters of the body that go into a message."""

EXCEPTION = "X-ClickHouse-Exception-Code"
"""A header that ClickHouse adds when it fails, also where the status had gone out as 200."""

LOGIN = "mend -destUser, its password, the token or -httpHeadersFile: they are read again at each try"
HINTS = {
    401: LOGIN,
    403: LOGIN,
    404: "is the path right?",
    405: "it takes no POST there: is the path right?",
    407: "a proxy wants a login: proxies are not supported",
}
REASONS = {
    401: "denied",
    403: "denied",
    404: "missing",
    407: "denied",
    408: "timeout",
    410: "missing",
    425: "busy",
    429: "busy",
    503: "busy",
    504: "timeout",
}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    phrase: str
    headers: Message
    body: bytes
    """Its beginning."""

    def first_line(self) -> str:
        """What the body says first, if it says something to people; ClickHouse writes its error there."""
        if "html" in self.headers.get("Content-Type", "").lower():
            return ""
        lines = self.body.decode(errors="replace").splitlines()
        return next((line.strip() for line in lines if line.strip()), "")[:FIRST_LINE]

    def rest_seconds(self, now: float) -> float:
        """Retry-After, in seconds from `now` (epoch); 0: it does not say, or says nothing that can be read."""
        text = self.headers.get("Retry-After", "").strip()
        try:
            seconds = float(int(text)) if text.isascii() and text.isdigit() else parsedate_to_datetime(text).timestamp() - now
        except (ValueError, OverflowError):
            return 0.0
        return max(0.0, min(seconds, LONGEST_REST_SECONDS))


@dataclass
class Learnt:
    """What one URL has taught, over its connections."""

    limit: int | None = None
    """Most bytes of a payload, preamble included; None: none is known."""
    takes: bool = False
    """The last answer that says something of payloads was that one was taken."""


def judge(target: Target, answer: Answer, learnt: Learnt, size: int, now: float, visible: Callable[[str], str]) -> SendError | None:
    """None when the payload of `size` bytes (not compressed) is taken. `visible` takes secrets out of a text; `learnt` is written."""
    status = answer.status
    code = answer.headers.get(EXCEPTION, "")
    if 200 <= status < 300 and not code:
        learnt.takes = True
        return None
    text = f"{target.where}: {visible(f'{status} {answer.phrase}'.strip())}"
    if line := answer.first_line():
        text += f": {visible(line)}"
    after = answer.rest_seconds(now)
    if 300 <= status < 400:
        place = visible(urljoin(f"{target.scheme}:{target.address}", answer.headers.get("Location", "")))
        return SendError(
            "redirect", f"{text}: redirects are not followed: if you trust that place, write -dest {place}", after_seconds=after
        )
    if status == 413:
        return _too_large(text, learnt, size)
    if status in (400, 415, 422):
        if learnt.takes:
            learnt.takes = False
            return SendError("rejected", f"{text}: the payload is dropped", retry=False)
        return SendError("rejected", f"{text}: it takes nothing of ours: is the URL right, and the format?", after_seconds=after)
    if 200 <= status < 300 or status >= 500:
        return SendError(REASONS.get(status, "server_error"), text, after_seconds=after)
    hint = f": {HINTS[status]}" if status in HINTS else ""
    return SendError(REASONS.get(status, "status"), text + hint, after_seconds=after)


def _too_large(text: str, learnt: Learnt, size: int) -> SendError:
    if size <= SMALLEST_PIECE_BYTES:
        return SendError("too_large", f"{text}: {size} bytes are refused, and no smaller pieces are tried: raise the server's limit")
    learnt.limit = max(SMALLEST_PIECE_BYTES, size // 2)
    return SendError("too_large", f"{text}: from now on payloads of at most {learnt.limit} bytes are sent")
