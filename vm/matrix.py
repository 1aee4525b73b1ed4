"""Kernel x check: every check on every kernel, one guest at a time, and the table of what came of it."""

from __future__ import annotations

import io
import json
import sys
import tarfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from vm import boot, images, project
from vm.channel import NoAnswer
from vm.guest.checks import CHECKS
from vm.kernels import Kernel
from vm.store import Unavailable, say

SECONDS: Final = 2700.0
"""For all checks of one kernel. Without KVM they take some 10 minutes."""
RESULTS: Final = "./checks.json"
GONE: Final = "gone"


@dataclass(slots=True)
class Column:
    """What came of one kernel."""

    kernel: Kernel
    release: str = ""
    seconds: float = 0.0
    results: dict[str, tuple[bool, float, str]] = field(default_factory=dict)
    """Check -> (shown, seconds, in words)."""
    problem: str = ""
    """Why there are no results, or not all."""
    gone: bool = False
    """The archive does not have it any more, and it was known that this may be."""

    def good(self, wanted: Sequence[str]) -> bool:
        """Every check gave an answer, and all were shown."""
        return self.gone or (not self.problem and all(name in self.results and self.results[name][0] for name in wanted))


def run(kernels: Sequence[Kernel], checks: Sequence[str], top: Path, seconds: float = SECONDS) -> list[Column]:
    """One after the other; says on standard error how far it is."""
    columns = []
    with TemporaryDirectory(prefix="xtcp-vm-") as folder:
        work = Path(folder)
        image = project.project(top, work)
        for number, kernel in enumerate(kernels, 1):
            say(f"{kernel.name} ({number} of {len(kernels)})")
            columns.append(_column(kernel, checks, top, work, image, seconds))
    return columns


def _column(kernel: Kernel, checks: Sequence[str], top: Path, work: Path, image: Path, seconds: float) -> Column:
    column = Column(kernel)
    began = time.monotonic()
    try:
        ready = boot.Ready(kernel, top, work, image)
        job = boot.Job(["python3", "-m", "vm.guest.checks", *checks], seconds)
        outcome = ready.run(job, boot.to(sys.stderr.buffer, sys.stderr.buffer))
    except Unavailable as error:
        column.gone = kernel.passing and isinstance(error, images.NotInArchive)
        column.problem = str(error)
    except NoAnswer as error:
        column.problem = f"no answer: {error}"
    else:
        column.release = outcome.release.split(" ")[0]
        column.results = results(outcome.tar)
        if outcome.late:
            column.problem = f"its time, {seconds:.0f} s, was up"
        elif outcome.code and all(shown for shown, _, _ in column.results.values()):
            column.problem = f"the checks ended with {outcome.code}"
    column.seconds = time.monotonic() - began
    return column


def results(tar: bytes) -> dict[str, tuple[bool, float, str]]:
    """What the guest wrote down; empty when it did not come to that."""
    if not tar:
        return {}
    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        try:
            file = archive.extractfile(RESULTS)
        except KeyError:
            return {}
        found = json.load(file) if file else []
    return {each["name"]: (bool(each["ok"]), float(each["seconds"]), str(each["words"])) for each in found}


def table(columns: Sequence[Column], checks: Sequence[str]) -> str:
    """As Markdown: a line for each kernel."""
    lines = [f"| kernel | {' | '.join(checks)} | s |", "|" + " --- |" * (len(checks) + 2)]
    for column in columns:
        cells = [GONE] * len(checks) if column.gone else [_cell(column.results.get(name)) for name in checks]
        lines.append(f"| {column.release or column.kernel.name} | {' | '.join(cells)} | {column.seconds:.0f} |")
    return "\n".join(lines)


def _cell(result: tuple[bool, float, str] | None) -> str:
    if result is None:
        return "**no answer**"
    shown, seconds, _ = result
    return f"{'ok' if shown else '**FAIL**'} {seconds:.0f}"


def summary(columns: Sequence[Column], checks: Sequence[str]) -> str:
    """The table, what was shown in words, and every problem."""
    lines = [table(columns, checks), ""]
    for column in columns:
        if column.problem:
            lines.append(f"{column.kernel.name}: {column.problem}")
        lines += [f"{column.kernel.name} {name}: {column.results[name][2]}" for name in checks if name in column.results]
    return "\n".join(lines)


def chosen(names: Sequence[str]) -> list[str]:
    """The checks of these names, all when there are none, in their order. Raises KeyError."""
    if unknown := [name for name in names if name not in CHECKS]:
        raise KeyError(f"no check {unknown[0]!r}: there are {', '.join(CHECKS)}")
    return [name for name in CHECKS if not names or name in names]
