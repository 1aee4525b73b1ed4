"""-d as levels of the log: at the start, and whenever it changes."""

from __future__ import annotations

import logging


def level(d: int) -> int:
    """Up to 10 one line per event that matters; beyond, each poll too."""
    return logging.INFO if d <= 10 else logging.DEBUG


def set_level(d: int) -> None:
    """From 101 on each namespace too."""
    logging.getLogger().setLevel(level(d))
    # This is the room that speaks of each namespace.
    logging.getLogger("xtcp_ebpf.collector").setLevel(logging.INFO if d <= 100 else logging.NOTSET)
