"""Continuous profiling: the client library of Pyroscope looks at our threads and sends what it saw, all by itself.

It has threads of its own, written in Rust, which read our memory from beside: no signals, no interpreter's lock. It keeps no count of what
it could not send; it can only say so, in a form of its own, on stderr.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from xtcp_ebpf.errors import UsageError

log = logging.getLogger(__name__)

FLAG: Final = "-pyroscopeUrl"
EXTRA: Final = "pyroscope"
CLOSE_SECONDS: Final = 2.0
"""It may wait for a server's answer for nearly a minute."""


class Server(NamedTuple):
    """Where it sends to."""

    url: str
    """Without a login."""
    user: str
    password: str


def read(url: str) -> Server:
    """Of `http[s]://[USER:PASSWORD@]HOST[:PORT][/PATH]`. Raises ValueError, which repeats nothing of it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
        port = parts.port
    except ValueError:
        host = port = None
    if not host or parts.scheme not in ("http", "https") or port == 0 or not url.isprintable() or " " in url:
        raise ValueError("is no URL of a Pyroscope server: write http://HOST:4040 or https://USER:PASSWORD@HOST/PATH")
    if parts.query or parts.fragment:
        raise ValueError("has something behind its path: a Pyroscope server takes neither ? nor #")
    place = parts.netloc.rpartition("@")[2]
    return Server(f"{parts.scheme}://{place}{parts.path.rstrip('/')}", unquote(parts.username or ""), unquote(parts.password or ""))


class Continuous:
    """Profiles from its making, by a thread that is at home, to close(). One at a time in a process.

    Raises UsageError when the library is missing, or does not take what it is given. `stderr`: where it may say what it could not send.
    """

    def __init__(
        self, url: str, app_name: str, sample_hz: int, upload_seconds: int, tags: Mapping[str, str] | None = None, *, stderr: bool = False
    ) -> None:
        server = read(url)
        self._library: Any = _library()
        logging.getLogger("pyroscope").setLevel(logging.ERROR)
        self._open = self._library.configure(
            application_name=app_name,
            server_address=server.url,
            basic_auth_username=server.user,
            basic_auth_password=server.password,
            sample_rate=sample_hz,
            upload_interval=upload_seconds,
            oncpu=True,
            gil_only=False,  # dearer, but else the C engine and system calls, where we spend our time, would not be seen
            report_thread_name=True,
            enable_logging=stderr,
            tags={name: value for name, value in (tags or {}).items() if value},
        )
        if not self._open:
            raise UsageError(f"{FLAG}: pyroscope-io does not start with {server.url}, {app_name}, {sample_hz} Hz, {upload_seconds} s")
        log.info("profiles: %d looks a second to %s as %s, every %d s", sample_hz, server.url, app_name, upload_seconds)

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """End it, and wait so long at most for its last words. Did it end? A second time does nothing."""
        if not self._open:
            return True
        self._open = False
        thread = threading.Thread(target=self._library.shutdown, name="pyroscope-end", daemon=True)
        thread.start()
        thread.join(seconds)
        if ended := not thread.is_alive():
            return ended
        log.warning("%s: the server does not answer; the last profile is lost", FLAG)
        return False


def _library() -> Any:
    try:
        return import_module("pyroscope")
    except ImportError as error:
        text = f"the Python module pyroscope cannot be loaded ({error}): pip install 'xtcp-ebpf[{EXTRA}]'"
        raise UsageError(f"{FLAG}: {text}") from error
