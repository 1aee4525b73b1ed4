"""The bench of bad requests runs, and what it sends is refused and not carried out."""

from __future__ import annotations

import pytest

from bench import bad_requests

pytestmark = pytest.mark.long


def test_every_kind_is_sent(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A line for each; those that are calls were answered."""
    monkeypatch.setattr(bad_requests, "SLICE", 0.05)
    monkeypatch.setattr(bad_requests, "NICE", 0)
    assert bad_requests.main(["--seconds", "0.05", "--rate", "100"]) == 0
    lines = {line[:20].strip(): line[20:].split() for line in capsys.readouterr().out.splitlines()}
    assert len(lines) == 13
    for kind in ("wrong token", "no token", "above the rate", "no such method", "no message"):
        assert int(lines[kind][-1]) > 0, kind
    for kind in ("nothing", "garbage", "broken HTTP/2", "garbage to TLS", "half a handshake", "silent connections"):
        assert int(lines[kind][-1]) == 0, kind
