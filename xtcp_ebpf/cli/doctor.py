"""`xtcp-ebpf doctor`: what this host allows, what is missing, and how to get it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

from xtcp_ebpf.activity import probe, rules, sockets_probe, sockets_rules
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import caps, facts
from xtcp_ebpf.kernel.facts import Finding
from xtcp_ebpf.version import program
from xtcp_ebpf.wire import request, uapi
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.layout import layout

USAGE = """usage: xtcp-ebpf doctor [-json]

What this host allows, what is missing, and how to get it. Exit code 1 when the daemon could not run.
"""
MARKS = {"ok": "ok  ", "warn": "WARN", "bad": "BAD "}


def main(argv: Sequence[str]) -> int:
    """Print the report; 0 when the daemon can run."""
    words = [word.lstrip("-") for word in argv]
    if words in (["help"], ["h"]):
        print(USAGE, end="")
        return 0
    if words not in ([], ["json"]):
        raise BadFlag(argv[0], "doctor takes only -json and -help")
    report = [_engine(), *findings(), *assist()]
    if words:
        print(json.dumps([{"level": f.level, "what": f.what, "fix": f.fix} for f in report], indent=2))
    else:
        print(f"{program()}, Python {sys.version.split()[0]}")
        for finding in report:
            print(f"{MARKS[finding.level]} {finding.what}")
            if finding.fix:
                print(f"     -> {finding.fix}")
    return int(any(f.level == "bad" for f in report))


def findings() -> tuple[Finding, ...]:
    """What the kernel and the process's rights say; the dumps it tries ask for listeners only."""
    return facts.findings(facts.collect(request.legacy(1, 0, uapi.LISTEN_ONLY), request.by_family(2, uapi.AF_INET, 0, uapi.LISTEN_ONLY)))


def assist() -> Iterator[Finding]:
    """What BPF could do here; nothing is loaded."""
    found = probe.collect(caps.read().effective)
    for line in rules.lines(found, rules.choose(found, "auto", "auto")):
        yield Finding(line.level, line.what, line.fix)
    single = sockets_rules.choose(sockets_probe.widened(found), marks=True)
    if single.kinds:
        yield Finding("ok", f"single sockets can be watched (-reads auto, -skip quiet), by programs of type {single.kinds[0]}", "")
    else:
        first = single.ruled_out[0]
        yield Finding("warn", f"single sockets cannot be watched, so that all is dumped: {first.text}", first.fix)


def _engine() -> Finding:
    engine, remark = choose("auto", layout())
    return Finding(
        "warn" if remark else "ok",
        f"engine {engine.name}" + (f": {remark}" if remark else ""),
        "apt install gcc python3-dev, then install again" if remark else "",
    )
