"""Log lines to stderr, for people or for programs."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from typing import Final

from xtcp_ebpf.log_level import set_level


def _utc(record: logging.LogRecord) -> str:
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03d}Z"


class _Text(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatTime(self, record: logging.LogRecord, _datefmt: str | None = None) -> str:  # noqa: N802  the name is logging's
        return _utc(record)


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": _utc(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class Repeats(logging.Filter):
    """Of lines that differ in their values alone at most LINES in MINUTE seconds; the next one after that says how many were left out.

    Lines of level DEBUG are let through: who asks for them wants each.
    """

    LINES: Final = 10
    MINUTE: Final = 60.0

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._seen: dict[tuple[str, str], tuple[float, int]] = {}
        """Since when, and how many."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno <= logging.DEBUG:
            return True
        kind, now = (record.name, str(record.msg)), self._now()
        since, count = self._seen.get(kind, (now, 0))
        left_out = 0
        if now - since >= self.MINUTE:
            since, count, left_out = now, 0, max(0, count - self.LINES)
        self._seen[kind] = since, count + 1
        if left_out:
            record.msg, record.args = f"{record.getMessage()} ({left_out} more of this kind were left out)", None
        return count < self.LINES


def start(log_format: str, d: int) -> None:
    """Send this program's log to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if log_format == "json" else _Text())
    handler.addFilter(Repeats())
    logging.basicConfig(handlers=[handler], force=True)
    set_level(d)
