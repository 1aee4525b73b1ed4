"""A guest's life as its host sees it. What stands for QEMU here is a process that connects to the socket and says what a guest says."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vm import boot
from vm.boot import TimeUp, converse
from vm.channel import Answer, Garbled, NoAnswer

SAYS = """
import json, socket, struct, sys, time
def frame(kind, payload): return struct.pack(">cI", kind, len(payload)) + payload
channel = socket.socket(socket.AF_UNIX)
channel.connect(sys.argv[1])
hello = frame(b"H", b'{"release": "6.1"}')
result = frame(b"R", json.dumps({"code": 7, "seconds": 0.1, "late": False}).encode())
"""


@contextmanager
def guest(folder: Path, text: str) -> Iterator[tuple[socket.socket, subprocess.Popen[bytes]]]:
    """Listening, and the process that does as the text says."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "answer"))
        listener.listen(1)
        line = [sys.executable, "-c", SAYS + text, str(folder / "answer")]
        process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            yield listener, process
        finally:
            process.kill()
            process.communicate()


def talked(folder: Path, text: str, seconds: float = 20.0) -> tuple[Answer, list[tuple[str, bytes]]]:
    """What came of it."""
    said: list[tuple[str, bytes]] = []
    with guest(folder, text) as (listener, process):
        answer, _ = converse(listener, process.pid, seconds, lambda kind, data: said.append((kind, data)))
    return answer, said


def test_an_answer(tmp_path: Path) -> None:
    """Its code is the command's, its output comes as it is said, and nobody waits for the machine to be switched off."""
    began = time.monotonic()
    answer, said = talked(tmp_path, 'channel.send(hello + frame(b"O", b"hi")); channel.send(result); time.sleep(60)')
    assert (answer.code(), said) == (7, [("O", b"hi")])
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    "text", ["channel.send(hello)", "channel.send(hello + result[:9])", "pass", "channel.close(); raise SystemExit('no such machine')"]
)
def test_one_that_ends_without_an_answer(text: str, tmp_path: Path) -> None:
    """Switched off, crashed or refused by QEMU: that is no success, whatever QEMU's exit code."""
    answer, _ = talked(tmp_path, text)
    with pytest.raises(NoAnswer):
        answer.code()


@pytest.mark.parametrize(
    ("text", "words"), [("time.sleep(60)", "never came up"), ("channel.send(hello); time.sleep(60)", "no result in its time")]
)
def test_one_that_is_silent(text: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up after its time, before its hello and after it."""
    monkeypatch.setattr(boot, "UP_S", 1.0)
    monkeypatch.setattr(boot, "GRACE_S", 0.3)
    with pytest.raises(TimeUp, match=words):
        talked(tmp_path, text, 0.2)


def test_one_that_babbles(tmp_path: Path) -> None:
    """What is no frame is no answer."""
    with pytest.raises(Garbled):
        talked(tmp_path, 'channel.send(b"Kernel panic - not syncing"); time.sleep(60)')


def test_a_process_that_never_connects(tmp_path: Path) -> None:
    """QEMU that refuses its command line ends at once, and so do we."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "answer"))
        listener.listen(1)
        with subprocess.Popen(["sh", "-c", "echo bad option; exit 1"], stdout=subprocess.PIPE) as process:
            answer, _ = converse(listener, process.pid, 20.0, lambda *_: None)
    with pytest.raises(NoAnswer, match="never came up"):
        answer.code()
