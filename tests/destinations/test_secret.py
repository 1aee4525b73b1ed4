"""Passwords and tokens: where they come from, and that no message has them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _secret
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs


def target(**knobs: str) -> Target:
    return Target("nats", "h:1", knobs=Knobs(**knobs))  # type: ignore[arg-type]  # only text knobs are given here


def kept(folder: Path, content: bytes, mode: int = 0o600) -> str:
    path = folder / "secret"
    path.write_bytes(content)
    path.chmod(mode)
    return str(path)


def test_the_knob_or_nothing() -> None:
    """Without a file the knob's value is the secret; empty means that there is none."""
    assert _secret.secret(target(dest_password="abc "), "dest_password") == "abc "
    assert _secret.secret(target(), "dest_password") == ""


def test_a_file_beats_the_knob_and_is_read_anew(tmp_path: Path) -> None:
    """The file's content without white space around it, whatever it is at that moment, as the predecessor does it."""
    path = kept(tmp_path, b" one two\r\n")
    where = target(dest_token="knob", dest_token_file=path)
    assert _secret.secret(where, "dest_token") == "one two"
    kept(tmp_path, b"new\n")
    assert _secret.secret(where, "dest_token") == "new"


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b" \n", "the file is empty"), (b"hunter2" * 10000, "more than 65536 bytes"), (b"hunter2\xff", "not UTF-8")],
)
def test_a_file_that_holds_no_secret(tmp_path: Path, content: bytes, problem: str) -> None:
    """An empty one, a huge one, one of bytes: SendError without retry that names flag and file, and nothing of its content."""
    path = kept(tmp_path, content)
    with pytest.raises(SendError, match=f"^nats:h:1: -destPasswordFile {path}: .*{problem}") as bad:
        _secret.secret(target(dest_password_file=path), "dest_password")
    assert (bad.value.reason, bad.value.retry) == ("secret", False)
    assert "hunter2" not in str(bad.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """One that is missing, and a directory, are told by the system's word for it; a pipe without a writer is empty at once."""
    for path, problem in ((tmp_path / "none", "ENOENT"), (tmp_path, "EISDIR")):
        with pytest.raises(SendError, match=f"-destPasswordFile {path}: {problem}"):
            _secret.secret(target(dest_password_file=str(path)), "dest_password")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(SendError, match="the file is empty"):
        _secret.secret(target(dest_password_file=str(pipe)), "dest_password")


def test_a_file_that_everybody_may_read_is_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Others' rights on the file are a warning, once for each file; it is read nevertheless. A group may have it."""
    open_to_all = kept(tmp_path, b"s3cret", 0o644)
    for _ in range(2):
        assert _secret.secret(target(dest_password_file=open_to_all), "dest_password") == "s3cret"
    assert caplog.messages == [f"-destPasswordFile {open_to_all}: every user of this machine may read it: chmod o= it"]
    kept(tmp_path, b"s3cret", 0o640)
    _secret._said.clear()
    _secret.secret(target(dest_password_file=open_to_all), "dest_password")
    assert len(caplog.messages) == 1
