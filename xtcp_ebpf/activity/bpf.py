"""bpf(2), as far as a running source needs it: what can be done with descriptors of maps and programs, whoever loaded them.

Numbers and structures: include/uapi/linux/bpf.h, union bpf_attr. All calls raise OSError.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Callable
from typing import Final, NamedTuple

_CALLS: Final = {
    "x86_64": 321,
    "aarch64": 280,
    "riscv64": 280,
    "loongarch64": 280,
    "ppc64le": 361,
    "s390x": 351,
    "i686": 357,
    "armv7l": 386,
}
MAP_LOOKUP_ELEM, MAP_UPDATE_ELEM, MAP_DELETE_ELEM, MAP_GET_NEXT_KEY = 1, 2, 3, 4
PROG_TEST_RUN = 10
OBJ_GET_INFO_BY_FD = 15
RAW_TRACEPOINT_OPEN = 17
MAP_LOOKUP_BATCH = 24

_ATTR_BYTES = 128
"""Of union bpf_attr as we fill it; the kernel takes a shorter one than its own."""
_BATCH = struct.Struct("=QQQQIIQQ")
"""in_batch, out_batch, keys, values, count, map_fd, elem_flags, flags."""
_TEST_RUN = struct.Struct("=IIIIQQIIIIQQ")
"""prog_fd, retval, data_size_in, data_size_out, data_in, data_out, repeat, duration, ctx_size_in, ctx_size_out, ctx_in, ctx_out."""
_PROG_INFO_BYTES = 256
_RUN_TIME, _RUNS, _MISSES = 192, 200, 208
"""Offsets in struct bpf_prog_info of run_time_ns, run_cnt (5.1) and recursion_misses (5.12)."""

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_number = ctypes.c_long(_CALLS.get(platform.machine(), -1))


class Runs(NamedTuple):
    """What the kernel counted of one program."""

    nanoseconds: int
    """All its runs together; 0 unless kernel.bpf_stats_enabled is 1."""
    runs: int
    """The same holds."""
    missed: int
    """Runs that did not happen, because the program was interrupted on that CPU by the event that called for it again."""


def bpf(command: int, attr: ctypes.Array[ctypes.c_char]) -> int:
    """The system call itself."""
    answer = int(_libc.syscall(_number, command, attr, len(attr)))
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return answer


def _attr(packed: bytes) -> ctypes.Array[ctypes.c_char]:
    return ctypes.create_string_buffer(packed, max(len(packed), _ATTR_BYTES))


def attach(program: int, tracepoint: str | None) -> int:
    """A link of a raw_tp program to that tracepoint, or of a tp_btf program (None) to its own. Closed, it is detached."""
    name = ctypes.create_string_buffer((tracepoint or "").encode())
    return bpf(RAW_TRACEPOINT_OPEN, _attr(struct.pack("=QII", ctypes.addressof(name) if tracepoint else 0, program, 0)))


def update(descriptor: int, key: bytes, value: bytes) -> None:
    """Set one element."""
    k, v = ctypes.create_string_buffer(key, len(key)), ctypes.create_string_buffer(value, len(value))
    bpf(MAP_UPDATE_ELEM, _attr(struct.pack("=IIQQQ", descriptor, 0, ctypes.addressof(k), ctypes.addressof(v), 0)))


def lookup(descriptor: int, key: bytes, value: ctypes.Array[ctypes.c_char]) -> None:
    """Read one element into `value`, which has the map's size of values. Raises FileNotFoundError when there is none."""
    k = ctypes.create_string_buffer(key, len(key))
    bpf(MAP_LOOKUP_ELEM, _attr(struct.pack("=IIQQQ", descriptor, 0, ctypes.addressof(k), ctypes.addressof(value), 0)))


def delete(descriptor: int, key: bytes) -> bool:
    """Take an element away; False: it was not there."""
    k = ctypes.create_string_buffer(key, len(key))
    try:
        bpf(MAP_DELETE_ELEM, _attr(struct.pack("=IIQ", descriptor, 0, ctypes.addressof(k))))
    except FileNotFoundError:
        return False
    return True


