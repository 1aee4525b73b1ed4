"""The table of kernels and checks: green only where every check gave an answer and was shown."""

from __future__ import annotations

import io
import json
import re
import tarfile
from pathlib import Path

import pytest

from vm.guest import checks
from vm.kernels import KERNELS, named
from vm.matrix import Column, chosen, results, summary, table

SHOWN, NOT = (True, 3.2, "119 sockets"), (False, 1.0, "an engine disagrees")


def tar(name: str, content: bytes) -> bytes:
    """With one file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


def test_what_a_guest_wrote_down() -> None:
    """By check; nothing where nothing was written."""
    told = [{"name": "dump", "ok": True, "seconds": 3.2, "words": "119 sockets", "said": "more"}]
    assert results(tar("./checks.json", json.dumps(told).encode())) == {"dump": SHOWN}
    assert results(tar("./other", b"")) == {}
    assert results(b"") == {}


@pytest.mark.parametrize(
    ("column", "good"),
    [
        (Column(named("6.1"), results={"dump": SHOWN, "bpf": SHOWN}), True),
        (Column(named("6.1"), results={"dump": SHOWN, "bpf": NOT}), False),
        (Column(named("6.1"), results={"dump": SHOWN}), False),
        (Column(named("6.1")), False),
        (Column(named("6.1"), results={"dump": SHOWN, "bpf": SHOWN}, problem="its time was up"), False),
        (Column(named("6.16"), problem="not in the archive any more", gone=True), True),
    ],
)
def test_when_a_kernel_is_good(column: Column, good: bool) -> None:
    """A check without an answer is as bad as one that failed; a kernel that left the archive, as was foretold, is neither."""
    assert column.good(["dump", "bpf"]) is good


def test_the_table() -> None:
    """A line for each kernel: shown, failed, without an answer, and not to be had."""
    columns = [
        Column(named("5.10"), "5.10.0-46", 61.4, {"dump": SHOWN, "bpf": NOT}),
        Column(named("6.1"), problem="no answer: the guest never came up"),
        Column(named("6.16"), problem="trixie-backports has no kernel 6.16 any more", gone=True),
    ]
    assert table(columns, ["dump", "bpf"]).splitlines() == [
        "| kernel | dump | bpf | s |",
        "| --- | --- | --- | --- |",
        "| 5.10.0-46 | ok 3 | **FAIL** 1 | 61 |",
        "| 6.1 | **no answer** | **no answer** | 0 |",
        "| 6.16 | gone | gone | 0 |",
    ]
    words = summary(columns, ["dump", "bpf"])
    assert "6.1: no answer: the guest never came up" in words
    assert "5.10 bpf: an engine disagrees" in words


def test_checks_by_name() -> None:
    """In their own order, which ends with the one that there is no way back from."""
    assert chosen(["lockdown", "dump"]) == ["dump", "lockdown"]
    assert chosen([])[-1] == "lockdown"
    with pytest.raises(KeyError, match="no check 'dumps': there are dump, "):
        chosen(["dumps"])


def test_every_check_is_there() -> None:
    """Each is a function of its file with a sentence, and none is without an entry."""
    guest = Path(checks.__file__).parent
    for place in checks.CHECKS.values():
        module, _, function = place.partition(":")
        text = (guest / f"{module.rpartition('.')[2]}.py").read_text()
        assert re.search(rf'def {function}\(lacks: frozenset\[str\]\) -> str:.*\n    """', text), place
    assert len({kernel.name for kernel in KERNELS}) >= 5
