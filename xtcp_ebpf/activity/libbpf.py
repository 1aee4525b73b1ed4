"""The loader that brings prebuilt CO-RE objects into the kernel: libbpf.so.1 through ctypes. No compiler, no headers, no LLVM.

libbpf opens the object, fits it to this kernel by its BTF and loads it. Then we keep descriptors of maps and programs, and libbpf forgets
all it knew.
"""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import F_DUPFD_CLOEXEC, fcntl
from functools import cache
from pathlib import Path
from typing import Any, Final

from xtcp_ebpf.activity import map_layout
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.errors import AssistUnavailable, errno_text

LIBRARY: Final = "libbpf.so.1"
BUILT: Final = Path(__file__).parent / "built"
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
_SUFFIX: Final = {"tp_btf": "btf", "raw_tp": "raw"}
_LINES: Final = 12
"""Of what libbpf and the verifier say, the last are kept."""
_SAID_BYTES: Final = 1 << 20
"""The verifier's whole log comes as one message, and its end is what counts."""

_Print = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)
_vsnprintf = ctypes.CDLL(None).vsnprintf
_vsnprintf.argtypes = (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_void_p)


def load(source: str, kind: str, slots: int, bell: bool, built: Path = BUILT) -> Objects:
    """Loader of objects.py."""
    library = _library()
    path = built / f"{source}.bpf.o"
    if not path.exists():
        raise AssistUnavailable("no_objects", f"{path.name} was not built: install clang and libbpf-dev, then install again")
    with _listening(library) as said:
        opened = library.bpf_object__open_file(os.fsencode(path), None)
        if not opened:
            raise _refused("object", f"cannot read {path.name}", said)
        try:
            _fit(library, opened, source, kind, slots, bell)
            if failed := library.bpf_object__load(opened):
                number = -failed
                reason = {errno.EPERM: "permission", errno.EACCES: "verifier", errno.ENOMEM: "memory"}.get(number, "load")
                raise _refused(reason, f"the kernel refused {path.name}", said, number)
            return _keep(library, opened, source, kind, bell)
        finally:
            library.bpf_object__close(opened)


def _fit(library: ctypes.CDLL, opened: int, source: str, kind: str, slots: int, bell: bool) -> None:
    """Say, before loading, which programs are wanted, how large the maps are, and whether there is a bell."""
    for name in SIZED:
        if name in MAPS[source]:
            library.bpf_map__set_max_entries(_found(library.bpf_object__find_map_by_name(opened, name.encode()), name), slots)
    if source in _ONE_KIND:
        return
    for prefix in TRACEPOINTS[source].values():
        for each, suffix in _SUFFIX.items():
            program = _found(library.bpf_object__find_program_by_name(opened, f"{prefix}_{suffix}".encode()), prefix)
            library.bpf_program__set_autoload(program, each == kind)
    if bell:  # whole pages, and of those at least one
        ring = _found(library.bpf_object__find_map_by_name(opened, b"bell"), "bell")
        library.bpf_map__set_max_entries(ring, max(map_layout.BELL_BYTES, mmap.PAGESIZE))
    else:
        library.bpf_map__set_autocreate(_found(library.bpf_object__find_map_by_name(opened, b"bell"), "bell"), False)
    constants = _found(library.bpf_object__find_map_by_name(opened, b".rodata"), ".rodata")
    if library.bpf_map__set_initial_value(constants, packed := map_layout.CONSTANTS.pack(bell, possible_cpus()), len(packed)):
        raise AssistUnavailable("object", "the BPF object has other constants: it is of another version; install again")


def _keep(library: ctypes.CDLL, opened: int, source: str, kind: str, bell: bool) -> Objects:
    maps: dict[str, int] = {}
    programs: dict[str, int] = {}
    try:
        for name in (*MAPS[source], *(("bell",) if bell else ())):
            maps[name] = _kept(library.bpf_map__fd(_found(library.bpf_object__find_map_by_name(opened, name.encode()), name)))
        names = {name: f"{prefix}_{_SUFFIX[kind]}" for name, prefix in TRACEPOINTS[source].items()}
        for name, program in {**names, **{name: name for name in _UNATTACHED[source]}}.items():
            programs[name] = _kept(
                library.bpf_program__fd(_found(library.bpf_object__find_program_by_name(opened, program.encode()), name))
            )
    except BaseException:
        Objects("libbpf", kind, maps, programs).close()
        raise
    return Objects("libbpf", kind, maps, programs)


def _kept(descriptor: int) -> int:
    return fcntl(descriptor, F_DUPFD_CLOEXEC, 3)


def _found(pointer: int | None, name: str) -> int:
    if not pointer:
        raise AssistUnavailable("object", f"the BPF object has no {name}: it is of another version; install again")
    return pointer


def _refused(reason: str, what: str, said: list[str], number: int = 0) -> AssistUnavailable:
    why = f": {errno_text(number or ctypes.get_errno())}" if number or ctypes.get_errno() else ""
    words = "; ".join(line for line in said[-_LINES:] if line)
    return AssistUnavailable(reason, f"{what}{why}{'; libbpf says: ' + words if words else ''}")


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


@contextmanager
def _listening(library: ctypes.CDLL) -> Iterator[list[str]]:
    """What libbpf says meanwhile, its warnings and worse, instead of on standard error."""
    said: list[str] = []
    message = ctypes.create_string_buffer(_SAID_BYTES)

    def take(level: int, form: bytes, arguments: int) -> int:
        if level == 0:
            _vsnprintf(message, _SAID_BYTES, form, arguments)
            said.extend(message.value.decode(errors="replace").splitlines()[-_LINES:])
            del said[: -8 * _LINES]
        return 0

    callback = _Print(take)
    before = library.libbpf_set_print(ctypes.cast(callback, ctypes.c_void_p))
    try:
        yield said
    finally:
        library.libbpf_set_print(before)


@cache
def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(LIBRARY, use_errno=True)
    except OSError as error:
        raise AssistUnavailable("no_libbpf", f"cannot load {LIBRARY} ({error}): apt install libbpf1") from None
    pointer, text, number, flag = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_bool
    prototypes: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "bpf_object__open_file": (pointer, (text, pointer)),
        "bpf_object__load": (number, (pointer,)),
        "bpf_object__close": (None, (pointer,)),
        "bpf_object__find_map_by_name": (pointer, (pointer, text)),
        "bpf_object__find_program_by_name": (pointer, (pointer, text)),
        "bpf_program__set_autoload": (number, (pointer, flag)),
        "bpf_program__fd": (number, (pointer,)),
        "bpf_map__fd": (number, (pointer,)),
        "bpf_map__set_max_entries": (number, (pointer, ctypes.c_uint32)),
        "bpf_map__set_autocreate": (number, (pointer, flag)),
        "bpf_map__set_initial_value": (number, (pointer, text, ctypes.c_size_t)),
        "libbpf_set_print": (pointer, (pointer,)),
    }
    for name, (result, arguments) in prototypes.items():
        function: Callable[..., Any] = getattr(library, name)
        function.restype, function.argtypes = result, arguments  # type: ignore[attr-defined]  # of a ctypes function
    return library
