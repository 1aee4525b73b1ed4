"""Write docs/fields.md from the table and the descriptor. With --check: fail when what is there is not what would be written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

from google.protobuf.descriptor import FieldDescriptor

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record import stamp
from xtcp_ebpf.wire import layout, schema
from xtcp_ebpf.wire.uapi import INET_DIAG

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "fields.md"

HEAD = """\
# Fields of the record

<!-- Written by tools/generate_fields.py from wire/schema.py, record/stamp.py and the .proto: change those, then `make generate`. -->

One `XtcpFlatRecord` (`proto/xtcp_flat_record/v1/xtcp_flat_record.proto`) is one TCP socket at one moment. Names here are the proto's; JSON,
csv and tsv write them in lowerCamelCase (`tcp_info_rtt` is `tcpInfoRtt`), msgpack as Go does (`TcpInfoRtt`).

- **Zero and unset look the same** in most formats, as in the predecessor. To tell them apart: bit n of `kernel_attributes` is set when the
  kernel sent attribute n, and `tcp_info_bytes` is the length of the `struct tcp_info` that it sent. A member beyond that length is unset.
- **since**: the shortest `struct tcp_info` that holds the member whole, in bytes, and in parentheses a kernel that has this length. The
  decoder looks at the length only, never at the version. Two members lie in bits that older kernels leave 0, so that a length says
  nothing of them: `tcpi_delivery_rate_app_limited` and `tcpi_fastopen_client_fail`.
- **group**: the name for `-deserializers`. Fields without one are always there. By default all groups are on but `meminfo`.
- **source**: the kernel's structure and member, or the attribute where it is a single value (include/uapi/linux: inet_diag.h, tcp.h,
  tls.h, mptcp.h); or what makes the field.
- Numbers are the kernel's own, not converted. Two have a special meaning: a pacing rate of all ones (18446744073709551615) is "no
  limit", `tcp_info_snd_ssthresh` 2147483647 is "none yet".

The numbers follow [record-versions.md](record-versions.md).
"""

MADE_BY = {
    "record_counter": "engine",
    "kernel_attributes": "engine",
    "tcp_info_bytes": "engine",
    "socket_fd": "reader",
    "netlinker_id": "reader",
    "timestamp_ns": "reader",
    "netns": "discovery",
    "netns_inode": "nsfs",
    "netns_cookie": "SO_NETNS_COOKIE",
    "poll_number": "poll loop",
    "boot_id": "procfs",
    "hostname": "-hostname",
    "location": "-location",
    "label": "-label",
    "tag": "-tag",
}
"""Field of record/stamp.py -> what fills it; the others are constants of the build."""


class Row(NamedTuple):
    """One field of the document."""

    descriptor: FieldDescriptor
    unit: str
    meaning: str
    source: str
    since: str = ""
    group: str = ""


def unexplained() -> list[str]:
    """Fields that have neither a source nor a place on a list, and fields that have two."""
    placed = [p.member.field for p in layout.placed() if p.member.field]
    told = [*placed, *stamp.FIELDS, *stamp.LATER, *stamp.NEVER]
    fields = XtcpFlatRecord.DESCRIPTOR.fields_by_name
    return sorted({name for name in fields if told.count(name) != 1} | {name for name in told if name not in fields})


def attribute(path: tuple[int, ...]) -> str:
    """`INET_DIAG_INFO` for (2,): the outermost attribute of a path."""
    return next(f"INET_DIAG_{name}" for name, number in INET_DIAG.items() if number == path[0]) if path else ""


def document() -> str:
    """The whole file."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from HEAD.splitlines()
    fields = {field.name: cast(FieldDescriptor, field) for field in XtcpFlatRecord.DESCRIPTOR.fields}
    own = [Row(fields[name], unit, meaning, MADE_BY.get(name, "constant")) for name, (unit, meaning) in stamp.FIELDS.items()]
    yield from _section("Which record this is", "Made by the daemon; not from a structure of the kernel.", own)
    for title, text, members in _kernel_sections():
        rows = [
            Row(fields[p.member.field], p.member.unit, p.member.meaning, _source(p), _since(p), p.struct.group and f"`{p.struct.group}`")
            for p in members
        ]
        yield from _section(title, text, rows)
    later = [Row(fields[name], "", "", "namespaces at scale" if name == "nsid" else "enrichment") for name in stamp.LATER]
    yield from _section("Empty in this version", "The predecessor fills them when it is told to; here the named later part will.", later)
    never = [Row(fields[name], "", "", "none") for name in stamp.NEVER]
    yield from _section("Never filled", "The predecessor declares them and sets them nowhere; they are kept for compatibility.", never)


def _kernel_sections() -> Iterator[tuple[str, str, list[layout.Placed]]]:
    """(title, text, members with a field) of each outermost attribute, in the table's order."""
    members = [p for p in layout.placed() if p.member.field]
    for path in dict.fromkeys(p.struct.path[:1] for p in members):
        here = [p for p in members if p.struct.path[:1] == path]
        struct = here[0].struct
        name = attribute(path)
        is_struct = len(struct.path) <= 1 and struct.name != name
        title = f"struct {struct.name}" + (f" ({name})" if name else "") if is_struct else name
        yield title, _asked(struct), here


def _asked(struct: schema.Struct) -> str:
    if not struct.path:
        return "The head of each message; always there."
    if not struct.ext:
        return "The kernel sends it unasked, where the socket has it."
    by = "" if struct.ext == struct.path[0] else f", the bit of {attribute((struct.ext,))}"
    return f"Asked for with bit {struct.ext - 1} of idiag_ext{by}."


def _source(place: layout.Placed) -> str:
    struct, name = place.struct, attribute(place.struct.path)
    if struct.name == name:
        return f"`{name}`"
    if len(struct.path) > 1:
        return f"`{name}`: `{struct.name}`"
    return f"`{struct.name}.{place.member.name}`"


def _since(place: layout.Placed) -> str:
    if place.struct is not schema.TCP_INFO:
        return ""
    end = place.offset + layout.WIDTHS[place.member.kind]
    length, kernel = next((n, kernel) for n, kernel in sorted(schema.TCP_INFO_LENGTHS.items()) if n >= end)
    return f"{length} ({kernel})"


def _section(title: str, text: str, rows: list[Row]) -> Iterator[str]:
    yield from ("", f"## {title}", "", text, "")
    names = [name for name in Row._fields[1:] if name in ("meaning", "source") or any(getattr(row, name) for row in rows)]
    if not any(row.meaning for row in rows):
        names.remove("meaning")
    yield _line("number", "field", "type", *names)
    yield _line(*["---"] * (len(names) + 3))
    for row in sorted(rows, key=lambda row: row.descriptor.number):
        field = row.descriptor
        yield _line(str(field.number), f"`{field.name}`", _type(field), *(getattr(row, name) for name in names))


def _type(field: FieldDescriptor) -> str:
    if field.enum_type:
        return f"enum {field.enum_type.name}"
    return {value: name for name, value in vars(FieldDescriptor).items() if name.startswith("TYPE_")}[field.type][5:].lower()


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("<", "\\<") for cell in cells) + " |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    if wrong := unexplained():
        print(f"fields without a source, or with two: {', '.join(wrong)}; see record/stamp.py", file=sys.stderr)
        return 1
    if not check:
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(document())
        print(DOCUMENT.name)
        return 0
    fresh = DOCUMENT.exists() and DOCUMENT.read_text() == document()
    if not fresh:
        print("stale: docs/fields.md; run `make generate`", file=sys.stderr)
    return not fresh


if __name__ == "__main__":
    sys.exit(main())