def info(descriptor: int) -> bytes:
    """struct bpf_prog_info, bpf_map_info or bpf_link_info, whatever the descriptor is of, zeros where this kernel's is shorter."""
    found = ctypes.create_string_buffer(_PROG_INFO_BYTES)
    bpf(OBJ_GET_INFO_BY_FD, _attr(struct.pack("=IIQ", descriptor, _PROG_INFO_BYTES, ctypes.addressof(found))))
    return found.raw


def runs(program: int) -> Runs:
    """What a program has cost the host so far."""
    found = info(program)
    return Runs(*(int.from_bytes(found[at : at + 8], sys.byteorder) for at in (_RUN_TIME, _RUNS, _MISSES)))


class Batch:
    """Reads all elements of a hash map: with one call (Linux 5.6), else one by one."""

    def __init__(
        self,
        descriptor: int,
        key_bytes: int,
        value_bytes: int,
        slots: int,
        command: Callable[[int, ctypes.Array[ctypes.c_char]], int] = bpf,
    ) -> None:
        self._command = command
        self._descriptor = descriptor
        self._sizes = key_bytes, value_bytes
        self._slots = slots
        self._keys = ctypes.create_string_buffer(key_bytes * slots)
        self._values = ctypes.create_string_buffer(value_bytes * slots)
        self._cursor = ctypes.create_string_buffer(16)
        self._attr = _attr(b"")

    def read(self) -> tuple[memoryview, memoryview]:
        """Keys and values, in the same order; both are overwritten by the next call.

        Raises OSError: ENOSPC when there are more elements than slots.
        """
        fields = (0, ctypes.addressof(self._cursor), ctypes.addressof(self._keys), ctypes.addressof(self._values))
        _BATCH.pack_into(self._attr, 0, *fields, self._slots, self._descriptor, 0, 0)
        try:
            self._command(MAP_LOOKUP_BATCH, self._attr)
            raise OSError(errno.ENOSPC, "more elements than the map can have")
        except FileNotFoundError:  # says that the end was reached
            count = _BATCH.unpack_from(self._attr)[4]
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            count = self._one_by_one()
        keys, values = self._sizes
        return memoryview(self._keys).cast("B")[: keys * count], memoryview(self._values).cast("B")[: values * count]

    def _one_by_one(self) -> int:
        """One that is taken away meanwhile is left out; the kernel then starts over, so what comes twice is taken once."""
        keys, values = self._sizes
        found: dict[bytes, bytes] = {}
        key = ctypes.create_string_buffer(keys)
        after, value = ctypes.create_string_buffer(keys), ctypes.create_string_buffer(values)
        before = 0
        for _ in range(2 * self._slots + 1):
            try:
                self._command(MAP_GET_NEXT_KEY, _attr(struct.pack("=IIQQ", self._descriptor, 0, before, ctypes.addressof(after))))
            except FileNotFoundError:
                break
            key.raw = after.raw
            before = ctypes.addressof(key)
            try:
                self._command(MAP_LOOKUP_ELEM, _attr(struct.pack("=IIQQQ", self._descriptor, 0, before, ctypes.addressof(value), 0)))
                found[key.raw] = value.raw
            except FileNotFoundError:
                continue
        self._keys.raw = b"".join(found)[: keys * self._slots]
        self._values.raw = b"".join(found.values())[: values * self._slots]
        return min(len(found), self._slots)


def run(program: int, *arguments: int) -> int:
    """Run a program of type raw_tp once, here and now, with these arguments (Linux 5.10): what it returned."""
    packed = struct.pack(f"={len(arguments)}Q", *arguments)
    context = ctypes.create_string_buffer(packed, max(len(packed), 1))
    fields = (program, 0, 0, 0, 0, 0, 0, 0, len(packed), 0, ctypes.addressof(context) if packed else 0, 0)
    attr = _attr(_TEST_RUN.pack(*fields))
    bpf(PROG_TEST_RUN, attr)
    return int(_TEST_RUN.unpack_from(attr)[1])
