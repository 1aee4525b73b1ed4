"""What a poll takes, put together, changed and given back."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from xtcp_ebpf.activity import probe
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.config import load
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel


def knobs(*flags: str) -> Knobs:
    """As the command line has them."""
    return load(["-namespaces", "own", "-netlinkers", "2", *flags], {"XTCP_HOSTNAME": "here"}).knobs


def polled(collection: Collection, number: int) -> list[bytes]:
    """The chunks of one poll."""
    chunks: list[bytes] = []
    collection.poller.poll(number, lambda those: chunks.extend(chunk for chunk, _ in those))
    return chunks


@pytest.fixture
def no_btf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host without BTF."""
    real = probe.collect
    monkeypatch.setattr(probe, "collect", lambda effective: replace(real(effective), btf=False, names=frozenset()))


def test_it_polls_and_gives_everything_back() -> None:
    """Rows come; afterwards there is neither a thread nor a descriptor more than before."""
    before = len(list(Path("/proc/self/fd").iterdir())), threading.active_count()
    collection = Collection(knobs("-bpf", "off"), SystemClock(), Tally())
    assert collection.engine in ("c", "python")
    assert polled(collection, 1)
    collection.close()
    assert (len(list(Path("/proc/self/fd").iterdir())), threading.active_count()) == before


@pytest.mark.usefixtures("no_btf")
def test_the_reason_against_bpf_is_kept() -> None:
    """For metrics and the Status call: the word, and the text with what to do; none where BPF was not wanted, or runs."""
    collection = Collection(knobs("-bpf", "auto"), SystemClock(), Tally())
    try:
        assert collection.refused[0] == "no_btf"
        assert "CONFIG_DEBUG_INFO_BTF" in collection.refused[1]
        collection.change(knobs("-bpf", "off"))
        assert collection.refused == ("", "")
    finally:
        collection.close()


@pytest.mark.usefixtures("no_btf")
def test_what_is_required_and_cannot_be_had_changes_nothing() -> None:
    """The source that ran goes on."""
    collection = Collection(knobs("-bpf", "off"), SystemClock(), Tally())
    source = collection.assist.source
    try:
        with pytest.raises(AssistUnavailable):
            collection.change(knobs("-bpf", "require"))
        assert collection.assist.source is source
        assert collection.poller.knobs.bpf == "off"
        assert polled(collection, 1)
    finally:
        collection.close()


def test_one_source_after_the_other_in_two_collections() -> None:
    """The second takes over what tells the marks: it is not loaded twice, and runs on when the first one is closed."""
    tally = Tally()
    first = Collection(knobs("-bpf", "require"), SystemClock(), tally)
    second = Collection(knobs("-bpf", "require", "-tag", "x"), SystemClock(), tally, assist=first.assist)
    first.close(but_assist=True)
    try:
        assert tally["assist_opened:walk"] == 1
        assert polled(second, 1)
        assert second.assist.read().lost == ""
    finally:
        second.close()


def test_one_that_cannot_be_built_leaves_nothing() -> None:
    """Threads and descriptors of what was there already are given back."""
    before = len(list(Path("/proc/self/fd").iterdir())), threading.active_count()
    with pytest.raises(AssistUnavailable):
        Collection(replace(knobs(), bpf="require", bpf_source="walk", bpf_loader="bcc"), SystemClock(), Tally())
    assert (len(list(Path("/proc/self/fd").iterdir())), threading.active_count()) == before
