"""What `doctor` says: facts about this kernel and this process as one value, and the pure rules that make lines of them."""

from __future__ import annotations

import errno
import os
import struct
import time
from dataclasses import dataclass
from typing import Literal

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Transport
from xtcp_ebpf.kernel import caps, nsfs
from xtcp_ebpf.kernel.diag_socket import DiagSocket
from xtcp_ebpf.wire import uapi

_HEADER = struct.Struct("=IHHII")
_ERRNO = struct.Struct("=i")


@dataclass(frozen=True, slots=True)
class Facts:
    """One look at the host. A number is 0 when the thing works, else the errno that it answered with."""

    release: str
    family_diag: int
    """The request by family (type 20)."""
    legacy_diag: int
    """The request for both families in one walk (type 18)."""
    netns_cookie: bool
    nsfs: bool
    nsfs_handles: bool
    """A namespace can be opened by its number: Linux 6.18, and the right to enter namespaces."""
    capabilities: caps.Capabilities


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    level: Literal["ok", "warn", "bad"]
    """`warn`: it runs and something is lost. `bad`: it cannot run."""
    what: str
    fix: str = ""


def collect(legacy_request: bytes, family_request: bytes, *, proc: str = "/proc", timeout: float = 1.0) -> Facts:
    """Look now. The requests should ask for little: LISTEN only, no attributes. Each is given `timeout` seconds.

    Raises OSError or ValueError when `proc` is no procfs.
    """
    buffer = bytearray(65536)
    by_family, cookie = _try(family_request, buffer, timeout)
    legacy, _ = _try(legacy_request, buffer, timeout)
    return Facts(
        release=os.uname().release,
        family_diag=by_family,
        legacy_diag=legacy,
        netns_cookie=cookie != 0,
        nsfs=_is_nsfs(f"{proc}/self/ns/net"),
        nsfs_handles=nsfs.opens_handles(f"{proc}/self/ns/net"),
        capabilities=caps.read(f"{proc}/self/status"),
    )


def ask(transport: Transport, request: bytes, timeout: float) -> int:
    """Send a dump request and read its answer to the end. 0, or the errno with which it was refused; ETIMEDOUT when none came in time."""
    deadline = time.monotonic() + timeout
    seq = _HEADER.unpack_from(request)[3]
    try:
        transport.send(request)
        while True:
            end = _end(transport.receive(max(0.0, deadline - time.monotonic())), seq)
            if end is not None:
                return end
    except errors.ReplyTimeout:
        return errno.ETIMEDOUT
    except errors.ReplyError:
        return errno.EIO


def findings(facts: Facts) -> tuple[Finding, ...]:
    """The report, in the order in which a person reads it."""
    out = [
        Finding("ok", f"Linux {facts.release}"),
        _diag(facts),
        _legacy(facts),
        _rule(facts.nsfs, "bad", "namespaces are nsfs files", "/proc/self/ns/net is no namespace", "mount procfs; Linux 3.19 or newer"),
        _rule(
            facts.netns_cookie,
            "warn",
            "namespaces have cookies",
            "namespaces have no cookies (SO_NETNS_COOKIE): one that takes the inode number of another is not told apart",
            "Linux 5.14 or newer",
        ),
        Finding("ok", "namespaces can be opened by their numbers (nsfs file handles)")
        if facts.nsfs_handles
        else Finding("ok", "namespaces are opened by mount and process: no nsfs file handles (Linux 6.18), or no right to enter"),
    ]
    lacking = caps.missing(facts.capabilities)
    for need in caps.NEEDS:
        level: Literal["warn", "bad"] = "bad" if need.fatal else "warn"
        fix = f"grant {need.name}: as root, or AmbientCapabilities= in the systemd unit"
        out.append(_rule(need not in lacking, level, f"{need.name} {need.why.split(';')[0]}", f"no {need.name}, which {need.why}", fix))
    return tuple(out)


def _diag(facts: Facts) -> Finding:
    if facts.family_diag == 0:
        return Finding("ok", "the kernel answers TCP socket dumps (tcp_diag)")
    what = f"the kernel answers no TCP socket dump: {errors.errno_text(facts.family_diag)}"
    return Finding("bad", what, "modprobe tcp_diag; a kernel with CONFIG_INET_DIAG and CONFIG_INET_TCP_DIAG")


def _legacy(facts: Facts) -> Finding:
    if facts.legacy_diag == 0:
        return Finding("ok", "both address families in one walk (request type 18)")
    what = f"request type 18 is refused: {errors.errno_text(facts.legacy_diag)}; each dump costs two walks instead of one"
    return Finding("warn", what, "nothing to do: the requests by family take its place")


def _rule(holds: bool, otherwise: Literal["warn", "bad"], good: str, wrong: str, fix: str) -> Finding:
    return Finding("ok", good) if holds else Finding(otherwise, wrong, fix)


def _try(request: bytes, buffer: bytearray, timeout: float) -> tuple[int, int]:
    """(errno, namespace cookie) of a request on a socket of its own, in the namespace where we are."""
    try:
        transport = DiagSocket(0, buffer)
    except OSError as error:
        return error.errno or errno.EIO, 0
    try:
        return ask(transport, request, timeout), transport.namespace.cookie
    finally:
        transport.close()


def _end(datagram: memoryview, seq: int) -> int | None:
    """None: more is to come. Else the errno in the DONE or ERROR of this request, 0 for none."""
    at = 0
    while at + _HEADER.size <= len(datagram):
        length, kind, _, its_seq, _ = _HEADER.unpack_from(datagram, at)
        if its_seq == seq and kind in (uapi.NLMSG_DONE, uapi.NLMSG_ERROR):
            carries = at + _HEADER.size + _ERRNO.size <= len(datagram)
            return -int(_ERRNO.unpack_from(datagram, at + _HEADER.size)[0]) if carries else 0
        at += max(_HEADER.size, length + 3 & ~3)
    return None


def _is_nsfs(path: str) -> bool:
    try:
        return os.readlink(path).startswith("net:[")  # noqa: PTH115  the text of the link, not the path it would be
    except OSError:
        return False
