"""The lines at the end of a soak: what was asked, whether it held, and the figure."""

from __future__ import annotations

from typing import NamedTuple

from bench import watched
from bench.judge import TOLERANCE_SECONDS, Verdict
from bench.sampling import Sampling

GROWTH_MIB = 8.0
LOADING_MIB = 8.0
"""libbpf reads the kernel's BTF each time that it loads; its memory is given back, and the heap keeps some of it."""
DESCRIPTORS = 128
"""At no moment more."""
SWITCHED_DESCRIPTORS = 16
"""Maps, programs and links of BPF are descriptors too."""
_KEPT_PACE = 0.9
_SAID = {
    "late": f"every newborn's sockets within one poll + {TOLERANCE_SECONDS} s",
    "left_out": "every live namespace in each poll",
    "short": "all of its sockets in each poll",
    "misnamed": "no row with another's name or inode",
    "unknown": "no row under a name of ours of another namespace",
    "misplaced": "no socket in two namespaces",
    "twice": "no socket twice in one poll",
    "posthumous": "no row after a death, beyond one poll",
}


class Check(NamedTuple):
    """One line of the summary."""

    what: str
    good: bool
    figure: str

    def text(self) -> str:
        return f"  {'ok   ' if self.good else 'FAILS'} {self.what}: {self.figure}"


class Flat:
    """Threads, descriptors and memory: what they were once warm, and the worst that they were since."""

    def __init__(self) -> None:
        self.warm: list[watched.Sample] = []
        self.threads: set[int] = set()
        self.resting = 0
        """Descriptors between polls: the fewest of a window, and of windows the worst."""
        self.most = 0
        self.rss_mib = 0.0
        self._window: list[int] = []

    def add(self, sample: watched.Sample, warming: bool, samples: int) -> None:
        """`samples` make a window."""
        self.most = max(self.most, sample.descriptors)
        if warming:
            self.warm.append(sample)
            return
        self.threads.add(sample.threads)
        self.rss_mib = max(self.rss_mib, sample.rss_mib)
        self._window = [*self._window[1 - samples :], sample.descriptors]
        if len(self._window) >= samples:
            self.resting = max(self.resting, min(self._window))

    def checks(self, spread: int) -> list[Check]:
        """`spread`: by how many descriptors the ways differ between which the run switched; 0: it did not."""
        growth = GROWTH_MIB + (LOADING_MIB if spread else 0.0)
        if not self.warm or not self.resting:
            return [Check("threads, descriptors and memory flat", False, "the daemon was not there long enough to tell")]
        later = self.warm[len(self.warm) // 2 :]
        threads, resting = max(s.threads for s in later), min(s.descriptors for s in later)
        before = max(s.rss_mib for s in later)
        seen = ", ".join(map(str, sorted(self.threads)))
        return [
            Check("threads flat", self.threads == {threads}, f"{threads} -> {seen}"),
            Check(
                "descriptors flat",
                abs(self.resting - resting) <= spread and self.most <= DESCRIPTORS,
                f"{resting} -> {self.resting} between polls, {self.most} at most",
            ),
            Check(
                f"memory grows by at most {growth:.0f} MiB",
                self.rss_mib - before <= growth,
                f"{before:.1f} -> {self.rss_mib:.1f} MiB",
            ),
        ]


class Pace(NamedTuple):
    """What was asked of the churn, and what came of it."""

    seconds: float
    period: float
    """Seconds between polls."""
    rate: float
    """Births, and as many deaths, a second."""
    births: int
    slowest: float
    """Seconds for one birth and one death."""
    switch: float = 0.0
    """Seconds from one source of marks to the next; 0: the same all the time."""


class Ending(NamedTuple):
    """How the daemon ended."""

    code: int
    failed: str
    """What ended the stream of its rows before its time."""
    said: watched.Said


def checks(pace: Pace, flat: Flat, sampling: Sampling, verdict: Verdict, ending: Ending) -> list[Check]:
    """Every line, good ones too."""
    said, failed = ending.said, ending.failed
    compared = f"{sampling.asked} namespaces, {sampling.sockets} sockets"
    differences = "; ".join((f"{len(sampling.differences)} differences", *sampling.differences[:3], compared))
    came = failed or f"{said.sent} sent, {said.dropped} dropped, {verdict.rows} here"
    return [
        Check(
            f"{pace.rate:g} born and dead a second",
            pace.births >= _KEPT_PACE * pace.rate * pace.seconds,
            f"{pace.births / pace.seconds:.1f}, the slowest pair {pace.slowest * 1000:.0f} ms",
        ),
        Check("polls came in", verdict.polls >= pace.seconds / pace.period / 2, f"{verdict.polls} polls, {verdict.rows} rows"),
        *_faults(verdict),
        Check("ss in sampled namespaces says the same", bool(sampling.asked) and not sampling.differences, differences),
        *flat.checks(SWITCHED_DESCRIPTORS if pace.switch else 0),
        *_switched(pace, said),
        Check(
            "no poll longer than the period", bool(said.polls) and not said.overruns, f"{said.overruns}, the longest {said.longest_ms} ms"
        ),
        Check("no namespace read in part", not said.in_part, f"{said.in_part} warnings of it, {said.warnings} in all"),
        Check("no error, no traceback", not said.troubles, "; ".join(said.troubles) or "0"),
        Check("every row sent has come", said.sent == verdict.rows and not (said.dropped or failed), came),
        Check("the daemon ended with 0 when asked", ending.code == 0, str(ending.code)),
    ]


def _switched(pace: Pace, said: watched.Said) -> list[Check]:
    asked = int(pace.seconds / pace.switch) if pace.switch else 0
    return [Check("sources of marks switched while it runs", said.switches >= max(1, asked - 1), f"{said.switches} times")] if asked else []


def _faults(verdict: Verdict) -> list[Check]:
    found = []
    for kind, what in _SAID.items():
        count = verdict.faults.get(kind, 0)
        words = [str(count), *verdict.examples.get(kind, ())]
        if kind == "late":
            words.append(f"slowest {verdict.slowest:.2f} s, its rows here after {verdict.slowest_arrival:.2f} s; {verdict.births} births")
        found.append(Check(what, not count, "; ".join(words)))
    return found
