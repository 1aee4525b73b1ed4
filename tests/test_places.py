"""Every file that a command line names is one that the daemon may need a right for."""

from __future__ import annotations

import pytest

from xtcp_ebpf.config import load
from xtcp_ebpf.kernel.privileges import Place
from xtcp_ebpf.places import listening_ports, may_be_controlled, places


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


@pytest.mark.parametrize(
    ("line", "ports"),
    [
        ("", (9088, 8889)),
        ("-promListen= -grpcListen=", ()),
        ("-promListen unix:/m -grpcListen unix:/g", ()),
        ("-promListen :80 -grpcListen [::1]:81,127.0.0.1 -grpcPort 82", (80, 81, 82)),
        ("-promListen :80 -grpcListen :80,10.0.0.1:80", (80,)),
    ],
)
def test_ports(line: str, ports: tuple[int, ...]) -> None:
    """Of all listeners, each once."""
    assert listening_ports(load(line.split(), {}).knobs) == ports


def test_unix_sockets_are_places() -> None:
    """Files are made there; a name that stands in no folder is none."""
    knobs = load(["-promListen", "unix:/m", "-grpcListen", "unix:/g,unix:@g,127.0.0.1"], {}).knobs
    assert places(knobs) == (Place("-promListen unix:/m", "/m", "make"), Place("-grpcListen unix:/g", "/g", "make"))


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("", False),
        ("-grpcControl open", True),
        ("-grpcControl open -grpcListen=", False),
        ("-grpcControl off -grpcTokenFile /t", False),
        ("-grpcTokenFile /t", True),
        ("-grpcReadTokenFile /t", False),
        ("-grpcClientCa /c", True),
        ("-grpcListen unix:/g", True),
        ("-grpcListen unix:@g", False),
    ],
)
def test_who_may_be_controlled(line: str, may: bool) -> None:
    """Only where somebody could prove that he may."""
    assert may_be_controlled(load(line.split(), {}).knobs) == may
