"""Rows come from the tests of the formats, pools from those of the collector."""

from __future__ import annotations

import sys
from pathlib import Path

for room in ("marshal", "collector"):  # made_rows.py; pools.py
    sys.path.insert(0, str(Path(__file__).parents[1] / room))
