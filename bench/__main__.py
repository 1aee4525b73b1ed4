"""`python -m bench`: one table of ratios, measured in one run on N real sockets in a namespace of its own. As root."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench import engines, floor, formats, loop, memory, rivals, room, table
from bench.world import World, congestion_controls

SMALL = 1000
"""Sockets of the first memory figure."""


def arguments(words: list[str]) -> argparse.Namespace:
    """Checked; argparse ends the process with 2 when they are wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sockets", type=int, default=20000, help="how many TCP sockets to measure on (20000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured, in turn (3)")
    parser.add_argument("--interval", type=float, default=1.0, help="seconds between the daemon's polls (1)")
    parser.add_argument("--quick", action="store_true", help="2000 sockets, one round, polls 0.1 s apart: does it run at all?")
    parser.add_argument("--memory-sockets", type=int, default=0, help="peak memory at this many sockets too, once, at the end")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--record", nargs="?", type=Path, const=table.FIGURES, help="append the tables to this page (docs/figures.md)")
    asked = parser.parse_args(words)
    if asked.quick:
        asked.sockets, asked.rounds, asked.interval = min(asked.sockets, 2000), 1, 0.1
    if asked.sockets < 100 or asked.rounds < 1 or not 0.02 <= asked.interval <= 60:
        parser.error("--sockets takes 100 or more, --rounds 1 or more, --interval 0.02 to 60")
    if asked.record and not asked.record.parent.is_dir():
        parser.error(f"--record: there is no folder {asked.record.parent}")
    return asked


def measure(asked: argparse.Namespace, world: World) -> tuple[list[table.Section], list[str]]:
    """Everything, from few sockets to many: a world only grows."""
    peaks = memory.Peaks()
    _say("a poll of nothing")
    fixed = rivals.idle(asked.rounds)
    if asked.sockets > SMALL:
        _say(f"memory at {SMALL} sockets")
        world.grow(SMALL)
        peaks.take(world.sockets)
    _say(f"making {asked.sockets} sockets")
    world.grow(asked.sockets)
    _say(f"floor, daemon, ss, pyroute2: {asked.rounds} rounds")
    cpu, notes = rivals.measure(world.sockets, asked.rounds, asked.interval)
    _say("stages of a poll")
    stages = loop.section(asked.rounds, world.sockets)
    _say("engines and formats")
    replies = floor.datagrams()
    decoding, more = engines.measure(replies, asked.rounds)
    marshalling = formats.measure(formats.seal(engines.chunks(replies)), asked.rounds)
    del replies
    _say("memory")
    peaks.take(world.sockets)
    if asked.memory_sockets > world.sockets:
        _say(f"memory at {asked.memory_sockets} sockets")
        world.grow(asked.memory_sockets)
        peaks.take(world.sockets)
    return [cpu, fixed, stages, decoding, marshalling, peaks.section()], [*notes, *more]


def main(words: list[str]) -> int:
    """The exit code."""
    asked = arguments(words)
    if not room.inside():
        return room.run("bench", words)
    room.furnish()
    head = table.header(asked.sockets, asked.rounds, congestion_controls(), engines.engine("auto").name)
    try:
        with World() as world:
            sections, notes = measure(asked, world)
    except KeyboardInterrupt:
        _say("interrupted: the sockets and their namespace are gone")
        return 130
    body = table.text(head, sections, notes)
    print(table.as_json(head, sections, notes) if asked.json else body)
    if asked.record:
        table.record(asked.record, head, words, body)
    return 0


def _say(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
