"""From what the operator wants and the host allows to a source that runs: facts, then rules, then one try after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Final

from xtcp_ebpf.activity import probe, rules, sources
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.activity.objects import Loader
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.marks import Activity
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

MORE: Final = "`xtcp-ebpf doctor` says what this host allows"


def _nobody(_reason: str, _text: str) -> None: ...


def start(
    mode: str,
    source: str,
    loader: str,
    slots: int,
    effective: int,
    tally: Tally,
    tell: Callable[[str, str], None] = _nobody,
    loaders: Mapping[str, Loader] = sources.LOADERS,
) -> Activity:
    """`mode`: off, auto or require; `effective`: the capabilities in effect, as a bit mask. One line says what runs, and why not better.

    Counts assist_refused:REASON for what made BPF impossible; `tell` gets that reason and its text, both empty when nothing did.
    Raises AssistUnavailable when it is required and cannot be had.
    """
    if mode == "off":
        tell("", "")
        return Always()
    facts = probe.collect(effective)
    if loader == "auto" and len(loaders) == 1:
        (loader,) = loaders
    choice = rules.choose(facts, source, loader, slots)
    opened = sources.open_first(choice, slots, facts.ring_buffers, loaders)
    told = sources.reasons(choice, opened.failures)
    if opened.source and opened.how:
        how = opened.how
        log.info("BPF: source %s, loader %s, programs of type %s", how.source, how.loader, how.kind)
        for failure in opened.failures:
            tally.add(f"assist_refused:{failure.reason}")
            log.warning("BPF: not %s by %s: %s", failure.tried.source, failure.tried.loader, failure.text)
        tell(*(told[0] if told else ("", "")))
        return opened.source
    for reason, _ in told[:1] if mode == "auto" else ():
        tally.add(f"assist_refused:{reason}")
    why = told[0][1] if told else "nothing was tried"
    if mode == "require":
        raise AssistUnavailable(told[0][0] if told else "none", f"-bpf require: {why}\n{MORE}")
    tell(told[0][0] if told else "none", why)
    log.warning("no BPF, so no namespace is known to be idle: %s; %s", why, MORE)
    return Always()
