from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.marshal.grid import Column, elide, places, render, widths

A = Column("A")
NAME = Column("NAME", least=5)
ADDRESS = Column("ADDRESS", least=7, middle=True)
COUNT = Column("COUNT", right=True)


@pytest.mark.parametrize(
    ("text", "width", "middle", "shown"),
    [
        ("short", 5, False, "short"),
        ("a long one", 6, False, "a lon…"),
        ("abcdefghij", 7, True, "abc…hij"),
        ("abcdefghij", 1, True, "…"),
        ("abcdefghij", 2, True, "…j"),
        ("日本語日本語", 6, False, "日本…"),
        ("e\u0301e\u0301e\u0301", 3, False, "e\u0301e\u0301e\u0301"),
    ],
)
def test_elide(text: str, width: int, middle: bool, shown: str) -> None:
    """What is too long says by an ellipsis where it was cut; wide characters count double, combining ones nothing."""
    assert elide(text, width, middle) == shown


@given(st.text(), st.integers(1, 30), st.booleans())
def test_elided_text_fits(text: str, width: int, middle: bool) -> None:
    """Whatever the text, it takes no more places than it may."""
    assert places(elide(text, width, middle)) <= width


def test_all_fits() -> None:
    """With room enough nothing is cut: text to the left, numbers to the right, no space at a line's end."""
    text, left_out = render((NAME, COUNT, A), [("a name", "1", ""), ("b", "12345678", "x")], 80)
    assert text == ["NAME       COUNT  A", "a name         1", "b       12345678  x"]
    assert left_out == []


def test_first_shorten_then_leave_out() -> None:
    """Columns that may be elided give way first, down to their least; then columns go, from the right only."""
    columns, lines = (NAME, ADDRESS, COUNT, A), [("n" * 10, "a" * 12, "123", "z")]
    assert widths(columns, lines, 80) == [10, 12, 5, 1]
    assert widths(columns, lines, 10 + 2 + 12 + 2 + 5 + 2 + 1) == [10, 12, 5, 1]
    assert widths(columns, lines, 5 + 2 + 7 + 2 + 5 + 2 + 1) == [5, 7, 5, 1]
    assert widths(columns, lines, 5 + 2 + 7 + 2 + 5 + 2) == [5 + 2, 7, 5]
    assert render(columns, lines, 5 + 2 + 7 + 2 + 5)[1] == ["A"]
    assert render(columns, lines, 14)[0] == ["NAME   ADDRESS", "nnnn…  aaa…aaa"]


def test_spare_room_completes_columns() -> None:
    """What is left over goes first where least is missing, so that as many columns as possible are whole."""
    assert widths((NAME, ADDRESS), [("n" * 30, "a" * 12)], 5 + 2 + 12) == [5, 12]


def test_no_room_at_all() -> None:
    """However narrow, one column stays."""
    text, left_out = render((COUNT, A), [("12345", "z")], 3)
    assert (text, left_out) == (["CO…", "12…"], ["A"])


@given(
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30), st.text("0123456789", max_size=9), st.text(max_size=3)), max_size=4),
    st.integers(1, 90),
)
def test_no_line_is_wider(lines: list[tuple[str, str, str, str]], width: int) -> None:
    """Whatever the cells, no line takes more places than there are, and every column is shown or named as left out."""
    columns = (NAME, ADDRESS, COUNT, A)
    text, left_out = render(columns, lines, width)
    assert len(text) == len(lines) + 1
    assert all(places(line) <= width for line in text)
    assert left_out == [column.title for column in columns[len(columns) - len(left_out) :]]
