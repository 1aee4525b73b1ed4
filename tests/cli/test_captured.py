from __future__ import annotations

import io
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.cli.captured import Captured
from xtcp_ebpf.errors import CaptureError
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.reference import PythonEngine

TOP = Path(__file__).resolve().parents[2]
(CAPTURE,) = (TOP / "pcaps").glob("6_18_44/legacy.pcap")


def captured(data: bytes, live: bool) -> tuple[Captured, Batch, list[Sealed]]:
    sealed: list[Sealed] = []
    batch = Batch(1000, 1 << 20, sealed.append)
    return Captured(io.BytesIO(data).read, PythonEngine(layout()), Identity("h", "p"), batch, live), batch, sealed


@pytest.mark.parametrize("live", [False, True])
def test_a_dump(live: bool) -> None:
    """Its rows are in the batch; live, they are handed on when it is complete."""
    source, batch, sealed = captured(CAPTURE.read_bytes(), live)
    assert not source.met
    source.run()
    assert (source.met, len(sealed)) == (True, int(live))
    batch.flush("poll_end")
    sockets = len(CAPTURE.with_suffix(".ss").read_text().splitlines())
    assert sum(one.rows for one in sealed) == sockets
    assert next(source.summary()).startswith(f"{sockets} rows of 1 dump in ")


def test_damage() -> None:
    """What stood before it is in the batch, and the dump is told as one without an end."""
    source, batch, sealed = captured(CAPTURE.read_bytes()[:-30], live=True)
    with pytest.raises(CaptureError, match="ends within a packet"):
        source.run()
    batch.flush("poll_end")
    assert sealed
    assert "1 dump without an end" in source.summary()
