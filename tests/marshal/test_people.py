from __future__ import annotations

import ipaddress
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.marshal import people
from xtcp_ebpf.marshal.rows import FIELDS


@pytest.mark.parametrize(
    ("family", "raw", "text"),
    [
        (2, bytes([192, 0, 2, 1]) + bytes(12), "192.0.2.1"),
        (2, bytes(16), "0.0.0.0"),
        (2, bytes([10, 0, 0, 1]) + b"\xff" * 12, "10.0.0.1"),
        (10, bytes(16), "::"),
        (10, bytes(15) + b"\x01", "::1"),
        (10, ipaddress.IPv6Address("2001:db8:0:1:1:1:1:1").packed, "2001:db8:0:1:1:1:1:1"),
        (10, ipaddress.IPv6Address("2001:0:0:1::1").packed, "2001:0:0:1::1"),
        (10, bytes(10) + b"\xff\xff\xc0\x00\x02\x01", "::ffff:192.0.2.1"),
        (10, bytes(12) + b"\x01\x02\x03\x04", "::102:304"),
        (10, bytes(12) + b"\x00\x01\x00\x00", "::1:0"),
        (2, b"", ""),
        (10, b"", ""),
        (10, b"abc", "YWJj"),
        (2, b"abc", "YWJj"),
        (17, b"abcd", "YWJjZA=="),
    ],
)
def test_address(family: int, raw: bytes, text: str) -> None:
    """The family decides; what fits none is neither made up nor lost."""
    assert people.address(family, raw) == text


@given(st.binary(min_size=16, max_size=16) | st.lists(st.sampled_from([0, 0, 0, 1, 0xFF]), min_size=16, max_size=16).map(bytes))
def test_ipv6_is_rfc_5952(raw: bytes) -> None:
    """Every IPv6 address that is not IPv4-mapped is written as RFC 5952 has it, and every one reads back."""
    oracle = ipaddress.IPv6Address(raw)
    text = people.address(10, raw)
    assert ipaddress.IPv6Address(text) == oracle
    assert text == (f"::ffff:{oracle.ipv4_mapped}" if oracle.ipv4_mapped else oracle.compressed)


def test_all_bytes_are_addresses() -> None:
    """A field of bytes that is no address would need a convention of its own in csv, tsv and table."""
    assert tuple(field.name for field in FIELDS if field.type == field.TYPE_BYTES) == people.ADDRESSES


def test_states() -> None:
    """The predecessor's names, and decimal for what has none."""
    assert [people.state(n) for n in (0, 1, 10, 12, 13)] == ["0", "ESTABLISHED", "LISTEN", "NEW_SYN_RECV", "13"]


def test_congestion() -> None:
    """Short names; unspecified is empty, unknown is decimal."""
    assert [people.congestion(n) for n in (0, 1, 5, 99)] == ["", "CUBIC", "BBR1", "99"]


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (1_763_696_542_120_000_000, "2025-11-21T03:42:22.12Z"),
        (1_763_696_542_000_000_001, "2025-11-21T03:42:22.000000001Z"),
        (1_763_696_542_123_456_789, "2025-11-21T03:42:22.123456789Z"),
        (-1, "1969-12-31T23:59:59.999999999Z"),
        (2**63 - 1, "2262-04-11T23:47:16.854775807Z"),
        (-(2**63), "1677-09-21T00:12:43.145224192Z"),
    ],
)
def test_timestamp(ns: int, text: str) -> None:
    """RFC 3339 as Go's RFC3339Nano: nine digits, the zeros at their end cut off, no point without a fraction."""
    assert people.timestamp(ns) == text


@given(st.integers(-(2**63), 2**63 - 1))
def test_timestamp_reads_back(ns: int) -> None:
    """Every nanosecond of the field's range survives."""
    found = re.fullmatch(r"(.{19})(?:\.(\d{0,8}[1-9]))?Z", people.timestamp(ns))
    assert found
    seconds = (datetime.fromisoformat(found[1]).replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)
    assert seconds * 10**9 + int((found[2] or "").ljust(9, "0")) == ns


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.0k"),
        (1_234_567, "1.2M"),
        (99_940, "99.9k"),
        (99_960, "100k"),
        (999_499, "999k"),
        (999_500, "1.0M"),
        (2**64 - 1, "18.4E"),
        ((2**64 - 1) * 8, "148E"),
    ],
)
def test_amount(number: int, text: str) -> None:
    """About three digits, and never a `1000k`."""
    assert people.amount(number) == text


@given(st.integers(0, 2**67))
def test_amount_is_near(number: int) -> None:
    """What is shown is within 5 % of what is, in at most five places below 1e21."""
    found = re.fullmatch(r"([\d.]+)([kMGTPE]?)", people.amount(number))
    assert found
    shown = float(found[1]) * 1000 ** (" kMGTPE".index(found[2]) if found[2] else 0)
    assert shown == pytest.approx(number, rel=0.05)
    assert len(found[0]) <= 5


@pytest.mark.parametrize(
    ("us", "text"),
    [(7, "7us"), (999, "999us"), (1000, "1.0ms"), (35_120, "35.1ms"), (120_400, "120ms"), (999_600, "1.0s"), (4_294_967_295, "4295s")],
)
def test_duration(us: int, text: str) -> None:
    """Microseconds in the unit that a person would choose."""
    assert people.duration(us) == text


def test_endpoint() -> None:
    """IPv6 in brackets, the bound interface behind a percent sign, `*` for port 0, `-` for no address."""
    link_local = ipaddress.IPv6Address("fe80::1").packed
    assert people.endpoint(2, bytes([192, 0, 2, 1]) + bytes(12), 443) == "192.0.2.1:443"
    assert people.endpoint(10, link_local, 22, 2) == "[fe80::1%2]:22"
    assert people.endpoint(10, bytes(16), 0) == "[::]:*"
    assert people.endpoint(2, b"", 0) == "-"


@given(st.text())
def test_printable_cannot_steer_a_terminal(text: str) -> None:
    """No control character, escape or direction mark gets through; what is harmless stays."""
    shown = people.printable(text)
    assert shown.isprintable()
    assert len(shown) == len(text)
    assert all(a == b or b == "?" for a, b in zip(text, shown, strict=True))
