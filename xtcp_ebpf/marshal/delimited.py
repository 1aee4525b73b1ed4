"""csv and tsv, quoted as Go's encoding/csv does it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from google.protobuf.descriptor import FieldDescriptor

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.marshal import people
from xtcp_ebpf.marshal.rows import BY_COLUMN, FIELDS, getter, rows

_SPACE_FIRST = "[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"

_EMPTY_CELL = b'""\n'
"""The line of a single empty cell: an empty line, as Go would write it, is no record to most readers."""


def _timestamp(ns: int) -> str:
    return people.timestamp(ns) if ns else "0"


class Delimited:
    """A line for each row, its cells in the order of `columns` (lowerCamelCase; all fields when empty).

    Zero is `0`, empty text is empty. Addresses, states, congestion control and time are as people read them.
    The header is the preamble.
    """

    def __init__(self, name: str, content_type: str, separator: str, columns: Sequence[str] = ()) -> None:
        fields = [BY_COLUMN[column] for column in columns] or list(FIELDS)
        self.name = name
        self.content_type = content_type
        self._quote = _quoter(separator)
        self._values = getter([*fields, BY_COLUMN["inetDiagMsgFamily"]])
        self._addresses = [index for index, field in enumerate(fields) if field.name in people.ADDRESSES]
        self._texts = [(index, convert) for index, field in enumerate(fields) if (convert := self._converter(field))]
        texts = {*self._addresses, *(index for index, _ in self._texts)}
        self._line = separator.join("%s" if index in texts else "%d" for index in range(len(fields))) + "\n"
        self.preamble = (separator.join(field.json_name for field in fields) + "\n").encode()

    def _converter(self, field: FieldDescriptor) -> Callable[..., str] | None:
        if field.name == "timestamp_ns":
            return _timestamp
        if field.name in people.NUMBERS:
            return people.NUMBERS[field.name]
        if field.type == FieldDescriptor.TYPE_STRING:
            return self._quote
        return None

    def encode(self, sealed: Sealed) -> bytes:
        """As many records as rows, each ended by LF."""
        lines = []
        for row in rows(sealed):
            values = list(self._values(row))
            family = values.pop()
            for index, convert in self._texts:
                values[index] = convert(values[index])
            for index in self._addresses:
                values[index] = people.address(family, values[index])
            line = self._line % tuple(values)
            lines.append(line.encode() if line != "\n" else _EMPTY_CELL)
        return b"".join(lines)


def _quoter(separator: str) -> Callable[[str], str]:
    """What makes a cell of a text. Most texts are the same in each row, hence the memory."""
    needs_quotes = re.compile(f'["\r\n{separator}]|^{_SPACE_FIRST}|^\\\\\\.$').search

    @lru_cache(maxsize=4096)
    def quote(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if needs_quotes(text) else text

    return quote
