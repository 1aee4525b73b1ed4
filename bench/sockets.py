"""`python -m bench.sockets`: what a poll costs by dumps, by exact reads, and of active sockets alone. As root; `make bench-sockets`.

crossover   namespaces of several sizes beside some others: from which size on is a dump cheaper, measured, and as the daemon has learned it
quiet       one namespace with many sockets, of which some talk: -skip quiet against dumps
small       many small namespaces that all talk, beside many others: -reads auto against dumps
shards      the large namespace in disjoint parts, dumped by several readers at once
"""

from __future__ import annotations

import argparse
import json
import random
import socket
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from bench import engines, many, room, shards, table, watched
from bench.busy import QUIET_SECONDS, Busy
from bench.polls import Polling
from bench.table import Section
from bench.world import World, congestion_controls
from xtcp_ebpf.exact.cost import Cost, Way
from xtcp_ebpf.reads import Reads

SIZES = (50, 100, 200, 300, 400, 500, 700)
"""Pairs of sockets in the namespaces of the crossover."""
EACH = 2
"""Namespaces of each size, in turn: the first reads of a poll find the host's hash in no cache, and cost half as much again."""
PAIRS = 25
"""Of each of the many."""
WARM = 4
"""Polls before those that are measured: the second teaches a namespace's sockets."""
SEED, OTHERWISE = 1, 0.1
_BAR, _WITHIN = 20.0, 0.2


class Talkers:
    """`with Talkers(500) as talkers: talkers.talk()`: so many connections where we are, held by this process."""

    def __init__(self, pairs: int) -> None:
        self._door = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._pairs = [(socket.create_connection(self._door.getsockname()), self._door.accept()[0]) for _ in range(pairs)]

    def __enter__(self) -> Talkers:
        return self

    def __exit__(self, *_: object) -> None:
        for pair in self._pairs:
            for end in pair:
                end.close()
        self._door.close()

    def talk(self) -> None:
        """Each says a byte and has an answer."""
        for near, far in self._pairs:
            for one, other in ((near, far), (far, near)):
                one.sendall(b"!")
                other.recv(1)
        time.sleep(QUIET_SECONDS)  # until acknowledgements have come too


