"""What speedscope opens, by its published schema."""

from __future__ import annotations

import json

from profiles.test_pprof import MADE, ONE, OUTER

from xtcp_ebpf.profiles import speedscope


def test_the_file() -> None:
    """A part for each thread, the dearest first; stacks from the outermost, weights in nanoseconds, frames once."""
    read = json.loads(speedscope.encode(MADE))
    assert read["$schema"] == "https://www.speedscope.app/file-format-schema.json"
    frames = read["shared"]["frames"]
    assert {"name": ONE.name, "file": ONE.file, "line": 12} in frames
    assert len(frames) == 4
    first = read["profiles"][0]
    assert {**first, "samples": None} == {
        "type": "sampled",
        "name": "a",
        "unit": "nanoseconds",
        "startValue": 0,
        "endValue": 30_000_000,
        "samples": None,
        "weights": [30_000_000],
    }
    assert [frames[at]["name"] for at in first["samples"][0]] == [OUTER.name, ONE.name]
    assert [part["name"] for part in read["profiles"]] == ["a", "b", "cpu"]
    for part in read["profiles"]:
        assert sum(part["weights"]) == part["endValue"]
        assert len(part["weights"]) == len(part["samples"])
