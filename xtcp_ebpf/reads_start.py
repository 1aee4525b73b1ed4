"""From what the operator wants and the host allows to a watch over single sockets, or to the reason why all is dumped."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from xtcp_ebpf.activity import probe
from xtcp_ebpf.activity.sockets import SocketWatch
from xtcp_ebpf.activity.sockets_layout import MARKED_STATES
from xtcp_ebpf.activity.sockets_loading import LoadSockets, Wanted
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.exact import gets
from xtcp_ebpf.exact.births import Births
from xtcp_ebpf.exact.bodies import ANY_STATE
from xtcp_ebpf.exact.known import Known
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

FEW_POLLS: Final = 2
"""A run of so many polls or fewer gains nothing: the first dump teaches a namespace's cookie, the second its sockets."""
RING_BYTES: Final = 4 << 20
"""Of births from one poll to the next: 58,000."""
RESTLESS_STATES: Final = ANY_STATE & ~sum(1 << state for state in MARKED_STATES)
"""In which a socket is to be read at each poll."""

Open = Callable[[Wanted, int], SocketWatch]
"""What is wanted, the capabilities in effect. Raises AssistUnavailable."""


def open_watch(wanted: Wanted, effective: int, load: LoadSockets | None = None) -> SocketWatch:
    """On this host; `load`: by whom, None: by ourselves."""
    return SocketWatch.open(wanted, probe.collect(effective), load=load)


def start(knobs: Knobs, ext: int, effective: int, tally: Tally, open_it: Open = open_watch) -> Births | None:
    """None: all is dumped, and it was said why. Counts exact_refused:REASON. Raises AssistUnavailable when exact reads are required."""
    quiet = knobs.skip == "quiet"
    required = knobs.reads == "exact" or quiet
    if (knobs.reads == "dump" and not quiet) or (not required and (knobs.bpf == "off" or 0 < knobs.max_loops <= FEW_POLLS)):
        return None
    try:
        watch = open_it(Wanted(quiet, ext, knobs.bpf_map_size, RING_BYTES), effective)
    except AssistUnavailable as error:
        if required:
            raise AssistUnavailable(error.reason, f"{'-skip quiet' if quiet else '-reads exact'}: {error.text}") from error
        tally.add(f"exact_refused:{error.reason}")
        log.info("reads: by dumps alone: %s", error.text)
        return None
    chosen, remark = gets.choose()
    if remark:
        log.warning("%s", remark)
    log.info("reads: single sockets where that is cheaper than a dump, programs of type %s", watch.kind)
    births = Births(watch, Known(chosen, knobs.exact_sockets), chosen)
    if quiet:
        births.note_dues()
    return births


def reads_of(knobs: Knobs) -> tuple[object, ...]:
    """What it depends on."""
    return knobs.reads, knobs.exact_sockets, knobs.bpf_map_size, knobs.bpf == "off", knobs.skip == "quiet"
