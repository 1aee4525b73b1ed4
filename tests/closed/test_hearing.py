"""The socket hears what it is to hear, its buffer is as large as wanted, and every refusal has a name."""

from __future__ import annotations

import errno
import os
import socket

import pytest
from closed.heard import crowd_here, until
from kernel.real_namespaces import in_thread, refuse, without

from xtcp_ebpf.closed.hearing import Hearing, own_inode
from xtcp_ebpf.closed.messages import receive
from xtcp_ebpf.errors import OpenError

pytestmark = pytest.mark.kernel

CAP_NET_BROADCAST, CAP_NET_ADMIN = 11, 12


def test_the_buffer() -> None:
    """As large as asked for with CAP_NET_ADMIN, whatever net.core.rmem_max says; without it as far as that goes."""
    wanted = 64 << 20
    hearing = Hearing(wanted, everywhere=False)
    assert hearing.buffer_bytes == wanted
    assert not os.get_inheritable(hearing.fd)
    hearing.close()
    less = without(CAP_NET_ADMIN, work=lambda: Hearing(wanted, everywhere=False))
    assert 0 < less.buffer_bytes < wanted
    less.close()


def test_what_was_dropped() -> None:
    """How many messages found no room is told once, exactly; then the socket goes on."""
    hearing = Hearing(8192, everywhere=False)
    try:
        crowd_here(30)
        until(lambda: hearing.dropped(), "nothing dropped")
        taken = receive(hearing.socket)
        assert taken.overrun or receive(hearing.socket).overrun
        hearing.dropped()
        assert hearing.dropped() == 0
        while receive(hearing.socket).datagrams:
            pass
        crowd_here(1)
        until(lambda: receive(hearing.socket).groups, "deaf")
    finally:
        hearing.close()


def test_without_the_right() -> None:
    """Other namespaces take CAP_NET_BROADCAST, which is named; our own takes nothing."""
    with pytest.raises(OpenError, match=r"-closed.*CAP_NET_BROADCAST.*EPERM") as caught:
        without(CAP_NET_BROADCAST, work=lambda: Hearing(65536, everywhere=True))
    assert caught.value.reason == "permission"
    without(CAP_NET_BROADCAST, CAP_NET_ADMIN, work=lambda: Hearing(65536, everywhere=False)).close()


def test_no_socket() -> None:
    """A kernel without sock_diag, or a filter that forbids it."""

    def attempt() -> None:
        refuse("socket", 2, 4, errno.EPROTONOSUPPORT)
        Hearing(65536, everywhere=False)

    with pytest.raises(OpenError, match=r"no diag socket.*EPROTONOSUPPORT") as caught:
        in_thread(attempt)
    assert caught.value.reason == "no_diag"


def test_a_kernel_that_does_not_tell_drops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before Linux 4.12: 0; any other failure is one."""

    class Refusing(socket.socket):
        number = errno.ENOPROTOOPT

        def getsockopt(self, *_: object) -> bytes:  # type: ignore[override]  # stands for each of its overloads
            raise OSError(self.number, "refused")

    hearing = Hearing(65536, everywhere=False)
    real = hearing.socket
    with Refusing(socket.AF_NETLINK, socket.SOCK_RAW, 4) as refusing:
        monkeypatch.setattr(hearing, "socket", refusing)
        assert hearing.dropped() == 0
        refusing.number = errno.EBADF
        with pytest.raises(OSError, match="refused"):
            hearing.dropped()
    real.close()


def test_where_it_is() -> None:
    """The inode is that of /proc."""
    assert os.readlink("/proc/thread-self/ns/net") == f"net:[{own_inode()}]"  # noqa: PTH115  the text
