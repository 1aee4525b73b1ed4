"""Requests: their bytes, and that the running kernel takes them."""

from __future__ import annotations

import socket
import struct

import pytest
from fake_kernel import family_of, seq_of, states_of, type_of
from messages import Pair, agree

from xtcp_ebpf.wire import request, uapi


def test_the_legacy_request() -> None:
    """76 bytes: header, both families (0), the extension bits at byte 3 of the body, the states behind the 48-byte socket id."""
    raw = request.legacy(0x01020304, 0xFE)
    assert len(raw) == 76
    assert struct.unpack("=IHHII", raw[:16]) == (76, 18, 0x301, 0x01020304, 0)
    assert raw[16:20] == bytes((0, 0, 0, 0xFE))
    assert raw[20:68] == bytes(48)
    assert struct.unpack("=II", raw[68:]) == (0x1FFF, 0)


@pytest.mark.parametrize("family", [uapi.AF_INET, uapi.AF_INET6])
def test_the_request_by_family(family: int) -> None:
    """72 bytes: header, family, IPPROTO_TCP, extension bits, padding, states, an empty socket id."""
    raw = request.by_family(9, family, 0xFE, uapi.LISTEN_ONLY)
    assert len(raw) == 72
    assert struct.unpack("=IHHII", raw[:16]) == (72, 20, 0x301, 9, 0)
    assert raw[16:20] == bytes((family, 6, 0xFE, 0))
    assert struct.unpack("=I", raw[20:24]) == (1 << 10,)
    assert raw[24:] == bytes(48)


def test_what_a_fake_kernel_reads_in_them() -> None:
    """Type, number, family and states of each request are where tests/fake_kernel.py looks for them."""
    raw = request.legacy(5, 1, 0x400)
    assert (type_of(raw), seq_of(raw), family_of(raw), states_of(raw)) == (18, 5, 0, 0x400)
    raw = request.by_family(6, 10, 1, 0x400)
    assert (type_of(raw), seq_of(raw), family_of(raw), states_of(raw)) == (20, 6, 10, 0x400)


@pytest.mark.parametrize("family", [0, uapi.AF_INET, uapi.AF_INET6])
def test_the_running_kernel_answers_them(family: int, engines: Pair) -> None:
    """A dump of the listeners of this namespace holds the one that was made for it, of each family that was asked for, and ends well."""
    found = set()
    with (
        socket.create_server(("127.0.0.1", 0)) as four,
        socket.create_server(("::1", 0), family=socket.AF_INET6) as six,
        socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, 4) as diag,
    ):
        diag.bind((0, 0))
        diag.settimeout(5)
        ask = request.by_family(3, family, 0xFF, uapi.LISTEN_ONLY) if family else request.legacy(3, 0xFF, uapi.LISTEN_ONLY)
        diag.send(ask)
        end = None
        while end is None:
            decoded = agree(engines, diag.recv(65536), seq=3, portid=diag.getsockname()[0])
            end = decoded.end
            found |= _ports(decoded.chunk)
        assert end == 0
        expected = {(2, four.getsockname()[1])} if family != uapi.AF_INET6 else set()
        expected |= {(10, six.getsockname()[1])} if family != uapi.AF_INET else set()
    assert found >= expected
    assert not family or {f for f, _ in found} == {family}


def _ports(chunk: bytes) -> set[tuple[int, int]]:
    from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope

    return {(r.inet_diag_msg_family, r.inet_diag_msg_socket_source_port) for r in Envelope.FromString(chunk).row}
