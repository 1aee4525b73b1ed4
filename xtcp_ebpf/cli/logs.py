"""Log lines to stderr, for people or for programs."""

from __future__ import annotations

import json
import logging
import sys
import time


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


def level(d: int) -> int:
    """-d as a level: up to 10 one line per event that matters; beyond, each poll, and from 101 on each namespace too."""
    return logging.INFO if d <= 10 else logging.DEBUG


def start(log_format: str, d: int) -> None:
    """Send this program's log to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if log_format == "json" else _Text())
    logging.basicConfig(level=level(d), handlers=[handler], force=True)
    # This is the room that speaks of each namespace.
    logging.getLogger("xtcp_ebpf.collector").setLevel(logging.INFO if d <= 100 else logging.NOTSET)