def line(points: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """(at 0, for each) of the straight line through them, each weighed by what it costs: 10 us and 1 ms count alike."""
    weights = [1 / seconds**2 for _, seconds in points]
    total = sum(weights)
    x = sum(w * size for w, (size, _) in zip(weights, points, strict=True)) / total
    y = sum(w * seconds for w, (_, seconds) in zip(weights, points, strict=True)) / total
    over = sum(w * (size - x) * (seconds - y) for w, (size, seconds) in zip(weights, points, strict=True))
    each = over / sum(w * (size - x) ** 2 for w, (size, _) in zip(weights, points, strict=True))
    return y - each * x, each


def crossing(dumps: tuple[float, float], gets: tuple[float, float]) -> float:
    """Sockets at which both lines cost the same."""
    return (dumps[0] - gets[0]) / max(gets[1] - dumps[1], 1e-12)


class Trying(Cost):
    """Chooses as the daemon does, and in one of ten cases the other way: what a read costs depends on what was read before it."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._random = random.Random(seed)

    def choose(self, asked: int, sockets: int, host_sockets: int, own_hash: bool, before: Way | None = None) -> Way:
        """As Cost."""
        way = super().choose(asked, sockets, host_sockets, own_hash, before)
        other: Way = "dump" if way == "exact" else "exact"
        return other if self._random.random() < OTHERWISE else way


def learned(reads: Reads, host: int) -> float:
    """The crossover that its cost model has come to, for a namespace in the host's hash."""
    a, b, c = reads.cost.shared.coefficients
    d, e = reads.cost.gets.coefficients
    return crossing((a + b * host, c), (d, e))


def crossover(sizes: Mapping[str, int], others: int, rounds: int, learning: int) -> tuple[Section, float, float]:
    """Both ways of namespaces of so many pairs, the dearer one now and then; and what -reads auto learns from its own reads meanwhile."""
    flags = ("-bpf", "auto", "-skip", "none", "-netlinkers", "1", "-reads", "auto")
    taken: dict[tuple[str, int], list[float]] = {(way, size): [] for way in ("dump", "exact") for size in sizes.values()}
    host, chosen = others + sum(2 * size for size in sizes.values()), []
    with Polling(*flags) as trying, Polling(*flags) as auto:
        trying.collection.poller.reads.cost = Trying(SEED)
        for polling, polls in ((trying, WARM), (auto, learning)):
            for _ in range(polls):
                polling.reports()
        for _ in range(rounds):
            for report in trying.reports():
                if (name := report.namespace.name) in sizes and not report.doubt:
                    taken[report.way, sizes[name]].append(report.cpu)
            auto.reports()
            chosen.append(learned(auto.collection.poller.reads, host))
    dumps, gets = ([(2 * size, statistics.median(taken[way, size])) for size in SIZES] for way in ("dump", "exact"))
    rows = [(f"{size} sockets", dump * 1e6, get * 1e6) for (size, dump), (_, get) in zip(dumps, gets, strict=True)]
    title = f"CPU of one read beside {host} sockets"
    return Section("crossover", title, ("dump us", "exact us"), rows), crossing(line(dumps), line(gets)), statistics.median(chosen)


def polled(polling: Polling, before: Callable[[], None], polls: int) -> float:
    """Median CPU seconds of a poll, something having been done before each."""
    taken = []
    for number in range(WARM + polls):
        before()
        cpu = polling.poll().cpu
        if number >= WARM:
            taken.append(cpu)
    return statistics.median(taken)


def quiet(sockets: int, active: int, polls: int) -> Section:
    """The room's own namespace, which holds them all."""
    common = ("-namespaces", "own", "-netlinkers", "1", "-bpf", "off")
    with Talkers(active // 2) as talkers:
        with Polling(*common, "-skip", "none", "-reads", "dump") as dumping:
            dump = polled(dumping, talkers.talk, polls)
        with Polling(*common, "-skip", "quiet", "-exactSockets", str(2 * sockets)) as only:
            some = polled(only, talkers.talk, polls)
    title = f"CPU of a poll of one namespace of {sockets} sockets, {active} of them active"
    return Section("quiet", title, ("ms", "x less"), [("dump", dump * 1e3, 1.0), ("-skip quiet", some * 1e3, dump / some)])


def small(names: Sequence[str], others: int, polls: int) -> Section:
    """Only they talk; the others are at rest, and their namespace is left out."""
    flags = ("-bpf", "require", "-skip", "idle", "-netlinkers", "1")
    with Busy(names, PAIRS) as busy:

        def talk() -> None:
            busy.talk()
            time.sleep(QUIET_SECONDS)  # the same

        with Polling(*flags, "-reads", "dump") as dumping:
            dump = polled(dumping, talk, max(2, polls // 2))
        with Polling(*flags, "-reads", "auto") as auto:
            exact = polled(auto, talk, polls)
    title = f"CPU of a poll of {len(names)} namespaces of {2 * PAIRS} active sockets, beside {others} others"
    return Section("small", title, ("ms", "x less"), [("-reads dump", dump * 1e3, 1.0), ("-reads auto", exact * 1e3, dump / exact)])


def main(words: list[str]) -> int:
    """Exit code 1 when a bar is not reached."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.sockets", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--others", type=int, default=100000, help="TCP sockets besides (100000)")
    parser.add_argument("--few-others", type=int, default=5000, help="the same for the crossover (5000)")
    parser.add_argument("--count", type=int, default=200, help="namespaces that talk (200)")
    parser.add_argument("--active", type=int, default=1000, help="sockets of the large namespace that talk (1000)")
    parser.add_argument("--learning", type=int, default=40, help="polls of -reads auto before it is asked what it has learned (40)")
    parser.add_argument("--rounds", type=int, default=10, help="polls of each kind (10)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(words)
    if not room.inside():
        return room.run("bench.sockets", words)
    room.furnish()
    many.place()
    watched.descriptors(12288, "this run")
    head = table.header(options.others, options.rounds, congestion_controls(), engines.engine("auto").name)
    spaces = many.Many(_say)
    with World() as world:
        _say(f"the crossover, beside {options.few_others} sockets")
        world.grow(options.few_others)
        spaces.grow(EACH * len(SIZES))
        sizes = dict(zip(spaces.names, SIZES * EACH, strict=True))
        for name, size in sizes.items():
            spaces.fill(name, size)
        crossings, measured, chosen = crossover(sizes, options.few_others, 12 * options.rounds, options.learning)
        _say(f"one namespace of {options.others} sockets")
        world.grow(options.others)
        compared = [quiet(options.others, options.active, options.rounds)]
        parts = shards.section(options.others, options.rounds)
        _say(f"{options.count} namespaces")
        spaces.grow(len(sizes) + options.count)
        compared.append(small(spaces.names[len(sizes) :], options.others, options.rounds))
    sections = [crossings, *compared, parts]
    notes = [f"crossover: {measured:.0f} sockets measured, {chosen:.0f} as the daemon has learned it ({chosen / measured - 1:+.0%})"]
    if abs(chosen / measured - 1) > _WITHIN:
        notes.append("FAILS: the daemon's crossover is more than 20 % off")
    notes += [f"FAILS: {one.key}: less than {_BAR:.0f} times less" for one in compared if _less(one) < _BAR]
    print(json.dumps({one.key: one.plain() for one in sections} | {"notes": notes}) if options.json else table.text(head, sections, notes))
    return int(any(note.startswith("FAILS") for note in notes))


def _less(section: Section) -> float:
    """So many times less costs its last row than its first."""
    _, ms, *_ = section.rows[0]
    _, less_ms, *_ = section.rows[-1]
    return (ms or 0.0) / (less_ms or 1.0)


def _say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
