"""python -m tests.differential --seconds N [--seed S] [--source walk|tracepoints|bcc|counters|reads]"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from differential.comparing import main  # noqa: E402  behind the path that it needs

if __name__ == "__main__":
    sys.exit(main())
