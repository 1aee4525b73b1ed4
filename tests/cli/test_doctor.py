"""`xtcp-ebpf doctor`: what it says about this host, and its exit code."""

from __future__ import annotations

import json

import pytest
from end_to_end.street import run

from xtcp_ebpf.cli import doctor
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel.caps import NEEDS
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.layout import layout


def report(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """What -json printed."""
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    assert all(finding.keys() == {"level", "what", "fix"} for finding in found)
    return found


@pytest.mark.kernel
def test_on_this_host(capsys: pytest.CaptureFixture[str]) -> None:
    """The engine that would be chosen, the kernel, both requests, each capability; nothing is bad, so the daemon can run: 0."""
    assert doctor.main(["-json"]) == 0
    found = report(capsys)
    engine, _ = choose("auto", layout())
    assert found[0]["what"].startswith(f"engine {engine.name}")
    text = " ".join(finding["what"] for finding in found)
    assert "answers TCP socket dumps" in text
    assert "both address families in one walk" in text
    assert all(need.name in text for need in NEEDS)
    assert not [finding for finding in found if finding["level"] == "bad"]
    assert all(finding["fix"] for finding in found if finding["level"] != "ok")


@pytest.mark.kernel
def test_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """The same as lines, each with a mark, and what to do below those that need it."""
    assert doctor.main(["--json"]) == 0
    found = report(capsys)
    assert doctor.main([]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("xtcp-ebpf ")
    assert [line[5:] for line in lines if not line.startswith(" ")] == [finding["what"] for finding in found]
    assert [line.split("-> ")[1] for line in lines if line.startswith(" ")] == [f["fix"] for f in found if f["fix"] and f["level"] != "ok"]


@pytest.mark.kernel
def test_without_a_capability() -> None:
    """What makes the start impossible is BAD and makes the exit code 1; what only makes it poorer is WARN; each says how to get it."""
    for need in NEEDS:
        done = run("doctor", "-json", before=("setpriv", f"--bounding-set=-{need.name.removeprefix('CAP_').lower()}"))
        (finding,) = (f for f in json.loads(done.stdout) if need.name in f["what"])
        level = "bad" if need.fatal else "ok" if need.root_has_it else "warn"
        assert (done.returncode, finding["level"]) == (int(need.fatal), level)
        assert level == "ok" or need.name in finding["fix"]


@pytest.mark.parametrize("argv", [["-help"], ["--help"], ["-h"]])
def test_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The usage, and 0."""
    assert doctor.main(argv) == 0
    assert capsys.readouterr().out.startswith("usage: xtcp-ebpf doctor [-json]")


@pytest.mark.parametrize("argv", [["-jsn"], ["-json", "now"], ["file"]])
def test_it_takes_nothing_else(argv: list[str]) -> None:
    """The word is named."""
    with pytest.raises(BadFlag, match=argv[0]):
        doctor.main(argv)
