"""From what the operator wants and the host allows to a watch over single sockets, or to the reason why all is dumped."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from xtcp_ebpf.activity import probe
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_loading import Wanted
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.exact import gets
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.exact.known import Known
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

FEW_POLLS: Final = 2
"""A run of so many polls or fewer gains nothing: the first dump teaches a namespace's cookie, the second its sockets."""
OPENERS: Final = "with -privsep nobody loads these programs for the daemon"

Open = Callable[[Wanted, int], SocketWatch]
"""What is wanted, the capabilities in effect. Raises AssistUnavailable."""


def open_watch(wanted: Wanted, effective: int) -> SocketWatch:
    """On this host."""
    return SocketWatch.open(wanted, probe.collect(effective))


def start(knobs: Knobs, ext: int, effective: int, privsep: bool, tally: Tally, open_it: Open = open_watch) -> Births | None:
    """None: all is dumped, and it was said why. Counts exact_refused:REASON. Raises AssistUnavailable when exact reads are required."""
    required = knobs.reads == "exact"
    if knobs.reads == "dump" or (not required and (knobs.bpf == "off" or 0 < knobs.max_loops <= FEW_POLLS)):
        return None
    try:
        if privsep:
            raise AssistUnavailable("privsep", OPENERS)
        watch = open_it(Wanted(extensions=ext, namespaces=knobs.bpf_map_size), effective)
    except AssistUnavailable as error:
        if required:
            raise AssistUnavailable(error.reason, f"-reads exact: {error.text}") from error
        tally.add(f"exact_refused:{error.reason}")
        log.info("reads: by dumps alone: %s", error.text)
        return None
    chosen, remark = gets.choose()
    if remark:
        log.warning("%s", remark)
    log.info("reads: single sockets where that is cheaper than a dump, programs of type %s", watch.kind)
    return Births(watch, Known(chosen, knobs.exact_sockets), chosen)


def reads_of(knobs: Knobs) -> tuple[object, ...]:
    """What it depends on."""
    return knobs.reads, knobs.exact_sockets, knobs.bpf_map_size, knobs.bpf == "off"
