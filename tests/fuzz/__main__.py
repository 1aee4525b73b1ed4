"""python -m tests.fuzz --seconds N [--seed S] [--guided]"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "wire")]

from fuzzing import main  # noqa: E402  behind the path that it needs

if __name__ == "__main__":
    sys.exit(main())
