"""-profile.mode: files that the run leaves."""

from __future__ import annotations

import logging
import resource
import stat
import tracemalloc
from pathlib import Path

import pytest
from profiles.spenders import at_work
from servers.go_pprof import opened
from servers.process import until

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.profiles.on_file import FILES, OnFile, check

CLOCK = SystemClock()


def test_cpu_of_a_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """cpu.pprof, which is its owner's alone, with what was spent between start and finish; the log says where it is."""
    caplog.set_level(logging.INFO)
    profile = OnFile("cpu", CLOCK, tmp_path)
    with at_work():
        profile.start()
        began = CLOCK.monotonic()
        until(lambda: CLOCK.monotonic() > began + 0.5, "half a second", 10)
        profile.finish()
    profile.finish()
    assert "spenders.burn" in opened(tmp_path / "cpu.pprof", "-top", scratch=tmp_path)
    assert caplog.messages == [f"-profile.mode cpu: {tmp_path}/cpu.pprof"]
    assert stat.S_IMODE((tmp_path / "cpu.pprof").stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", ["mem", "memheap"])
def test_memory_of_a_run(tmp_path: Path, mode: str) -> None:
    """mem.pprof, with what was allocated since the start and is in use at the finish; then nothing traces any more."""
    profile = OnFile(mode, CLOCK, tmp_path)
    profile.start()
    kept = [bytes(1000) for _ in range(1000)]
    profile.finish()
    assert len(kept) == 1000
    assert "test_on_file.test_memory_of_a_run" in opened(tmp_path / "mem.pprof", "-top", scratch=tmp_path)
    assert not tracemalloc.is_tracing()


def test_threads_at_the_end(tmp_path: Path) -> None:
    """threads.txt: where each was at the finish. An old file is written anew."""
    (tmp_path / "threads.txt").write_text("old" * 100000)
    profile = OnFile("goroutine", CLOCK, tmp_path)
    profile.start()
    with at_work():
        profile.finish()
    text = (tmp_path / "threads.txt").read_text()
    assert "burner (thread " in text
    assert "old" not in text


def test_what_python_has_not() -> None:
    """The predecessor's other modes are refused by name, with the reason and what there is; so is any other word."""
    for mode in FILES:
        check(mode)
    for mode, why in (("mutex", "its locks"), ("block", "its threads"), ("trace", "execution trace"), ("cups", "no mode"), ("", "no mode")):
        with pytest.raises(ValueError, match=rf"{why}.*; there are cpu, mem, memheap, goroutine$"):
            check(mode)


def test_a_folder_that_takes_no_file(tmp_path: Path) -> None:
    """It does not start, and says which file; a link is not followed, as another may have put it there."""
    with pytest.raises(UsageError, match=r"-profile.mode cpu: .*/none/cpu.pprof: ENOENT"):
        OnFile("cpu", CLOCK, tmp_path / "none")
    (tmp_path / "cpu.pprof").symlink_to(victim := tmp_path / "victim")
    with pytest.raises(UsageError, match="ELOOP"):
        OnFile("cpu", CLOCK, tmp_path)
    assert not victim.exists()


def test_a_file_that_takes_no_more(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    """The run ends as it would have; the log says what is lost."""
    profile = OnFile("goroutine", CLOCK, tmp_path)
    profile.start()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        profile.finish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [r.levelname for r in caplog.records] == ["ERROR"]
    assert "EFBIG (File too large); the profile is lost" in caplog.text


def test_what_was_never_started(tmp_path: Path) -> None:
    """A run that ends before it began leaves an empty file, and no thread."""
    profile = OnFile("cpu", CLOCK, tmp_path)
    profile.finish()
    assert (tmp_path / "cpu.pprof").read_bytes() == b""
