"""What runs in the end, and what the operator hears of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from xtcp_ebpf.activity import probe, sources
from xtcp_ebpf.activity.objects import Loader
from xtcp_ebpf.activity.probe import Facts
from xtcp_ebpf.activity.rules import Choice, Try
from xtcp_ebpf.activity.sources import Failure, Opened, open_first
from xtcp_ebpf.activity.start import start
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.tally import Tally

ALL = (1 << 41) - 1
Change = Callable[..., None]


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Change:
    """Facts of a host that lacks something."""

    def change(**lacks: object) -> None:
        facts: Facts = replace(probe.collect(ALL), **lacks)  # type: ignore[arg-type]  # by the test's choice
        monkeypatch.setattr(probe, "collect", lambda _effective: facts)

    return change


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "xtcp_ebpf")


def test_off_looks_at_nothing(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """No probe, no word."""
    monkeypatch.setattr(probe, "collect", None)
    source = start("off", "auto", "auto", 64, 0, Tally())
    assert (source.name, source.loader, caplog.messages) == ("always", "", [])


@pytest.mark.kernel
@pytest.mark.parametrize("mode", ["auto", "require"])
def test_the_best_runs(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """One line says source, loader and type of program."""
    source = start(mode, "auto", "auto", 16384, ALL, Tally())
    source.close()
    assert source.name == "walk"
    assert caplog.messages == ["BPF: source walk, loader libbpf, programs of type tp_btf"]


def test_auto_goes_on_without(changed: Change, caplog: pytest.LogCaptureFixture) -> None:
    """One warning with the fact that ruled it out and what to do, one counter with its reason."""
    changed(btf=False, names=frozenset())
    tally = Tally()
    source = start("auto", "auto", "auto", 64, ALL, tally)
    assert source.name == "always"
    assert tally.read() == {"assist_refused:no_btf": 1}
    (line,) = caplog.messages
    assert "/sys/kernel/btf/vmlinux" in line
    assert "CONFIG_DEBUG_INFO_BTF" in line
    assert "doctor" in line


def test_require_does_not(changed: Change) -> None:
    """The same words, as an error."""
    changed(libbpf="", libbpf_error="no such file", bcc=False)
    with pytest.raises(AssistUnavailable, match=r"-bpf require: .*apt install libbpf1") as refused:
        start("require", "auto", "auto", 64, ALL, Tally())
    assert refused.value.reason == "no_libbpf"


@pytest.mark.kernel
def test_what_was_tried_in_vain_is_told(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The second best runs: its line, and a warning and a counter for the best."""
    tracepoints = Try("tracepoints", "libbpf", "tp_btf")

    def second_best(_choice: Choice, slots: int, bell: bool, _loaders: Mapping[str, Loader]) -> Opened:
        opened = open_first(Choice((tracepoints,), ()), slots, bell)
        return opened.__class__(opened.source, opened.how, (Failure(Try("walk", "libbpf", "tp_btf"), "verifier", "it says no"),))

    monkeypatch.setattr(sources, "open_first", second_best)
    tally = Tally()
    source = start("auto", "auto", "auto", 1024, ALL, tally)
    source.close()
    assert source.name == "tracepoints"
    assert caplog.messages == ["BPF: source tracepoints, loader libbpf, programs of type tp_btf", "BPF: not walk by libbpf: it says no"]
    assert tally.read() == {"assist_refused:verifier": 1}
