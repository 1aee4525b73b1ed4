"""Every error that the project raises on purpose.

XtcpError
 +-- UsageError                 the operator can mend it: a flag, an address, a capability
 |    +-- BadFlag               names the flag or the environment variable
 |    +-- BadAddress            names the destination
 |    +-- MissingCapability     names each capability
 +-- EngineUnavailable          no decoder of the wanted kind: says what was tried
 +-- AssistUnavailable          BPF cannot be had in one way: has a word for counters, and says how to mend it
 +-- CaptureError               a capture that cannot be read: says the offset
 +-- OpenError                  a namespace's diag socket could not be had
 |    +-- Stranded              ... and the thread could not go home: it must end
 +-- ReplyError                 a dump went wrong on the way
 |    +-- ReplyTimeout          nothing came in time
 |    +-- ReplyTruncated        the datagram was larger than the buffer
 |    +-- ReplyOverrun          the kernel dropped replies (ENOBUFS)
 +-- SendError                  a destination did not take a payload
"""

from __future__ import annotations

import errno as errno_names
import os


def errno_text(number: int) -> str:
    """`EPERM (Operation not permitted)` for 1."""
    return f"{errno_names.errorcode.get(number, number)} ({os.strerror(number)})"


class XtcpError(Exception):
    """The root: catch this to catch all of ours."""


class UsageError(XtcpError):
    """Something that the operator gave or lacks. Its text is the whole message for a person."""


class BadFlag(UsageError):
    """A value that a knob does not take. `where` is the flag or the environment variable as the operator wrote it."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem


class BadAddress(UsageError):
    """A -dest that cannot be meant."""


class MissingCapability(UsageError):
    """The process may not do what it is for."""


class EngineUnavailable(XtcpError):
    """No decoder could be loaded."""


class AssistUnavailable(XtcpError):
    """BPF cannot be had in one way. `reason` is a word for counters; the text is for a person."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(text)
        self.reason = reason
        self.text = text


class CaptureError(XtcpError):
    """A capture file that is not one, or is cut off. `offset` is in bytes from its start."""

    def __init__(self, problem: str, offset: int) -> None:
        super().__init__(f"{problem} (at byte {offset})")
        self.offset = offset


class OpenError(XtcpError):
    """`reason` is a word for counters, `errno` the system's number or 0."""

    def __init__(self, reason: str, what: str, errno: int = 0) -> None:
        super().__init__(what + (f": {errno_text(errno)}" if errno else ""))
        self.reason = reason
        self.errno = errno


class Stranded(OpenError):
    """The thread is in a namespace that is not its own."""


class ReplyError(XtcpError):
    """`reason` is a word for counters."""

    reason = "reply"


class ReplyTimeout(ReplyError):
    reason = "timeout"


class ReplyTruncated(ReplyError):
    """`needed` is the length of the datagram in bytes."""

    reason = "truncated"

    def __init__(self, needed: int, had: int) -> None:
        super().__init__(f"a reply of {needed} bytes met a buffer of {had}")
        self.needed = needed


class ReplyOverrun(ReplyError):
    reason = "overrun"


class SendError(XtcpError):
    """`reason` is a word for counters; `retry` is False when the same payload can never be taken.

    `unconfirmed_bytes`: of payloads that were taken for sent before, how much may be lost now. `after_seconds`: the destination asks
    for this long a rest before the next try; 0: it does not say.
    """

    def __init__(self, reason: str, what: str, retry: bool = True, *, unconfirmed_bytes: int = 0, after_seconds: float = 0.0) -> None:
        super().__init__(what)
        self.reason = reason
        self.retry = retry
        self.unconfirmed_bytes = unconfirmed_bytes
        self.after_seconds = after_seconds
