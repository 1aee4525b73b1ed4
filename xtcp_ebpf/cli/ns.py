"""`xtcp-ebpf ns`: the network namespaces as the daemon sees them. Searches, looks and dumps as it does, and keeps only the numbers."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from textwrap import wrap
from typing import Any, TextIO

from xtcp_ebpf.abc import NamespaceKey
from xtcp_ebpf.cli.help import takes, usual
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.config import Loaded, load
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG, Knobs
from xtcp_ebpf.marshal.grid import Column, render
from xtcp_ebpf.poller import Outcome
from xtcp_ebpf.scheduler import NEVER, Past
from xtcp_ebpf.tally import Tally

ME = "xtcp-ebpf ns"
WIDTH = 160
"""Of a table that goes to no terminal."""
WATCH_SECONDS = 2.0
_CLEAR = "\x1b[H\x1b[2J"

FLAGS = {
    "marshal": ("table or jsonl.", "table on a terminal, else jsonl"),
    "frequency": ("Time between two looks of -watch.", f"{WATCH_SECONDS:g}s"),
    **{flag: (BY_FLAG[flag].text, usual(BY_FLAG[flag])) for flag in ("namespaces", "netnsDirs", "skip", "scanDescriptors", "populateNsid")},
    **{flag: (BY_FLAG[flag].text, usual(BY_FLAG[flag])) for flag in ("timeout", "netlinkers", "engine", "d")},
}
"""Those of the daemon's flags that mean something here: what -help says of them, and the default."""
FORMATS = ("table", "jsonl")

_USAGE = (
    f"{ME}: the network namespaces of this host as the daemon sees them.",
    "",
    f"Usage: {ME} [-watch] [-flag value ...]",
    "",
    "  -watch     again and again, until Ctrl-C",
    "",
    "Flags",
)
_MEANING = (
    "FOUND: own, mount, proc or descriptor. HASH: buckets of the namespace's own established hash, where it has one"
    " (net.ipv4.tcp_child_ehash_entries): its dumps cost next to nothing. DUMPED: how long ago. COST: CPU time of that dump."
    " STATE: dumped, empty (no TCP socket, so not dumped), or why it could not be. docs/namespaces.md tells more."
)
COLUMNS = (
    Column("NAME", least=12, middle=True),
    Column("INODE", right=True),
    Column("COOKIE", right=True),
    Column("FOUND"),
    Column("PID", right=True),
    Column("CONTAINER", least=12),
    Column("SOCKETS", right=True),
    Column("STATE"),
    Column("DUMPED", right=True),
    Column("COST", right=True),
    Column("HASH", right=True),
    Column("PATH", least=12, middle=True),
)

Entry = dict[str, Any]


def main(argv: Sequence[str], environ: Mapping[str, str], out: TextIO | None = None) -> int:
    """The exit code: 1 when a namespace could not be read. Raises XtcpError for what stops the start."""
    out = out or sys.stdout
    words = [word for word in argv if word.lstrip("-") not in ("watch", "watch=true")]
    loaded = load(words, environ)
    if loaded.wants == "help":
        print("\n".join(_help()), file=out)
        return 0
    knobs = knobs_of(loaded)
    terminal = out.isatty()
    table = (knobs.marshal or ("table" if terminal else "jsonl")) == "table"
    caps.require(caps.read(), caps.needs(knobs.namespaces))
    return _show(knobs, len(words) < len(argv), table, terminal, out)


def knobs_of(loaded: Loaded) -> Knobs:
    """What the daemon's knobs come to here. Raises BadFlag for a flag that means nothing to this command."""
    for attribute, where in loaded.sources.items():
        if where.startswith("-") and BY_ATTRIBUTE[attribute].flag not in FLAGS:
            raise BadFlag(where, f"means nothing to ns, which takes -watch, -{', -'.join(FLAGS)} and -help")
    knobs = loaded.knobs
    given = loaded.sources.get("marshal", "").startswith("-")
    if given and knobs.marshal not in FORMATS:
        raise BadFlag(loaded.sources["marshal"], f"{knobs.marshal!r} is none of {', '.join(FORMATS)}")
    # The whole time is its own: there is no next poll that a slow one would be in the way of.
    timeout = knobs.timeout if "timeout" in loaded.sources else 60.0
    frequency = knobs.frequency if loaded.sources.get("frequency", "").startswith("-") else WATCH_SECONDS
    return replace(
        knobs,
        marshal=knobs.marshal if given else "",
        deserializers="none",
        timeout=timeout,
        frequency=frequency,
        modulus=1,
        reads="dump",
        write_files=0,
    )


