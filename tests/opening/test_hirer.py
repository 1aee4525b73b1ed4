"""What the daemon learns when somebody with rights cannot be had, and that nothing is left of them."""

from __future__ import annotations

import errno
import os
import signal

import pytest
from kernel.real_namespaces import descriptors, few_descriptors
from opening.hiring import hired, start, stop, until
from opening.test_supervisor import WORK, hire

from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.roles import Role

pytestmark = pytest.mark.kernel


def failed(openers: Openers) -> OpenError:
    with pytest.raises(OpenError) as caught:
        openers.hire(Role.VISIT, 0, 1.0)
    return caught.value


def test_nobody_is_left() -> None:
    """When the one that keeps the rights is killed the error says that a restart is needed; to close is no trouble then."""
    with hired(WORK) as openers:
        assert openers.alive
        os.kill(openers.pid, signal.SIGKILL)
        until(lambda: not openers.alive)
        error = failed(openers)
        assert error.reason == "opener_gone"
        assert "restart it" in str(error)
        assert openers.tally["openers_lost:visit:gone"] == 1


def test_no_descriptor_left() -> None:
    """That is our own trouble: told as such, and counted against nobody."""
    with hired(WORK) as openers:
        for free in (0, 1):
            with few_descriptors(free):
                assert failed(openers).reason == "descriptors"
        hire(openers)[0].close()
        assert openers.tally.read() == {"openers_started:visit": 1}


def test_what_an_error_means() -> None:
    """Each has its word, and is counted by it."""
    with hired(WORK) as openers:
        found = {number: openers.lost(Role.LOAD, OSError(number, "")).reason for number in (errno.EAGAIN, errno.ECONNRESET, errno.EMFILE)}
        assert found == {errno.EAGAIN: "opener_hung", errno.ECONNRESET: "opener_gone", errno.EMFILE: "descriptors"}
        assert openers.tally.read() == {"openers_lost:load:gone": 1, "openers_lost:load:hung": 1}


def test_nothing_is_left() -> None:
    """No descriptor, no zombie, even where one hangs."""
    before = descriptors()
    openers = start(WORK)
    hire(openers)[0].close()
    connection, pid = hire(openers)
    stop(pid)
    openers.close()
    connection.close()
    assert descriptors() <= before
    with pytest.raises(ChildProcessError):
        os.waitpid(openers.pid, os.WNOHANG)
