"""Answers made by another thread, one at a time."""

from __future__ import annotations

import threading
from http import HTTPStatus

import pytest
from asking import PATIENCE
from servers.process import until

from xtcp_ebpf.metrics.aside import Aside
from xtcp_ebpf.metrics.http_head import Answer, Refused, Slow

DONE = Answer(200, b"done")


def made(slow: Slow) -> Answer | None:
    """What comes of it."""
    rung = threading.Event()
    aside = Aside(rung.set)
    assert aside.start(slow)
    assert rung.wait(PATIENCE)
    answer = aside.take()
    assert aside.take() is None
    aside.close()
    return answer


def refuse(_wait: object) -> Answer:
    raise Refused(HTTPStatus.CONFLICT, "not now")


def fail(_wait: object) -> Answer:
    raise RuntimeError("a defect")


def test_what_is_made_is_had_once(caplog: pytest.LogCaptureFixture) -> None:
    """An answer, a refusal, a defect, which is told in the log."""
    assert made(Slow(1, lambda _: DONE)) == DONE
    assert made(Slow(1, refuse)) == Answer(409, b"not now\n")
    assert not caplog.records
    assert (answer := made(Slow(1, fail)))
    assert answer.status == 500
    assert "a defect" in caplog.text


def test_one_at_a_time() -> None:
    """A second is not begun; the next one is, when the first is over. Its answer is its own."""
    rung = threading.Event()
    aside = Aside(rung.set)
    go_on = threading.Event()
    assert aside.start(Slow(1, lambda _: DONE if go_on.wait(PATIENCE) else Answer(500, b"")))
    assert not aside.start(Slow(1, lambda _: DONE))
    go_on.set()
    assert rung.wait(PATIENCE)
    rung.clear()
    assert aside.start(Slow(1, lambda _: Answer(200, b"second")))
    assert rung.wait(PATIENCE)
    assert aside.take() == Answer(200, b"second")
    aside.close()


def test_what_is_given_up_is_not_had() -> None:
    """Its thread ends, it rings for nobody, and another can begin."""
    rung = threading.Event()
    aside = Aside(rung.set)
    seen: list[bool] = []

    def make(wait: object) -> Answer:
        assert callable(wait)
        seen.append(bool(wait(3600.0)))
        return DONE

    assert aside.start(Slow(1, make))
    aside.give_up()
    until(lambda: aside.start(Slow(1, make)), "the next", PATIENCE)
    aside.close()
    assert aside.take() is None
    assert seen == [True, True]
    assert not rung.is_set()
    assert not [thread for thread in threading.enumerate() if thread.name == "profile"]
