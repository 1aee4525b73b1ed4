"""Differential test of -reads on the live kernel: at each quiet point every way of reading has the rows that full dumps have.

Between two quiet points connections are born and end in many namespaces at once, and polls go on in the middle of it. A socket that one way
has not, has twice, or says something else of (but for clocks) is a Difference.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from activity.full_dumps import FullDumps, Sockets, compared, differing
from collector.doors import Rows
from differential.churn import Churn
from kernel.real_namespaces import Spaces

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.collection import Collection
from xtcp_ebpf.config import load
from xtcp_ebpf.tally import Tally

WAYS: Final = ("auto", "dump", "exact")
NAMESPACES: Final = 50
AT_ONCE: Final = 12
"""Steps of the churn between two quiet points: each in some three namespaces."""
REST: Final = 0.06
"""Seconds: longer than an acknowledgement is delayed."""
RESTS: Final = 20

Truth = dict[int, Sockets]
"""By namespace cookie."""


class Differs(Exception):
    """A way of reading has other rows than full dumps."""


class Ways:
    """One run: churn, a collection for each way, and full dumps. Used by one thread."""

    def __init__(self, seed: int, namespaces: int = NAMESPACES) -> None:
        self.seed = seed
        self.counts: Counter[str] = Counter()
        self._folder = TemporaryDirectory(prefix="xt-ways-")
        mounts = Path(self._folder.name, "netns")
        self._churn = Churn(Spaces(mounts), Random(seed), namespaces)
        self._dumps = FullDumps()
        self._tallies = {way: Tally() for way in WAYS}
        self._collections = {way: self._collection(way, mounts) for way in WAYS}
        self._polls = self._step = 0

    def _collection(self, way: str, mounts: Path) -> Collection:
        flags = f"-dest null -frequency 60s -timeout 50s -skip none -bpf auto -reads {way} -netnsDirs {mounts}"
        return Collection(load(flags.split(), {}).knobs, SystemClock(), self._tallies[way])

    def step(self) -> None:
        """Churn with polls in the middle of it, a rest, and a comparison. Raises Differs."""
        self._step += 1
        self.counts["steps"] += 1
        errors: list[BaseException] = []

        def churn() -> None:
            try:
                for _ in range(AT_ONCE):
                    self._churn.step()
            except BaseException as error:
                errors.append(error)

        thread = threading.Thread(target=churn)
        thread.start()
        while thread.is_alive():
            self._poll_all(())
        thread.join()
        if errors:
            raise errors[0]
        before = self._at_rest()
        found = self._poll_all(WAYS)
        after = self._truth()
        for space in self._churn.living:
            cookie, name = space.namespace.cookie, space.namespace.name
            if before[cookie] != after[cookie]:
                self.counts["restless"] += 1
                continue
            self.counts["compared"] += len(after[cookie])
            for way in WAYS:
                self._compare(way, name, found[way].get(cookie, {}), after[cookie])

    def read(self, way: str) -> dict[str, int]:
        """What that way has counted."""
        return dict(self._tallies[way].read())

    def line(self) -> str:
        """The numbers of the run."""
        said = ", ".join(f"{number} {name}" for name, number in sorted(self.counts.items()))
        ways = "; ".join(f"{way}: {self.read(way).get('exact_reads', 0)} exact, {self.read(way).get('dumps', 0)} dumps" for way in WAYS)
        return f"ways: {said}; {ways}; seed {self.seed}"

    def close(self) -> None:
        for collection in self._collections.values():
            collection.close()
        self._churn.close()
        self._dumps.close()
        self._folder.cleanup()

    def _poll_all(self, wanted: tuple[str, ...]) -> dict[str, Truth]:
        """By way, the rows of those that are wanted; with no socket twice."""
        self._polls += 1
        found: dict[str, Truth] = {}
        for way, collection in self._collections.items():
            rows = Rows()
            collection.poller.poll(self._polls, rows)
            self.counts["polls"] += 1
            if way not in wanted:
                continue
            of = found.setdefault(way, {})
            for row in rows.records:
                sockets = of.setdefault(row.netns_cookie, {})
                if row.inet_diag_msg_socket_cookie in sockets:
                    raise Differs(f"{way}, seed {self.seed}, step {self._step}: socket {row.inet_diag_msg_socket_cookie} twice")
                sockets[row.inet_diag_msg_socket_cookie] = compared(row)
        return found

    def _compare(self, way: str, namespace: str, rows: Sockets, truth: Sockets) -> None:
        if rows == truth:
            return
        where = f"{way}, seed {self.seed}, step {self._step}, poll {self._polls}, namespace {namespace}"
        if rows.keys() != truth.keys():
            raise Differs(f"{where}: missing {truth.keys() - rows.keys()}, too many {rows.keys() - truth.keys()}")
        said = {cookie: differing(truth[cookie], rows[cookie]) for cookie in rows if rows[cookie] != truth[cookie]}
        raise Differs(f"{where}: {said}")

    def _at_rest(self) -> Truth:
        now = self._truth()
        for _ in range(RESTS):
            before = now
            time.sleep(REST)
            now = self._truth()
            if now == before:
                break
        return now

    def _truth(self) -> Truth:
        return {space.namespace.cookie: self._dumps.of(space.namespace) for space in self._churn.living}


def run_ways(seed: int, seconds: float, steps: int | None = None, namespaces: int = NAMESPACES) -> Ways:
    """So long, or so many steps if they come first; the run, closed. Raises Differs."""
    ways = Ways(seed, namespaces)
    try:
        until = time.monotonic() + seconds
        while time.monotonic() < until and ways.counts["steps"] != steps:
            ways.step()
    finally:
        ways.close()
    return ways
