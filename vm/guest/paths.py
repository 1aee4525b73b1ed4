"""Where in a guest the project's tests and tools are found that the checks build on: oracles, streets full of sockets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parents[2]
for folder in ("tests", "tests/golden", "tools"):
    if (place := str(PROJECT / folder)) not in sys.path:
        sys.path.insert(0, place)
