"""What the tests of the readers have in common: a stream fed in pieces, and the rows that came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from made_rows import sealed

from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.marshal.formats import create as marshaller
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.unmarshal.reader import Reader, Rows
from xtcp_ebpf.wire import framing


def written(name: str, *batches: Sequence[XtcpFlatRecord]) -> bytes:
    """A stream of these batches."""
    made = marshaller(name)
    return made.preamble + b"".join(made.encode(sealed(batch)) for batch in batches)


def taken(found: Iterable[Rows]) -> Iterator[XtcpFlatRecord]:
    """The records of what a reader gave: each piece is whole rows, as many as it says."""
    for chunk, rows in found:
        assert len(list(framing.rows(chunk))) == rows
        yield from Envelope.FromString(chunk).row


def read(reader: Reader, data: bytes, cuts: Sequence[int] = ()) -> tuple[list[XtcpFlatRecord], CaptureError | None]:
    """(the rows of the stream fed in pieces, what was wrong with it)."""
    rows: list[XtcpFlatRecord] = []
    try:
        for start, end in pairwise((0, *sorted(cuts), len(data))):
            rows.extend(taken(reader.feed(data[start:end])))
        rows.extend(taken(reader.end()))
    except CaptureError as error:
        return rows, error
    return rows, None


def problem(make: Callable[[], Reader], data: bytes) -> str:
    """What the reader says of the stream; empty when it is well."""
    found = read(make(), data)[1]
    return str(found) if found else ""
