"""The loader that brings prebuilt CO-RE objects into the kernel, as the sources of marks and -closed want them."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Final

from xtcp_ebpf.activity import bpf_object, map_layout
from xtcp_ebpf.activity.bpf_object import BUILT, SUFFIX, BpfObject
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.errors import AssistUnavailable

MAPS: Final = {
    "tracepoints": ("control", "marks"),
    "walk": ("control", "marks", "walked", "outcome", "yardstick"),
    "closing": ("saved",),
}
TRACEPOINTS: Final = {
    "tracepoints": {"inet_sock_set_state": "state", "tcp_probe": "probe", "tcp_retransmit_skb": "retransmit"},
    "walk": {"inet_sock_set_state": "state"},
    "closing": {"inet_sock_set_state": "closing"},
}
"""Source -> tracepoint -> what its programs' names begin with."""
SIZED: Final = ("marks", "walked", "saved")
_UNATTACHED: Final = {"tracepoints": (), "walk": ("measure", "walk"), "closing": ()}
_ONE_KIND: Final = frozenset({"closing"})
"""Sources of tp_btf programs only, which have neither bell nor constants."""


def load(source: str, kind: str, slots: int, bell: bool, built: Path = BUILT) -> Objects:
    """Loader of objects.py."""
    with bpf_object.opened(built / f"{source}.bpf.o") as found:
        _fit(found, source, kind, slots, bell)
        found.load()
        attached = {name: f"{prefix}_{SUFFIX[kind]}" for name, prefix in TRACEPOINTS[source].items()}
        maps = (*MAPS[source], *(("bell",) if bell else ()))
        return found.keep(kind, maps, {**attached, **{name: name for name in _UNATTACHED[source]}})


def _fit(found: BpfObject, source: str, kind: str, slots: int, bell: bool) -> None:
    """Say, before loading, which programs are wanted, how large the maps are, and whether there is a bell."""
    for name in SIZED:
        if name in MAPS[source]:
            found.size(name, slots)
    if source in _ONE_KIND:
        return
    for prefix in TRACEPOINTS[source].values():
        found.choose(prefix, kind)
    if bell:
        found.size("bell", max(map_layout.BELL_BYTES, mmap.PAGESIZE))  # whole pages, and of those at least one
    else:
        found.leave_out("bell")
    found.set_constants(map_layout.CONSTANTS.pack(bell, possible_cpus()))


def possible_cpus(sys: str = "/sys") -> int:
    """How many CPUs this kernel may ever have: what per-CPU memory is made for. Raises AssistUnavailable beyond what a walk can read."""
    try:
        last = Path(sys, "devices/system/cpu/possible").read_text().strip().replace(",", "-").rpartition("-")[2]
        count = int(last) + 1
    except (OSError, ValueError) as error:
        raise AssistUnavailable("cpus", f"{sys}/devices/system/cpu/possible does not tell how many CPUs there can be: {error}") from None
    if count > map_layout.MAX_CPUS:
        raise AssistUnavailable("cpus", f"{count} CPUs are possible here, and the programs count up to {map_layout.MAX_CPUS}")
    return count
