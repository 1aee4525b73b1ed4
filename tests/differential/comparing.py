"""Differential test of -skip idle on the live kernel: after each quiet step a full dump of every namespace is the truth.

What a poll leaves out must be as it was when it was last dumped. Where it is not, and it is nothing that the source is known not to see,
that is a Difference: a socket whose row is out of date, one that is gone and still in the last rows, a new one that is not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

from activity.full_dumps import FullDumps, Sockets, compared, differing
from collector.doors import Rows
from differential.churn import Churn
from differential.excuses import LISTEN, excuse
from differential.reading_ways import Differs, run_ways
from kernel.real_namespaces import Spaces

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.config import load
from xtcp_ebpf.poller import Outcome
from xtcp_ebpf.tally import Tally

SOURCES: Final = {
    "walk": "-bpf require -bpfSource walk -bpfLoader libbpf",
    "tracepoints": "-bpf require -bpfSource tracepoints -bpfLoader libbpf",
    "bcc": "-bpf require -bpfSource tracepoints -bpfLoader bcc",
    "counters": "-bpf off",
}
WAYS_OF_READING: Final = "reads"
"""No source: -reads auto, dump and exact against full dumps."""
REST: Final = 0.06
"""Seconds: longer than an acknowledgement is delayed on `lo`."""
RESTS: Final = 20
"""Tries to find all at rest, before a step is given up."""
POLLED_WHILE_BUSY: Final = 0.4
"""Share of steps during which polls go on: dumps are then made in the middle of things."""
EMPTY_EVERY: Final = 4
"""Steps between two polls of -skip empty."""

Truth = dict[int, Sockets]
"""By namespace cookie."""


class Difference(Exception):
    """Idle mode has left out what had changed."""


class Comparison:
    """One run: churn, a collection that skips what is idle, one that skips what is empty, and full dumps. Used by one thread."""

    def __init__(self, source: str, seed: int) -> None:
        self.source = source
        self.seed = seed
        self.counts: Counter[str] = Counter()
        self.excused: Counter[str] = Counter()
        self._random = Random(seed)
        self._folder = tempfile.TemporaryDirectory(prefix="xt-differential-")
        self._dumps = FullDumps()
        self._last: Truth = {}
        """What idle mode has delivered last of each namespace."""
        self._said: set[tuple[int, int, str]] = set()
        mounts = Path(self._folder.name, "netns")
        self._churn = Churn(Spaces(mounts), Random(seed))
        self._idle = self._collection(f"{SOURCES[source]} -skip idle", mounts)
        self._empty = self._collection("-bpf off -skip empty", mounts)
        self._step = self._polls = 0

    @staticmethod
    def _collection(flags: str, mounts: Path) -> Collection:
        usual = f"-dest null -frequency 60s -timeout 50s -maxStale 1000000 -netnsDirs {mounts}"
        knobs = load(f"{usual} {flags}".split(), {}).knobs
        return Collection(knobs, SystemClock(), Tally())

    def step(self) -> None:
        """Let something happen, wait until it is over, poll, and compare. Raises Difference."""
        self._step += 1
        self.counts["steps"] += 1
        if self._random.random() < POLLED_WHILE_BUSY:
            self._poll_while_busy()
        else:
            self._churn.step()
        before = self._at_rest()
        for cookie, sockets in before.items():
            last = self._last.get(cookie, {})
            self.counts["changes"] += sum(last.get(number) != row for number, row in sockets.items()) + len(last.keys() - sockets.keys())
        outcome = self._poll()
        truth = self._truth()
        self._compare(outcome, before, truth)
        if self._step % EMPTY_EVERY == 0:
            self._compare_empty(truth)

    def line(self) -> str:
        """The numbers of the run."""
        counts = ", ".join(
            f"{self.counts[name]} {name}" for name in ("steps", "polls", "dumped", "skipped", "changes", "compared", "restless")
        )
        excused = ", ".join(f"{number} {what}" for what, number in sorted(self.excused.items())) or "none"
        return f"{self.source}: {counts}; excused: {excused}"

    def close(self) -> None:
        self._idle.close()
        self._empty.close()
        self._churn.close()
        self._dumps.close()
        self._folder.cleanup()

    @property
    def done(self) -> dict[str, int]:
        """What the churn has done."""
        return self._churn.done

    def _poll_while_busy(self) -> None:
        errors: list[BaseException] = []

        def run() -> None:
            try:
                self._churn.step()
            except BaseException as error:
                errors.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        while thread.is_alive():
            self._poll()
        thread.join()
        if errors:
            raise errors[0]

    def _at_rest(self) -> Truth:
        before = self._truth()
        for _ in range(RESTS):
            time.sleep(REST)
            now = self._truth()
            if now == before:
                break
            before = now
        return now

    def _truth(self) -> Truth:
        return {space.namespace.cookie: self._dumps.of(space.namespace) for space in self._churn.living}

    def _poll(self) -> Outcome:
        self._polls += 1
        ours = {space.namespace.cookie for space in [*self._churn.living]}
        outcome, rows = _polled(self._idle, self._polls)
        for report in outcome.reports:
            if report.complete and report.seen:
                self._last[report.seen.cookie] = rows.get(report.seen.cookie, {})
                self.counts["dumped"] += report.seen.cookie in ours
        for reason, namespaces in outcome.skipped.items():
            for namespace in namespaces:
                self.counts["skipped"] += namespace.cookie in ours
                if reason == "empty":
                    self._last[namespace.cookie] = {}
        self.counts["polls"] += 1
        return outcome

    def _compare(self, outcome: Outcome, before: Truth, truth: Truth) -> None:
        found = {namespace.cookie for namespace in outcome.namespaces}
        for space in self._churn.living:
            cookie, name = space.namespace.cookie, space.namespace.name
            if cookie not in found:
                raise self._difference(name, "the namespace was not found")
            if failed := [r for r in outcome.reports if r.namespace.cookie == cookie and not r.complete]:
                raise self._difference(name, f"the dump failed: {failed[0].reason} {failed[0].text}")
            if before[cookie] != truth[cookie]:
                self.counts["restless"] += 1
                continue
            self.counts["compared"] += len(truth[cookie])
            self._compare_one(name, cookie, truth[cookie])

    def _compare_one(self, name: str, namespace: int, truth: Sockets) -> None:
        last = self._last.get(namespace, {})
        as_many = _listeners(last) == _listeners(truth)
        for number in sorted(last.keys() | truth.keys()):
            before, now = last.get(number), truth.get(number)
            if before == now:
                continue
            if why := excuse("tracepoints" if self.source == "bcc" else self.source, before, now, as_many):
                if (namespace, number, why) not in self._said:
                    self._said.add((namespace, number, why))
                    self.excused[why] += 1
                continue
            if before is None or now is None:
                row = before or now
                what = (
                    f"a new socket is not in the last rows: {now}"
                    if before is None
                    else f"a socket is gone, and still in the last rows: {before}"
                )
                raise self._difference(name, f"socket {number} {row and row.inet_diag_msg_state}: {what}")
            said = ", ".join(f"{field} {a} -> {b}" for field, (a, b) in differing(before, now).items())
            raise self._difference(name, f"socket {number} in state {now.inet_diag_msg_state}: {said}")

    def _compare_empty(self, truth: Truth) -> None:
        """No row that a full dump has is missing where only empty namespaces are left out."""
        _, rows = _polled(self._empty, self._step)
        again = self._truth()
        for space in self._churn.living:
            cookie = space.namespace.cookie
            if again[cookie] != truth[cookie]:
                self.counts["restless"] += 1
            elif rows.get(cookie, {}) != truth[cookie]:
                raise self._difference(space.namespace.name, f"-skip empty has {sorted(rows.get(cookie, {}))}, not {sorted(truth[cookie])}")
            else:
                self.counts["compared_empty"] += len(truth[cookie])

    def _difference(self, namespace: str, what: str) -> Difference:
        return Difference(
            f"--source {self.source} --seed {self.seed}, step {self._step}, poll {self._polls}, namespace {namespace}: {what}"
        )


def _listeners(sockets: Sockets) -> int:
    return sum(row.inet_diag_msg_state == LISTEN for row in sockets.values())


def _polled(collection: Collection, number: int) -> tuple[Outcome, Truth]:
    """One poll, and its rows as they are compared."""
    delivered = Rows()
    outcome = collection.poller.poll(number, delivered)
    found: Truth = {}
    for row in delivered.records:
        found.setdefault(row.netns_cookie, {})[row.inet_diag_msg_socket_cookie] = compared(row)
    return outcome, found


def run(source: str, seed: int, seconds: float, steps: int | None = None) -> Comparison:
    """So long, or so many steps if they come first; the run, closed. Raises Difference."""
    comparison = Comparison(source, seed)
    try:
        until = time.monotonic() + seconds
        while time.monotonic() < until and comparison.counts["steps"] != steps:
            comparison.step()
    finally:
        comparison.close()
    return comparison


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.differential", description="Compare -skip idle with full dumps, under churn.")
    parser.add_argument("--seconds", type=float, default=60, help="for each source")
    parser.add_argument("--seed", type=int, default=None, help="repeats a churn (default: the time)")
    parser.add_argument("--source", choices=[*SOURCES, WAYS_OF_READING], action="append", help="default: each of them")
    options = parser.parse_args(arguments)
    seed = int(time.time()) if options.seed is None else options.seed
    for source in options.source or (*SOURCES, WAYS_OF_READING):
        try:
            if source == WAYS_OF_READING:
                sys.stdout.write(f"{run_ways(seed, options.seconds).line()}\n")
                continue
            comparison = run(source, seed, options.seconds)
        except (Difference, Differs) as difference:
            sys.stdout.write(f"{difference}\n")
            return 1
        sys.stdout.write(f"{comparison.line()}; seed {seed}\n")
        sys.stdout.flush()
    return 0
