"""Token files: what they hold is compared and never told, and a change is seen at the next call."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from xtcp_ebpf.api.access import Token
from xtcp_ebpf.api.tokens import Tokens
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.knobs import Knobs


def written(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o600)
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return written(tmp_path / "control", "  secret-one\n"), written(tmp_path / "read", "secret-two")


def tokens(control: Path | str = "", read: Path | str = "") -> Tokens:
    return Tokens(Knobs(grpc_token_file=str(control), grpc_read_token_file=str(read)), SystemClock())


def test_what_a_token_is_worth(files: tuple[Path, Path]) -> None:
    """By its file; white space around it does not count, neither in the file nor in the metadata; the scheme's case does not either."""
    made = tokens(*files)
    for shown, worth in (
        (None, Token.NONE),
        ("Bearer secret-one", Token.CONTROL),
        ("bearer  secret-one ", Token.CONTROL),
        (b"Bearer secret-two", Token.READ),
        ("Bearer secret-", Token.WRONG),
        ("Bearer secret-one2", Token.WRONG),
        ("Bearer ", Token.WRONG),
        ("secret-one", Token.WRONG),
        ("Basic secret-one", Token.WRONG),
        ("", Token.WRONG),
        (b"Bearer \xff\xfe", Token.WRONG),
        ("Bearer \N{SNOWMAN}", Token.WRONG),
    ):
        assert made.worth(shown) is worth, shown


def test_without_files_no_token_is_right() -> None:
    """Not even an empty one."""
    assert tokens().worth("Bearer ") is Token.WRONG


def test_the_same_token_in_both_files_may_control(files: tuple[Path, Path]) -> None:
    """The greater right wins."""
    written(files[1], "secret-one")
    assert tokens(*files).worth("Bearer secret-one") is Token.CONTROL


def test_a_changed_file_counts_at_once(files: tuple[Path, Path]) -> None:
    """Written over with the same length, or replaced as by a renamed one or a symbolic link: the old token is worth nothing any more."""
    control = files[0]
    made = tokens(control)
    for number in range(20):
        written(control, f"secret-{number:02}")
        assert made.worth(f"Bearer secret-{number:02}") is Token.CONTROL
        assert made.worth(f"Bearer secret-{number - 1:02}") is Token.WRONG
    written(control.parent / "new", "other").rename(control)
    assert made.worth("Bearer other") is Token.CONTROL


def test_a_file_that_goes_bad_refuses(files: tuple[Path, Path], caplog: pytest.LogCaptureFixture) -> None:
    """Removed, emptied: nobody is let in by it, the log says so once, the other file still counts; and it heals."""
    control, read = files
    made = tokens(control, read)
    control.unlink()
    for _ in range(10):
        assert made.worth("Bearer secret-one") is Token.UNREADABLE
    assert made.worth("Bearer secret-two") is Token.READ
    written(control, " \n")
    assert made.worth("Bearer ") is Token.UNREADABLE
    (line,) = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert line.startswith(f"-grpcTokenFile {control}: ENOENT")
    assert "secret" not in line
    written(control, "secret-one")
    assert made.worth("Bearer secret-one") is Token.CONTROL


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "ENOENT"),
        (b"", "the file is empty: write a token"),
        (b"\n \n", "the file is empty"),
        (b"x" * 5000, "more than 4096 bytes"),
        (b"two words", "one word of ASCII"),
        (b"\xc3\xa4", "one word of ASCII"),
    ],
)
def test_what_is_no_token_file(tmp_path: Path, content: bytes | None, problem: str) -> None:
    """At the start that is an error with flag and path, and nothing of the content."""
    path = tmp_path / "t"
    if content is not None:
        path.write_bytes(content)
    for flag, made in (("-grpcTokenFile", {"control": path}), ("-grpcReadTokenFile", {"read": path})):
        with pytest.raises(UsageError, match=rf"^{flag} {path}: .*{problem}") as wrong:
            tokens(**made)
        assert "two words" not in str(wrong.value)


def test_odd_files_do_not_hold_up(tmp_path: Path) -> None:
    """A named pipe without a writer is empty, a folder is none."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="empty"):
        tokens(tmp_path / "pipe")
    with pytest.raises(UsageError, match="EISDIR"):
        tokens(tmp_path)


def test_a_file_for_everybody_is_told_of(files: tuple[Path, Path], caplog: pytest.LogCaptureFixture) -> None:
    """Once, at the start."""
    files[0].chmod(0o644)
    made = tokens(*files)
    files[0].write_text("other")
    made.worth("Bearer other")
    assert [record.getMessage() for record in caplog.records] == [
        f"-grpcTokenFile {files[0]}: every user of this machine may read it: chmod o= it"
    ]
