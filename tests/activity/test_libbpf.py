"""Prebuilt objects into this kernel, and every way in which that can fail."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from shutil import copytree

import pytest
from activity.sources_to_try import CAN_WALK
from kernel.real_namespaces import in_thread, without

from xtcp_ebpf.activity import bpf_object, libbpf, map_layout
from xtcp_ebpf.errors import AssistUnavailable

pytestmark = pytest.mark.kernel
CAP_SYS_ADMIN, CAP_PERFMON, CAP_BPF = 21, 38, 39


def descriptors() -> set[str]:
    """Those that are open now."""
    return {name for name in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{name}")}  # noqa: PTH110, PTH208  the list as it is


@pytest.mark.parametrize("bell", [True, False])
@pytest.mark.parametrize("kind", ["tp_btf", "raw_tp"])
@pytest.mark.parametrize(
    "source", [pytest.param("walk", marks=pytest.mark.skipif(not CAN_WALK, reason="no bpf_loop before Linux 5.17")), "tracepoints"]
)
def test_every_source_of_every_kind(source: str, kind: str, bell: bool) -> None:
    """Loaded with just the maps and programs that it has, close-on-exec; given back, nothing of it is left."""
    before = descriptors()
    found = libbpf.load(source, kind, 100, bell)
    try:
        assert (found.loader, found.kind) == ("libbpf", kind)
        assert set(found.maps) == {*libbpf.MAPS[source], *(["bell"] if bell else [])}
        walk = {"measure", "walk"} if source == "walk" else set()
        assert set(found.programs) == {*libbpf.TRACEPOINTS[source], *walk}
        held = [*found.maps.values(), *found.programs.values()]
        assert not any(os.get_inheritable(descriptor) for descriptor in held)
        assert len(descriptors() - before) == len(held)
    finally:
        found.close()
    assert descriptors() == before


def test_an_object_that_was_not_built(tmp_path: Path) -> None:
    """It says what to install."""
    with pytest.raises(AssistUnavailable, match="clang and libbpf-dev") as refused:
        libbpf.load("walk", "tp_btf", 100, True, tmp_path)
    assert refused.value.reason == "no_objects"


@pytest.mark.parametrize("damage", ["empty", "text", "cut"])
def test_an_object_that_is_none(tmp_path: Path, damage: str) -> None:
    """An empty file, a text, half an object: refused with the file's name and what libbpf says of it, and nothing is left open."""
    whole = (bpf_object.BUILT / "walk.bpf.o").read_bytes()
    content = {"empty": b"", "text": b"int main(void);\n" * 99, "cut": whole[: len(whole) // 2]}[damage]
    (tmp_path / "walk.bpf.o").write_bytes(content)
    before = descriptors()
    with pytest.raises(AssistUnavailable, match=r"walk\.bpf\.o.*libbpf says") as refused:
        libbpf.load("walk", "tp_btf", 100, True, tmp_path)
    assert refused.value.reason == "object"
    assert descriptors() == before


def test_an_object_of_another_version(tmp_path: Path) -> None:
    """The walk's object under the other's name has not its programs: the one that is missing is named."""
    copytree(bpf_object.BUILT, tmp_path / "built")
    (tmp_path / "built" / "walk.bpf.o").replace(tmp_path / "built" / "tracepoints.bpf.o")
    with pytest.raises(AssistUnavailable, match=r"has no probe.*install again"):
        libbpf.load("tracepoints", "tp_btf", 100, True, tmp_path / "built")


def attempt() -> AssistUnavailable:
    """What loading is refused with."""
    with pytest.raises(AssistUnavailable) as refused:
        libbpf.load("tracepoints", "tp_btf", 100, True)
    return refused.value


@pytest.mark.parametrize("lacking", [(CAP_SYS_ADMIN, CAP_BPF), (CAP_SYS_ADMIN, CAP_PERFMON)])
def test_without_the_right_it_is_refused_and_nothing_stays(lacking: tuple[int, ...]) -> None:
    """CAP_BPF and CAP_PERFMON are both needed where CAP_SYS_ADMIN is not held; the errno is told."""
    before = descriptors()
    refused = in_thread(lambda: without(*lacking, work=attempt))
    assert refused.reason == "permission"
    assert errno.errorcode[errno.EPERM] in refused.text
    assert descriptors() == before


def test_the_verifiers_last_words_are_told(tmp_path: Path) -> None:
    """An object that this kernel refuses: its complaint stands at the end of a long log, and in the error."""
    whole = (bpf_object.BUILT / "walk.bpf.o").read_bytes()
    unknown = (195).to_bytes(4, "little")  # bpf_map_lookup_percpu_elem, as `call 195`
    broken = whole.replace(b"\x85\0\0\0" + unknown, b"\x85\0\0\0" + (9999).to_bytes(4, "little"))
    assert broken != whole
    (tmp_path / "walk.bpf.o").write_bytes(broken)
    with pytest.raises(AssistUnavailable, match=r"unknown#9999"):
        libbpf.load("walk", "tp_btf", 100, True, tmp_path)


def test_a_map_that_is_too_large() -> None:
    """The kernel's no comes back as an error with its errno, not as a crash."""
    with pytest.raises(AssistUnavailable) as refused:
        libbpf.load("tracepoints", "tp_btf", 0xFFFFFFFF, True)
    assert refused.value.reason in ("load", "memory")


def test_libbpf_does_not_write_to_standard_error(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What it says goes into our error and nowhere else."""
    (tmp_path / "walk.bpf.o").write_bytes(b"no object")
    with pytest.raises(AssistUnavailable):
        libbpf.load("walk", "tp_btf", 100, True, tmp_path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("text", "count"), [("0\n", 1), ("0-1\n", 2), ("0-3,8-15\n", 16), ("0,2\n", 3)])
def test_possible_cpus(tmp_path: Path, text: str, count: int) -> None:
    """The highest number that a CPU can have decides, whatever gaps there are."""
    (tmp_path / "devices/system/cpu").mkdir(parents=True)
    (tmp_path / "devices/system/cpu/possible").write_text(text)
    assert libbpf.possible_cpus(str(tmp_path)) == count


def test_cpus_that_cannot_be_counted(tmp_path: Path) -> None:
    """No such file, or more CPUs than a walk reads: said so, with the number."""
    with pytest.raises(AssistUnavailable, match="does not tell how many"):
        libbpf.possible_cpus(str(tmp_path))
    (tmp_path / "devices/system/cpu").mkdir(parents=True)
    (tmp_path / "devices/system/cpu/possible").write_text(f"0-{map_layout.MAX_CPUS}\n")
    with pytest.raises(AssistUnavailable, match=f"{map_layout.MAX_CPUS + 1} CPUs") as refused:
        libbpf.possible_cpus(str(tmp_path))
    assert refused.value.reason == "cpus"


def test_this_machine_has_cpus() -> None:
    """At least those that run this."""
    assert libbpf.possible_cpus() >= (os.cpu_count() or 1)
