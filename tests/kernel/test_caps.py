"""What each capability is for is what the kernel says when it is taken away."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from dumps import attributes, rows, source_port
from kernel.real_namespaces import without

from xtcp_ebpf import errors
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.kernel.diag_socket import DiagSocket

ALL = (1 << 41) - 1
ROOT = caps.Capabilities(uid=0, effective=ALL, permitted=ALL, no_new_privs=False)
BY_NAME = {need.name: need for need in caps.NEEDS}
INET_DIAG_MARK = 15


def without_need(*names: str, uid: int = 1000) -> caps.Capabilities:
    """All capabilities but these."""
    mask = ALL
    for name in names:
        mask &= ~(1 << BY_NAME[name].number)
    return replace(ROOT, uid=uid, effective=mask, permitted=mask)


def test_root_lacks_nothing() -> None:
    """A process with all capabilities may start and loses nothing."""
    assert caps.require(ROOT) == ()


def test_exactly_the_needed_ones_suffice() -> None:
    """A user with the listed capabilities and no other lacks nothing."""
    mask = sum(1 << need.number for need in caps.NEEDS)
    assert caps.require(caps.Capabilities(1000, mask, mask, True)) == ()


@pytest.mark.parametrize("need", [n for n in caps.NEEDS if not n.fatal], ids=lambda n: n.name)
def test_losses_are_told(need: caps.Need) -> None:
    """Without a capability that is not fatal the daemon may start, and what is lost comes back as a value."""
    assert caps.require(without_need(need.name)) == (need,)


@pytest.mark.parametrize("need", [n for n in caps.NEEDS if n.fatal], ids=lambda n: n.name)
def test_fatal(need: caps.Need) -> None:
    """Without a fatal one the message names it, why, and every way to grant what is needed."""
    with pytest.raises(errors.MissingCapability) as caught:
        caps.require(without_need(need.name))
    text = str(caught.value)
    assert f"{need.name}: {need.why}" in text
    for part in ("sudo xtcp-ebpf", f"AmbientCapabilities={' '.join(BY_NAME)}", "setpriv", "setcap does not help", "--cap-add=SYS_ADMIN"):
        assert part in text
    assert "could run without" not in text
    assert "no_new_privs" not in text


def test_everything_missing_is_named_at_once() -> None:
    """One refusal names all that is missing, so that nobody has to try again for each."""
    nobody = caps.Capabilities(1000, 0, 1 << 21, no_new_privs=True)
    with pytest.raises(errors.MissingCapability) as caught:
        caps.require(nobody)
    text = str(caught.value)
    assert all(f"  {name}: " in text for name in BY_NAME)
    assert "could run without" in text
    assert "permitted, but not in effect: CAP_SYS_ADMIN;" in text
    assert "no_new_privs" in text


def test_other_needs() -> None:
    """The rules are an argument: who needs nothing is refused nothing."""
    nobody = caps.Capabilities(1000, 0, 0, False)
    assert caps.require(nobody, []) == ()
    assert caps.missing(nobody, caps.NEEDS[1:2]) == caps.NEEDS[1:2]


def test_a_sidecar_needs_nothing() -> None:
    """-namespaces own: whoever has no right at all is not refused, and is told only of what its own rows lack."""
    nobody = caps.Capabilities(1000, 0, 0, False)
    assert caps.require(nobody, caps.needs("own")) == (BY_NAME["CAP_NET_ADMIN"],)
    assert caps.needs("all") == caps.NEEDS


def test_files_of_root_are_roots() -> None:
    """User 0 reads closed directories of root without CAP_DAC_READ_SEARCH; another user does not."""
    assert caps.missing(without_need("CAP_DAC_READ_SEARCH", uid=0)) == ()
    assert caps.missing(without_need("CAP_DAC_READ_SEARCH")) == (BY_NAME["CAP_DAC_READ_SEARCH"],)


def test_read_this_process() -> None:
    """The real status file is read, with the user of the test."""
    assert caps.read().uid == os.geteuid()


@pytest.mark.parametrize("no_new_privs", ["NoNewPrivs:\t1\n", "NoNewPrivs:\t0\n", ""])
def test_read(tmp_path: Path, no_new_privs: str) -> None:
    """Effective user, both sets and no_new_privs come from the file; an old kernel that does not tell the last is taken to allow."""
    status = tmp_path / "status"
    status.write_text(f"Name:\ta: b\nUid:\t1\t2\t3\t4\nCapInh:\tf\nCapPrm:\t0000000000201000\nCapEff:\t0000000000200000\n{no_new_privs}")
    assert caps.read(str(status)) == caps.Capabilities(2, 0x200000, 0x201000, no_new_privs.endswith("1\n"))


def test_read_something_else(tmp_path: Path) -> None:
    """A file without the lines is refused with its name and the line that it lacks."""
    (tmp_path / "x").write_text("Name: a\nUid: 1 2 3 4\n")
    with pytest.raises(ValueError, match=r"/x has no line 'CapEff'"):
        caps.read(str(tmp_path / "x"))


@pytest.mark.kernel
def test_effective_set_of_a_thread() -> None:
    """The numbers are the kernel's: a capability taken away is the one that is missing."""
    for need in caps.NEEDS:
        found = without(need.number, work=lambda: caps.read("/proc/thread-self/status"))
        assert need in caps.missing(replace(found, uid=1000))
        assert found.permitted >> need.number & 1


@pytest.mark.kernel
def test_what_net_admin_is_for() -> None:
    """With no capability at all a dump has the same sockets; without CAP_NET_ADMIN alone the mark is what is missing."""
    with socket.socket() as marked:
        marked.setsockopt(socket.SOL_SOCKET, socket.SO_MARK, 7)
        marked.bind(("127.0.0.1", 0))
        marked.listen()
        port = marked.getsockname()[1]

        def dump() -> dict[int, bytes]:
            diag = DiagSocket(0, bytearray(32768))
            try:
                (row,) = [r for r in rows(diag, states=1 << 10) if source_port(r) == port]
                return attributes(row)
            finally:
                diag.close()

        complete = dump()
        assert int.from_bytes(complete[INET_DIAG_MARK], "little") == 7
        for taken in (range(41), [BY_NAME["CAP_NET_ADMIN"].number]):
            assert without(*taken, work=dump).keys() == complete.keys() - {INET_DIAG_MARK}
