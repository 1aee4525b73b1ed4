"""Write the .proto files that the package brings along, from proto/. With --check: fail when what is there is not what would be written.

xtcp_ebpf/pb/xtcp_flat_record.proto is for schema registries. The one in xtcp_ebpf/pb/clickhouse is for ClickHouse, which up to 26.3 finds
a record only when it is nested in a message named Envelope; the bytes on the wire are the same. It has a folder of its own, as ClickHouse
keeps the files of one folder together, where the same names would meet.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SOURCE = TOP / "proto" / "xtcp_flat_record" / "v1" / "xtcp_flat_record.proto"
PLAIN = TOP / "xtcp_ebpf" / "pb" / SOURCE.name
NESTED = TOP / "xtcp_ebpf" / "pb" / "clickhouse" / SOURCE.name

MARK = f"// Written by tools/generate_schemas.py from {SOURCE.relative_to(TOP)}: change that, then `make generate`.\n"
FOR_CLICKHOUSE = """\
// For ClickHouse: FORMAT ProtobufList with format_schema 'xtcp_flat_record:XtcpFlatRecord'. The record is nested in Envelope, as ClickHouse
// up to 26.3 needs it and later ones take it too; what goes over the wire is the same.
"""


def nested(proto: str) -> str:
    """The same with message XtcpFlatRecord inside message Envelope."""
    record = _block(proto, "XtcpFlatRecord")
    envelope = _block(proto, "Envelope")
    inside = "".join(f"  {line}" if line.strip() else line for line in record.splitlines(keepends=True))
    head, brace, fields = envelope.partition("{\n")
    return FOR_CLICKHOUSE + proto.replace("\n" + record, "").replace(envelope, f"{head}{brace}{inside}\n{fields}")


def _block(proto: str, message: str) -> str:
    found = re.search(rf"^message {message} \{{\n.*?^\}}\n", proto, re.DOTALL | re.MULTILINE)
    if found is None:
        raise SystemExit(f"{SOURCE.name}: there is no message {message} at its top")
    return found[0]


def files() -> Iterator[tuple[Path, str]]:
    """Each file and what it has to hold."""
    proto = SOURCE.read_text()
    yield PLAIN, MARK + proto
    yield NESTED, MARK + nested(proto)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = [(path, text) for path, text in files() if not path.exists() or path.read_text() != text]
    for path, text in stale:
        if check:
            print(f"stale: {path.relative_to(TOP)}; run `make generate`", file=sys.stderr)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
            print(path.relative_to(TOP))
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
