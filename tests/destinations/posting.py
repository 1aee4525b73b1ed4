"""Sinks of http: as its tests open them."""

from __future__ import annotations

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import http
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs


def target(url: str, preamble: bytes = b"", knobs: Knobs | None = None) -> Target:
    scheme, _, address = url.partition(":")
    return Target(scheme, address, preamble, "application/x-ndjson", knobs or Knobs())


def refused(where: Target, payload: bytes = b"x") -> SendError:
    """What one send by a new sink says."""
    sink = http.open(where)
    try:
        with pytest.raises(SendError) as problem:
            sink.send(payload)
    finally:
        sink.close()
    return problem.value
