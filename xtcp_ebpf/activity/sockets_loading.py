"""Brings sockets.bpf.o into the kernel, as libbpf.py does with the objects of the sources of marks."""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
from pathlib import Path
from typing import Final, NamedTuple

from xtcp_ebpf.activity import rules, sockets_layout, sockets_rules
from xtcp_ebpf.activity.libbpf import _SUFFIX, BUILT, _found, _kept, _library, _listening, _refused
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.errors import AssistUnavailable

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


def load(wanted: Wanted, kind: str, built: Path = BUILT) -> Objects:
    """`kind`: tp_btf or raw_tp. Raises AssistUnavailable; then nothing is left in the kernel."""
    library = _library()
    path = built / sockets_rules.OBJECT
    if not path.exists():
        raise AssistUnavailable("no_objects", f"{path.name} was not built: install clang and libbpf-dev, then install again")
    with _listening(library) as said:
        opened = library.bpf_object__open_file(os.fsencode(path), None)
        if not opened:
            raise _refused("object", f"cannot read {path.name}", said)
        try:
            _fit(library, opened, wanted, kind)
            if failed := library.bpf_object__load(opened):
                number = -failed
                reason = {errno.EPERM: "permission", errno.EACCES: "verifier", errno.ENOMEM: "memory"}.get(number, "load")
                raise _refused(reason, f"the kernel refused {path.name}", said, number)
            return _keep(library, opened, wanted, kind)
        finally:
            library.bpf_object__close(opened)


def tracepoints(marks: bool) -> dict[str, str]:
    """Tracepoint -> what its programs' names begin with."""
    return {**sockets_rules.TRACEPOINTS, **(sockets_rules.MARKING if marks else {})}


def _program(library: ctypes.CDLL, opened: int, prefix: str, kind: str) -> int:
    return _found(library.bpf_object__find_program_by_name(opened, f"{prefix}_{_SUFFIX[kind]}".encode()), prefix)


def _map(library: ctypes.CDLL, opened: int, name: str) -> int:
    return _found(library.bpf_object__find_map_by_name(opened, name.encode()), name)


def _fit(library: ctypes.CDLL, opened: int, wanted: Wanted, kind: str) -> None:
    """Say, before loading, which programs are wanted and how large the maps are."""
    for name, prefix in tracepoints(True).items():
        for each in _SUFFIX:
            chosen = each == kind and name in tracepoints(wanted.marks)
            library.bpf_program__set_autoload(_program(library, opened, prefix, each), chosen)
    sizes = {"watched": wanted.namespaces, "half_open": wanted.namespaces, "births": wanted.ring, "active": wanted.sockets}
    for name, size in sizes.items():
        library.bpf_map__set_max_entries(_map(library, opened, name), size)
    for name in _MARKS if not wanted.marks else ():
        library.bpf_map__set_autocreate(_map(library, opened, name), False)
    packed = sockets_layout.CONSTANTS.pack(wanted.states, wanted.extensions, wanted.marks)
    if library.bpf_map__set_initial_value(_map(library, opened, ".rodata"), packed, len(packed)):
        raise AssistUnavailable("object", "the BPF object has other constants: it is of another version; install again")


def _keep(library: ctypes.CDLL, opened: int, wanted: Wanted, kind: str) -> Objects:
    maps: dict[str, int] = {}
    programs: dict[str, int] = {}
    try:
        for name in (*_ALWAYS, *(_MARKS[:1] if wanted.marks else ())):
            maps[name] = _kept(library.bpf_map__fd(_map(library, opened, name)))
        for name, prefix in tracepoints(wanted.marks).items():
            programs[name] = _kept(library.bpf_program__fd(_program(library, opened, prefix, kind)))
    except BaseException:
        Objects("libbpf", kind, maps, programs).close()
        raise
    return Objects("libbpf", kind, maps, programs)
