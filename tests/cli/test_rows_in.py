from __future__ import annotations

import io
import os

import pytest

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.cli.rows_in import Ahead, RowsIn
from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.unmarshal.reader import framed
from xtcp_ebpf.unmarshal.readers import create
from xtcp_ebpf.wire.framing import varint

ROW = framed(XtcpFlatRecord(nsid=3))
FRAME = varint(len(ROW)) + ROW


def test_looking_takes_nothing() -> None:
    """After kind() all bytes are still there, by either way of reading."""
    data = b'{"nsid":3}\n' * 1000
    for size in (1, 7, 5000, 100_000):
        ahead = Ahead(io.BytesIO(data))
        assert ahead.kind() == "jsonl"
        pieces = []
        while piece := ahead.read(size):
            pieces.append(piece)
        assert b"".join(pieces) == data
        assert {len(piece) for piece in pieces[:-1]} <= {size}
    ahead = Ahead(io.BytesIO(data))
    assert ahead.kind() == "jsonl"
    assert b"".join(iter(ahead.some, b"")) == data


def test_as_it_comes() -> None:
    """From a pipe: what is there is taken, and what was read is handed on before the pipe is waited for."""
    ours, theirs = os.pipe()
    sealed: list[Sealed] = []
    with os.fdopen(ours, "rb") as file, os.fdopen(theirs, "wb", buffering=0) as end:
        ahead = Ahead(file)
        end.write(FRAME[:1])
        end.write(FRAME[1:] + FRAME)
        assert not ahead.waits()
        assert ahead.kind() == "protobufList"
        assert ahead.some() == FRAME * 2
        assert ahead.waits()
        end.write(FRAME)
        assert not ahead.waits()
        end.close()
        RowsIn(ahead, create("protobufList"), "protobufList", Batch(10, 1000, sealed.append)).run()
        assert [one.rows for one in sealed] == []
    sealed.clear()


def test_rows_are_handed_on_when_the_input_pauses() -> None:
    """A batch that is not full does not wait for the next bytes."""
    ours, theirs = os.pipe()
    sealed: list[Sealed] = []
    with os.fdopen(ours, "rb") as file:
        os.write(theirs, FRAME * 3)

        def deliver(one: Sealed) -> None:
            sealed.append(one)
            if len(sealed) == 1:
                os.write(theirs, FRAME)
            else:
                os.close(theirs)

        source = RowsIn(Ahead(file), create("protobufList"), "protobufList", Batch(10, 1000, deliver))
        source.run()
    assert [(one.rows, one.reason) for one in sealed] == [(3, "poll_end"), (1, "poll_end")]
    assert list(source.summary()) == ["4 rows of 4 whole frames of protobufList"]


def test_damage() -> None:
    """Rows before it are in the batch; strange ones are told."""
    newer = varint(len(ROW) + 4) + b"\x52" + varint(len(ROW) + 2) + ROW[2:] + b"\xfa\xff\x01\x00"
    sealed: list[Sealed] = []
    batch = Batch(10, 1000, sealed.append)
    source = RowsIn(Ahead(io.BytesIO(newer + FRAME + b"\x01\xff")), create("protobufList"), "protobufList", batch)
    assert not source.met
    with pytest.raises(CaptureError):
        source.run()
    batch.flush("poll_end")
    assert (source.met, [one.rows for one in sealed]) == (True, [2])
    assert list(source.summary())[1:] == ["1 row with fields that this version does not know, which only protobufList hands on"]
