"""The command line of ctl."""

from __future__ import annotations

import pytest

from xtcp_ebpf.cli.ctl import VERBS
from xtcp_ebpf.cli.ctl_flags import Asked, read
from xtcp_ebpf.errors import BadFlag


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("get", Asked("get", (), {})),
        ("-target h:1 get -tls", Asked("get", (), {"target": "h:1", "tls": "true"})),
        ("--port=2 set a=1 --tokenFile t b=-2 -d 11", Asked("set", ("a=1", "b=-2"), {"port": "2", "tokenFile": "t", "d": "11"})),
        ("poll-burst -count 3 -interval=1s", Asked("poll-burst", (), {"count": "3", "interval": "1s"})),
        ("bpf off -source walk", Asked("bpf", ("off",), {"source": "walk"})),
        ("reconfigure -file -", Asked("reconfigure", (), {"file": "-"})),
        ("set -- label=-x", Asked("set", ("label=-x",), {})),
        ("-target get status", Asked("status", (), {"target": "get"})),
        ("", Asked("help", (), {})),
        ("get -h", Asked("help", (), {})),
        ("--help nonsense", Asked("help", (), {})),
    ],
)
def test_right(line: str, wanted: Asked) -> None:
    """Flags stand anywhere, with one dash or two."""
    assert read(line.split(), VERBS) == wanted


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gett", r"'gett': ctl has no such command \(did you mean get\?\); it has get, set, "),
        ("get -nonsense", "-nonsense: there is no such flag; xtcp-ebpf ctl help lists them"),
        ("get -targt h", r"-targt: there is no such flag \(did you mean target\?\)"),
        ("get -count 1", "-count: means nothing to get, which takes -target, "),
        ("set -frequency=5s", "a field stands without a dash: frequency=VALUE"),
        ("set", r"set: write xtcp-ebpf ctl set FIELD=VALUE \.\.\."),
        ("bpf", r"bpf: write xtcp-ebpf ctl bpf off\|auto\|require"),
        ("skip none idle", r"skip: write xtcp-ebpf ctl skip none"),
        ("get all", "get: write xtcp-ebpf ctl get$"),
        ("-tls", "ctl: what is it to do"),
        ("get -port", "-port: needs a value"),
    ],
)
def test_wrong(line: str, told: str) -> None:
    """Each says what would be right."""
    with pytest.raises(BadFlag, match=told):
        read(line.split(), VERBS)
