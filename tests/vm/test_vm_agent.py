"""The program in the guest: it tells how the command ended, whatever the command does. Here its channel is a pipe."""

from __future__ import annotations

import io
import os
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from vm.channel import Reader
from vm.guest import agent


def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *command: str, seconds: float = 20.0) -> tuple[dict[str, Any], bytes, bytes]:
    """(result, output, errors) of a command."""
    monkeypatch.setattr(agent, "PROJECT", str(tmp_path))
    said = {"O": b"", "E": b""}

    def take(kind: str, data: bytes) -> None:
        said[kind] += data

    near, far = os.pipe()
    try:
        result = agent.run(agent.Channel(far), {"command": command, "seconds": seconds, "environment": {"GIVEN": "x"}})
        os.close(far)
        reader = Reader(take)
        while data := os.read(near, 65536):
            reader.feed(data)
    finally:
        os.close(near)
    return result, said["O"], said["E"]


def test_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code, output, errors, and its environment."""
    result, out, err = done(tmp_path, monkeypatch, "sh", "-c", "echo $GIVEN; pwd; echo bad >&2; exit 5")
    assert (result["code"], result["late"], err) == (5, False, b"bad\n")
    assert out == f"x\n{tmp_path}\n".encode()


def test_one_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell has it: 127, and a word why."""
    result, _, err = done(tmp_path, monkeypatch, "no-such-command")
    assert result["code"] == 127
    assert b"no-such-command" in err


def test_one_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is killed when its time is up, with its children."""
    result, _, _ = done(tmp_path, monkeypatch, "sh", "-c", "sleep 60 & sleep 60", seconds=0.3)
    assert (result["code"], result["late"]) == (-9, True)


def test_a_folder_is_sent_back(tmp_path: Path) -> None:
    """In pieces no longer than a frame may be."""
    (tmp_path / "big").write_bytes(os.urandom(300_000))
    with (tmp_path / "said").open("wb") as file, tarfile.open(fileobj=agent.Channel(file.fileno()), mode="w|") as tar:  # type: ignore[call-overload]  # it only writes
        tar.add(tmp_path / "big", arcname="big")
    reader = Reader(lambda *_: None)
    reader.feed((tmp_path / "said").read_bytes())
    with tarfile.open(fileobj=io.BytesIO(reader.answer.tar)) as back:
        member = back.extractfile("big")
        assert member
        assert member.read() == (tmp_path / "big").read_bytes()


def test_it_stands_alone() -> None:
    """It has to answer when the project is broken: it imports only what comes with Python."""
    text = Path(agent.__file__).read_text()
    imported = {line.split()[1].split(".")[0] for line in text.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names | {"__future__"}
