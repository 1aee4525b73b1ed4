"""-writeFiles: what it writes is what came, and what it cannot write does not disturb the dump."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from fake_kernel import done, row
from scripted_destination import FakeClock

from xtcp_ebpf.collector.capture import Capture
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire import pcap, request


def packets(path: Path) -> list[tuple[int, bytes]]:
    """(time, datagram) of each packet."""
    with path.open("rb") as file:
        return [(packet.timestamp_ns, bytes(packet.data)) for packet in pcap.Capture(file.read)]


def test_requests_and_the_first_replies(tmp_path: Path) -> None:
    """Two replies of three, with the requests before them, in their order, each at its time; requests do not count."""
    clock, tally = FakeClock(), Tally()
    capture = Capture(f"{tmp_path}/x-", 2, 5, clock, tally)
    assert not list(tmp_path.iterdir())
    said = []
    for second, (data, is_request) in enumerate(
        [(request.legacy(1, 0), True), (row(1), False), (request.legacy(2, 0), True), (bytearray(row(2)), False), (done(2), False)], 1
    ):
        clock.time = float(second)
        said.append((second * 1_000_000_000, bytes(data)))
        capture(memoryview(data) if not is_request else data, is_request)
    (path,) = tmp_path.iterdir()
    assert path.name == "x-netlink.1000000000.5.pcap"
    assert path.stat().st_mode & 0o777 == 0o600
    assert packets(path) == said[:4]
    assert not tally.read()
    capture.close()


def test_what_is_written_can_be_read_at_once(tmp_path: Path) -> None:
    """Each packet is on its way to the file when the call returns: a daemon that is killed leaves a whole capture."""
    capture = Capture(f"{tmp_path}/", 100, 0, FakeClock(), Tally())
    for number in range(1, 4):
        capture(row(number), False)
        (path,) = tmp_path.iterdir()
        assert len(packets(path)) == number
    capture.close()
    capture(row(9), False)
    assert len(packets(path)) == 3


@pytest.mark.parametrize("prefix", ["/nowhere/at/all/", "/dev/full/"])
def test_a_file_that_cannot_be_made(prefix: str, caplog: pytest.LogCaptureFixture) -> None:
    """One line that names the flag and the file, one count, and no other try."""
    tally = Tally()
    capture = Capture(prefix, 3, 1, FakeClock(), tally)
    for _ in range(5):
        capture(row(1), False)
    assert tally.read() == {"capture_errors": 1}
    assert len(caplog.records) == 1
    assert "-writeFiles" in caplog.text
    assert prefix in caplog.text


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    """Nor is a link followed that somebody put in its place."""
    target = tmp_path / "precious"
    target.write_text("mine")
    (tmp_path / "netlink.0.0.pcap").symlink_to(target)
    tally = Tally()
    Capture(f"{tmp_path}/", 3, 0, FakeClock(), tally)(row(1), False)
    assert target.read_text() == "mine"
    assert tally["capture_errors"] == 1


def test_a_disk_that_fills_up(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A write that fails ends the capture, not the dump; the descriptor is given back."""
    tally = Tally()
    capture = Capture(f"{tmp_path}/", 3, 0, FakeClock(), tally)
    capture(row(1), False)
    assert capture._file
    capture._file.close()
    capture._file = Path("/dev/full").open("wb")  # noqa: SIM115  the capture closes it
    full = capture._file
    with caplog.at_level(logging.ERROR):
        capture(row(2), False)
    assert tally["capture_errors"] == 1
    assert "No space left" in caplog.text
    assert full.closed
    capture(row(3), False)
    assert tally["capture_errors"] == 1
