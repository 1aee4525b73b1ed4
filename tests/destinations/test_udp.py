"""UDP, beyond what the conformance suite asks of every destination."""

from __future__ import annotations

import os
import socket

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import udp
from xtcp_ebpf.errors import SendError


def test_refusal_comes_with_the_next_send() -> None:
    """The kernel tells of an unheard datagram at the next send, once; the sink is of use again at once."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        port = receiver.getsockname()[1]
    sink = udp.open(Target("udp", f"127.0.0.1:{port}"))
    assert not os.get_inheritable(sink._sock.fileno())
    sink.send(b"lost")
    with pytest.raises(SendError) as refused:
        sink.send(b"told")
    assert (refused.value.reason, refused.value.retry) == ("refused", True)
    sink.send(b"lost too")
    sink.close()


def test_a_mapped_address_travels_as_ipv4() -> None:
    """The limit of ::ffff:127.0.0.1 is that of IPv4."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        sink = udp.open(Target("udp", f"[::ffff:127.0.0.1]:{receiver.getsockname()[1]}"))
        assert sink.max_payload == udp.MAX_V4
        sink.send(bytes(udp.MAX_V4))
        assert len(receiver.recv(70_000)) == udp.MAX_V4
        sink.close()


def test_preamble_counts() -> None:
    """Each datagram begins with the preamble."""
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("::1", 0))
        sink = udp.open(Target("udp", f"[::1]:{receiver.getsockname()[1]}", b"head\n"))
        sink.send(b"1")
        sink.send(b"2")
        assert [receiver.recv(100), receiver.recv(100)] == [b"head\n1", b"head\n2"]
        sink.close()
