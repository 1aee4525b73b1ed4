"""Epoch, bell, and whether the programs are still where they were attached."""

from __future__ import annotations

import errno
import mmap
import os
import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.activity import bpf, hooks, libbpf, map_layout
from xtcp_ebpf.activity.hooks import Hooks

pytestmark = pytest.mark.kernel
TRACEPOINTS = ("inet_sock_set_state", "tcp_probe", "tcp_retransmit_skb")


@pytest.fixture
def attached() -> Iterator[Hooks]:
    """The three tracepoints."""
    found = Hooks(libbpf.load("tracepoints", "tp_btf", 64, True), TRACEPOINTS)
    yield found
    found.close()


def told(attached: Hooks) -> set[int]:
    """Inodes of which the bell tells, a tenth of a second from now at the latest: the host's other namespaces may ring too."""
    assert attached.bell is not None
    select.select([attached.bell], [], [], 0.1)
    page = mmap.PAGESIZE
    # Behind how far it was read, how far it was written, then twice the entries: length, position, and the key.
    with mmap.mmap(attached.bell, 3 * page, mmap.MAP_SHARED, mmap.PROT_READ, offset=page) as ring:
        end = int.from_bytes(ring[:8], sys.byteorder)
        return {map_layout.KEY.unpack_from(ring, page + at % page + 8)[1] for at in range(attached._read_up_to[0], end, 24)}


def test_epochs_pass_zero_by(attached: Hooks) -> None:
    """An untouched mark is 0, so no epoch is."""
    assert attached.control().epoch == hooks.FIRST_EPOCH
    attached._epoch[0] = 0xFFFFFFFF
    attached.next_epoch()
    assert attached.control().epoch == hooks.FIRST_EPOCH
    attached.next_epoch()
    assert attached.control().epoch == 2


def test_the_bell_rings_for_what_was_never_marked(attached: Hooks, spaces: Spaces) -> None:
    """At the first socket of a namespace, not at the next; and again after it was forgotten."""
    space = spaces.make("a")
    assert space.inode not in told(attached)
    spaces.listen(space)
    assert space.inode in told(attached)
    attached.hush()
    spaces.listen(space)
    assert space.inode not in told(attached)
    batch = bpf.Batch(attached.objects.maps["marks"], map_layout.KEY.size, map_layout.MARK_BYTES, 64)
    keys = [NamespaceId(inode, cookie) for cookie, inode in map_layout.KEY.iter_unpack(batch.read()[0])]
    attached.next_epoch()
    attached.forget(key for key in keys if key.inode == space.inode)
    spaces.listen(space)
    assert space.inode in told(attached)
    assert attached.control().created >= 2


def test_a_bell_that_nobody_answers_is_full_and_loses_no_mark(attached: Hooks, spaces: Spaces) -> None:
    """More new namespaces than the ring has room for: those of which it could not tell are counted, and all are marked."""
    entries = map_layout.BELL_BYTES // 24  # 16 bytes and a header of 8
    space = spaces.make("a")
    spaces.listen(space)
    keys = map_layout.KEY.iter_unpack(bpf.Batch(attached.objects.maps["marks"], 16, 8, 64).read()[0])
    key = next(key for key in keys if key[1] == space.inode)
    for _ in range(entries + 10):
        attached.forget([NamespaceId(key[1], key[0])])
        attached.next_epoch()
        spaces.listen(space)
    control = attached.control()
    assert control.unrung >= 5
    assert control.lost == 0
    assert control.created >= entries + 11
    attached.hush()
    assert space.inode not in told(attached)


def test_a_program_that_lost_its_tracepoint_is_put_back(attached: Hooks, spaces: Spaces) -> None:
    """Its link is closed by somebody else: named, attached again, and it marks again."""
    assert attached.detached() == ()
    os.close(attached._links["inet_sock_set_state"])
    assert attached.detached() == ("inet_sock_set_state",)
    unseen, seen = spaces.make("unseen"), spaces.make("seen")
    spaces.listen(unseen)
    assert unseen.inode not in told(attached)
    attached.attach_again()
    assert attached.detached() == ()
    spaces.listen(seen)
    assert seen.inode in told(attached)


def test_links_that_tell_nothing_are_not_taken_for_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before Linux 5.8 there is no information on links of this kind."""
    real = bpf.info

    def older(descriptor: int) -> bytes:
        if os.readlink(f"/proc/self/fd/{descriptor}").endswith("link"):  # noqa: PTH115  the text of the link
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return real(descriptor)

    monkeypatch.setattr(bpf, "info", older)
    found = Hooks(libbpf.load("tracepoints", "raw_tp", 64, False), TRACEPOINTS)
    try:
        assert found.detached() == ()
    finally:
        found.close()


def test_what_cannot_be_attached_gives_everything_back() -> None:
    """A program of another kind than the tracepoint's: an OSError, and no descriptor is left."""
    objects = libbpf.load("tracepoints", "raw_tp", 64, True)
    held = [*objects.maps.values(), *objects.programs.values()]
    with pytest.raises(KeyError):
        Hooks(objects, ("no_such_program",))
    assert objects.close  # still ours: it was not begun
    wrong = type(objects)("libbpf", "tp_btf", objects.maps, {"tcp_probe": objects.maps["marks"]})
    with pytest.raises(OSError, match=r"."):
        Hooks(wrong, ("tcp_probe",))
    closed = [descriptor for descriptor in objects.maps.values() if not Path(f"/proc/self/fd/{descriptor}").exists()]
    assert len(closed) == len(objects.maps)
    for descriptor in objects.programs.values():
        os.close(descriptor)
    assert len(held) == 6


def test_what_it_costs(attached: Hooks) -> None:
    """Names for counters; nothing is counted yet, and the programs are asked all the same."""
    assert attached.cost() == {
        "bpf_run_time_ns": 0,
        "bpf_runs": 0,
        "bpf_runs_missed": 0,
        "bpf_namespaces_marked": attached.control().created,
        "bpf_marks_unplaced": 0,
        "bpf_bells_lost": 0,
    }
    assert attached.missed() == 0
    assert attached.unplaced() == 0
