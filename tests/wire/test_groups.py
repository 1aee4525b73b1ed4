"""Decoder groups and the bits of the request."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.wire.groups import DEFAULT, KNOWN, groups, idiag_ext
from xtcp_ebpf.wire.schema import STRUCTS


def test_words() -> None:
    """`default`, `all`, `none` and an empty text, blanks around them allowed."""
    assert groups("default") == groups(" default ") == DEFAULT == frozenset(KNOWN) - {"meminfo"}
    assert groups("all") == frozenset(KNOWN)
    assert groups("none") == groups("") == groups("  ") == frozenset()


def test_lists() -> None:
    """A comma list, in any order, blanks allowed, a name twice is the name once."""
    assert groups("info, cong,info") == {"info", "cong"}


@pytest.mark.parametrize("text", ["inf", "info,", "info,default", "INFO", "info;cong", "info,nothing,cong"])
def test_unknown_names_are_told_with_the_known_ones(text: str) -> None:
    """The error names the flag, the wrong word and every group there is."""
    with pytest.raises(BadFlag) as caught:
        groups(text)
    assert caught.value.where == "-deserializers"
    for name in (*KNOWN, "default", "all", "none"):
        assert name in str(caught.value)
    wrong = [word for word in text.split(",") if word not in KNOWN]
    assert all(repr(word) in str(caught.value) for word in wrong)


@pytest.mark.parametrize(
    ("name", "bit"),
    [
        ("meminfo", 1), ("info", 2), ("vegas", 3), ("cong", 4), ("tos", 5), ("tc", 6), ("skmem", 7), ("shut", 8),
        ("dctcp", 3), ("bbr", 3), ("classid", 6),
    ],
)  # fmt: skip
def test_each_group_asks_for_its_attribute(name: str, bit: int) -> None:
    """Bit n-1 asks for attribute n; what bbr, dctcp and vegas tell comes with the VEGASINFO bit, the class with TCLASS."""
    assert idiag_ext(frozenset({name})) == 1 << (bit - 1)


def test_the_rest_comes_unasked() -> None:
    """Attributes from 10 on have no bit in the request's eight."""
    unasked = {s.group for s in STRUCTS if s.group} - {s.group for s in STRUCTS if s.ext}
    assert unasked == {"protocol", "skv6only", "mark", "md5sig", "ulp", "cgroup", "sockopt"}
    assert idiag_ext(frozenset(unasked)) == 0


def test_all_bits() -> None:
    """Everything is eight ones; the default leaves meminfo's bit out; nothing is 0."""
    assert idiag_ext(groups("all")) == 0xFF
    assert idiag_ext(DEFAULT) == 0xFE
    assert idiag_ext(frozenset()) == 0


@given(st.sets(st.sampled_from(KNOWN)), st.sets(st.sampled_from(KNOWN)))
def test_bits_of_two_sets_add_up(left: set[str], right: set[str]) -> None:
    """The request for two sets of groups is the bits of both, and never more than a byte."""
    both = idiag_ext(frozenset(left | right))
    assert both == idiag_ext(frozenset(left)) | idiag_ext(frozenset(right))
    assert both <= 0xFF
