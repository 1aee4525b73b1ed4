"""The formats that can be read back, by name: what -from may say."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.unmarshal.reader import Reader

# As in marshal/formats.py each is imported when it is asked for.


def _protobuf_list() -> Reader:
    from xtcp_ebpf.unmarshal.list_reader import ListReader

    return ListReader()


def _rows_of_json() -> Reader:
    from xtcp_ebpf.unmarshal.json_reader import JsonReader

    return JsonReader(envelopes=False)


def _proto_json() -> Reader:
    from xtcp_ebpf.unmarshal.json_reader import JsonReader

    return JsonReader(envelopes=True)


def _msgpack() -> Reader:
    from xtcp_ebpf.unmarshal.msgpack_reader import MsgpackReader

    return MsgpackReader()


def _csv() -> Reader:
    from xtcp_ebpf.unmarshal.delimited_reader import DelimitedReader

    return DelimitedReader(",")


def _tsv() -> Reader:
    from xtcp_ebpf.unmarshal.delimited_reader import DelimitedReader

    return DelimitedReader("\t")


def _proto_text() -> Reader:
    from xtcp_ebpf.unmarshal.text_reader import TextReader

    return TextReader()


READERS: dict[str, Callable[[], Reader]] = {
    "protobufList": _protobuf_list,
    "jsonl": _rows_of_json,
    "protoJson": _proto_json,
    "msgpack": _msgpack,
    "csv": _csv,
    "tsv": _tsv,
    "humanize": _rows_of_json,
    "protoText": _proto_text,
}


def check(name: str, *others: str) -> None:
    """Raise BadFlag for -from when `name` is no format that can be read back, and none of `others`."""
    known = (*others, *READERS)
    if name == "table":
        raise BadFlag("-from", "a table is for eyes: it holds no whole rows, and nothing reads it back")
    if name not in known:
        near = get_close_matches(name.lower(), lower := {one.lower(): one for one in known}, n=1)
        meant = f" (did you mean {lower[near[0]]}?)" if near else ""
        raise BadFlag("-from", f"there is no format {name[:40]!r}{meant}; what can be read is {', '.join(known)}")


def create(name: str) -> Reader:
    """A reader of one stream of this format. Raises BadFlag."""
    check(name)
    return READERS[name]()
