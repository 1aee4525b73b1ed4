"""python -m vm: what is typed, and what it says of mistakes. Nothing boots here."""

from __future__ import annotations

import pytest

from vm.cli import main
from vm.kernels import KERNELS


def test_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Every kernel, its suite, and why."""
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [[kernel.name, kernel.suite] for kernel in KERNELS]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["run", "--kernel", "2.6", "--", "true"], "no kernel '2.6'"),
        (["matrix", "--kernels", "6.1,2.6"], "no kernel '2.6'"),
        (["matrix", "--checks", "speed"], "no check 'speed'"),
        (["capture", "--kernels", "x", "/nowhere"], "no kernel 'x'"),
    ],
)
def test_what_there_is_not(words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and what there is, before anything is fetched."""
    assert main(words) == 2
    assert complaint in capsys.readouterr().err


def test_an_accelerator_that_is_none(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong word in the environment is named."""
    monkeypatch.setenv("XTCP_VM_ACCEL", "hvf")
    assert main(["run", "--kernel", "6.1", "--", "true"]) == 2
    assert "XTCP_VM_ACCEL=hvf" in capsys.readouterr().err
