"""A prebuilt CO-RE object, opened by libbpf.so.1 through ctypes: no compiler, no headers, no LLVM.

with opened(path) as found: fit it, load it, keep descriptors            libbpf then forgets all it knew
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import F_DUPFD_CLOEXEC, fcntl
from functools import cache
from pathlib import Path
from typing import Any, Final

from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.errors import AssistUnavailable, errno_text

LIBRARY: Final = "libbpf.so.1"
BUILT: Final = Path(__file__).parent / "built"
SUFFIX: Final = {"tp_btf": "btf", "raw_tp": "raw"}
"""Kind -> what the names of its programs end with."""
_LINES: Final = 12
"""Of what libbpf and the verifier say, the last are kept."""
_SAID_BYTES: Final = 1 << 20
"""The verifier's whole log comes as one message, and its end is what counts."""

_Print = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)
_vsnprintf = ctypes.CDLL(None).vsnprintf
_vsnprintf.argtypes = (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_void_p)


@contextmanager
def opened(path: Path) -> Iterator[BpfObject]:
    """Raises AssistUnavailable. Nothing of it is left at the end but what was kept."""
    library = _library()
    if not path.exists():
        raise AssistUnavailable("no_objects", f"{path.name} was not built: install clang and libbpf-dev, then install again")
    with _listening(library) as said:
        pointer = library.bpf_object__open_file(os.fsencode(path), None)
        if not pointer:
            raise _refused("object", f"cannot read {path.name}", said)
        try:
            yield BpfObject(library, pointer, path.name, said)
        finally:
            library.bpf_object__close(pointer)


class BpfObject:
    """What is in it goes by name. Each method raises AssistUnavailable where there is no such thing: then it is of another version."""

    def __init__(self, library: ctypes.CDLL, pointer: int, name: str, said: list[str]) -> None:
        self._library = library
        self._pointer = pointer
        self._name = name
        self._said = said

    def choose(self, prefix: str, kind: str) -> None:
        """Of this program's two kinds one is loaded; of a kind that is none, neither."""
        for each, suffix in SUFFIX.items():
            self._library.bpf_program__set_autoload(self._program(f"{prefix}_{suffix}", prefix), each == kind)

    def size(self, name: str, entries: int) -> None:
        """Of a map; of a ring, bytes."""
        self._library.bpf_map__set_max_entries(self._map(name), entries)

    def leave_out(self, name: str) -> None:
        """This map is not made."""
        self._library.bpf_map__set_autocreate(self._map(name), False)

    def set_constants(self, packed: bytes) -> None:
        """What stands in .rodata."""
        if self._library.bpf_map__set_initial_value(self._map(".rodata"), packed, len(packed)):
            raise AssistUnavailable("object", "the BPF object has other constants: it is of another version; install again")

    def load(self) -> None:
        """Into the kernel."""
        if failed := self._library.bpf_object__load(self._pointer):
            number = -failed
            reason = {errno.EPERM: "permission", errno.EACCES: "verifier", errno.ENOMEM: "memory"}.get(number, "load")
            raise _refused(reason, f"the kernel refused {self._name}", self._said, number)

    def keep(self, kind: str, maps: Iterable[str], programs: Mapping[str, str]) -> Objects:
        """Descriptors of these; `programs`: how each is to be called -> its name."""
        found: dict[str, int] = {}
        attached: dict[str, int] = {}
        try:
            for name in maps:
                found[name] = _kept(self._library.bpf_map__fd(self._map(name)))
            for name, program in programs.items():
                attached[name] = _kept(self._library.bpf_program__fd(self._program(program, name)))
        except BaseException:
            Objects("libbpf", kind, found, attached).close()
            raise
        return Objects("libbpf", kind, found, attached)

    def _program(self, name: str, called: str) -> int:
        return _found(self._library.bpf_object__find_program_by_name(self._pointer, name.encode()), called)

    def _map(self, name: str) -> int:
        return _found(self._library.bpf_object__find_map_by_name(self._pointer, name.encode()), name)


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
