"""Brings sockets.bpf.o into the kernel, as libbpf.py does with the objects of the sources of marks."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from xtcp_ebpf.activity import bpf_object, rules, sockets_layout, sockets_rules
from xtcp_ebpf.activity.bpf_object import BUILT, SUFFIX, BpfObject
from xtcp_ebpf.activity.objects import Objects

ALL_STATES: Final = 0xFFFFFFFF
_ALWAYS: Final = ("control", "watched", "half_open", "births")
_MARKS: Final = ("active", "recent")


class Wanted(NamedTuple):
    """What is to be watched, and how much room it has."""

    marks: bool = False
    """Active sockets too, not only births and half-open connections."""
    extensions: int = 0
    """idiag_ext of the requests in which births are told."""
    namespaces: int = rules.DEFAULT_SLOTS
    """That can be watched at once: 130 bytes each."""
    ring_bytes: int = 1 << 20
    """Of births that were not read yet, 72 each; rounded up to a power of two."""
    sockets: int = 1 << 16
    """That can be marked between two readings: some 80 bytes each, taken at the start."""
    states: int = ALL_STATES
    """idiag_states of the requests; the kernel does not look at it in exact gets."""

    @property
    def ring(self) -> int:
        """Bytes that the ring will have: whole pages, and a power of two."""
        return max(mmap.PAGESIZE, 1 << (max(self.ring_bytes, 1) - 1).bit_length())


class LoadSockets(Protocol):
    """Whoever brings these programs into the kernel."""

    def __call__(self, wanted: Wanted, kind: str) -> Objects:
        """As load() below."""
        ...


def load(wanted: Wanted, kind: str, built: Path = BUILT) -> Objects:
    """`kind`: tp_btf or raw_tp. Raises AssistUnavailable; then nothing is left in the kernel."""
    with bpf_object.opened(built / sockets_rules.OBJECT) as found:
        _fit(found, wanted, kind)
        found.load()
        maps = (*_ALWAYS, *(_MARKS[:1] if wanted.marks else ()))
        return found.keep(kind, maps, {name: f"{prefix}_{SUFFIX[kind]}" for name, prefix in tracepoints(wanted.marks).items()})


def tracepoints(marks: bool) -> dict[str, str]:
    """Tracepoint -> what its programs' names begin with."""
    return {**sockets_rules.TRACEPOINTS, **(sockets_rules.MARKING if marks else {})}


def _fit(found: BpfObject, wanted: Wanted, kind: str) -> None:
    """Say, before loading, which programs are wanted and how large the maps are."""
    chosen = tracepoints(wanted.marks)
    for name, prefix in tracepoints(True).items():
        found.choose(prefix, kind if name in chosen else "")
    sizes = {"watched": wanted.namespaces, "half_open": wanted.namespaces, "births": wanted.ring, "active": wanted.sockets}
    for name, size in sizes.items():
        found.size(name, size)
    for name in _MARKS if not wanted.marks else ():
        found.leave_out(name)
    found.set_constants(sockets_layout.CONSTANTS.pack(wanted.states, wanted.extensions, wanted.marks))
