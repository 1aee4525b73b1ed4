"""From flags to the filter of a request."""

from __future__ import annotations

import pytest

from xtcp_ebpf.api import record_filter
from xtcp_ebpf.client.wanted import FLAGS, wanted
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import RecordFilter


def test_everything() -> None:
    """Nothing given, or nothing in it, is no filter."""
    assert wanted({}) == RecordFilter()
    assert wanted(dict.fromkeys(FLAGS, "")) == RecordFilter()


def test_each_part() -> None:
    """Names and numbers of states, ports of either end, prefixes; and the daemon takes it."""
    made = wanted(
        {
            "netns": "a, b",
            "ports": "22,443",
            "sourcePorts": "0",
            "destinationPorts": "65535",
            "states": "established,LISTEN,close-wait,11",
            "prefixes": "10.0.0.0/8,2001:db8::/32,192.0.2.7",
            "everyNth": "10",
        }
    )
    assert (list(made.netns), list(made.ports), list(made.source_ports), list(made.destination_ports)) == (
        ["a", "b"],
        [22, 443],
        [0],
        [65535],
    )
    assert (list(made.states), made.every_nth) == ([1, 10, 8, 11], 10)
    assert list(made.prefixes) == ["10.0.0.0/8", "2001:db8::/32", "192.0.2.7/32"]
    assert not record_filter.read(made).lets_all


@pytest.mark.parametrize(
    ("flag", "text", "told"),
    [
        ("ports", "65536", "-ports: '65536' is no number from 0 to 65535"),
        ("sourcePorts", "ssh", "-sourcePorts: 'ssh' is no number"),
        ("destinationPorts", "1,-2", "-destinationPorts: '-2' is no number"),
        ("states", "ESTABLISHD", r"'ESTABLISHD' is no state \(did you mean ESTABLISHED\?\): ESTABLISHED \(1\), "),
        ("states", "13", "'13' is no state: "),
        ("states", "²", "'²' is no state: "),
        ("prefixes", "10.0.0.1/8", r"'10.0.0.1/8' is no prefix: do you mean 10\.0\.0\.0/8\?"),
        ("prefixes", "host", "'host' is no prefix: write 10"),
        ("everyNth", str(2**64), "-everyNth: '18446744073709551616' is no number"),
        ("everyNth", "x", "-everyNth: 'x' is no number"),
    ],
)
def test_what_is_wrong(flag: str, text: str, told: str) -> None:
    """The flag, the part that is wrong, and what would be right."""
    with pytest.raises(BadFlag, match=told):
        wanted({flag: text})
