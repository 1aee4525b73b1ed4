"""`python -m bench.soak`: namespaces with traffic are born and die, the daemon polls, and every row is held against the truth. As root.

Meanwhile the source that says which were busy is
switched. `make soak`; `make soak MINUTES=30`. Exit code 1 when one line of the summary does not hold.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import time
from dataclasses import asdict
from pathlib import Path

from bench import engines, many, room, table, watched
from bench.inlet import Inlet
from bench.judge import Judge, Life
from bench.sampling import Sampling
from bench.summary import Check, Ending, Flat, Pace, checks
from bench.table import Header
from bench.world import congestion_controls
from xtcp_ebpf.churn.driver import Born, Churn
from xtcp_ebpf.errors import XtcpError

PREFIX = "soak"
WARM_SECONDS = 10.0
_TOOLS = ("nsenter", "ss")
_TICK_SECONDS = 0.01
_SAMPLE_SECONDS = 0.1
_SS_SECONDS = 2.0
_TELL_SECONDS = 10.0
_CONNECT_SECONDS = 30.0
_OLD_ENOUGH = 1.5
"""Periods that a namespace has lived before ss is asked there."""


def arguments(words: list[str]) -> argparse.Namespace:
    """Checked; argparse ends the process with 2 when they are wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=3.0, help="how long (3)")
    parser.add_argument("--count", type=int, default=500, help="namespaces alive (500)")
    parser.add_argument("--rate", type=float, default=20.0, help="births, and as many deaths, a second (20)")
    parser.add_argument("--conns", type=int, default=2, help="connections in each (2)")
    parser.add_argument("--period", type=float, default=1.0, help="seconds between the daemon's polls (1)")
    parser.add_argument("--flags", default="", help="more flags for the daemon, as -skip=none")
    parser.add_argument("--seed", type=int, default=1, help="which die, and which are asked by ss (1)")
    parser.add_argument("--quick", action="store_true", help="20 namespaces, 5 a second, 5 s, polls 0.5 s apart: does it run at all?")
    parser.add_argument("--switch", type=float, default=15.0, help="seconds from one source of marks to the next (15); 0: never")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--record", nargs="?", type=Path, const=table.FIGURES, help="append the summary to this page (docs/figures.md)")
    asked = parser.parse_args(words)
    if asked.quick:
        asked.count, asked.rate = min(asked.count, 20), min(asked.rate, 5.0)
        asked.minutes, asked.period, asked.switch = min(asked.minutes, 5 / 60), min(asked.period, 0.5), min(asked.switch, 1.5)
    if asked.minutes <= 0 or asked.count < 4 or asked.rate <= 0 or asked.conns < 1 or not 0.1 <= asked.period <= 60:
        parser.error("--minutes and --rate take more than 0, --count 4 or more, --conns 1 or more, --period 0.1 to 60")
    if asked.record and not asked.record.parent.is_dir():
        parser.error(f"--record: there is no folder {asked.record.parent}")
    return asked


class Soak:
    """One run. `churn` makes the namespaces, `judge` is told of each before and after."""

    def __init__(self, asked: argparse.Namespace, churn: Churn, judge: Judge) -> None:
        self.deaths = self.births = 0
        self.slowest_turn = 0.0
        """Seconds for one birth and one death."""
        self.flat = Flat()
        self.sampling = Sampling(judge, asked.seed)
        self._asked = asked
        self._churn = churn
        self._judge = judge
        self._random = random.Random(asked.seed)
        self._lives: dict[str, Life] = {}

    def start(self) -> None:
        """The first ones; nobody looks yet."""
        for number in range(1, self._asked.count + 1):
            self._born(self._churn.birth(), tell=False)
            if number % 100 == 0:
                _say(f"{number} namespaces")

    def begin(self) -> None:
        """The daemon looks from now on: those that are there count as born now."""
        now = time.time()
        for life in self._lives.values():
            life.born = now
            self._judge.born(life)

    def run(self, daemon: watched.Watched, inlet: Inlet) -> None:
        """Births, deaths, samples, until the time is over or the daemon ends."""
        period, seconds = self._asked.period, self._asked.minutes * 60
        begun = turn = sample = asking = told = time.monotonic()
        warm = begun + min(WARM_SECONDS, seconds / 3)
        window = max(10, round(2 * period / _SAMPLE_SECONDS))
        while (now := time.monotonic()) < begun + seconds and daemon.running and not inlet.failed:
            if now >= turn:
                # Those that were missed are made up for, as long as the pace was ever kept.
                turn = max(turn + 1 / self._asked.rate, now - 1.0)
                self._turn()
            if now >= sample:
                sample = now + _SAMPLE_SECONDS
                if seen := daemon.sample():
                    self.flat.add(seen, now < warm, window)
            if now >= asking:
                asking = now + min(_SS_SECONDS, period)
                old = [life for life in self._lives.values() if time.time() - life.born > _OLD_ENOUGH * period]
                self.sampling.begin(old, time.time())
            self.sampling.end()
            if now >= told + _TELL_SECONDS:
                told = now
                self._tell(now - begun, daemon)
            time.sleep(max(0.0, min(_TICK_SECONDS, turn - time.monotonic())))

    def _turn(self) -> None:
        begun = time.monotonic()
        victim = self._random.choice([name for name in self._lives if name != self.sampling.name])
        life = self._lives.pop(victim)
        self._judge.dying(life.cookie)
        self._churn.death(victim)
        self._judge.dead(life.cookie, time.time())
        self.deaths += 1
        self._born(self._churn.birth(), tell=True)
        self.births += 1
        self.slowest_turn = max(self.slowest_turn, time.monotonic() - begun)

    def _born(self, born: Born, tell: bool) -> None:
        if not born.cookie:
            raise SystemExit("bench: this kernel has no SO_NETNS_COOKIE (Linux 5.14): rows cannot be told apart here")
        life = self._lives[born.name] = Life(born.name, born.inode, born.cookie, born.born, born.sockets)
        if tell:
            self._judge.born(life)

    def _tell(self, seconds: float, daemon: watched.Watched) -> None:
        verdict, said, sample = self._judge.verdict, daemon.said(), daemon.sample()
        faults = ", ".join(f"{n} {kind}" for kind, n in verdict.faults.items()) or "no fault"
        held = f"{sample.threads} threads, {sample.descriptors} descriptors, {sample.rss_mib:.0f} MiB" if sample else "the daemon has ended"
        polls = f"{verdict.polls} polls (longest {said.longest_ms} ms, {said.overruns} late), {verdict.rows} rows"
        lives = f"{len(self._lives)} live, {self.births} born, {self.deaths} dead, slowest {verdict.slowest:.2f} s"
        _say(f"{seconds:.0f} s: {lives}; {polls}; ss {self.sampling.asked}; {held}; {faults}")


