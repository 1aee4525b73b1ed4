"""`python -m bench.namespaces`: what many namespaces cost, in one run on one kernel. As root; `make bench-namespaces`.

Of --count namespaces ten have sockets, and --others sockets are held by processes in the room's own one: a dump walks past them all.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

from bench import engines, many, rivals, room, table, visits, watched
from bench.many import Many, Sleepers
from bench.world import World, congestion_controls
from xtcp_ebpf.kernel.discovery.search import Discovery

BUSY = 10
"""Namespaces with sockets."""
PAIRS = 20
"""Connections in each of them."""
BUCKETS = 1024
"""Of an own established hash."""
ONCE, TWICE = 1, 2
"""Polls of the runs that dump everything: their start is nothing beside a poll."""
PLAIN, NONE, EMPTY = "v2 by family, every one", "xtcp-ebpf -skip none", "xtcp-ebpf -skip empty"
_WATCH_POLLS = 3
_WATCH_SECONDS = 120.0
_SAMPLED_POLLS = 2
_SAMPLE_SECONDS = 0.02


class Flat(NamedTuple):
    """What the daemon holds in mid run."""

    threads: int
    resting: int
    """Descriptors between polls."""
    most: int
    """Descriptors, the most seen."""
    rss_mib: float


def arguments(words: list[str]) -> argparse.Namespace:
    """Checked; argparse ends the process with 2 when they are wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.namespaces", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="namespaces, ten of them with sockets (1000)")
    parser.add_argument("--others", type=int, default=100000, help="TCP sockets besides (100000)")
    parser.add_argument("--processes", type=int, default=5000, help="processes that a search has to look at (5000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured, in turn (3)")
    parser.add_argument("--quick", action="store_true", help="50 namespaces, 2000 sockets, 100 processes, one round: does it run at all?")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--record", nargs="?", type=Path, const=table.FIGURES, help="append the tables to this page (docs/figures.md)")
    asked = parser.parse_args(words)
    if asked.quick:
        asked.count, asked.others, asked.processes, asked.rounds = (
            min(asked.count, 50),
            min(asked.others, 2000),
            min(asked.processes, 100),
            1,
        )
    if asked.count < 2 * BUSY or asked.others < 0 or asked.processes < 1 or asked.rounds < 1:
        parser.error(f"--count takes {2 * BUSY} or more, --others 0 or more, --processes and --rounds 1 or more")
    if asked.record and not asked.record.parent.is_dir():
        parser.error(f"--record: there is no folder {asked.record.parent}")
    return asked


def measure(asked: argparse.Namespace, world: World) -> tuple[list[table.Section], list[str]]:
    """Everything, from few namespaces to many: they only grow."""
    spaces, begun = Many(_say), time.monotonic()
    _say(f"making {asked.others} sockets")
    world.grow(asked.others)
    spaces.grow(BUSY)
    for name in spaces.names:
        spaces.fill(name, PAIRS)
    _say(f"threads and descriptors at {BUSY} namespaces")
    rest = max(0.2 if asked.quick else 1.0, asked.others * 5e-6 + asked.count * 2e-4)
    few = flat(rest)
    _say(f"making {asked.count} namespaces")
    spaces.grow(asked.count)
    took = time.monotonic() - begun
    notes = [
        f"{asked.count} namespaces and {asked.others} sockets were there after {took:.0f} s",
        f"the namespace that holds the {asked.others} sockets is one of those polled: they are in every poll's cost",
    ]
    _say(f"threads and descriptors at {asked.count} namespaces")
    full = flat(rest)
    _say(f"polls: {asked.rounds} rounds")
    polling = polls(asked.rounds, spaces.names, rest)
    holding = table.Section(
        "flat",
        "The daemon in mid run",
        ("threads", "fds, resting", "fds, most", "RSS MiB"),
        [(f"{BUSY} namespaces", *few), (f"{asked.count} namespaces", *full)],
    )
    if (few.threads, few.resting) != (full.threads, full.resting):
        notes.append(f"FAILS: threads or descriptors are not the same at {BUSY} and at {asked.count} namespaces")
    _say("one empty dump, visits")
    titles = [("hash shared with the host", spaces.names[-1])]
    if many.OWN_HASH.exists():
        spaces.make("own-hash", BUCKETS)
        titles.append((f"own hash, {BUCKETS} buckets", "own-hash"))
    else:
        notes.append("this kernel has no net.ipv4.tcp_child_ehash_entries (Linux 6.1): no row for an own hash")
    dumping = visits.empty_dumps(asked.rounds, titles)
    _say(f"searches, without and with {asked.processes} processes")
    searching, visiting = search_and_visit(asked.rounds, asked.processes)
    return [polling, holding, searching, dumping, visiting], notes


