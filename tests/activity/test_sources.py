"""The first try that this host takes, and what became of those before it."""

from __future__ import annotations

import pytest

from xtcp_ebpf.activity import libbpf, sources
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.rules import Choice, Refusal, Try
from xtcp_ebpf.errors import AssistUnavailable

WALK = Try("walk", "libbpf", "tp_btf")
MARKS = Try("tracepoints", "libbpf", "tp_btf")
RAW = Try("tracepoints", "libbpf", "raw_tp")
BCC = Try("tracepoints", "bcc", "raw_tp")


def refuse(source: str, kind: str, _slots: int, _bell: bool) -> Objects:
    """A loader that can do nothing."""
    raise AssistUnavailable("verifier", f"no {source} of {kind}")


def only_raw(source: str, kind: str, slots: int, bell: bool) -> Objects:
    """A kernel without tp_btf."""
    return libbpf.load(source, kind, slots, bell) if kind == "raw_tp" else refuse(source, kind, slots, bell)


@pytest.mark.kernel
@pytest.mark.parametrize("wanted", [WALK, MARKS, RAW, BCC], ids=str)
def test_what_is_wanted_runs(wanted: Try) -> None:
    """Each way there is, on this kernel, by the loader that it names."""
    opened = sources.open_first(Choice((wanted,), ()), 16384, True)
    assert opened.source
    try:
        assert opened.failures == ()
        assert (opened.source.name, opened.source.loader, opened.how) == (wanted.source, wanted.loader, wanted)
        assert opened.source.bell is not None
        assert opened.source.read().lost == ""
    finally:
        opened.source.close()


@pytest.mark.kernel
def test_the_next_best_when_the_best_fails() -> None:
    """In the order of the rules; those before it are told with their reasons."""
    opened = sources.open_first(Choice((WALK, MARKS, RAW), ()), 16384, False, {"libbpf": only_raw})
    assert opened.source
    opened.source.close()
    assert opened.how == RAW
    assert opened.source.bell is None
    assert [(failure.tried, failure.reason) for failure in opened.failures] == [(WALK, "verifier"), (MARKS, "verifier")]


@pytest.mark.kernel
def test_programs_that_load_and_cannot_be_attached() -> None:
    """An OSError is told with its errno, and the programs are given back."""

    def wrong(source: str, kind: str, slots: int, bell: bool) -> Objects:
        found = libbpf.load(source, "raw_tp", slots, bell)
        return Objects("libbpf", kind, found.maps, found.programs)

    opened = sources.open_first(Choice((MARKS,), ()), 64, True, {"libbpf": wrong})
    assert opened.source is None
    (failure,) = opened.failures
    assert failure.reason == "attach"
    assert "refused to run them: E" in failure.text


def test_none_runs() -> None:
    """Every reason is kept, what was tried first, what was ruled out after it, each with what to do."""
    ruled_out = Refusal("walk", "no_loop", "the kernel has no bpf_loop", "a newer kernel")
    choice = Choice((MARKS, RAW), (ruled_out,))
    opened = sources.open_first(choice, 64, True, {"libbpf": refuse})
    assert opened.source is None
    assert opened.how is None
    told = sources.reasons(choice, opened.failures)
    assert [reason for reason, _ in told] == ["verifier", "verifier", "no_loop"]
    assert told[0][1] == "tracepoints by libbpf: no tracepoints of tp_btf"
    assert told[2][1] == "walk: the kernel has no bpf_loop; a newer kernel"
