"""A profile as https://www.speedscope.app opens it: JSON, a part for each thread. Stacks are summed up: their order in time is not kept."""

from __future__ import annotations

import json
from typing import Any, Final

from xtcp_ebpf.profiles.profile import Frame, Profile

CONTENT_TYPE: Final = "application/json"
SUFFIX: Final = ".speedscope.json"
SCHEMA: Final = "https://www.speedscope.app/file-format-schema.json"


def encode(profile: Profile) -> bytes:
    """The file's bytes: of the last kind, what costs most first."""
    kind = profile.kinds[-1]
    frames: dict[Frame, int] = {}
    parts: dict[str, dict[str, Any]] = {}
    for (thread, stack), values in sorted(profile.samples.items(), key=lambda one: -one[1][-1]):
        part = parts.setdefault(
            thread,
            {
                "type": "sampled",
                "name": thread or kind.name,
                "unit": kind.unit,
                "startValue": 0,
                "endValue": 0,
                "samples": [],
                "weights": [],
            },
        )
        part["samples"].append([frames.setdefault(frame, len(frames)) for frame in reversed(stack)])
        part["weights"].append(values[-1])
        part["endValue"] += values[-1]
    return json.dumps(
        {
            "$schema": SCHEMA,
            "exporter": "xtcp-ebpf",
            "name": "; ".join((kind.name, *profile.remarks)),
            "activeProfileIndex": 0,
            "shared": {"frames": [_frame(frame) for frame in frames]},
            "profiles": list(parts.values()),
        },
        separators=(",", ":"),
    ).encode()


def _frame(frame: Frame) -> dict[str, str | int]:
    told: dict[str, str | int] = {"name": frame.name}
    if frame.file:
        told |= {"file": frame.file}
    if frame.line:
        told |= {"line": frame.line}
    return told