def soaked(asked: argparse.Namespace) -> list[Check]:
    """Make, run, end, judge."""
    judge = Judge(asked.period, PREFIX, may_rest=1 if asked.switch else 0)
    program = ("bench.switching", str(asked.switch)) if asked.switch else ("xtcp_ebpf",)
    timing = ("-frequency", f"{asked.period * 1000:.0f}ms", "-timeout", f"{asked.period * 900:.0f}ms")
    with Churn(PREFIX, conns=asked.conns, seed=asked.seed) as churn:
        soak = Soak(asked, churn, judge)
        _say(f"making {asked.count} namespaces with {asked.conns} connections each")
        soak.start()
        inlet = Inlet("xtcp-soak", judge)
        with watched.Watched("-dest", inlet.dest, "-marshal", "protobufList", *timing, *asked.flags.split(), program=program) as daemon:
            if not inlet.connected.wait(_CONNECT_SECONDS):
                raise SystemExit(f"bench: the daemon has sent nothing within {_CONNECT_SECONDS:.0f} s: {daemon.tail()}")
            soak.begin()
            _say(f"{asked.minutes * 60:g} s from now on")
            soak.run(daemon, inlet)
            code = daemon.stop()
            whole = inlet.finish(watched.END_SECONDS)
            failed = repr(inlet.failed) if inlet.failed else "" if whole else "the stream has no end"
            ending = Ending(code, failed, daemon.said())
        pace = Pace(asked.minutes * 60, asked.period, asked.rate, soak.births, soak.slowest_turn, asked.switch)
        return checks(pace, soak.flat, soak.sampling, judge.finish(time.time()), ending)


def main(words: list[str]) -> int:
    """The exit code."""
    asked = arguments(words)
    if not room.inside():
        return room.run("bench.soak", words)
    if missing := [tool for tool in _TOOLS if shutil.which(tool) is None]:
        raise SystemExit(f"bench: not found: {', '.join(missing)}; install util-linux and iproute2")
    room.furnish()
    many.place()
    # Two ends of each connection and the listeners; as many again while the dead are being closed.
    watched.descriptors(asked.count * (2 * asked.conns + 4) * 2 + 512, f"{asked.count} namespaces with {asked.conns} connections")
    begun = time.monotonic()
    head = table.header(asked.count * 2 * asked.conns, 1, congestion_controls(), engines.engine("auto").name)
    try:
        found = soaked(asked)
    except KeyboardInterrupt:
        _say("interrupted: the namespaces and their sockets go with this room")
        return 130
    except XtcpError as error:
        raise SystemExit(f"bench: {error}") from error
    good = all(check.good for check in found)
    _tell(asked, words, head, found, time.monotonic() - begun)
    return 0 if good else 1


def _tell(asked: argparse.Namespace, words: list[str], head: Header, found: list[Check], seconds: float) -> None:
    how = f"{asked.count} namespaces, {asked.conns} connections each, {asked.rate:g} born and dead a second"
    title = f"soak: {how}, {asked.minutes * 60:g} s, polls {asked.period:g} s apart"
    host = "\n".join(head.text().splitlines()[:2])
    verdict = "holds" if all(check.good for check in found) else "FAILS"
    end = f"{verdict} after {seconds:.0f} s with start and end"
    body = "\n".join((host, "", title, *(check.text() for check in found), end))
    if asked.json:
        print(json.dumps({"header": asdict(head), "checks": [check._asdict() for check in found]}))
    else:
        print(body)
    if asked.record:
        table.record(asked.record, head, words, body, "bench.soak")


def _say(what: str) -> None:
    print(f"soak: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
