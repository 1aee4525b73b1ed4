"""Log lines that others cannot multiply."""

from __future__ import annotations

import logging

import pytest
from api.turned_clock import Turned

from xtcp_ebpf.api import rare
from xtcp_ebpf.api.rare import Rare


def test_one_line_for_a_reason_in_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    """The next one says how many it stands for; another reason has its own."""
    clock = Turned()
    say = Rare(logging.getLogger("test"), clock).say
    for _ in range(100):
        say(logging.WARNING, "a", "text a")
    say(logging.WARNING, "b", "text b")
    assert [record.getMessage() for record in caplog.records] == ["text a", "text b"]
    clock.at = rare.REST_SECONDS
    say(logging.WARNING, "a", "text a")
    say(logging.WARNING, "b", "text b")
    assert [record.getMessage() for record in caplog.records[2:]] == ["text a (99 more like it since the last such line)", "text b"]


def test_reasons_are_bounded(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever can make reasons cannot make us remember them all; those that are known go on."""
    monkeypatch.setattr(rare, "MOST_REASONS", 3)
    clock = Turned()
    made = Rare(logging.getLogger("test"), clock)
    for number in range(10):
        made.say(logging.WARNING, str(number), f"text {number}")
    assert len(caplog.records) == 3
