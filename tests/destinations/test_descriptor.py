"""Whole payloads or none."""

from __future__ import annotations

import os
import resource
import signal
import threading
from pathlib import Path

import pytest

from xtcp_ebpf.destinations._descriptor import Writer
from xtcp_ebpf.errors import SendError


@pytest.mark.parametrize("flags", [os.O_APPEND, 0], ids=["append", "offset"])
def test_a_short_write_is_taken_back(tmp_path: Path, flags: int) -> None:
    """A file that may not grow further has after the failure exactly what it had before, and goes on when it may."""
    path = tmp_path / "f"
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | flags)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        writer = Writer(fd, "file:f")
        writer.write(b"whole\n")
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
        with pytest.raises(SendError) as full:
            writer.write(b"too much\n")
        assert (full.value.reason, full.value.retry) == ("disk_full", True)
        assert path.read_bytes() == b"whole\n"
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        writer.write(b"too much\n")
        assert path.read_bytes() == b"whole\ntoo much\n"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
        os.close(fd)


def test_a_record_that_stays_torn_is_told(tmp_path: Path) -> None:
    """What cannot be taken back, because the file holds more behind it, is an error of its own name with the number of bytes."""
    path = tmp_path / "f"
    path.write_bytes(b"0123456789abcdef")
    fd = os.open(path, os.O_WRONLY)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4, limits[1]))
        with pytest.raises(SendError, match="4 of 8 bytes of a payload stay there") as torn:
            Writer(fd, "stdout").write(b"XXXXXXXX")
        assert torn.value.reason == "torn"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
        os.close(fd)
    assert path.read_bytes() == b"XXXX456789abcdef"


def test_a_non_blocking_pipe_is_waited_for() -> None:
    """A full pipe whose description somebody made non-blocking is waited for, and a payload of many pipefuls goes through whole."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    data = os.urandom(500_000)
    got: list[bytes] = []

    def reader() -> None:
        while piece := os.read(read, 65536):
            got.append(piece)

    thread = threading.Thread(target=reader)
    thread.start()
    Writer(write, "stdout").write(data)
    os.close(write)
    thread.join()
    os.close(read)
    assert b"".join(got) == data


def test_a_pipe_that_stays_full_is_busy() -> None:
    """A non-blocking pipe that nobody reads is given up after the patience, and the torn payload is told."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    with pytest.raises(SendError, match="EAGAIN") as busy:
        Writer(write, "stdout", patience=0.02).write(bytes(200_000))
    assert busy.value.reason == "torn"
    os.close(read)
    os.close(write)
