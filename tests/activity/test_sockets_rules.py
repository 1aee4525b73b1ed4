"""Who can watch single sockets follows from the facts, and from nothing else; who cannot is told why and what to do."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest
from activity.test_rules import GOOD, NAMES

from xtcp_ebpf.activity import probe, sockets_rules

FULL = replace(GOOD, names=NAMES | set(sockets_rules.NAMES), objects=GOOD.objects | {sockets_rules.OBJECT})
TYPEDEFS = {name: probe.TYPEDEF.format(name) for name in (*sockets_rules.TRACEPOINTS, *sockets_rules.MARKING)}


def refused(marks: bool = True, **lacks: object) -> list[str]:
    """The words for what a host is refused that lacks this."""
    choice = sockets_rules.choose(replace(FULL, **lacks), marks)  # type: ignore[arg-type]  # each caller knows the field
    assert not choice.kinds
    assert all(reason.text and reason.fix for reason in choice.ruled_out)
    return [reason.reason for reason in choice.ruled_out]


@pytest.mark.parametrize("marks", [True, False])
def test_a_host_that_has_everything(marks: bool) -> None:
    """BTF tracepoints first, raw ones behind."""
    assert sockets_rules.choose(FULL, marks) == sockets_rules.Kinds(("tp_btf", "raw_tp"), ())


@pytest.mark.parametrize(
    ("name", "word"),
    [(sockets_rules.COOKIES, "no_cookie"), (probe.RING, "no_ring"), (sockets_rules.BATCH, "no_batch"), (probe.MMAPABLE, "no_mmap")],
)
def test_a_kernel_that_lacks_one_thing(name: str, word: str) -> None:
    """Only that is named."""
    assert refused(names=FULL.names - {name}) == [word]


def test_an_old_kernel_hears_all_at_once() -> None:
    """What it lacks in the order of what came last, so that the first names the kernel that would do."""
    lacks = {sockets_rules.COOKIES, probe.RING, sockets_rules.BATCH}
    assert refused(names=FULL.names - lacks) == ["no_cookie", "no_ring", "no_batch"]


@pytest.mark.parametrize("name", TYPEDEFS)
def test_a_tracepoint_that_is_not_there(name: str) -> None:
    """It is named; one that is for marks only is not missed without them."""
    without = FULL.names - {TYPEDEFS[name]}
    assert set(refused(names=without)) == {"no_tracepoint"}
    needed = name in sockets_rules.TRACEPOINTS or name in probe.TRACEPOINTS
    assert bool(sockets_rules.choose(replace(FULL, names=without), False).kinds) != needed


def test_what_rules_out_all_of_bpf() -> None:
    """The same words as for the sources of marks."""
    assert refused(effective=0) == ["no_capability"]
    assert refused(libbpf="", libbpf_error="no such file") == ["no_libbpf"]
    assert refused(bpf_errno=errno.ENOSYS) == ["no_bpf"]
    assert refused(btf=False, names=frozenset())[0] == "no_btf"


def test_an_object_that_was_not_built() -> None:
    """It says what to install."""
    assert refused(objects=GOOD.objects) == ["no_objects"]


def test_lockdown_leaves_btf_tracepoints() -> None:
    """They read nothing by address."""
    assert sockets_rules.choose(replace(FULL, lockdown="confidentiality"), True).kinds == ("tp_btf",)
