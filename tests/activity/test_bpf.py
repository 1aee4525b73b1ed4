"""bpf(2) on maps and programs of our own."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterator

import pytest

from xtcp_ebpf.activity import bpf, libbpf, map_layout
from xtcp_ebpf.activity.objects import Objects

pytestmark = pytest.mark.kernel
SLOTS = 64


@pytest.fixture
def objects() -> Iterator[Objects]:
    """The programs of the walk, loaded and not attached."""
    found = libbpf.load("walk", "tp_btf", SLOTS, True)
    yield found
    found.close()


def fill(objects: Objects, count: int) -> dict[tuple[int, int], bytes]:
    """So many marks, by (cookie, inode)."""
    made = {(n + 1, 4026532000 + n): struct.pack("=II", n, n + 1) for n in range(count)}
    for key, value in made.items():
        bpf.update(objects.maps["marks"], map_layout.KEY.pack(*key), value)
    return made


def pairs(batch: bpf.Batch) -> dict[tuple[int, int], bytes]:
    """What a reading gives."""
    keys, values = batch.read()
    assert len(values) == len(keys) // map_layout.KEY.size * map_layout.MARK_BYTES
    return {key: bytes(values[8 * at : 8 * at + 8]) for at, key in enumerate(map_layout.KEY.iter_unpack(keys))}


def no_batches(command: int, attr: ctypes.Array[ctypes.c_char]) -> int:
    """A kernel before 5.6."""
    if command == bpf.MAP_LOOKUP_BATCH:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return bpf.bpf(command, attr)


@pytest.mark.parametrize("count", [0, 1, 17, SLOTS])
@pytest.mark.parametrize("command", [bpf.bpf, no_batches], ids=["batch", "one_by_one"])
def test_a_map_is_read_whole(objects: Objects, count: int, command: object) -> None:
    """Every element once, by one call or by one for each, however full the map is."""
    made = fill(objects, count)
    batch = bpf.Batch(objects.maps["marks"], map_layout.KEY.size, map_layout.MARK_BYTES, SLOTS, command)  # type: ignore[arg-type]  # one of the two
    assert pairs(batch) == made
    assert pairs(batch) == made


def test_more_elements_than_there_is_room_for(objects: Objects) -> None:
    """They are not passed over in silence."""
    fill(objects, 40)
    with pytest.raises(OSError, match=r"more elements|No space"):
        bpf.Batch(objects.maps["marks"], map_layout.KEY.size, map_layout.MARK_BYTES, 8).read()


def test_an_element_goes_once(objects: Objects) -> None:
    """delete() says whether it was there."""
    (key,) = fill(objects, 1)
    packed = map_layout.KEY.pack(*key)
    assert bpf.delete(objects.maps["marks"], packed)
    assert not bpf.delete(objects.maps["marks"], packed)


def test_errors_have_their_errno(objects: Objects) -> None:
    """A full map, a descriptor of something else, no descriptor at all."""
    fill(objects, SLOTS)
    with pytest.raises(OSError) as full:
        bpf.update(objects.maps["marks"], map_layout.KEY.pack(1 << 40, 1), bytes(8))
    assert full.value.errno == errno.E2BIG
    with pytest.raises(OSError) as other:
        bpf.run(objects.maps["marks"])
    assert other.value.errno == errno.EINVAL
    with pytest.raises(OSError) as none:
        bpf.info(1 << 20)
    assert none.value.errno in (errno.EBADF, errno.EBADFD)


def test_a_program_runs_and_answers() -> None:
    """`measure` gets its argument: with the descriptor of the yardstick it finds out all, with another it says no."""
    objects = libbpf.load("walk", "tp_btf", 16384, True)
    try:
        assert bpf.run(objects.programs["measure"], objects.maps["yardstick"]) == 1
        assert bpf.run(objects.programs["walk"], 20000) == 1
        with open("/dev/null") as other:  # noqa: PTH123  its descriptor is what is wanted
            assert bpf.run(objects.programs["measure"], other.fileno()) == 0
    finally:
        objects.close()


def test_runs_are_counted_while_the_host_wants_it(objects: Objects) -> None:
    """Without kernel.bpf_stats_enabled nothing is counted, and that is no error."""
    assert bpf.runs(objects.programs["walk"]) == bpf.Runs(0, 0, 0)
    with open("/proc/sys/kernel/bpf_stats_enabled") as switch:  # noqa: PTH123  a sysctl
        before = switch.read()
    try:
        with open("/proc/sys/kernel/bpf_stats_enabled", "w") as switch:  # noqa: PTH123  a sysctl
            switch.write("1")
        for _ in range(5):
            bpf.run(objects.programs["walk"], 100)
    finally:
        with open("/proc/sys/kernel/bpf_stats_enabled", "w") as switch:  # noqa: PTH123  a sysctl
            switch.write(before)
    nanoseconds, runs, missed = bpf.runs(objects.programs["walk"])
    assert (runs, missed) == (5, 0)
    assert 0 < nanoseconds < 5e8


def test_a_link_is_a_descriptor(objects: Objects) -> None:
    """Attached until it is closed; close-on-exec; a tracepoint that there is not is refused."""
    link = bpf.attach(objects.programs["inet_sock_set_state"], None)
    try:
        assert not os.get_inheritable(link)
        assert bpf.info(link) != bytes(256)
    finally:
        os.close(link)
    raw = libbpf.load("tracepoints", "raw_tp", SLOTS, False)
    try:
        with pytest.raises(FileNotFoundError):
            bpf.attach(raw.programs["tcp_probe"], "no_such_tracepoint")
    finally:
        raw.close()
