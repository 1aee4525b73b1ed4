"""The suite of all sources of marks, on this kernel: by each loader and kind of program, without a bell, and `always`."""

from __future__ import annotations

import ctypes
import select
import socket
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from activity.sources_to_try import ALL, WITH_BPF, opened
from conformance.activities import PATIENCE, Open, Source, at_rest, born, openings, refuse, talk
from kernel.real_namespaces import Spaces, descriptors

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.activity import bpf
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.activity.tracepoints import Tracepoints
from xtcp_ebpf.activity.walk import Walk
from xtcp_ebpf.marks import UNKNOWN, Activity

pytestmark = pytest.mark.kernel

RINGS_WITHIN = 0.1
NEXT_ID = {"program": 11, "map": 12, "link": 31}  # BPF_*_GET_NEXT_ID
WITH_BELL = [name for name in WITH_BPF if "no_bell" not in name]


@pytest.fixture
def fresh() -> Iterator[Open]:
    """Opens one of those with BPF that the test may damage; it is closed when the test ends."""
    with openings() as open_one:
        yield open_one


@pytest.fixture(scope="module", params=ALL)
def source(request: pytest.FixtureRequest) -> Iterator[Activity]:
    """Each of them, opened once for all tests that leave it as it is."""
    found = opened(request.param)
    try:
        yield found
    finally:
        found.close()


def test_the_right_namespace_and_no_other(source: Activity, spaces: Spaces) -> None:
    """What happens in one changes its mark, under its own cookie and inode, and those of its neighbours stay as they were."""
    busy, quiet, empty = (born(spaces, name) for name in ("busy", "quiet", "empty"))
    spaces.listen(quiet)
    before = at_rest(source, busy, quiet, empty)
    talk(spaces, busy)
    after = source.read()
    if source.name == "always":
        assert before == after == UNKNOWN
        return
    assert not after.lost, after.text
    assert after.of(busy) != before.of(busy)
    assert after.seen[busy.inode] == busy.cookie
    for namespace in (quiet, empty):
        assert after.of(namespace) is not None
        assert after.of(namespace) == before.of(namespace)


def test_two_readings_without_activity(source: Activity, spaces: Spaces) -> None:
    """A namespace at rest has the same mark ever again, whether it ever had a socket or not."""
    used, unused = born(spaces, "used"), born(spaces, "unused")
    talk(spaces, used)
    marks = at_rest(source, used, unused)
    for _ in range(50):
        assert source.read().of(used) == marks.of(used)
        assert source.read().of(unused) == marks.of(unused)


def test_each_of_them_each_time(source: Activity, spaces: Spaces) -> None:
    """Of eight namespaces random ones are busy, again and again: at each reading those and no others have another mark."""
    made, random = [born(spaces, f"n{n}") for n in range(8)], Random(1)
    marks = at_rest(source, *made)
    for _ in range(15):
        busy = random.sample(made, random.randrange(len(made)))
        for namespace in busy:
            talk(spaces, namespace)
        before, marks = marks, source.read()
        changed = [n for n in made if marks.of(n) is None or marks.of(n) != before.of(n)]
        assert changed == (made if source.name == "always" else [n for n in made if n in busy])


def test_an_inode_alone(source: Activity, spaces: Spaces) -> None:
    """A namespace whose cookie is not known yet is never said to be at rest by the mark of another with its inode.

    Where namespaces have no cookies (before Linux 5.14) the inode is all there is.
    """
    namespace = born(spaces, "a")
    talk(spaces, namespace)
    unknown = Namespace(namespace.inode, namespace.name, namespace.path, "mount")
    assert (source.read().of(unknown) is None) == (bool(namespace.cookie) or isinstance(source, Always))