def flat(interval: float) -> Flat:
    """Of a daemon that polls without end, after its first polls. SystemExit when it does not get there."""
    timing = ("-frequency", f"{interval * 1000:.0f}ms", "-timeout", f"{interval * 900:.0f}ms")
    with watched.Watched("-dest", "null", "-marshal", "protobufList", *timing, "-skip", "empty") as daemon:
        end = time.monotonic() + _WATCH_SECONDS
        while daemon.said().polls < _WATCH_POLLS:
            if not daemon.running or time.monotonic() > end:
                raise SystemExit(f"bench: the daemon has not made {_WATCH_POLLS} polls: {daemon.tail()}")
            time.sleep(_SAMPLE_SECONDS)
        samples, end = [], time.monotonic() + _SAMPLED_POLLS * interval
        while time.monotonic() < end:
            if sample := daemon.sample():
                samples.append(sample)
            time.sleep(_SAMPLE_SECONDS)
        if daemon.stop() or not samples:
            raise SystemExit(f"bench: the daemon ended in mid run: {daemon.tail()}")
    threads, descriptors, resident = zip(*samples, strict=True)
    return Flat(max(threads), min(descriptors), max(descriptors), max(resident))


def polls(rounds: int, names: list[str], interval: float) -> table.Section:
    """CPU of one poll of everything, by who does it; ratios are taken within each round first."""
    paths = ["/proc/self/ns/net", *(str(many.PLACE / name) for name in names)]
    taken: dict[str, list[float]] = {PLAIN: [], NONE: [], EMPTY: []}
    for _ in range(rounds):
        plain = visits.every_namespace(paths)
        taken[PLAIN].append(plain)
        taken[NONE].append(_poll(ONCE, TWICE, max(interval, plain), "none"))
        taken[EMPTY].append(_poll(rivals.FEW, rivals.MANY, interval, "empty"))
    rows = [
        (
            name,
            statistics.median(costs) * 1e3,
            statistics.median(costs) / len(paths) * 1e6,
            statistics.median(p / max(c, 1e-6) for p, c in zip(taken[PLAIN], costs, strict=True)),
            (max(costs) - min(costs)) / statistics.median(costs) * 100,
        )
        for name, costs in taken.items()
    ]
    return table.Section("polls", f"CPU of one poll of {len(paths)} namespaces", ("ms", "us a namespace", "x less", "spread %"), rows)


def _poll(few: int, many_polls: int, interval: float, skip: str) -> float:
    used = [watched.polled(polls, interval, ("-skip", skip)) for polls in (few, many_polls)]
    return (used[1] - used[0]) / (many_polls - few)


def search_and_visit(rounds: int, processes: int) -> tuple[table.Section, table.Section]:
    """Both need what a search found."""
    discovery = Discovery()
    try:
        namespaces = discovery.find().namespaces
        alone = visits.search(discovery, rounds)
        with Sleepers(processes):
            crowded = visits.search(discovery, rounds)
        visiting = visits.looks_and_opens(rounds, [n for n in namespaces if n.found_by == "mount"])
    finally:
        discovery.close()
    mounts = len(namespaces) - 1
    rows = [
        (f"{mounts} mounts", alone[0], alone[0] / mounts * 1e3, alone[1]),
        (f"and {processes} processes", crowded[0], (crowded[0] - alone[0]) / processes * 1e3, crowded[1]),
    ]
    return table.Section("search", "CPU of one search", ("ms", "us each, own", "no change, ms"), rows), visiting


def main(words: list[str]) -> int:
    """The exit code: 1 when threads or descriptors grew with the namespaces."""
    asked = arguments(words)
    if not room.inside():
        return room.run("bench.namespaces", words)
    room.furnish()
    many.place()
    watched.descriptors(4096, "this run")
    head = table.header(asked.others, asked.rounds, congestion_controls(), engines.engine("auto").name)
    try:
        with World() as world:
            sections, notes = measure(asked, world)
    except KeyboardInterrupt:
        _say("interrupted: the namespaces and their sockets go with this room")
        return 130
    body = table.text(head, sections, notes)
    print(table.as_json(head, sections, notes) if asked.json else body)
    if asked.record:
        table.record(asked.record, head, words, body, "bench.namespaces")
    return int(any(note.startswith("FAILS") for note in notes))


def _say(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
