from __future__ import annotations

import pytest

from xtcp_ebpf.cli.own_flags import take
from xtcp_ebpf.errors import BadFlag


@pytest.mark.parametrize("words", [("-from", "csv"), ("--from", "csv"), ("-from=csv",), ("--from=csv",)])
def test_each_way_of_writing(words: tuple[str, ...]) -> None:
    """One dash or two, with = or without; what is not ours stays, in its order."""
    assert take(["-marshal", "jsonl", *words, "file", "-count"], ["from"]) == (["-marshal", "jsonl", "file", "-count"], {"from": "csv"})


def test_what_is_no_flag() -> None:
    """Words without a dash, stdin's dash, and all behind -- are left alone."""
    assert take(["from", "-", "-fromage", "--", "-from", "x"], ["from"]) == (["from", "-", "-fromage", "--", "-from", "x"], {})


def test_given_twice() -> None:
    """The last one counts, an empty value too."""
    assert take(["-from", "a", "-from="], ["from"]) == ([], {"from": ""})


def test_no_value() -> None:
    """It is told as the operator wrote it."""
    with pytest.raises(BadFlag, match="--count: needs a value"):
        take(["x", "--count"], ["from", "count"])
