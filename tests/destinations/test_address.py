"""Addresses behind the colon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address
from xtcp_ebpf.errors import BadAddress


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "an address is missing: write tcp:HOST:PORT"),
        ("//h:1/", "no slashes here: write tcp:h:1"),
        ("h", "the port is missing: write tcp:h:PORT"),
        ("h:", "the port is missing behind the last colon"),
        (":9", "the host is missing: for this machine write tcp:127.0.0.1:9"),
        ("::1:9000", "an IPv6 address stands in brackets: write tcp:[::1]:9000"),
        ("[::1]", "an IPv6 address is written tcp:[::1]:9000"),
        ("[::1:9", "an IPv6 address is written tcp:[::1]:9000"),
        ("[h]:9", "'h' is no IPv6 address, and only those stand in brackets"),
        ("[zz::1]:9", "'zz::1' is no IPv6 address"),
        ("a..b:9", "this cannot be a host name"),
        ("x" * 64 + ":9", "this cannot be a host name"),
        ("h:0", "the port must be a number from 1 to 65535, not '0'"),
        ("h:65536", "not '65536'"),
        ("h:http", "not 'http'"),
        ("h:٣", "not '٣'"),
        ("h: 1", "a space or a control character"),
        ("h\n:1", "a space or a control character"),
    ],
)
def test_wrong_host_and_port(address: str, says: str) -> None:
    """Each wrong address has its own answer, which names the -dest."""
    with pytest.raises(BadAddress) as refused:
        _address.host_port(Target("tcp", address))
    assert str(refused.value).startswith(f"-dest tcp:{address}: ")
    assert says in str(refused.value)


@given(st.from_regex(r"[a-z0-9\-]{1,20}(\.[a-z0-9]{1,9}){0,3}\.?", fullmatch=True), st.integers(1, 65535))
def test_right_host_and_port(host: str, port: int) -> None:
    """Any name with any port comes apart as it was put together."""
    assert _address.host_port(Target("udp", f"{host}:{port}")) == (host, port)


@given(st.ip_addresses(v=6), st.integers(1, 65535))
def test_ipv6_literals(host: object, port: int) -> None:
    """Any IPv6 literal in brackets is taken without them; without them it is refused with the brackets put in."""
    assert _address.host_port(Target("tcp", f"[{host}]:{port}")) == (str(host), port)
    with pytest.raises(BadAddress, match="stands in brackets"):
        _address.host_port(Target("tcp", f"{host}:{port}"))


@given(st.text(max_size=20))
def test_anything_is_taken_or_refused(address: str) -> None:
    """No text makes anything else than an answer or BadAddress."""
    for parse in (_address.host_port, _address.path, _address.socket_path):
        try:
            parse(Target("x", address))
        except BadAddress as refused:
            assert str(refused).startswith(f"-dest {Target('x', address).where}: ")


@pytest.mark.parametrize("address", ["", "/tmp/", "..", "a/.", "a\0b"])
def test_wrong_paths(address: str) -> None:
    """An empty path, a plain directory and a NUL are refused."""
    with pytest.raises(BadAddress):
        _address.path(Target("file", address))


def test_socket_paths() -> None:
    """A path of 107 bytes is the longest; @ means the abstract namespace."""
    assert _address.socket_path(Target("unix", "x" * 107)) == b"x" * 107
    assert _address.socket_path(Target("unix", "@name")) == b"\0name"
    with pytest.raises(BadAddress, match="at most 107 bytes, this one has 108"):
        _address.socket_path(Target("unix", "x" * 108))


def test_no_address_wanted() -> None:
    """Schemes without an address refuse one."""
    _address.nothing(Target("null", ""))
    with pytest.raises(BadAddress, match="-dest null:x: null takes no address: write null:"):
        _address.nothing(Target("null", "x"))