def test_what_is_dead(source: Activity, spaces: Spaces) -> None:
    """The walk lists a namespace no more when it is dead. Tracepoints keep its mark until they are told to forget it."""
    namespace = born(spaces, "a")
    talk(spaces, namespace)
    marks = at_rest(source, namespace)
    spaces.remove(namespace)
    until = time.monotonic() + PATIENCE
    while source.name == "walk" and namespace.cookie in source.read().by_number:
        assert time.monotonic() < until
        time.sleep(0.01)
    if source.name == "tracepoints":
        assert source.read().of(namespace) == marks.of(namespace)
    source.forget([NamespaceId(namespace.inode, namespace.cookie)] * 2)
    assert namespace.cookie not in source.read().by_number


def test_what_it_costs(source: Activity, spaces: Spaces) -> None:
    """Totals that only grow; a namespace that was marked for the first time is counted."""
    before = source.cost()
    namespace = born(spaces, "a")
    # Before Linux 5.14 an inode is all that tells namespaces apart, and this one may be that of a dead one.
    source.forget([NamespaceId(namespace.inode, namespace.cookie)])
    talk(spaces, namespace)
    after = source.cost()
    assert before.keys() == after.keys()
    assert all(after[name] >= before[name] for name in before)
    if source.loader:
        assert after["bpf_namespaces_marked"] > before["bpf_namespaces_marked"]


def rings(source: Activity, seconds: float) -> bool:
    """Does the bell ring within that time?"""
    assert source.bell is not None
    waiting = select.poll()
    waiting.register(source.bell, select.POLLIN)
    return bool(waiting.poll(seconds * 1000))


def rings_for(source: Activity, act: Callable[[], object]) -> bool:
    """Does this make it ring? What happens elsewhere on the host at the same time does not count."""
    created = source.cost()["bpf_namespaces_marked"]
    source.hush()
    act()
    return rings(source, 0.05) and source.cost()["bpf_namespaces_marked"] == created


@pytest.mark.parametrize("name", WITH_BELL)
def test_the_bell(name: str, fresh: Open, spaces: Spaces) -> None:
    """It rings within 100 ms of the first connection of a namespace that was not marked yet, and not for any later one."""
    source = fresh(name)
    namespace, other = born(spaces, "a"), born(spaces, "b")
    assert not rings_for(source, source.read), "nothing happened there yet"
    for new in (namespace, other):
        source.hush()
        talk(spaces, new)
        assert rings(source, RINGS_WITHIN)
        assert source.read().seen[new.inode] == new.cookie
        for _ in range(3):
            assert not rings_for(source, lambda new=new: (talk(spaces, new), source.read()))
    source.forget([NamespaceId(namespace.inode, namespace.cookie)])
    source.hush()
    talk(spaces, namespace)
    assert rings(source, RINGS_WITHIN), "what was forgotten is new again"


@pytest.mark.parametrize("name", sorted({*ALL} - {*WITH_BELL}))
def test_without_a_bell(name: str) -> None:
    """There is none, and to hush it does nothing."""
    source = opened(name)
    try:
        assert source.bell is None
        source.hush()
    finally:
        source.close()


