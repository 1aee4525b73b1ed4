"""Kill each server in mid-run and start it again; count what is lost.

    make outages            python -m tests.outages [--seconds 20] [--kinds kafka,jetstream] [--memory | --spool]

A table: rows made, lost, sent twice, the longest gap between polls. Exit code 1 when a row was lost. As root.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS))

from conformance.all_peers import PEERS  # noqa: E402  behind the paths that it needs

from outages.outage import run  # noqa: E402  the same

KINDS = {kind.__name__.removesuffix("Peer").lower(): kind for kind in PEERS if kind.keeps and kind.returns and kind.waits and kind.confirms}


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.outages", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=20.0, help="how long the server is away (20)")
    parser.add_argument("--kinds", default=",".join(KINDS), help=f"which, with commas between ({', '.join(KINDS)})")
    parser.add_argument("--memory", action="store_true", help="only with the queue in memory")
    parser.add_argument("--spool", action="store_true", help="only with a spool and a queue that is too small")
    asked = parser.parse_args(words)
    if unknown := set(asked.kinds.split(",")) - KINDS.keys():
        parser.error(f"--kinds: there is no {', '.join(sorted(unknown))}; there are {', '.join(KINDS)}")
    ways = [way for way in (False, True) if not (asked.memory and way) and not (asked.spool and not way)]
    good = True
    print(f"{'':22}{'rows made':>12}{'lost':>8}{'twice':>8}{'longest gap, s':>16}{'exit':>6}")
    with tempfile.TemporaryDirectory(prefix="xtcp-outage-") as root:  # one for all: some servers are shared
        for number, (name, spool) in enumerate((name, way) for name in asked.kinds.split(",") for way in ways):
            folder = Path(root, str(number))
            folder.mkdir()
            peer = KINDS[name](folder)
            try:
                outcome = run(peer, asked.seconds, spool, folder)
            finally:
                peer.shut()
            title = f"{name}, {'spool' if spool else 'memory'}"
            print(f"{title:22}{outcome.made:12}{outcome.lost:8}{outcome.twice:8}{outcome.gap:16.2f}{outcome.code:6}", flush=True)
            if not outcome.good:
                print(outcome.said[-2000:], file=sys.stderr)
                good = False
    print("holds" if good else "FAILS")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
