"""What a filter may be, and what a client is told when it cannot be meant."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xtcp_ebpf.api import record_filter
from xtcp_ebpf.api.record_filter import LONGEST_NAME, MOST, BadFilter, Filter, read
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import RecordFilter


def test_an_empty_filter_lets_all_through() -> None:
    """Nothing set, and every_nth 0 or 1: all records; nothing of a row needs to be read."""
    for message in (RecordFilter(), RecordFilter(every_nth=0), RecordFilter(every_nth=1)):
        assert read(message).lets_all
        assert read(message).last == 0
    assert not read(RecordFilter(every_nth=2)).lets_all


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"ports": [80, 65536]}, "filter.ports: 65536: a port is 0 to 65535"),
        ({"source_ports": [2**32 - 1]}, "filter.source_ports: 4294967295: a port is 0 to 65535"),
        ({"destination_ports": [70000]}, "filter.destination_ports: 70000"),
        ({"ports": [1] * 65537}, "filter.ports: 65537 of them: there are only 65536"),
        ({"states": [1, 13]}, "filter.states: 13: a state is 1 (ESTABLISHED) to 12 (NEW_SYN_RECV)"),
        ({"states": [0]}, "filter.states: 0: a state is 1"),
        ({"netns": [""]}, "filter.netns: an empty name"),
        ({"netns": ["x" * (LONGEST_NAME + 1)]}, f"filter.netns: a name of more than {LONGEST_NAME} bytes"),
        ({"netns": [str(n) for n in range(MOST + 1)]}, f"filter.netns: {MOST + 1} of them: at most {MOST}"),
        ({"prefixes": ["10.0.0.0/8"] * (MOST + 1)}, f"filter.prefixes: {MOST + 1} of them"),
        ({"prefixes": ["10.0.0.0/8", "web-1"]}, "filter.prefixes: 'web-1': not an address or prefix such as 10.0.0.0/8"),
        ({"prefixes": ["10.0.0.0/33"]}, "filter.prefixes: '10.0.0.0/33': not an address"),
        ({"prefixes": ["10.0.0.0/255.0.0.0"]}, "filter.prefixes: '10.0.0.0/255.0.0.0'"),
        ({"prefixes": ["10.0.0.0/"]}, "filter.prefixes: '10.0.0.0/'"),
        ({"prefixes": ["fe80::1%eth0"]}, "filter.prefixes: 'fe80::1%eth0'"),
        ({"prefixes": [""]}, "filter.prefixes: ''"),
        ({"prefixes": ["10.1.0.0/8"]}, "filter.prefixes: '10.1.0.0/8' has bits beyond its length: write 10.0.0.0/8"),
        ({"prefixes": ["2001:db8::1/32"]}, "has bits beyond its length: write 2001:db8::/32"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(parts: dict[str, Any], said: str) -> None:
    """The message begins with the field, and says what would be right."""
    with pytest.raises(BadFilter) as raised:
        read(RecordFilter(**parts))
    assert str(raised.value).startswith(said) or said in str(raised.value)
    assert f"filter.{raised.value.field}:" in str(raised.value)


@pytest.mark.parametrize("text", ["10.0.0.0/8", "192.0.2.7", "0.0.0.0/0", "2001:db8::/32", "::1", "::/0", "::ffff:10.0.0.0/104"])
def test_prefixes_that_are_right(text: str) -> None:
    """Both families, with and without a length."""
    assert len(read(RecordFilter(prefixes=[text])).prefixes) == 1


def test_only_what_is_asked_for_is_read() -> None:
    """The last field that a filter looks at bounds how much of a row must be read."""
    assert read(RecordFilter(netns=["a"])).last == record_filter.NETNS
    assert read(RecordFilter(netns=["a"], states=[1])).last == record_filter.STATE
    assert read(RecordFilter(ports=[1])).last == record_filter.DESTINATION_PORT
    assert read(RecordFilter(source_ports=[1])).last == record_filter.SOURCE_PORT
    assert read(RecordFilter(prefixes=["::/0"])).last == record_filter.DESTINATION


@given(
    st.builds(
        RecordFilter,
        netns=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=3),
        ports=st.lists(st.integers(0, 2**32 - 1), max_size=3),
        source_ports=st.lists(st.integers(0, 70000), max_size=3),
        destination_ports=st.lists(st.integers(0, 2**32 - 1), max_size=3),
        states=st.lists(st.integers(0, 14), max_size=3),
        prefixes=st.lists(st.text(st.sampled_from("0123456789abcdef.:/%"), max_size=20) | st.ip_addresses().map(str), max_size=3),
        every_nth=st.integers(0, 2**64 - 1),
    )
)
@settings(deadline=None, max_examples=200)
def test_any_filter_is_taken_or_refused(message: RecordFilter) -> None:
    """Whatever a client sends: a filter that can be packed, or BadFilter."""
    try:
        made = read(message)
    except BadFilter:
        return
    assert isinstance(made, Filter)
    assert len(made.packed) >= 32
