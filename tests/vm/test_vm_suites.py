"""How the project's tests are judged in a guest: a failure is one, and so is a test that is left out without need."""

from __future__ import annotations

from pathlib import Path

import pytest

from vm.guest import suites

pytestmark = pytest.mark.long

GOOD = "def test_good(): pass\n"
LATE = """
from pathlib import Path
def test_late():
    was = Path(__file__ + ".was")
    there = was.exists()
    was.touch()
    assert there
"""
BAD = "def test_bad(): assert 1 == 2\n"
SKIP = "import pytest\n@pytest.mark.skip(reason='no nsfs file handles before Linux 6.18')\ndef test_left_out(): pass\n"


def judged(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, *lacks: str) -> str:
    """What is said of a suite."""
    (folder / "test_made.py").write_text(text)
    monkeypatch.setattr(suites, "PROJECT", folder)
    monkeypatch.setattr(suites, "SUITES", ("test_made.py",))
    return suites.tests(frozenset(lacks))


def test_left_out_for_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel lacks it."""
    assert judged(tmp_path, monkeypatch, GOOD + SKIP, "nsfs_handles") == "1 passed, 1 left out for what this kernel lacks"


def test_a_second_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that passes then is told apart from those that passed at once."""
    said = judged(tmp_path, monkeypatch, GOOD + LATE)
    assert said == "2 passed, 1 of them at the second try, 0 left out for what this kernel lacks"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD + BAD, "test_bad: assert 1 == 2"),
        (GOOD + SKIP, "lacks nothing of the kind"),
        (LATE + GOOD + SKIP, "lacks nothing of the kind"),
    ],
)
def test_what_is_not_shown(text: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Failed twice, or left out though this kernel has it: also when another test passes at the second try."""
    with pytest.raises(AssertionError, match=words):
        judged(tmp_path, monkeypatch, text)


def test_no_tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty suite shows nothing."""
    with pytest.raises(AssertionError, match="no test has passed"):
        judged(tmp_path, monkeypatch, "")
