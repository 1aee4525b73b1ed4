"""Every file that a command line names is one that the daemon may need a right for."""

from __future__ import annotations

import pytest

from xtcp_ebpf.config import load
from xtcp_ebpf.kernel.privileges import Place
from xtcp_ebpf.places import places


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("-dest null -dest tcp:127.0.0.1:9", []),
        ("-dest file:/a/rows", [Place("-dest file:/a/rows", "/a/rows", "make")]),
        ("-dest parquet:/a/b", [Place("-dest parquet:/a/b", "/a/b", "write")]),
        ("-dest unix:/run/s -dest unixgram:@name", [Place("-dest unix:/run/s", "/run/s", "write")]),
        ("-dest null -spoolDir /a/spool", [Place("-spoolDir /a/spool", "/a/spool", "make")]),
        ("-dest null -capturePath /a/pre", []),
        ("-dest null -capturePath /a/pre -writeFiles 1", [Place("-capturePath /a/pre", "/a", "write")]),
        ("-dest null -destWriteFiles 1", [Place("-capturePath ./", ".", "write")]),
        ("-dest destTokenFile=/a/t,http://h/ -dest null", [Place("-destTokenFile /a/t", "/a/t", "read")]),
        ("-dest http://h/ -dest http://i/ -destTokenFile /a/t", [Place("-destTokenFile /a/t", "/a/t", "read")]),
    ],
)
def test_places(line: str, found: list[Place]) -> None:
    """Each once, with what is done there, under the name that the operator gave it."""
    assert places(load(line.split(), {}).knobs) == tuple(found)
