"""What the tests of nats: share."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from servers.nats import Nats

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import nats
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs


def target(server: Nats, preamble: bytes = b"", **knobs: Any) -> Target:
    return Target("nats", server.address, preamble, knobs=Knobs(**knobs))


def refused(where: Target) -> SendError:
    """What opening it says. No secret is in it."""
    with pytest.raises(SendError) as caught:
        nats.open(where).close()
    assert "s3cret" not in str(caught.value)
    return caught.value


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@contextmanager
def as_before() -> Iterator[None]:
    """No descriptor more than before, and no thread of ours."""
    before = descriptors()
    yield
    assert descriptors() == before
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("send-")]
