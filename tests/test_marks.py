"""Whose mark is whose: by cookie, by inode where there are none, and none where it might be another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.marks import UNKNOWN, Mark, Marks

UNMARKED = b"unmarked"


def space(inode: int = 5, cookie: int = 0) -> Namespace:
    """As discovery knows it; 0: it has not learned the cookie, or the kernel has none."""
    return Namespace(inode, "a", "/run/netns/a", "mount", cookie=cookie)


@pytest.mark.parametrize(
    ("namespace", "mark"),
    [
        (space(5, 77), b"a"),
        (space(5, 78), UNMARKED),
        (space(6, 77), b"a"),
        (space(5), None),
        (space(6), UNMARKED),
        (space(77), UNMARKED),
    ],
    ids=["its cookie", "another cookie at the inode", "the cookie decides", "cookie not learned", "never seen", "a cookie is no inode"],
)
@pytest.mark.parametrize("otherwise", [UNMARKED, None])
def test_with_cookies(namespace: Namespace, mark: Mark | None, otherwise: Mark | None) -> None:
    """The cookie decides. While it is not known, a namespace whose inode was seen has no mark: it may be that of one that had its inode."""
    marks = Marks({77: b"a"}, otherwise, {5: 77}, False)
    assert marks.of(namespace) == (otherwise if mark == UNMARKED else mark)


@pytest.mark.parametrize(("namespace", "mark"), [(space(5), b"a"), (space(6), UNMARKED), (space(7), UNMARKED)])
def test_without_cookies(namespace: Namespace, mark: Mark) -> None:
    """A kernel without cookies marks by inode; one that was seen and has no mark of its own is as all others."""
    assert Marks({5: b"a"}, UNMARKED, {5: 0, 7: 0}, False).of(namespace) == mark


@given(
    st.dictionaries(st.integers(1, 9), st.binary(max_size=1)),
    st.dictionaries(st.integers(1, 9), st.integers(0, 9)),
    st.integers(1, 9),
    st.integers(0, 9),
)
def test_nobody_gets_a_mark_of_another(by_number: dict[int, bytes], seen: dict[int, int], inode: int, cookie: int) -> None:
    """Whatever is in the maps: of a cookie, that of the cookie; of an inode, only where the kernel is known to have no cookies."""
    mark = Marks(dict(by_number), None, seen, False).of(space(inode, cookie))
    if mark is not None:
        assert mark == by_number[cookie or inode]
        assert cookie or seen[inode] == 0


def test_unknown() -> None:
    """Nothing is known of anybody, which is another thing than a loss."""
    assert UNKNOWN.of(space()) is None
    assert UNKNOWN.of(space(5, 77)) is None
    assert (UNKNOWN.doubted, UNKNOWN.lost, UNKNOWN.whole) == (False, "", False)
