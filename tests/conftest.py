"""Which tests may run side by side: `make test` has two workers.

What makes namespaces, loads BPF or reads the whole host is one group, what talks to servers another: each runs one test after the
other, in one worker. All else goes to whichever worker is free.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

# Before anybody imports grpc: after each fork it would start threads in the child, and some of our children have to be alone.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")

TESTS = Path(__file__).parent
HOST_ROOMS = {"closed", "exact", "opening"}
HOST = ("test_bench", "test_soak", "test_package", "test_systemd_unit", "test_house")
"""They measure, or build, or look at processes."""
SERVERS = {"api", "cli", "client", "conformance", "destinations", "metrics", "nix", "profiles", "receiving", "servers"}


def pytest_configure(config: pytest.Config) -> None:
    """A worker of pytest-xdist ignores Ctrl-C, and so would all that it starts."""
    if hasattr(config, "workerinput"):
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without pytest-xdist the mark means nothing."""
    for item in items:
        place = item.path.relative_to(TESTS)
        if item.get_closest_marker("kernel") or place.name.startswith(HOST) or place.parts[0] in HOST_ROOMS:
            item.add_marker(pytest.mark.xdist_group("host"))
        elif place.parts[0] in SERVERS:
            item.add_marker(pytest.mark.xdist_group("servers"))
