"""From what stands to what is wanted: which parts of the daemon a change of knobs makes anew, and which changes it cannot make. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import BUSY, ENDS, POLL, READ, ROWS, SEEN, SELF, SPACES, TABLE, Knobs
from xtcp_ebpf.knobs import GROUPS as ALL_GROUPS

Part = Literal["assist", "batch", "collection", "delivery", "grpc", "log", "metrics", "start", "none"]
"""`start`: it cannot be changed; `none`: whoever needs the value reads it anew each time."""

_GROUPS: Final[dict[str, Part]] = {POLL: "none", ROWS: "collection", READ: "collection", SPACES: "collection", ENDS: "start", SELF: "start"}
_ALONE: Final[dict[str, tuple[Part, ...]]] = {
    "envelope_flush_rows": ("batch",),
    "envelope_flush_bytes": ("batch",),
    "capture_path": ("collection", "delivery"),
    "hostname": ("collection", "delivery"),
    "reconcile_before_poll": ("none",),
    "reconcile_frequency": ("none",),
    "scan_descriptors": ("none",),
    "reads": ("assist",),
    "exact_sockets": ("assist",),
    "skip": ("assist",),
    "max_stale": ("none",),
    "d": ("log",),
    "ipv4_ttl": ("metrics", "grpc"),
    "ipv6_hop_limit": ("metrics", "grpc"),
    "prom_listen": ("metrics",),
    "prom_path": ("metrics",),
}


def parts_of(knob: Knob) -> tuple[Part, ...]:
    """What one knob makes anew."""
    if knob.attribute in _ALONE:
        return _ALONE[knob.attribute]
    if knob.status != "works":
        return ("none",)
    if knob.group == BUSY:
        return ("assist",)
    if knob.group == SEEN:
        return ("grpc",) if knob.attribute.startswith("grpc_") else ("start",)
    return (_GROUPS.get(knob.group, "delivery" if knob.group in ALL_GROUPS else "start"),)


def changed(before: Knobs, after: Knobs) -> list[Knob]:
    """Those that differ."""
    return [knob for knob in TABLE if getattr(before, knob.attribute) != getattr(after, knob.attribute)]


def parts(before: Knobs, after: Knobs) -> frozenset[Part]:
    """What is to be made anew, or told."""
    return frozenset(part for knob in changed(before, after) for part in parts_of(knob)) - {"none"}


def refusals(before: Knobs, after: Knobs) -> Iterator[BadFlag]:
    """Those that a running daemon cannot change."""
    for knob in changed(before, after):
        if "start" in parts_of(knob) or (before.privsep and knob.attribute in ("namespaces", "netns_dirs")):
            yield BadFlag(knob.name, "is settled when the daemon starts: start it anew with the other value")
