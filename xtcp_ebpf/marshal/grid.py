"""Lines of cells laid out in a given width: which columns are shown, how wide each, what is elided. Knows nothing of sockets."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_GAP = "  "
_ELLIPSIS = "…"


class Column(NamedTuple):
    """How a column behaves."""

    title: str
    right: bool = False
    """Aligned to the right, as numbers are."""
    least: int | None = None
    """It may be elided down to this many places; None: it is shown whole or not at all."""
    middle: bool = False
    """Elided in its middle, as addresses are; else at its end."""


def places(text: str) -> int:
    """How many places of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def elide(text: str, width: int, middle: bool = False) -> str:
    """The text in at most `width` places (at least 1), with an ellipsis where something was cut out."""
    if places(text) <= width:
        return text
    tail = _head(text[::-1], width // 2)[::-1] if middle else ""
    return _head(text, width - 1 - places(tail)) + _ELLIPSIS + tail


def _head(text: str, width: int) -> str:
    text = text[: max(width, 0)]
    while places(text) > width:
        text = text[:-1]
    return text


def widths(columns: Sequence[Column], lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """The widths of the columns that are shown: all of them, or as many from the left as fit. At least one."""
    natural = [max(places(column.title), *(places(line[i]) for line in lines), 0) for i, column in enumerate(columns)]
    given: list[int] = []
    left = width
    for column, wanted in zip(columns, natural, strict=True):
        needed = wanted if column.least is None else min(wanted, max(column.least, places(column.title)))
        gap = len(_GAP) if given else 0
        if gap + needed > left:
            break
        given.append(needed)
        left -= gap + needed
    if not given:
        return [max(width, 1)]
    # What is left completes as many columns as it can: those that lack least come first.
    for index in sorted(range(len(given)), key=lambda i: natural[i] - given[i]):
        more = min(natural[index] - given[index], left)
        given[index] += more
        left -= more
    return given


def render(columns: Sequence[Column], lines: Sequence[Sequence[str]], width: int) -> tuple[list[str], list[str]]:
    """The header and the lines as text of at most `width` places, and the titles of the columns that did not fit."""
    given = widths(columns, lines, width)
    shown = columns[: len(given)]
    text = [_line(shown, given, [column.title for column in shown])]
    text += (_line(shown, given, line) for line in lines)
    return text, [column.title for column in columns[len(given) :]]


def _line(columns: Sequence[Column], given: Sequence[int], cells: Sequence[str]) -> str:
    parts = []
    for column, wide, cell in zip(columns, given, cells, strict=False):
        text = elide(cell, wide, column.middle)
        padding = " " * (wide - places(text))
        parts.append(padding + text if column.right else text + padding)
    return _GAP.join(parts).rstrip()
