"""`xtcp-ebpf offer`: hands a diag socket of the namespace that it is started in to a daemon elsewhere, each time that this asks."""

from __future__ import annotations

import signal
import socket
from collections.abc import Sequence

from xtcp_ebpf.cli import logs, own_flags
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.kernel.alarm import Alarm
from xtcp_ebpf.opening.offer_frames import LONGEST_NAME
from xtcp_ebpf.opening.offering import Offering

USAGE = f"""usage: xtcp-ebpf offer -socket PATH [-name NAME]

Offers the network namespace that it is started in to the daemon that runs with -acceptOffers PATH, which takes offers of root, of
its own user, and of those that -acceptOffersFrom names. Runs until it is told to end, and connects again when the daemon was away.

  -socket PATH   the daemon's socket file, mounted here
  -name NAME     what the rows are to call this namespace, at most {LONGEST_NAME} characters (the host name)

It needs no capability. With CAP_NET_ADMIN the kernel tells socket marks, TCP MD5 keys and all of the ULP info; all others are given up.
"""
FLAGS = ("socket", "name")


def main(argv: Sequence[str], stop: Alarm | None = None) -> int:
    """The exit code: 0 when it was told to end. Raises BadFlag."""
    if [word.lstrip("-") for word in argv] in (["help"], ["h"]):
        print(USAGE, end="")
        return 0
    rest, given = own_flags.take(argv, FLAGS)
    if rest:
        raise BadFlag(rest[0], "offer takes only -socket, -name and -help")
    path, name = given.get("socket", ""), given.get("name", socket.gethostname()[:LONGEST_NAME])
    if not path:
        raise BadFlag("-socket", "is missing: the path that the daemon has in -acceptOffers")
    if len(name) > LONGEST_NAME:
        raise BadFlag("-name", f"{len(name)} characters are too many: at most {LONGEST_NAME}")
    logs.start("text", 0)
    privileges.drop({"CAP_NET_ADMIN"})
    alarm = stop or Alarm()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: alarm.set())
    Offering(path, name, alarm).run()
    return 0