@pytest.mark.parametrize("name", WITH_BPF)
def test_activity_in_the_middle_of_a_reading(name: str, fresh: Open, spaces: Spaces, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens while marks are read, before or after whichever step: what happens after the reading shows in the next one.

    Else the mark that was read could be of the epoch that goes on, and the namespace seem to be at rest after its dump, and not be.
    """
    source, namespace = fresh(name), born(spaces, "a")
    waiting: list[Callable[[], None]] = []

    def surrounded(step: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            for each in waiting:
                each()
            try:
                return step(*arguments)
            finally:
                for each in waiting:
                    each()

        return call

    for owner, step in ((bpf, "run"), (source._batch, "read"), (source._hooks, "next_epoch")):
        monkeypatch.setattr(owner, step, surrounded(getattr(owner, step)))
    moments = 0
    for moment in range(9):
        counted = iter(range(100))
        with spaces.inside(namespace, socket.socket) as first, spaces.inside(namespace, socket.socket) as second:
            at_rest(source, namespace)

            def each(first: socket.socket = first, counted: Iterator[int] = counted, moment: int = moment) -> None:
                if next(counted) == moment:
                    first.listen()

            waiting.append(each)
            marks = source.read()
            waiting.clear()
            moments = next(counted)
            second.listen()
            assert source.read().of(namespace) != marks.of(namespace), f"moment {moment}"
    assert 4 <= moments < 9


@pytest.mark.parametrize("name", WITH_BPF)
def test_epochs_that_wrap(name: str, fresh: Open, spaces: Spaces) -> None:
    """The number of epochs has 32 bits: beyond its end what happens shows as ever, what does not stays the same."""
    source = fresh(name)
    busy, quiet = born(spaces, "busy"), born(spaces, "quiet")
    talk(spaces, quiet)
    marks = at_rest(source, busy, quiet)
    source._hooks._epoch[0] = 0xFFFFFFFC
    epochs = []
    for _ in range(7):
        talk(spaces, busy)
        before, marks = marks, at_rest(source, busy, quiet)
        epochs.append(source._hooks.control().epoch)
        assert marks.of(busy) != before.of(busy)
        assert marks.of(quiet) == before.of(quiet)
    assert epochs[0] > epochs[-1] > 0


def ids(kind: str) -> set[int]:
    """Of all programs, maps or links in this kernel."""
    found, at = set(), 0
    while True:
        attr = ctypes.create_string_buffer(struct.pack("=III", at, 0, 0), 128)
        try:
            bpf.bpf(NEXT_ID[kind], attr)
        except FileNotFoundError:
            return found
        at = struct.unpack_from("=I", attr, 4)[0]
        found.add(at)


def maps_of(program: int) -> set[int]:
    """The ids of the maps that a program uses."""
    numbers = (ctypes.c_uint32 * 32)()
    found = ctypes.create_string_buffer(bpf._PROG_INFO_BYTES)
    struct.pack_into("=IQ", found, 52, 32, ctypes.addressof(numbers))
    attr = ctypes.create_string_buffer(struct.pack("=IIQ", program, len(found), ctypes.addressof(found)), 128)
    bpf.bpf(bpf.OBJ_GET_INFO_BY_FD, attr)
    return set(numbers[: struct.unpack_from("=I", found, 52)[0]])


def held_by(source: Source) -> set[tuple[str, int]]:
    """What a source has in the kernel: (kind, id)."""
    hooks = source._hooks
    found = {("map", number) for program in hooks.objects.programs.values() for number in maps_of(program)}
    for kind, held in (("program", hooks.objects.programs), ("map", hooks.objects.maps), ("link", hooks._links)):
        found |= {(kind, struct.unpack_from("=I", bpf.info(descriptor), 4)[0]) for descriptor in held.values()}
    return found


def mapped() -> int:
    """How many pieces of memory of this process are those of BPF maps."""
    return Path("/proc/self/maps").read_text().count("bpf-map")


@pytest.mark.parametrize("name", WITH_BPF)
def test_nothing_is_left(name: str, spaces: Spaces) -> None:
    """After close(): no descriptor, no mapped memory, and in the kernel no program, map or link that was its."""
    before = descriptors(), mapped()
    source = opened(name, 64)
    assert isinstance(source, Walk | Tracepoints)
    talk(spaces, born(spaces, "a"))
    source.read()
    held = held_by(source)
    assert {kind for kind, _ in held} == {"program", "map", "link"}
    assert held <= {(kind, number) for kind in NEXT_ID for number in ids(kind)}
    source.close()
    assert (descriptors(), mapped()) == before
    until = time.monotonic() + PATIENCE
    while left := held & {(kind, number) for kind in NEXT_ID for number in ids(kind)}:
        assert time.monotonic() < until, left
        time.sleep(0.01)  # the kernel frees them when the last CPU has left them


@pytest.mark.parametrize("name", [name for name in WITH_BPF if "libbpf" in name])
def test_a_source_that_cannot_start_leaves_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the kernel takes the programs and refuses to attach them, all is given back."""
    before = descriptors(), mapped()
    monkeypatch.setattr(bpf, "attach", refuse)
    with pytest.raises(PermissionError):
        opened(name)
    assert (descriptors(), mapped()) == before
