"""Log lines to stderr, for people or for programs."""

from __future__ import annotations

import json
import logging
import sys
import time


class _Text(logging.Formatter):
    converter = time.gmtime

    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03dZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {
            "time": f"{stamp}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def level(d: int) -> int:
    """-d as a level: up to 10 one line per event that matters; 11 each poll; 101 and more all that is said."""
    return logging.INFO if d <= 10 else logging.DEBUG


def start(log_format: str, d: int) -> None:
    """Send this program's log to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if log_format == "json" else _Text())
    logging.basicConfig(level=level(d), handlers=[handler], force=True)
