# ruff: noqa: T201  these are commands: they print
"""In the guest: the columns that expect_rows.py looks at, of every Parquet file below a folder, as jsonl on stdout."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyarrow.parquet

COLUMNS = {
    "pollNumber": "poll_number",
    "netns": "netns",
    "netnsInode": "netns_inode",
    "inetDiagMsgState": "inet_diag_msg_state",
    "inetDiagMsgSocketSourcePort": "inet_diag_msg_socket_source_port",
    "inetDiagMsgSocketDestinationPort": "inet_diag_msg_socket_destination_port",
}


def main(folder: Path) -> None:
    for path in sorted(folder.rglob("*.parquet")):
        for row in pyarrow.parquet.ParquetFile(path).read(list(COLUMNS.values())).to_pylist():
            print(json.dumps({name: row[column] for name, column in COLUMNS.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
