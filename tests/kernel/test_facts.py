"""What doctor says follows from what the kernel answers."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import replace
from pathlib import Path

import fake_kernel
import pytest
from fake_kernel import FakeTransport, Replies

from xtcp_ebpf import errors
from xtcp_ebpf.kernel import caps, facts, nsfs
from xtcp_ebpf.wire import request, uapi

ALL = (1 << 41) - 1
GOOD = facts.Facts(
    release="6.1.0",
    family_diag=0,
    legacy_diag=0,
    netns_cookie=True,
    nsfs=True,
    nsfs_handles=True,
    capabilities=caps.Capabilities(0, ALL, ALL, False),
)
LEGACY = request.legacy(1, 0, uapi.LISTEN_ONLY)
BY_FAMILY = request.by_family(2, uapi.AF_INET, 0, uapi.LISTEN_ONLY)


def test_this_kernel() -> None:
    """On a real kernel both requests are answered, no right is needed for that, and the facts are this machine's."""
    found = facts.collect(LEGACY, BY_FAMILY)
    assert (found.family_diag, found.legacy_diag) == (0, 0)
    assert found.nsfs
    assert found.release == os.uname().release
    assert found.nsfs_handles == nsfs.opens_handles("/proc/self/ns/net")
    assert found.capabilities == caps.read()


def test_refused_by_the_kernel() -> None:
    """A request that the kernel does not know comes back as its errno, here a netlink type that no kernel has."""
    unknown = bytearray(BY_FAMILY)
    unknown[4] = 99
    found = facts.collect(bytes(unknown), BY_FAMILY)
    assert found.legacy_diag == errno.EINVAL
    assert found.family_diag == 0


def test_other_roots(tmp_path: Path) -> None:
    """What is not there is said to be not there; /proc and /sys are arguments."""
    (tmp_path / "self").mkdir()
    (tmp_path / "self/status").write_text("Uid: 1 2 3 4\nCapEff: 1\nCapPrm: 1\n")
    found = facts.collect(LEGACY, BY_FAMILY, proc=str(tmp_path))
    assert not found.nsfs
    assert not found.nsfs_handles
    assert found.capabilities.uid == 2


@pytest.mark.parametrize(
    ("replies", "answer"),
    [
        (lambda _: [fake_kernel.done(1)], 0),
        (lambda _: fake_kernel.dump(1, 200), 0),
        (lambda _: [fake_kernel.datagram(fake_kernel.row(1), fake_kernel.done(1))], 0),
        (lambda _: [fake_kernel.done(1, errno.EINTR)], errno.EINTR),
        (lambda _: [fake_kernel.error(1, errno.ENOENT)], errno.ENOENT),
        (lambda _: [fake_kernel.message(uapi.NLMSG_DONE, b"", 1)], 0),
        (lambda _: [fake_kernel.error(9, errno.EPERM), fake_kernel.noop(1), fake_kernel.done(1)], 0),
        (lambda _: [b"", b"short", bytes(40), fake_kernel.done(1)], 0),
        (lambda _: [], errno.ETIMEDOUT),
        (lambda _: [fake_kernel.row(1)], errno.ETIMEDOUT),
        (lambda _: [errors.ReplyOverrun("x")], errno.EIO),
        (lambda _: [bytes(40000)], errno.EIO),
    ],
)
def test_ask(replies: Replies, answer: int) -> None:
    """An answer is read to the end of its own dump; a refusal, a broken end, silence and loss each have a number."""
    transport = FakeTransport(replies)
    assert facts.ask(transport, LEGACY, 0.5) == answer
    assert transport.requests == [LEGACY]


def test_no_descriptor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket that cannot be had is told by its errno, and the report goes on."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPROTONOSUPPORT, "no")

    monkeypatch.setattr(facts, "DiagSocket", refuse)
    found = facts.collect(LEGACY, BY_FAMILY)
    assert (found.family_diag, found.legacy_diag, found.netns_cookie) == (errno.EPROTONOSUPPORT, errno.EPROTONOSUPPORT, False)


def test_all_is_well() -> None:
    """A host that has everything gets ok on every line, and no line asks for anything."""
    lines = facts.findings(GOOD)
    assert {line.level for line in lines} == {"ok"}
    assert not any(line.fix for line in lines)
    assert "6.1.0" in lines[0].what
    assert all(any(need.name in line.what for line in lines) for need in caps.NEEDS)


def test_no_handles_is_no_lack() -> None:
    """Kernels before 6.18 have none, and nothing is lost by it: the line says how namespaces are opened then."""
    (line,) = [f for f in facts.findings(replace(GOOD, nsfs_handles=False)) if "handles" in f.what]
    assert (line.level, line.fix) == ("ok", "")
    assert "6.18" in line.what


@pytest.mark.parametrize(
    ("wrong", "level", "what", "fix"),
    [
        ({"family_diag": errno.ENOENT}, "bad", "ENOENT", "modprobe tcp_diag"),
        ({"legacy_diag": errno.EOPNOTSUPP}, "warn", "type 18.*two walks", "by family"),
        ({"netns_cookie": False}, "warn", "SO_NETNS_COOKIE", "5.14"),
        ({"nsfs": False}, "bad", "/proc/self/ns/net", "procfs"),
        ({"capabilities": caps.Capabilities(0, ALL & ~(1 << 21), 0, False)}, "bad", "no CAP_SYS_ADMIN", "AmbientCapabilities"),
        ({"capabilities": caps.Capabilities(0, ALL & ~(1 << 19), 0, False)}, "warn", "no CAP_SYS_PTRACE", "CAP_SYS_PTRACE"),
        ({"capabilities": caps.Capabilities(0, ALL & ~(1 << 12), 0, False)}, "warn", "marks", "CAP_NET_ADMIN"),
    ],
)
def test_each_lack_is_one_line(wrong: dict[str, object], level: str, what: str, fix: str) -> None:
    """One thing that is missing makes exactly one line that is not ok: what it costs, and how to get it."""

    (line,) = [f for f in facts.findings(replace(GOOD, **wrong)) if f.level != "ok"]  # type: ignore[arg-type]  # the table's values
    assert line.level == level
    assert re.search(what, line.what)
    assert fix in line.fix
