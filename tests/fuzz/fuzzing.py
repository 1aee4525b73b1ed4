"""Differential fuzzing: whatever the bytes, both engines say the same, and Google's parser gives every row back.

What is new stays in the corpus. New is an answer with something that none had before (see `features`), and with `--guided`
also a place of the C engine that was not run before: it is then built with gcc's -fsanitize-coverage=trace-pc into build/fuzz.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from random import Random

from fake_kernel import PORTID
from messages import EMPTY, SEQ, STAMP, Pair, both_engines, decode
from mutate import mutate
from seeds import captured, made

from xtcp_ebpf.abc import Decoded
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire import framing

Coverage = Callable[[], int]
"""How many places of the C engine have been run so far."""


class Difference(Exception):
    """The engines do not agree, or a row is not what Google would have written."""


def check(pair: Pair, data: bytes, variant: int) -> Decoded:
    """Both engines on one input. Raises Difference."""
    how = {
        "seq": SEQ if variant & 1 else None,
        "portid": PORTID if variant & 1 else None,
        "stamp": STAMP if variant & 2 else EMPTY,
        "modulus": 1 + (variant >> 2) % 3,
        "ordinal": (variant >> 2) % 5,
    }
    answers = []
    for engine in pair:
        try:
            answers.append(decode(engine, data, **how))  # type: ignore[arg-type]  # the keywords of decode
        except Exception as error:
            raise Difference(f"the {engine.name} engine raised {error!r}") from error
    if answers[0] != answers[1]:
        raise Difference(f"c: {answers[0]}\npython: {answers[1]}")
    for raw in framing.records(answers[0].chunk):
        if XtcpFlatRecord.FromString(bytes(raw)).SerializeToString(deterministic=True) != raw:
            raise Difference(f"Google's parser gives another row back than {bytes(raw).hex()}")
    return answers[0]


def features(answer: Decoded) -> set[tuple[object, ...]]:
    """What is remarkable about an answer, each for itself: an input is kept when it has one that none before it had."""
    trouble = answer.trouble or {}
    found: set[tuple[object, ...]] = {(kind, number, count.bit_length()) for (kind, number), count in trouble.items()}
    found |= set(combinations(sorted({kind for kind, _ in trouble}), 2))
    found |= {("rows", answer.rows, answer.sockets), ("end", (answer.end or -1).bit_length()), ("chunk", len(answer.chunk) // 8)}
    return found


class Fuzzer:
    """One run: a corpus that grows, and a random number generator that a seed repeats."""

    def __init__(self, pair: Pair, seed: int, coverage: Coverage | None = None) -> None:
        self._pair = pair
        self._random = Random(seed)
        self._coverage = coverage
        self._seen: set[tuple[object, ...]] = set()
        self._places = 0
        self.corpus: list[bytes] = []
        self.executions = 0

    def feed(self, data: bytes) -> None:
        """Try one input; keep it when its answer is new. Raises Difference."""
        variant = self._random.randrange(64)
        answer = check(self._pair, data, variant)
        self.executions += 1
        places = self._coverage() if self._coverage else 0
        new = features(answer) - self._seen
        if new or places > self._places:
            self._places = places
            self._seen |= new
            self.corpus.append(data)

    def next(self) -> bytes:
        """A damaged copy of something in the corpus, of late things more often."""
        at = -1 - int(self._random.random() ** 2 * len(self.corpus))
        return mutate(self._random, self.corpus[at], self._random.choice(self.corpus))

    def line(self, seconds: float) -> str:
        places = f", {self._places} places" if self._coverage else ""
        return (
            f"{seconds:6.0f} s  {self.executions} execs, {self.executions / max(seconds, 0.001):.0f}/s, corpus {len(self.corpus)}{places}"
        )


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzz both engines against each other.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None, help="repeats a run (default: the time)")
    parser.add_argument("--guided", action="store_true", help="also be guided by the coverage of the C engine (needs gcc)")
    parser.add_argument("--output", type=Path, default=Path("build/fuzz"), help="where a failing input is written")
    options = parser.parse_args(arguments)
    seed = int(time.time()) if options.seed is None else options.seed
    pair, coverage = both_engines(), None
    if options.guided:
        from guided import guided_engine

        engine, coverage = guided_engine(options.output)
        pair = Pair(engine, pair.python)
    fuzzer = Fuzzer(pair, seed, coverage)
    _say(f"seed {seed}, C engine {'with coverage' if coverage else 'as installed'}")
    started = shown = time.monotonic()
    data = b""
    seeds = iter([b"", *made(), *captured()])
    try:
        while (now := time.monotonic()) - started < options.seconds:
            if now - shown >= 10:
                shown = now
                _say(fuzzer.line(now - started))
            following = next(seeds, None)
            data = fuzzer.next() if following is None else following
            fuzzer.feed(data)
    except Difference as difference:
        options.output.mkdir(parents=True, exist_ok=True)
        path = options.output / f"failing-{seed}-{fuzzer.executions}.bin"
        path.write_bytes(data)
        _say(f"{difference}\nthe input is in {path}; the run is repeated with --seed {seed}")
        return 1
    _say(fuzzer.line(time.monotonic() - started))
    return 0
