"""Each way of writing where a daemon is."""

from __future__ import annotations

import pytest

from xtcp_ebpf.client.server_address import read, stays_here, target


@pytest.mark.parametrize(
    ("text", "asked", "here"),
    [
        ("localhost", "dns:///localhost:8889", True),
        ("collector", "dns:///collector:8889", False),
        ("collector:1", "dns:///collector:1", False),
        ("127.0.0.9:1", "dns:///127.0.0.9:1", True),
        ("192.0.2.1", "dns:///192.0.2.1:8889", False),
        ("::1", "dns:///[::1]:8889", True),
        ("[::1]", "dns:///[::1]:8889", True),
        ("[2001:db8::1]:2", "dns:///[2001:db8::1]:2", False),
        ("[fe80::1%eth0]:2", "dns:///[fe80::1%25eth0]:2", False),
        (":9", "dns:///127.0.0.1:9", True),
        ("0.0.0.0", "dns:///127.0.0.1:8889", True),
        ("unix:/run/x.sock", "unix:/run/x.sock", True),
        ("unix:x.sock", "unix:x.sock", True),
        ("unix:@name", "unix-abstract:name", True),
    ],
)
def test_what_is_right(text: str, asked: str, here: bool) -> None:
    """A port in it beats the other; what gRPC takes; and whether it leaves the host."""
    address = read(text, 8889)
    assert (target(address), stays_here(address)) == (asked, here)


@pytest.mark.parametrize("text", ["", "a b", "h:", "h:x", "h:0", "h:70000", "1:2:3", "[h]:1", "[::1]x", "http://h:1", "[]:1"])
def test_what_is_wrong(text: str) -> None:
    """The answer says how to write it right."""
    with pytest.raises(ValueError, match="is no address of a server: write HOST, HOST:PORT"):
        read(text, 8889)


@pytest.mark.parametrize("text", ["unix:", "unix:" + "x" * 108, "unix:@", "unix:a\0b"])
def test_no_unix_socket(text: str) -> None:
    """The same for paths."""
    with pytest.raises(ValueError, match="is no Unix socket"):
        read(text, 8889)
