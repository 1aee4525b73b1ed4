from __future__ import annotations

from collections.abc import Iterator

import pytest
from made_rows import a_row
from reading_back import taken

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.reader import framed, gathered


def test_a_row_of_an_envelope() -> None:
    """The tag, the length, the record."""
    assert framed(XtcpFlatRecord(nsid=300)) == b"\x52\x04\x80\x02\xac\x02"[:1] + b"\x04" + XtcpFlatRecord(nsid=300).SerializeToString()


def test_many_in_few_pieces() -> None:
    """Rows are joined, up to a thousand to a piece, so that never very many are held."""
    found = list(gathered(a_row(record_counter=number) for number in range(2500)))
    assert [rows for _, rows in found] == [1000, 1000, 500]
    assert [row.record_counter for row in taken(found)] == list(range(2500))
    assert list(gathered([])) == []


@pytest.mark.parametrize("good", [0, 2])
def test_rows_before_a_damage(good: int) -> None:
    """They come out before the error does."""

    def broken() -> Iterator[XtcpFlatRecord]:
        yield from [a_row()] * good
        raise CaptureError("damaged", 5)

    found = gathered(broken())
    got = 0
    with pytest.raises(CaptureError, match=r"damaged \(at byte 5\)"):
        for _, rows in found:
            got += rows
    assert got == good
