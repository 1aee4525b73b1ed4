"""Records come from the tests of the formats."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "marshal"))  # made_rows.py stands there
