"""-promListen read, decided, reached."""

from __future__ import annotations

import pytest

from xtcp_ebpf.metrics.listen_address import DEFAULT, Address, Decision, check_path, decide, read


@pytest.mark.parametrize(
    ("text", "host", "port", "path", "reached"),
    [
        (DEFAULT, "127.0.0.1", 9088, "", "127.0.0.1:9088"),
        (":9088", "", 9088, "", "127.0.0.1:9088"),
        ("0.0.0.0:1", "0.0.0.0", 1, "", "127.0.0.1:1"),
        ("[::]:1", "::", 1, "", "[::1]:1"),
        ("[fe80::1%eth0]:65535", "fe80::1%eth0", 65535, "", "[fe80::1%eth0]:65535"),
        ("host-1.example:0", "host-1.example", 0, "", "host-1.example:0"),
        ("unix:/run/x.sock", "", 0, "/run/x.sock", "unix:/run/x.sock"),
        ("unix:@name", "", 0, "@name", "unix:@name"),
    ],
)
def test_addresses(text: str, host: str, port: int, path: str, reached: str) -> None:
    """Each form, how it is written again, and where this machine reaches who listens there."""
    address = read(text)
    assert address == Address(host, port, path)
    assert str(address) == text
    assert str(address.reached_at) == reached
    assert address.open_to_all == (not path and host in ("", "0.0.0.0", "::"))


@pytest.mark.parametrize(
    "text",
    [
        "unix:/" + "x" * 107,
        "unix:/a\0b",
        "tcp://h:1",
        "h:٣",
        "",
        "9088",
        ":",
        "host:",
        "host:x",
        "host:-1",
        "host:65536",
        "::1:9088",
        "[::1]",
        "[x]:1",
        "a b:1",
        "unix:",
        "unix:@",
        "h:99999999",
    ],
)
def test_what_is_no_address(text: str) -> None:
    """It is refused with how to write it right."""
    with pytest.raises(ValueError, match=r"HOST:PORT|unix:/PATH|brackets|names no host"):
        read(text)


def test_paths() -> None:
    """Metrics have a path of their own, of plain characters."""
    check_path("/metrics")
    check_path("/")
    for wrong in ("", "metrics", "/a b", "/a?b", "/a#b", "/%41", "/ä", "/\n", "/healthz", "/readyz", "/debug/pprof/heap"):
        with pytest.raises(ValueError, match=r"is no path|path of their own"):
            check_path(wrong)


@pytest.mark.parametrize(
    ("text", "written", "max_loops", "decision"),
    [
        (DEFAULT, False, 0, Decision(True, False)),
        (DEFAULT, False, 1, Decision(False, False)),
        (DEFAULT, True, 0, Decision(True, True)),
        (":9088", True, 3, Decision(True, True)),
        ("", True, 0, Decision(False, False)),
    ],
    ids=["default", "so many polls", "asked for", "asked for so many polls", "off"],
)
def test_decisions(text: str, written: bool, max_loops: int, decision: Decision) -> None:
    """On by default where it can be, and not for a run of so many polls; what is asked for must be had."""
    assert decide(text, written, max_loops) == decision
