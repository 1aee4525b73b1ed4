"""python tests/servers: fetches and builds every server now, so that no test waits for it. Quick when they are there."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent)  # not this folder: nats, valkey and kafka are here other modules

from servers import go_pprof, grpcurl, kafka, nats, nsqd, prometheus, s3, valkey  # noqa: E402  behind the path that it needs
from servers.cache import CannotMake, say, tidy  # noqa: E402  the same


def main() -> int:
    """1 and why, when one cannot be had."""
    failed = 0
    for obtain in (kafka.classes, nats.obtain, valkey.obtain, nsqd.obtain, s3.obtain, prometheus.obtain, go_pprof.obtain, grpcurl.obtain):
        try:
            obtain()
        except CannotMake as error:
            say(str(error))
            failed = 1
    if not failed:
        tidy()
    return failed


if __name__ == "__main__":
    sys.exit(main())
