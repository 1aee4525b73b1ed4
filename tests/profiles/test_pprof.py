"""What `go tool pprof` opens: by the real one."""

from __future__ import annotations

import gzip
from pathlib import Path

from servers.go_pprof import opened

from xtcp_ebpf.pb.pprof_pb2 import PprofProfile
from xtcp_ebpf.profiles import pprof
from xtcp_ebpf.profiles.profile import Frame, Kind, Profile

OUTER = Frame("mod.outer", "/src/mod.py", 7, 5)
ONE = Frame("mod.inner", "/src/mod.py", 12, 10)
OTHER = ONE._replace(line=13)
MADE = Profile(
    (Kind("samples", "count"), Kind("cpu", "nanoseconds")),
    {("a", (ONE, OUTER)): (1, 30_000_000), ("b", (OTHER, OUTER)): (2, 20_000_000), ("", (Frame("ä"),)): (3, 1_000_000)},
    began_ns=1_700_000_000_000_000_000,
    duration_ns=2_000_000_000,
    period_ns=10_000_000,
    remarks=("seen",),
)


def test_the_real_one_reads_all_of_it(tmp_path: Path) -> None:
    """Every sample with its numbers, thread and lines; functions, files, period, time and remark."""
    (file := tmp_path / "cpu.pprof").write_bytes(pprof.encode(MADE))
    raw = opened(file, "-raw", scratch=tmp_path)
    words = [line.split() for line in raw.splitlines()]
    assert "Comment: seen" in raw
    assert ["PeriodType:", "cpu", "nanoseconds"] in words
    assert ["Period:", "10000000"] in words
    assert ["samples/count", "cpu/nanoseconds[dflt]"] in words
    told = words[words.index(["samples/count", "cpu/nanoseconds[dflt]"]) + 1 : words.index(["Locations"])]
    assert told == [["1", "30000000:", "1", "2"], ["thread:[a]"], ["2", "20000000:", "3", "2"], ["thread:[b]"], ["3", "1000000:", "4"]]
    locations = " ".join(raw.split())
    for said in ("mod.inner /src/mod.py:12:0 s=10", "mod.outer /src/mod.py:7:0 s=5", "mod.inner /src/mod.py:13:0 s=10", "ä :0:0 s=0"):
        assert said in locations


def test_the_real_one_sums_up(tmp_path: Path) -> None:
    """By function, and of one thread alone."""
    (file := tmp_path / "cpu.pprof").write_bytes(pprof.encode(MADE))
    top = [line.split() for line in opened(file, "-top", scratch=tmp_path).splitlines()]
    assert ["50ms", "98.04%", "98.04%", "50ms", "98.04%", "mod.inner"] in top
    focused = opened(file, "-top", "-tagfocus=thread=^b$", scratch=tmp_path)
    assert "20ms" in focused
    assert "50ms" not in focused


def test_texts_and_functions_are_written_once() -> None:
    """Two lines of one function are two locations of one function; the first text is empty."""
    read = PprofProfile.FromString(gzip.decompress(pprof.encode(MADE)))
    assert read.string_table[0] == ""
    assert len(set(read.string_table)) == len(read.string_table)
    assert (len(read.location), len(read.function)) == (4, 3)
    assert pprof.encode(MADE) == pprof.encode(MADE)


def test_nothing_seen(tmp_path: Path) -> None:
    """A profile without samples is a profile."""
    (file := tmp_path / "none.pprof").write_bytes(pprof.encode(Profile(MADE.kinds, {}, 0, 0)))
    assert "Showing nodes accounting for 0" in opened(file, "-top", scratch=tmp_path)
