from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import pytest

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.cli.rows_out import Writer, count, flags_help
from xtcp_ebpf.errors import BadFlag, SendError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.unmarshal.reader import framed

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

ROW = framed(XtcpFlatRecord(nsid=3))
BATCH = Sealed((ROW,), 1, len(ROW), "rows")


def test_payloads_behind_one_preamble() -> None:
    """The header comes once, with the first rows, or at the end when there were none."""
    out = io.BytesIO()
    writer = Writer(Knobs(marshal="csv", columns=("nsid",)), out)
    assert out.getvalue() == b""
    for _ in range(2):
        writer.deliver(BATCH)
    writer.end()
    assert out.getvalue() == b"nsid\n3\n3\n"
    out = io.BytesIO()
    Writer(Knobs(marshal="csv", columns=("nsid",)), out).end()
    assert out.getvalue() == b"nsid\n"


def test_jsonl_where_there_is_no_terminal() -> None:
    """The default."""
    out = io.BytesIO()
    Writer(Knobs(), out).deliver(BATCH)
    assert out.getvalue() == b'{"nsid":3}\n'


def test_wrong_format() -> None:
    """It is told before anything is written."""
    with pytest.raises(BadFlag, match="-marshal"):
        Writer(Knobs(marshal="x"), io.BytesIO())


def test_full_disk() -> None:
    """The system's reason."""
    with Path("/dev/full").open("wb", buffering=0) as full, io.BufferedWriter(full) as out:
        with pytest.raises(SendError, match=r"cannot write to stdout: ENOSPC"):
            Writer(Knobs(), out).deliver(BATCH)
        with pytest.raises(OSError, match="No space left"):
            out.close()


class Slow(io.RawIOBase):
    """Takes three bytes at once, as a pipe without a buffer may; after `most` none."""

    def __init__(self, most: int) -> None:
        self.taken = b""
        self._most = most

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer, /) -> int | None:
        if len(self.taken) >= self._most:
            return None
        self.taken += bytes(memoryview(data)[:3])
        return min(3, len(memoryview(data)))


def test_writes_in_parts() -> None:
    """Without a buffer in between, everything is written all the same; a stdout that would block is told."""
    out = Slow(100)
    Writer(Knobs(), cast(BinaryIO, out)).deliver(BATCH)
    assert out.taken == b'{"nsid":3}\n'
    with pytest.raises(SendError, match="cannot write to stdout: EAGAIN"):
        Writer(Knobs(), cast(BinaryIO, Slow(3))).deliver(BATCH)


def test_stdout_that_is_left() -> None:
    """After leave_stdout() the interpreter ends without a word, whatever it has still to flush."""
    code = "import sys; from xtcp_ebpf.cli.rows_out import leave_stdout; sys.stdout.write('x'); leave_stdout()"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-E", "-c", code], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_of_flags() -> None:
    """A line for each, wrapped under itself, with the default."""
    lines = list(flags_help({"from": ("FORMAT", "word " * 30, "none"), "count": ("N", "Rows.", "0")}))
    assert lines[0].startswith("  -from FORMAT                word word")
    assert all(line.startswith(" " * 30 + "word") for line in lines[1:-1])
    assert lines[-2].endswith("(none)")
    assert lines[-1] == "  -count N                    Rows. (0)"


def test_counts() -> None:
    """One is one."""
    assert [count(number, "row") for number in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
