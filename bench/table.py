"""The answer of a run, for a person, for a program, and for docs/figures.md."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "docs" / "figures.md"
_NAME, _CELL = 26, 15

Row = tuple[str, *tuple[float | None, ...]]


@dataclass(frozen=True)
class Section:
    """One table: each row a name and its numbers, None where there is none to give."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[Row]

    def text(self) -> str:
        """Lines of one width."""
        head = " " * _NAME + "".join(f"{column:>{_CELL}}" for column in self.columns)
        lines = [f"{name:{_NAME}}" + "".join(f"{_cell(value):>{_CELL}}" for value in values) for name, *values in self.rows]
        return "\n".join((self.title, head, *lines))

    def plain(self) -> list[dict[str, object]]:
        """For JSON: column -> value."""
        return [{"name": name, **dict(zip(self.columns, values, strict=True))} for name, *values in self.rows]


@dataclass(frozen=True)
class Header:
    """Where and when it was measured."""

    date: str
    commit: str
    """With `+` when the tree had changes that are not in it."""
    kernel: str
    cpu: str
    cores: int
    load: float
    """Load average of the host at the start: above 1, others were working too."""
    others: int
    """TCP sockets that the host had already, in whichever namespace: every dump walks past them."""
    python: str
    engine: str
    sockets: int
    rounds: int
    congestion: str

    def text(self) -> str:
        return (
            f"{self.date}  commit {self.commit}  Linux {self.kernel}  Python {self.python}  engine {self.engine}\n"
            f"{self.cpu}, {self.cores} cores, load {self.load:.2f} and {self.others} other TCP sockets at the start\n"
            + (f"{self.sockets} sockets ({self.congestion}; a quarter IPv6), " if self.sockets else "")
            + f"median of {self.rounds} rounds"
        )


def header(sockets: int, rounds: int, congestion: Sequence[str], engine: str) -> Header:
    """What this host and this tree say of themselves."""
    model = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return Header(
        datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        _commit(),
        os.uname().release,
        model[0] if model else os.uname().machine,
        os.cpu_count() or 1,
        os.getloadavg()[0],
        _allocated(),
        sys.version.split()[0],
        engine,
        sockets,
        rounds,
        " ".join(congestion),
    )


def text(head: Header, sections: Sequence[Section], notes: Sequence[str]) -> str:
    """All of it for a person."""
    return "\n\n".join((head.text(), *(section.text() for section in sections), *(f"note: {note}" for note in notes)))


def as_json(head: Header, sections: Sequence[Section], notes: Sequence[str]) -> str:
    """One line: header, notes, and each section under its key."""
    return json.dumps({"header": asdict(head), "notes": list(notes), **{section.key: section.plain() for section in sections}})


def record(page: Path, head: Header, words: Sequence[str], body: str, module: str = "bench") -> None:
    """Append a run to the page of figures; what stands there is never changed."""
    command = " ".join(("python -m", module, *words))
    with page.open("a") as file:
        file.write(f"\n## {head.date}, commit {head.commit}, Linux {head.kernel}\n\n`{command}`\n\n```\n{body}\n```\n")


def _allocated() -> int:
    """TCP sockets of the whole host: the one figure of sockstat that is not of a namespace."""
    words = next(line.split() for line in Path("/proc/net/sockstat").read_text().splitlines() if line.startswith("TCP:"))
    return int(words[words.index("alloc") + 1])


def _cell(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.4f}"


def _commit() -> str:
    def git(*words: str) -> str:
        done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    try:
        commit = git("rev-parse", "--short", "HEAD")
        return f"{commit}{'+' if git('status', '--porcelain', '--', 'xtcp_ebpf', 'bench', 'setup.py') else ''}" if commit else "unknown"
    except FileNotFoundError:
        return "unknown"
