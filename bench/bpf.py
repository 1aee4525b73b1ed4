"""`python -m bench.bpf`: what BPF assist costs and saves by each of its sources, in one run on one kernel. As root; `make bench-bpf`.

Of --count namespaces --active ones talk between polls; --pairs quiet connections are in the room's own one: a dump walks past them all.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from bench import engines, events, loaded, many, polls, room, rounds, starts, table, visits, watched
from bench.busy import Busy
from bench.echo import Echo
from bench.loaded import Loaded, Source
from bench.many import Many
from bench.polls import Poll
from bench.table import Row, Section
from bench.world import World, congestion_controls

CONNECTIONS = 50
"""In each namespace that talks."""
PLAIN, NONE, EMPTY = "v2 by family, every one", "xtcp-ebpf -skip none", "xtcp-ebpf -skip empty"
FEW_POLLS, SOME_POLLS = 2, 10
"""Of those that dump everything, and, at most, of those that look into each namespace and those of a whole daemon."""
_ECHO = "echo"


def arguments(words: list[str]) -> argparse.Namespace:
    """Checked; argparse ends the process with 2 when they are wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.bpf", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="namespaces (1000)")
    parser.add_argument("--pairs", type=int, default=50000, help="quiet connections besides, two sockets each (50000)")
    parser.add_argument("--active", type=int, default=10, help="namespaces that talk between polls, at most all (10)")
    parser.add_argument("--rounds", type=int, default=400, help="of round trips over loopback, by source with and without (400)")
    parser.add_argument("--polls", type=int, default=30, help="with -skip idle, by source, when some have talked and when not (30)")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--record", nargs="?", type=Path, const=table.FIGURES, help="append the tables to this page (docs/figures.md)")
    asked = parser.parse_args(words)
    if asked.count < 1 or asked.pairs < 0 or asked.active < 1 or asked.rounds < 2 or asked.polls < 1:
        parser.error("--count, --active and --polls take 1 or more, --pairs 0 or more, --rounds 2 or more")
    if asked.record and not asked.record.parent.is_dir():
        parser.error(f"--record: there is no folder {asked.record.parent}")
    asked.active = min(asked.active, asked.count)
    return asked


def measure(asked: argparse.Namespace, world: World) -> tuple[list[Section], list[str]]:
    """Everything, on one set of namespaces and sockets; what disturbs others comes in its own phase."""
    spaces, begun, notes = Many(_say), time.monotonic(), list[str]()
    _say(f"making {2 * asked.pairs} sockets and {asked.count} namespaces")
    world.grow(2 * asked.pairs)
    spaces.grow(asked.count)
    notes.append(f"the namespace that holds the {2 * asked.pairs} quiet sockets is one of those polled")
    sources = loaded.available(notes)
    with Busy(spaces.names[: asked.active], CONNECTIONS) as busy:
        sections, walked = polling(asked, spaces.names, sources, busy, notes)
        _say("starts, and daemons")
        interval = max(0.1, asked.pairs * 1e-5 + asked.count * 3e-4)
        sections.append(starts.section(sources, interval, min(SOME_POLLS, asked.polls)))
    spaces.make(_ECHO)
    with ExitStack() as opened:
        cpu = opened.enter_context(rounds.apart())
        echo = opened.enter_context(Echo(_ECHO, cpu))
        all_loaded = [opened.enter_context(Loaded(source)) for source in sources]
        _say("time of each program")
        section, more = events.measure(echo, all_loaded, walked)
        notes += more
        sections.append(section)
        _say(f"loopback: {asked.rounds} rounds of {1 + len(sources)} times two halves")
        sections.append(rounds.measure(asked.rounds, echo, all_loaded, _say))
        notes.append(rounds.HOW.format(cpu=cpu))
    notes.append(f"all of it took {time.monotonic() - begun:.0f} s")
    return sections, notes


def polling(
    asked: argparse.Namespace, names: Sequence[str], sources: Sequence[Source], busy: Busy, notes: list[str]
) -> tuple[list[Section], int]:
    """Polls while some talk, polls while nobody does, and how many namespaces the walk goes along."""
    paths = ["/proc/self/ns/net", *(str(many.PLACE / name) for name in names)]
    _say("polls: v2 by family")
    plain = polls.cost([Poll(visits.every_namespace(paths), len(paths), len(paths)) for _ in range(FEW_POLLS)], len(paths))
    costs = {PLAIN: plain}
    for title, skip, times in ((NONE, "none", FEW_POLLS), (EMPTY, "empty", min(SOME_POLLS, asked.polls))):
        _say(f"polls: -skip {skip}")
        with polls.Polling("-bpf", "off", "-skip", skip) as subject:
            costs[title] = polls.cost(subject.after_talk(busy, times), len(paths))
    idle: list[Row] = []
    walked = 0
    for source in (*sources, None):
        title = source.title if source else polls.COUNTERS
        _say(f"polls: -skip idle, {title}")
        found = polls.with_bpf(source, busy, names, asked.polls) if source else polls.with_counters(busy, asked.polls)
        costs[f"idle: {title}"] = polls.cost(found.active, len(paths))
        idle.append((title, *polls.cost(found.quiet, len(paths)), *found.readings))
        outside = sum(poll.dumps > poll.ours for poll in found.quiet)
        if source:
            notes.append(f"{title}: {found.marked} namespaces in a reading; {outside} quiet polls dumped such as are not of this run")
            walked = found.marked if source == loaded.WALK else walked
    title = f"CPU of one poll of {len(paths)} namespaces, of which {asked.active} with {CONNECTIONS} connections have talked"
    idle_title = f"CPU of one poll of {len(paths)} namespaces in which nothing happened, -skip idle; and of reading the marks alone"
    columns = ("ms", "mean, ms", "dumps", "us a namespace")
    return [
        Section("polls", title, (*columns, "x less"), [(name, *cost, plain.ms / cost.ms) for name, cost in costs.items()]),
        Section("idle", idle_title, (*columns, "read, us", "after talk, us"), idle),
    ], walked


def main(words: list[str]) -> int:
    """The exit code."""
    asked = arguments(words)
    if not room.inside():
        return room.run("bench.bpf", words)
    room.furnish()
    many.place()
    watched.descriptors(max(4096, 2 * CONNECTIONS * asked.active + 256), "this run")
    head = table.header(2 * asked.pairs, asked.rounds, congestion_controls(), engines.engine("auto").name)
    try:
        with World() as world:
            sections, notes = measure(asked, world)
    except KeyboardInterrupt:
        _say("interrupted: programs, namespaces and sockets go with this room")
        return 130
    host = head.text().splitlines()[:2]
    said = (section.text() for section in sections)
    body = "\n\n".join(("\n".join(host), *said, *(f"note: {note}" for note in notes)))
    print(table.as_json(head, sections, notes) if asked.json else body)
    if asked.record:
        table.record(asked.record, head, words, body, "bench.bpf")
    return 0


def _say(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
