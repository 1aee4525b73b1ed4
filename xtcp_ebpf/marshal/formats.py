"""The formats by name: what -marshal and -columns may say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from xtcp_ebpf.abc import Marshaller
from xtcp_ebpf.errors import BadFlag

Factory = Callable[[tuple[str, ...], int | None], Marshaller]

# Each format is imported when it is asked for: a daemon that ships protobufList should not carry the others in memory.


def _protobuf_list(_columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.protobuf_list import ProtobufList

    return ProtobufList()


def _proto_json(_columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.proto_json import ProtoJson

    return ProtoJson()


def _proto_text(_columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.proto_text import ProtoText

    return ProtoText()


def _msgpack(_columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.msgpack_map import Msgpack

    return Msgpack()


def _jsonl(_columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.jsonl import Jsonl

    return Jsonl()


def _csv(columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.delimited import Delimited

    return Delimited("csv", "text/csv", ",", columns)


def _tsv(columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.delimited import Delimited

    return Delimited("tsv", "text/tab-separated-values", "\t", columns)


def _humanize(_columns: tuple[str, ...], _width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.humanize import Humanize

    return Humanize()


def _table(columns: tuple[str, ...], width: int | None) -> Marshaller:
    from xtcp_ebpf.marshal.table import Table

    return Table(columns, width)


FORMATS: dict[str, Factory] = {
    "protobufList": _protobuf_list,
    "protoJson": _proto_json,
    "protoText": _proto_text,
    "msgpack": _msgpack,
    "jsonl": _jsonl,
    "csv": _csv,
    "tsv": _tsv,
    "humanize": _humanize,
    "table": _table,
}

WITH_COLUMNS = ("csv", "tsv", "table")


def create(name: str, columns: tuple[str, ...] = (), width: int | None = None) -> Marshaller:
    """The marshaller of this format.

    `columns` are lowerCamelCase field names, in the order in which they are wanted; only csv, tsv and table take them, and show
    all (table: a good choice) when there are none. `width` is how many places a line of the table may take.
    Raises BadFlag for -marshal or -columns, with what would have been right.
    """
    factory = FORMATS.get(name)
    if factory is None:
        raise BadFlag("-marshal", f"there is no format {name!r}{_meant(name, FORMATS)}; the formats are {', '.join(FORMATS)}")
    if columns:
        _check(name, columns)
    return factory(columns, width)


def _check(name: str, columns: tuple[str, ...]) -> None:
    from xtcp_ebpf.marshal.rows import BY_COLUMN

    if name not in WITH_COLUMNS:
        raise BadFlag("-columns", f"goes with -marshal {', '.join(WITH_COLUMNS[:-1])} or {WITH_COLUMNS[-1]}, not with {name}")
    for column in columns:
        if column not in BY_COLUMN:
            raise BadFlag("-columns", f"there is no column {column!r}{_meant(column, BY_COLUMN)}; the columns are {', '.join(BY_COLUMN)}")


def _meant(word: str, known: Iterable[str]) -> str:
    """A guess at what was meant, as a part of the message: case and underscores do not count."""
    plain = {name.lower(): name for name in known}
    near = get_close_matches(word.lower().replace("_", ""), plain, n=1)
    return f" (did you mean {plain[near[0]]}?)" if near else ""