def _show(knobs: Knobs, watch: bool, table: bool, terminal: bool, out: TextIO) -> int:
    from xtcp_ebpf.collection import Collection
    from xtcp_ebpf.kernel.alarm import SIGNAL_SECONDS, Alarm

    clock, end = SystemClock(), Alarm()
    collection = Collection(knobs, clock, Tally())
    if watch:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: end.set())
    poll, code = 0, 0
    try:
        while not end.is_set():
            poll += 1
            outcome = collection.poller.poll(poll, lambda _chunks: None)
            found = list(entries(outcome, collection.poller.pasts, clock.monotonic()))
            code = int(any(r.reason not in ("", "gone") for r in outcome.reports))
            if watch and table and terminal:
                out.write(_CLEAR)
            for line in (
                tabulated(found, os.get_terminal_size(out.fileno()).columns or 80 if terminal else WIDTH) if table else lined(found)
            ):
                print(line, file=out)
            out.flush()
            if not watch:
                break
            due = clock.monotonic() + knobs.frequency
            # What appears meanwhile where namespaces are mounted is shown at once.
            while (left := due - clock.monotonic()) > 0 and not end.is_set():
                if readable := end.watch(min(left, SIGNAL_SECONDS), collection.poller.fds):
                    collection.poller.heed(readable)
                    before = {n.key for n in outcome.namespaces}
                    if {n.key for n in collection.discovery.current().namespaces} - before:
                        break
    finally:
        collection.close()
    return 0 if watch else code


def entries(outcome: Outcome, pasts: Mapping[NamespaceKey, Past], now: float) -> Iterator[Entry]:
    """One for each namespace. `now`: monotonic seconds; ages and costs are in seconds; None: not known, or never."""
    left_out = {n.key: reason for reason, namespaces in outcome.skipped.items() for n in namespaces}
    why = left_out | {r.namespace.key: r.reason or "dumped" for r in outcome.reports}
    text = {r.namespace.key: r.text for r in outcome.reports}
    for n in outcome.namespaces:
        past = pasts.get(n.key, NEVER)
        last = past.last
        yield {
            "name": n.name,
            "inode": n.inode,
            "cookie": n.cookie or (last.seen.cookie if last and last.seen else 0) or None,
            "foundBy": n.found_by,
            "path": n.path or None,
            "pid": n.pid or None,
            "container": n.container or None,
            "sockets": past.sockets,
            "state": why.get(n.key, "new"),
            "error": text.get(n.key) or None,
            "firstSeenAgo": round(now - n.first_seen, 6),
            "lastDumpAgo": round(now - last.started, 6) if last else None,
            "lastDumpSeconds": round(last.seconds, 6) if last else None,
            "lastDumpCpuSeconds": round(last.cpu, 6) if last else None,
            "ownHashBuckets": past.own_hash or None,
        }


def lined(found: Sequence[Entry]) -> Iterator[str]:
    """jsonl: what is not known is left out."""
    for entry in found:
        yield json.dumps({key: value for key, value in entry.items() if value is not None}, separators=(",", ":"))


def tabulated(found: Sequence[Entry], width: int) -> Iterator[str]:
    """Header, a line for each namespace, those with most sockets first, a line of sums."""
    order = sorted(found, key=lambda entry: (-(entry["sockets"] or 0), entry["name"], entry["inode"]))
    lines, hidden = render(COLUMNS, [_cells(entry) for entry in order], width)
    yield from lines
    states: dict[str, int] = {}
    for entry in found:
        states[entry["state"]] = states.get(entry["state"], 0) + 1
    sums = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    narrow = f" (too narrow for {' '.join(hidden)})" if hidden else ""
    yield f"{len(found)} namespaces: {sums}; {sum(entry['sockets'] or 0 for entry in found)} sockets{narrow}"
    for entry in order:
        if entry["error"] and entry["state"] != "gone":
            yield f"  {entry['error']}"


def _cells(entry: Entry) -> tuple[str, ...]:
    def shown(key: str) -> str:
        return "-" if entry[key] is None else str(entry[key])

    ago, cost = entry["lastDumpAgo"], entry["lastDumpCpuSeconds"]
    return (
        entry["name"],
        *(shown(key) for key in ("inode", "cookie", "foundBy", "pid")),
        (entry["container"] or "-")[:12],
        *(shown(key) for key in ("sockets", "state")),
        "-" if ago is None else f"{ago:.1f}s",
        "-" if cost is None else f"{cost * 1000:.2f}ms",
        *(shown(key) for key in ("ownHashBuckets", "path")),
    )


def _help() -> Iterator[str]:
    yield from _USAGE
    for flag, (text, default) in FLAGS.items():
        lines = wrap(f"{text} ({default})" if default else text, 66, break_on_hyphens=False)
        yield f"  -{flag} {takes(BY_FLAG[flag])}".ljust(30) + lines[0]
        yield from (" " * 30 + line for line in lines[1:])
    yield from ("", *wrap(_MEANING, 96))
