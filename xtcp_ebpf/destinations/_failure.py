"""From what the system says to errors.SendError: one word for the counters, one sentence for a person."""

from __future__ import annotations

import errno
import socket

from xtcp_ebpf.errors import SendError, errno_text

REASONS = {
    errno.ECONNREFUSED: "refused",
    errno.ECONNRESET: "reset",
    errno.ECONNABORTED: "reset",
    errno.EPIPE: "closed",
    errno.ENOTCONN: "closed",
    errno.ETIMEDOUT: "timeout",
    errno.EAGAIN: "busy",
    errno.ENETUNREACH: "unreachable",
    errno.EHOSTUNREACH: "unreachable",
    errno.ENETDOWN: "unreachable",
    errno.EHOSTDOWN: "unreachable",
    errno.EADDRNOTAVAIL: "unreachable",
    errno.EMSGSIZE: "too_large",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EIO: "io",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EISDIR: "directory",
    errno.ENXIO: "no_reader",
    errno.EPROTOTYPE: "wrong_type",
    errno.ENOBUFS: "memory",
    errno.ENOMEM: "memory",
}

NEVER = frozenset({errno.EMSGSIZE, errno.EPROTOTYPE})
"""What trying again cannot mend, whatever the destination."""

HINTS = {
    errno.ECONNREFUSED: "nobody listens there",
    errno.EPROTOTYPE: "the socket there is of another type: unix: wants a stream socket, unixgram: a datagram socket",
    errno.EISDIR: "it is a directory: name a file in it",
    errno.ENXIO: "nobody has the pipe open for reading",
}


def failure(where: str, error: OSError, never: frozenset[int] = NEVER) -> SendError:
    """The SendError for a system error at `where` (`tcp:127.0.0.1:9000`); the errnos in `never` are not worth another try."""
    if isinstance(error, socket.gaierror):
        return SendError("resolve", f"{where}: the name does not resolve: {error.strerror}")
    if error.errno is None:
        return SendError("timeout", f"{where}: timed out: no answer, or nothing taken for too long")
    hint = HINTS.get(error.errno)
    return SendError(
        REASONS.get(error.errno, "other"),
        f"{where}: {errno_text(error.errno)}" + (f": {hint}" if hint else ""),
        retry=error.errno not in never,
    )
