"""python tests/side_by_side.py [pytest's arguments]: all tests, in two processes at a time, each with one part of them (conftest.py).

The first part's words come as it goes on, the other's when both have ended. The exit code is the worse one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence

FIRST, SECOND = "host", "rest"


def main(words: Sequence[str]) -> int:
    """The exit code."""
    with tempfile.TemporaryFile() as said:
        line = [sys.executable, "-m", "pytest", *words, "--part"]
        second = subprocess.Popen([*line, SECOND], stdout=said, stderr=subprocess.STDOUT)
        first = subprocess.Popen([*line, FIRST])
        codes = []
        for process in (first, second):
            while True:
                try:
                    codes.append(process.wait())
                    break
                except KeyboardInterrupt:  # both have heard it too, and end
                    continue
        said.seek(0)
        sys.stdout.buffer.write(said.read())
        sys.stdout.flush()
    return max(codes, key=abs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
