"""Identity stamps and row numbers."""

from __future__ import annotations

import threading
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import RECORD_KIND_SNAPSHOT, XtcpFlatRecord
from xtcp_ebpf.record.stamp import FIELDS, LATER, NEVER, SCHEMA_VERSION, Identity, Numbering
from xtcp_ebpf.wire.layout import HEAD_END, MIDDLE_END, TAIL_END, TAIL_FIRST
from xtcp_ebpf.wire.schema import STRUCTS

IDENTITY = Identity("host", "xtcp-ebpf 1.0", "b007", "Cologne", "a label", "a tag")
BLUE = Namespace(4026532001, "blue", "/run/netns/blue", "mount")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _record(identity: Identity, namespace: Namespace, *, poll: int = 3) -> XtcpFlatRecord:
    stamp = identity.stamp(namespace, NamespaceId(4026532002, 77), 1_763_696_542_120_000_000, poll, 9, 2)
    return XtcpFlatRecord.FromString(b"".join(stamp))


def test_a_stamp() -> None:
    """All that the rows of a dump have in common; the inode is the one that the socket was found in, not the one that was asked for."""
    assert _record(IDENTITY, BLUE) == XtcpFlatRecord(
        schema_version=SCHEMA_VERSION,
        daemon_version="xtcp-ebpf 1.0",
        timestamp_ns=1_763_696_542_120_000_000,
        hostname="host",
        location="Cologne",
        netns="blue",
        netns_inode=4026532002,
        label="a label",
        tag="a tag",
        socket_fd=9,
        netlinker_id=2,
        record_kind=RECORD_KIND_SNAPSHOT,
        poll_number=3,
        netns_cookie=77,
        boot_id="b007",
    )


@given(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, st.integers(0, 2**64 - 1))
def test_parts_stand_in_their_ranges(hostname: str, version: str, boot: str, location: str, label: str, tag: str, cookie: int) -> None:
    """Head below record_counter, middle below the kernel's fields, tail in the 3000s; each as Google's serialiser writes it."""
    stamp = Identity(hostname, version, boot, location, label, tag).stamp(BLUE, NamespaceId(1, cookie), 1, 2**63, 3, 4)
    limits = ((0, HEAD_END), (HEAD_END + 1, MIDDLE_END), (TAIL_FIRST, TAIL_END))
    for part, (first, end) in zip(stamp, limits, strict=True):
        record = XtcpFlatRecord.FromString(part)
        assert record.SerializeToString(deterministic=True) == part
        assert all(first <= field.number < end for field, _ in record.ListFields())


def test_nsid() -> None:
    """What is asked for it says; nobody to ask, or no id, leaves the field out."""
    assert _record(replace(IDENTITY, nsid=lambda namespace: len(namespace.name)), BLUE).nsid == 4
    assert _record(replace(IDENTITY, nsid=lambda _: 0), BLUE) == _record(IDENTITY, BLUE)


def test_names_that_are_no_utf8() -> None:
    """A mount, a host name or a flag of any bytes does not stop the dump: what is no UTF-8 is a question mark."""
    odd = b"ab\xff\xe9c".decode(errors="surrogateescape")
    record = _record(Identity(odd, odd, odd, odd, odd, odd), Namespace(1, odd, "/x", "mount"))
    for name in ("netns", "hostname", "daemon_version", "boot_id", "location", "label", "tag"):
        assert getattr(record, name) == "ab??c"


def test_every_field_of_the_record_has_a_source_or_a_reason() -> None:
    """The stamp, the table, a later part, or never: each field stands in exactly one list."""
    kernel = {member.field for struct in STRUCTS for member in struct.members}
    lists = [set(FIELDS), kernel, set(LATER), set(NEVER)]
    assert sum(map(len, lists)) == len(set().union(*lists))
    assert set().union(*lists) == set(XtcpFlatRecord.DESCRIPTOR.fields_by_name)


def test_a_stamp_fills_the_fields_that_it_says() -> None:
    """FIELDS is the stamp, and the four that an engine writes for each row."""
    filled = {field.name for field, _ in _record(replace(IDENTITY, nsid=lambda namespace: len(namespace.name)), BLUE).ListFields()}
    assert set(FIELDS) - filled == {"record_counter", "kernel_attributes", "tcp_info_bytes"}
    assert all(meaning for _, meaning in FIELDS.values())


def test_numbers_start_at_one() -> None:
    """Each reservation begins where the last one ended."""
    numbering = Numbering()
    assert [numbering.reserve(n) for n in (3, 1, 5)] == [1, 4, 5]


def test_numbers_are_given_once() -> None:
    """Four threads, 4,000 reservations: together they are 1 to n without a gap or a double."""
    numbering = Numbering()
    taken: list[tuple[int, int]] = []

    def reader() -> None:
        mine = [(numbering.reserve(n), n) for _ in range(250) for n in (1, 2, 3, 4)]
        taken.extend(mine)

    threads = [threading.Thread(target=reader) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(number for first, n in taken for number in range(first, first + n))
    assert numbers == list(range(1, 10_001))
