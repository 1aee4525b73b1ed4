"""Rows by a filter: the part in C against the one in Python, and both against protobuf."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from ipaddress import ip_address, ip_network
from typing import Any

import pytest
from framed_rows import chunk, record
from hypothesis import example, given, settings
from hypothesis import strategies as st

from xtcp_ebpf import api
from xtcp_ebpf.api.record_filter import Filter, read
from xtcp_ebpf.api.selection import CSelector, Damaged, PythonSelector, Selected, Selector, choose
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import RecordFilter
from xtcp_ebpf.wire.framing import varint

SELECTORS: tuple[Selector, ...] = (PythonSelector(),) if os.environ.get("XTCP_PURE") else (PythonSelector(), CSelector())
ADDRESSES = ("192.0.2.1", "192.0.2.7", "10.9.8.7", "2001:db8::1", "::ffff:192.0.2.7", "::ffff:10.9.8.7", "::1", "::")
NAMES = ("default", "a", "b", "")
PREFIXES = ("192.0.2.0/24", "192.0.2.7", "10.0.0.0/8", "0.0.0.0/0", "2001:db8::/33", "::/0", "::1", "::ffff:0:0/96", "192.0.2.6/31")

Taken = Selected | tuple[str, int, int]
"""What was selected, or what was wrong: (problem, piece, offset)."""


def take(selector: Selector, wanted: Filter, pieces: Sequence[bytes], passed: int = 0) -> Taken:
    try:
        return selector.select(wanted, tuple(pieces), passed)
    except Damaged as error:
        return error.problem, error.piece, error.offset


def agreed(wanted: Filter, pieces: Sequence[bytes], passed: int = 0) -> Taken:
    """What both selectors make of it."""
    first, *others = [take(selector, wanted, pieces, passed) for selector in SELECTORS]
    assert all(other == first for other in others)
    return first


def numbers(taken: Taken) -> list[int]:
    """Which rows were selected."""
    assert isinstance(taken, Selected)
    found = [row.record_counter for row in Envelope.FromString(taken.chunk).row]
    assert len(found) == taken.rows
    return found


def select(pieces: Sequence[bytes], **parts: Any) -> list[int]:
    return numbers(agreed(read(RecordFilter(**parts)), pieces))


def truth(wanted: RecordFilter, row: XtcpFlatRecord) -> bool:
    """By protobuf and ipaddress."""
    ports = row.inet_diag_msg_socket_source_port, row.inet_diag_msg_socket_destination_port
    ends: list[Any] = []
    for packed in (row.inet_diag_msg_socket_source, row.inet_diag_msg_socket_destination):
        if len(packed) == 16 and row.inet_diag_msg_family == 2:
            ends.append(ip_address(packed[:4]))
        elif len(packed) == 16 and row.inet_diag_msg_family == 10:
            ends.append(ip_address(packed))
            ends += [mapped for mapped in [ip_address(packed).ipv4_mapped] if mapped]  # type: ignore[union-attr]  # 16 bytes are IPv6
    return (
        (not wanted.netns or row.netns in wanted.netns)
        and (not wanted.ports or bool(set(ports) & set(wanted.ports)))
        and (not wanted.source_ports or ports[0] in wanted.source_ports)
        and (not wanted.destination_ports or ports[1] in wanted.destination_ports)
        and (not wanted.states or row.inet_diag_msg_state in wanted.states)
        and (not wanted.prefixes or any(end in ip_network(prefix) for end in ends for prefix in wanted.prefixes))
    )


FILTERS = st.builds(
    RecordFilter,
    netns=st.lists(st.sampled_from(NAMES[:3]), max_size=2),
    ports=st.lists(st.sampled_from([0, 80, 443, 65535]), max_size=2),
    source_ports=st.lists(st.sampled_from([0, 80, 443]), max_size=2),
    destination_ports=st.lists(st.sampled_from([0, 80, 65535]), max_size=2),
    states=st.lists(st.integers(1, 12), max_size=4),
    prefixes=st.lists(st.sampled_from(PREFIXES), max_size=2),
    every_nth=st.integers(0, 4),
)
RECORDS = st.builds(
    record,
    st.integers(0, 2**64 - 1),
    st.sampled_from(ADDRESSES),
    st.sampled_from(ADDRESSES),
    netns=st.sampled_from(NAMES),
    inet_diag_msg_family=st.sampled_from([0, 2, 10, 2**32 - 1]),
    inet_diag_msg_state=st.integers(0, 14) | st.integers(0, 2**32 - 1),
    inet_diag_msg_socket_source_port=st.sampled_from([0, 80, 443, 70000]),
    inet_diag_msg_socket_destination_port=st.sampled_from([0, 80, 65535, 65536]),
)


@given(FILTERS, st.lists(st.lists(RECORDS, max_size=4), max_size=4))
@settings(deadline=None, max_examples=100)
def test_what_is_selected_is_what_protobuf_says(message: RecordFilter, groups: list[list[XtcpFlatRecord]]) -> None:
    """Any filter over any rows, cut into any chunks: the rows that pass every part, of those every Nth, in their order."""
    rows = [row for group in groups for row in group]
    right = [row.record_counter for row in rows if truth(message, row)][:: message.every_nth or 1]
    assert numbers(agreed(read(message), [chunk(group) for group in groups])) == right


@given(
    FILTERS, st.lists(st.binary(max_size=60) | st.lists(RECORDS, max_size=2).map(chunk), max_size=3), st.integers(0, 255), st.integers(0)
)
@settings(deadline=None, max_examples=150)
@example(RecordFilter(netns=["a"]), [b"\x52\x0c\xf2\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x02"], 0, 0)
def test_selectors_agree_on_anything(message: RecordFilter, pieces: list[bytes], byte: int, at: int) -> None:
    """Rubbish, and rows with one byte changed: the same rows, or the same complaint about the same row."""
    spoilt = [bytearray(piece) for piece in pieces]
    if spoilt and spoilt[0]:
        spoilt[0][at % len(spoilt[0])] = byte
    agreed(read(message), [bytes(piece) for piece in spoilt])


@given(st.binary(max_size=40), FILTERS)
@settings(deadline=None, max_examples=150)
def test_selectors_agree_on_any_record(record: bytes, message: RecordFilter) -> None:
    """A right frame with anything at all in it."""
    agreed(read(message), [b"\x52" + varint(len(record)) + record])


def test_every_nth_goes_on_from_call_to_call() -> None:
    """It counts what the rest lets through, over all chunks and calls: the first, and then each Nth."""
    wanted = read(RecordFilter(every_nth=3, states=[1]))
    rows = [record(number, inet_diag_msg_state=number % 2) for number in range(40)]
    for selector in SELECTORS:
        passed, found = 0, []
        for at in range(0, 40, 5):
            made = selector.select(wanted, (chunk(rows[at : at + 2]), chunk(rows[at + 2 : at + 5])), passed)
            passed = made.passed
            found += numbers(made)
        assert found == [1, 7, 13, 19, 25, 31, 37]


def test_mapped_addresses() -> None:
    """An IPv4 client of an IPv6 socket is under IPv4 prefixes, and under IPv6 ones; a real IPv4 socket is under no IPv6 prefix."""
    pieces = [chunk([record(1, "10.1.2.3"), record(2, "::ffff:10.1.2.3"), record(3, "2001:db8::1")])]
    other = {"source_ports": [443]}
    assert select(pieces, prefixes=["10.0.0.0/8"], **other) == [1, 2]
    assert select(pieces, prefixes=["::ffff:0:0/96"]) == [2]
    assert select(pieces, prefixes=["::/0"]) == [2, 3]
    assert select(pieces, prefixes=["0.0.0.0/0"]) == [1, 2]
    assert select(pieces, prefixes=["10.1.2.3"]) == [1, 2]


def test_either_end() -> None:
    """`ports` and `prefixes` look at both ends; the others at theirs."""
    pieces = [chunk([record(1), record(2, inet_diag_msg_socket_source_port=51514, inet_diag_msg_socket_destination_port=443)])]
    assert select(pieces, ports=[443]) == [1, 2]
    assert select(pieces, source_ports=[443]) == [1]
    assert select(pieces, destination_ports=[443]) == [2]
    assert select(pieces, prefixes=["198.51.100.0/24"]) == [1, 2]
    assert select(pieces, ports=[443], states=[2]) == []


def test_names_are_whole() -> None:
    """No part of a name, no name that begins so; and the name of the row before is not taken for the next one's."""
    rows = [record(n, netns=name) for n, name in enumerate(["default", "default", "defaul", "defaults", "", "a", "default"])]
    assert select([chunk(rows)], netns=["default"]) == [0, 1, 6]
    assert select([chunk(rows)], netns=["a", "defaul"]) == [2, 5]


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (b"\x51\x00", "it does not begin with the tag 0x52"),
        (b"\x52", "it is cut off"),
        (b"\x52\x05\x00", "it is cut off"),
        (b"\x52" + b"\xff" * 10, "it is cut off"),
        (b"\x52\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f", "it is cut off"),
        (b"\x52\x01\x00", "a field has no valid tag"),
        (b"\x52\x06\x80\x80\x80\x80\x80\x01", "a field has no valid tag"),
        (b"\x52\x01\x08", "a number is cut off"),
        (b"\x52\x03\x09\x00\x00", "a number is cut off"),
        (b"\x52\x03\xf2\x01\x05", "a text is cut off"),
        (b"\x52\x01\x0b", "a field is of a kind that no row has"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(bad: bytes, problem: str) -> None:
    """The piece, the offset of the row in it, and a word for it; rows before it do not count."""
    good = chunk([record(1)])
    assert agreed(read(RecordFilter(states=[1])), [good, good + bad]) == (problem, 1, len(good))


def test_what_stands_behind_the_last_field_is_not_read() -> None:
    """Rows are written in the order of their fields' numbers: beyond the last that is looked at, all may be as it will."""
    body = record(1).SerializeToString() + b"\xff"
    piece = b"\x52" + varint(len(body)) + body
    assert agreed(read(RecordFilter(netns=["default"])), [piece]) == Selected(piece, 1, 0)
    assert agreed(read(RecordFilter(netns=["other"])), [piece]) == Selected(b"", 0, 0)


def test_without_the_part_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python selects in its place, and what has to be done about it is said."""
    monkeypatch.delattr(api, "_select", raising=False)
    monkeypatch.setitem(sys.modules, "xtcp_ebpf.api._select", None)
    chosen, said = choose()
    assert chosen.name == "python"
    assert "C compiler" in said and "slower" in said
