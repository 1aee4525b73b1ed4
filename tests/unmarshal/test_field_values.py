from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.marshal import people
from xtcp_ebpf.marshal.rows import FIELDS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import CongestionAlgorithm, XtcpFlatRecord
from xtcp_ebpf.unmarshal.field_values import FROM_TEXT, address, from_json, record, timestamp


@given(st.integers(-(2**63), 2**63 - 1))
def test_times(ns: int) -> None:
    """Each nanosecond that the field can hold, before 1970 too, comes back from RFC 3339, and from its number."""
    assert timestamp(people.timestamp(ns)) == timestamp(str(ns)) == ns


@pytest.mark.parametrize("text", ["2025-13-01T00:00:00Z", "2025-01-01T00:00:00", "2025-01-01 00:00:00Z", "", "1e3", "٣", "1_0", " 1"])
def test_no_times(text: str) -> None:
    """What is neither a time in UTC nor a plain number is refused."""
    with pytest.raises(ValueError, match=r"whole number|month"):
        timestamp(text)


@given(st.binary(min_size=16, max_size=16), st.sampled_from([2, 10, 0, 7]))
def test_addresses(raw: bytes, family: int) -> None:
    """Addresses of each family, and the base64 of what is none, are told apart by their look."""
    raw = raw[:4] + bytes(12) if family == 2 else raw
    assert address(people.address(family, raw)) == raw


@given(st.ip_addresses(v=6))
def test_addresses_as_others_write_them(found: ipaddress.IPv6Address) -> None:
    """Long forms are read too."""
    assert address(found.exploded) == found.packed


@pytest.mark.parametrize("text", ["1.2.3", "1.2.3.4.5", "::g", "fe80::1%2", "abc", "a b=", "é"])
def test_no_addresses(text: str) -> None:
    """A part of an address, one with a zone, and bad base64 are refused."""
    with pytest.raises(ValueError, match="neither an address nor base64"):
        address(text)


@given(st.integers(0, 2**31 - 1) | st.integers(0, 20))
def test_names(number: int) -> None:
    """States, algorithms and kinds by their names as each format writes them, unknown ones by number."""
    for field in ("inet_diag_msg_state", "tcp_info_state"):
        assert FROM_TEXT[field](people.state(number)) == number
    assert FROM_TEXT["congestion_algorithm_enum"](people.congestion(number)) == number
    assert FROM_TEXT["record_kind"](str(number)) == number
    assert FROM_TEXT["record_kind"]("RECORD_KIND_SNAPSHOT") == 1
    assert all(FROM_TEXT["congestion_algorithm_enum"](name) == number for name, number in CongestionAlgorithm.items())
    with pytest.raises(ValueError, match="'SLEEPING' is no whole number"):
        FROM_TEXT["tcp_info_state"]("SLEEPING")


def test_json_values() -> None:
    """A number, a number in quotes, null; no fraction, no truth value, no list; a text is a text only."""
    assert [from_json("netns_inode", value) for value in (5, "5", None)] == [5, 5, None]
    for value in (5.0, True, [5], {}):
        with pytest.raises(ValueError, match="is no whole number"):
            from_json("netns_inode", value)
    assert from_json("hostname", "5") == "5"
    for name in ("hostname", "inet_diag_msg_socket_source"):
        with pytest.raises(ValueError, match="5 is no text"):
            from_json(name, 5)


def test_every_field_can_be_read() -> None:
    """No field is forgotten, whatever its type."""
    assert FROM_TEXT.keys() == {field.name for field in FIELDS}


def test_a_value_that_does_not_fit() -> None:
    """The field is named."""
    assert record({"nsid": 1, "hostname": None}) == XtcpFlatRecord(nsid=1)
    for values, name in (({"tag": "x", "nsid": 2**32}, "nsid: "), ({"netns_inode": -1}, "netns_inode: "), ({"label": "\ud800"}, "label: ")):
        with pytest.raises(ValueError, match=name):
            record(values)
