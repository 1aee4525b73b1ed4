"""`xtcp-ebpf` and `xtcp-ebpf run`: the daemon."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

from xtcp_ebpf import config
from xtcp_ebpf.cli import help as help_text
from xtcp_ebpf.cli import logs
from xtcp_ebpf.kernel import caps, privileges
from xtcp_ebpf.kernel.alarm import SIGNAL_SECONDS
from xtcp_ebpf.places import listening_ports, may_be_controlled, places
from xtcp_ebpf.version import program
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.layout import layout

log = logging.getLogger(__name__)


def main(argv: Sequence[str], environ: Mapping[str, str]) -> int:
    """The exit code. Raises XtcpError for what stops the start."""
    loaded = config.load(argv, environ)
    knobs = loaded.knobs
    if loaded.wants == "help":
        print(help_text.render(), end="")
        return 0
    if loaded.wants == "version":
        print(version_line(knobs.engine))
        return 0
    if loaded.wants == "conf":
        print(config.effective(knobs, loaded.sources))
        return 0
    if knobs.healthcheck:
        from xtcp_ebpf.cli import healthcheck

        return healthcheck.main(knobs.prom_listen)
    logs.start(knobs.log_format, knobs.d)
    for warning in loaded.warnings:
        log.warning("%s", warning)
    for need in caps.require(caps.read(), caps.needs(knobs.namespaces)):
        log.warning("no %s: %s", need.name, need.why)

    openers = None
    if knobs.privsep:
        from xtcp_ebpf.opening.ways import start_openers

        openers = start_openers(knobs)  # forked while there is one thread, and all rights
    # The first thread gives up for all: capabilities are each thread's own, and no other is there yet.
    privileges.settle(
        knobs,
        places(knobs),
        ports=listening_ports(knobs),
        also=privileges.asked(knobs.keep_capabilities),
        control=may_be_controlled(knobs),
    )

    from xtcp_ebpf.daemon import Daemon

    daemon = Daemon(knobs, openers=openers)
    asked = 0

    def end(number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked += 1
        if asked > 1:  # the operator does not want to wait for the drain
            os._exit(128 + number)
        daemon.stop()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGHUP, lambda *_: daemon.reopen())
    signal.signal(signal.SIGUSR1, lambda *_: daemon.say_status())
    return _beside(daemon.run)


def _beside(work: Callable[[], int]) -> int:
    """Do the work in a thread of its own, so that a signal handler, which runs in this one, never meets a lock that this thread holds."""
    done: list[int] = []
    failed: list[BaseException] = []

    def go() -> None:
        try:
            done.append(work())
        except BaseException as error:  # told by the thread that waits
            failed.append(error)

    thread = threading.Thread(target=go, name="poll")
    thread.start()
    while thread.is_alive():
        thread.join(SIGNAL_SECONDS)
    if failed:
        raise failed[0]
    return done[0]


def version_line(engine: str) -> str:
    """Program, engine and Python, for -v."""
    chosen, remark = choose(engine, layout())
    return f"{program()}, engine {chosen.name}{f' ({remark})' if remark else ''}, Python {sys.version.split()[0]}"
