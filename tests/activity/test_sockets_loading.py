"""sockets.bpf.o into this kernel, and every way in which that can fail."""

from __future__ import annotations

import mmap
import os
from pathlib import Path

import pytest
from kernel.real_namespaces import in_thread, without

from xtcp_ebpf.activity import bpf_object, sockets_loading, sockets_rules
from xtcp_ebpf.activity.sockets_loading import Wanted
from xtcp_ebpf.errors import AssistUnavailable

pytestmark = pytest.mark.kernel
CAP_SYS_ADMIN, CAP_BPF = 21, 39


def descriptors() -> set[str]:
    """Those that are open now."""
    return {name for name in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{name}")}  # noqa: PTH110, PTH208  the list as it is


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize("kind", ["tp_btf", "raw_tp"])
def test_with_and_without_marks(kind: str, marks: bool) -> None:
    """Just the maps and programs that are wanted, close-on-exec; given back, nothing of it is left."""
    before = descriptors()
    found = sockets_loading.load(Wanted(marks=marks, namespaces=10, sockets=10), kind)
    try:
        assert (found.loader, found.kind) == ("libbpf", kind)
        assert set(found.maps) == {"control", "watched", "half_open", "births", *(["active"] if marks else [])}
        assert set(found.programs) == {*sockets_rules.TRACEPOINTS, *(sockets_rules.MARKING if marks else ())}
        held = [*found.maps.values(), *found.programs.values()]
        assert not any(os.get_inheritable(descriptor) for descriptor in held)
        assert len(descriptors() - before) == len(held)
    finally:
        found.close()
    assert descriptors() == before


@pytest.mark.parametrize(
    ("asked", "given"), [(0, mmap.PAGESIZE), (1, mmap.PAGESIZE), (mmap.PAGESIZE + 1, 2 * mmap.PAGESIZE), (1 << 20, 1 << 20)]
)
def test_the_size_of_the_ring(asked: int, given: int) -> None:
    """A power of two, at least a page, at least what was asked for."""
    assert Wanted(ring_bytes=asked).ring == given


def test_an_object_that_was_not_built(tmp_path: Path) -> None:
    """It says what to install."""
    with pytest.raises(AssistUnavailable, match="clang and libbpf-dev") as refused:
        sockets_loading.load(Wanted(), "tp_btf", tmp_path)
    assert refused.value.reason == "no_objects"


@pytest.mark.parametrize("damage", ["empty", "cut"])
def test_an_object_that_is_none(tmp_path: Path, damage: str) -> None:
    """Refused with the file's name and what libbpf says of it, and nothing is left open."""
    whole = (bpf_object.BUILT / sockets_rules.OBJECT).read_bytes()
    (tmp_path / sockets_rules.OBJECT).write_bytes({"empty": b"", "cut": whole[: len(whole) // 2]}[damage])
    before = descriptors()
    with pytest.raises(AssistUnavailable, match=r"sockets\.bpf\.o.*libbpf says") as refused:
        sockets_loading.load(Wanted(), "tp_btf", tmp_path)
    assert refused.value.reason == "object"
    assert descriptors() == before


def test_an_object_of_another_version(tmp_path: Path) -> None:
    """Another source's under its name has not its programs: the one that is missing is named."""
    (tmp_path / sockets_rules.OBJECT).write_bytes((bpf_object.BUILT / "walk.bpf.o").read_bytes())
    with pytest.raises(AssistUnavailable, match=r"has no synack.*install again"):
        sockets_loading.load(Wanted(), "tp_btf", tmp_path)


def test_without_the_right_it_is_refused_and_nothing_stays() -> None:
    """The errno is told."""

    def attempt() -> AssistUnavailable:
        with pytest.raises(AssistUnavailable) as refused:
            sockets_loading.load(Wanted(), "tp_btf")
        return refused.value

    before = descriptors()
    refused = in_thread(lambda: without(CAP_SYS_ADMIN, CAP_BPF, work=attempt))
    assert refused.reason == "permission"
    assert "EPERM" in refused.text
    assert descriptors() == before


def test_maps_that_are_too_large() -> None:
    """The kernel's no comes back as an error with its errno."""
    with pytest.raises(AssistUnavailable) as refused:
        sockets_loading.load(Wanted(marks=True, sockets=0xFFFFFFFF), "tp_btf")
    assert refused.value.reason in ("load", "memory")
