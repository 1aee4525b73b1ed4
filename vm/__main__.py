"""python -m vm"""

from __future__ import annotations

import signal
import sys

from vm.cli import main

if __name__ == "__main__":
    # Ended, it leaves no guest and no files: as if by Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    sys.exit(main(sys.argv[1:]))
