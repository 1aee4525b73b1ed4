"""What a run is asked for, by its knobs."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from profiles.pyroscope_receiver import Receiver
from profiles.spenders import at_work
from profiles.test_continuous import PATIENCE, needs_library
from servers.process import until

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.profiles.run_profiles import RunProfiles

CLOCK = SystemClock()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written where it is started."""
    monkeypatch.chdir(tmp_path)


def test_nothing_unless_asked(tmp_path: Path) -> None:
    """No thread, no file."""
    before = threading.active_count()
    profiles = RunProfiles(Knobs(), CLOCK)
    assert threading.active_count() == before
    profiles.close()
    assert list(tmp_path.iterdir()) == []


@needs_library
def test_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file in the current folder, and what arrives at a server, with host and labels as its tags; a second close does nothing."""
    monkeypatch.setenv("NO_PROXY", "*")
    with Receiver() as receiver:
        where = f"http://127.0.0.1:{receiver.port}"
        asked = replace(
            Knobs(), profile_mode="cpu", pyroscope_url=where, pyroscope_upload_sec=1, hostname="h1", label="blue", log_format="json"
        )
        profiles = RunProfiles(asked, CLOCK)
        with at_work():
            until(receiver.samples, "samples", PATIENCE)
        profiles.close()
        profiles.close()
        labels = receiver.pushes[0].labels
    assert {"service_name": "xtcp2", "hostname": "h1", "label": "blue"}.items() <= labels.items()
    assert not {"tag", "location"} & labels.keys()
    assert (tmp_path / "cpu.pprof").stat().st_size > 100


def test_one_that_cannot_be_had(tmp_path: Path) -> None:
    """Then there is none at all, and nothing goes on."""
    before = threading.active_count()
    (tmp_path / "mem.pprof").mkdir()
    with pytest.raises(UsageError, match="EISDIR"):
        RunProfiles(replace(Knobs(), profile_mode="mem"), CLOCK)
    with pytest.raises(ValueError, match="write http://HOST:4040"):
        RunProfiles(replace(Knobs(), profile_mode="cpu", pyroscope_url="nonsense"), CLOCK)
    assert threading.active_count() == before
