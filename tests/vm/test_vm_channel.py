"""The guest's channel: no answer, half an answer and a garbled one are failures."""

from __future__ import annotations

import json

import pytest

from vm import channel
from vm.channel import HEAD, Garbled, NoAnswer, Reader


def frame(kind: str, payload: bytes) -> bytes:
    """As the guest writes it."""
    return HEAD.pack(kind.encode(), len(payload)) + payload


def result(code: int) -> bytes:
    """The last frame."""
    return frame("R", json.dumps({"code": code, "seconds": 1.5, "late": False}).encode())


TALK = frame("H", b'{"release": "6.1"}') + frame("O", b"out\n") + frame("E", b"err\n") + frame("T", b"ta") + frame("T", b"r") + result(3)


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_a_whole_answer(size: int) -> None:
    """In whatever pieces it comes: output as it comes, the folder joined, the code last."""
    said: list[tuple[str, bytes]] = []
    reader = Reader(lambda kind, data: said.append((kind, data)))
    for at in range(0, len(TALK), size):
        reader.feed(TALK[at : at + size])
    assert said == [("O", b"out\n"), ("E", b"err\n")]
    assert (reader.answer.hello, bytes(reader.answer.tar), reader.answer.code()) == ({"release": "6.1"}, b"tar", 3)


@pytest.mark.parametrize(("said", "words"), [(b"", "never came up"), (TALK[:-5], "ended without a result")])
def test_no_answer(said: bytes, words: str) -> None:
    """It is never 0: a guest that never came up and one that died half way say so."""
    reader = Reader(lambda *_: None)
    reader.feed(said)
    with pytest.raises(NoAnswer, match=words):
        reader.answer.code()


@pytest.mark.parametrize(
    "damage",
    [
        b"Linux version 6.1.0\n",
        HEAD.pack(b"O", channel.LONGEST + 1),
        frame("H", b"[]"),
        frame("R", b"{"),
        frame("R", b'{"code": "0"}'),
        result(0) + frame("O", b"x"),
        result(1) + result(0),
    ],
)
def test_garbled(damage: bytes) -> None:
    """A console's text, a frame without end, no JSON, a result without a number, words after the result."""
    with pytest.raises(Garbled):
        Reader(lambda *_: None).feed(damage)


def test_it_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guest that never stops talking is given up."""
    monkeypatch.setattr(channel, "MOST", 100)
    with pytest.raises(Garbled, match="more than"):
        Reader(lambda *_: None).feed(frame("O", bytes(200)))
