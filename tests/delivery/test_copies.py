"""-destWriteFiles."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripted_destination import Box, FakeClock, envelope

from xtcp_ebpf.abc import Target
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.copies import FirstPayloads
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.tally import Tally


def make(box: Box, marshal: str = "protobufList", copies: FirstPayloads | None = None) -> tuple[Sender, Tally]:
    tally = Tally()
    return Sender(Target("box", "x"), box, formats.create(marshal), tally, FakeClock(), 1 << 20, copies=copies), tally


def test_first_payloads_are_kept(tmp_path: Path) -> None:
    """-destWriteFiles writes the first N payloads, preamble included, one file each, readable by the owner only."""
    box = Box()
    sender, _ = make(box, "csv", copies=FirstPayloads(f"{tmp_path}/p.", 2))
    sender.start()
    for first in (1, 2, 3):
        sender.offer(envelope(first, 1))
    sender.close(5)
    files = sorted(tmp_path.iterdir())
    assert [f.name for f in files] == ["p.0001", "p.0002"]
    assert [f.read_bytes() for f in files] == [formats.create("csv").preamble + payload for payload in box.got[:2]]
    assert {f.stat().st_mode & 0o777 for f in files} == {0o600}


def test_first_payloads_give_up_at_the_first_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file that cannot be written ends the copies with one line that names it; sending goes on."""
    box = Box()
    sender, tally = make(box, copies=FirstPayloads(f"{tmp_path}/none/p.", 2))
    sender.start()
    for first in (1, 2, 3):
        sender.offer(envelope(first, 1))
    assert sender.close(5) == Held(0, 0)
    assert tally["sent_rows"] == 3
    assert [r.message for r in caplog.records] == [
        f"-destWriteFiles: {tmp_path}/none/p.0001: No such file or directory; no more payloads are written to files"
    ]
