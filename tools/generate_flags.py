"""Write docs/flags.md from the table of knobs. With --check: fail when what is there is not what would be written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from xtcp_ebpf.cli.help import takes, usual
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import GROUPS, TABLE
from xtcp_ebpf.values import allowed

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "flags.md"

HEAD = """\
# Flags and environment

<!-- Written by tools/generate_flags.py from xtcp_ebpf/knobs.py: change that, then `make generate`. -->

The names are the predecessor's (xtcp2), so that its command lines and environments go on working.

- One dash or two; `-flag value` or `-flag=value`. A switch is `-flag` or `-flag=false`; it takes no value behind a space.
- A flag beats the environment, which beats the default. The predecessor has it the other way round: there the environment wins.
- `XTCP_CONFIG_JSON` holds knobs as `xtcp-ebpf ctl get` writes them, all or some, under the names of the gRPC message. What stands there
  beats the defaults; any other variable, and any flag, beats it (in the predecessor it beats all). A key that is not known is an error.
- Durations as Go writes them: `500ms`, `10s`, `1m30s`, `1h`, plain `0`. Sizes are plain numbers of bytes. Whole numbers may be
  written `0x10`, `0o20` or `10_000` too; a leading zero is refused, because it means octal to some and nothing to others.
- A wrong value is an error wherever it stands, in the environment too, and even when a flag beats it. All are told at once, and the
  program ends. The predecessor ignores what it cannot read in the environment.
- An empty environment variable counts as not set. `-deserializers none` says "no decoder" in both places.
- A flag that is given twice: the last one counts. `-dest` adds a destination each time; in `DEST` several stand with spaces between.
- A flag marked "each" may stand in front of a destination, without its dash and with a comma behind it, and holds for that one alone:
  `-dest marshal=jsonl,topic=other,kafka:HOST:PORT` ([delivery.md](delivery.md)).
- Secrets come from a file (`...File`) or from the environment; the few flags that take one stay visible in the list of processes.
- Flags of the predecessor whose part is not built yet are refused by name, rather than taken and ignored. Switched off
  (`-enrichNic=false`) or empty they ask for nothing and pass. Those that can have no meaning here are taken, with one warning each, and
  their values are not read.
- `-conf` prints what all this comes to: each knob, its value, and whether flag, environment or default said so; secrets are `***`, also in
  the address of `-dest`. Each line is a flag for a shell, its source a comment; with `-logFormat json` it is one JSON object.

Rules between flags: `-timeout` is shorter than `-frequency`; `-packetSize` times `-packetSizeMply`, the receive buffer, is at least 4096
bytes; `-queueBytes` is at least twice `-envelopeFlushBytes`, and for Parquet twice `-s3ParquetFlushBytes`.

"Live": may change while the daemon runs, by an API that is still to come; today everything is read at start.
"""


def document() -> str:
    """The whole file."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from HEAD.splitlines()
    for group in GROUPS:
        yield from ("", f"## {group}", "")
        yield from _table(
            ("flag", "environment", "default", "allowed", "live", "each", "what it does"), [_works(k) for k in TABLE if k.group == group]
        )
    differs = [(f"`{k.name}`", usual(k) or "empty", k.differs) for k in TABLE if k.differs]
    yield from ("", "## What differs from the predecessor", "")
    yield from _table(("flag", "default here", "there"), differs)
    yield from ("", "## Not in this version: refused by name", "")
    later = [(_flag(k), _variables(k), k.group, k.text) for k in TABLE if k.status == "later"]
    yield from _table(("flag", "environment", "comes with", "what it will do"), later)
    yield from ("", "## Without meaning here: taken with a warning", "")
    yield from _table(("flag", "environment", "why"), [(_flag(k), _variables(k), k.text) for k in TABLE if k.status == "meaningless"])


def _works(knob: Knob) -> tuple[str, ...]:
    return (
        f"`{knob.name} {takes(knob)}`".replace(" `", "`"),
        _variables(knob),
        usual(knob),
        allowed(knob),
        "yes" if knob.live else "",
        "yes" if knob.each else "",
        knob.text,
    )


def _flag(knob: Knob) -> str:
    return f"`-{knob.flag}`" if knob.flag else ""


def _variables(knob: Knob) -> str:
    return ", ".join(f"`{name}`" for name in knob.env)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for row in (heads, tuple("---" for _ in heads), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(document())
        print(DOCUMENT.name)
        return 0
    fresh = DOCUMENT.exists() and DOCUMENT.read_text() == document()
    if not fresh:
        print("stale: docs/flags.md; run `make generate`", file=sys.stderr)
    return not fresh


if __name__ == "__main__":
    sys.exit(main())
