from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_rows import a_row, records, sealed

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.errors import XtcpError
from xtcp_ebpf.marshal.rows import BY_COLUMN, FIELDS, enum_names, getter, rows
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord


@given(st.lists(records(), max_size=4), st.integers(1, 3))
def test_rows_come_back_in_order(made: list[XtcpFlatRecord], per_chunk: int) -> None:
    """However the batch was chunked, the records are those that went in, in their order."""
    assert list(rows(sealed(made, per_chunk))) == made


def test_a_broken_chunk_is_named() -> None:
    """A chunk that is no Envelope raises our own error, which says which chunk it was."""
    good = sealed([a_row()]).chunks[0]
    with pytest.raises(XtcpError, match=r"chunk 1 of 2 \(\d+ bytes\) is not a valid Envelope"):
        list(rows(Sealed((good, good[:-1]), 2, 2 * len(good) - 1, "rows")))


def test_columns_are_all_fields_as_declared() -> None:
    """Every field of the record is a column, ours included, from the first declared to the last."""
    columns = list(BY_COLUMN)
    assert len(columns) == len(XtcpFlatRecord.DESCRIPTOR.fields)
    assert (columns[0], columns[-1]) == ("schemaVersion", "md5sigCount")
    assert {"inetDiagMsgSocketSource", "uplink1NicPciVendor", "cGroup", "netnsCookie"} <= set(columns)
    assert [field.number for field in FIELDS] == sorted(field.number for field in FIELDS), "declared in the order of the wire"


def test_getter_gives_zero_for_what_is_absent() -> None:
    """Absent fields read as zero or empty, present ones as they are."""
    values = getter([BY_COLUMN[name] for name in ("hostname", "tcpInfoRtt", "nsid", "tag", "inetDiagMsgSocketSource")])
    assert values(a_row(inet_diag_msg_socket_source=b"")) == ("web-1", 35_120, 0, "", b"")


def test_enum_names() -> None:
    """Enums are known by their full names; a field that is none has no names."""
    assert enum_names(BY_COLUMN["recordKind"])[1] == "RECORD_KIND_SNAPSHOT"
    assert enum_names(BY_COLUMN["hostname"]) == {}
