"""What an outage costs: a destination that nobody listens at, rows offered at a rate, then somebody comes and takes them.

    python -m bench.outage [--seconds 120] [--rate 100000] [--only memory,spool] [--json] [--record]

The rows are real: captured replies of a kernel, in Envelopes as the daemon seals them, each in memory of its own. Sender and spool are the
daemon's. Every line is measured in a process of its own, so that its resident memory is its own: before, and the most during the outage.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import delivery, engines, table
from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.delivery.shipping import Shipping
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.targets import outputs

TOP = Path(__file__).resolve().parent.parent
MIB = 1 << 20
ROOM = {"memory": 0.0, "spool": 1.3, "half a spool": 0.5}
"""Each line, and the part of what is offered that its spool has room for."""
COLUMNS = ("rows/s", "us CPU a row", "MiB offered", "MiB queue", "MiB more RSS", "MiB spool", "rows lost", "s to catch up")
TEMPLATES = 8
PATIENCE_SECONDS = 600.0


class Taken(dict[str, float]):
    """Column -> figure, of one line."""


def measure(room: float, seconds: float, rate: int, queue_bytes: int, folder: Path) -> Taken:
    """One outage, in this process. SystemExit when the rows do not add up."""
    templates = delivery.envelopes(TEMPLATES * delivery.ENVELOPE_ROWS)
    offered_bytes = seconds * rate * sum(one.size for one in templates) / sum(one.rows for one in templates)
    (output,) = outputs(Knobs(dest=(f"unix:{folder}/unix.sock",), queue_bytes=queue_bytes))
    tally = Tally()
    spool = Spool(str(folder / "spool"), max(16 * MIB, int(offered_bytes * room)), 1.0, Tally()) if room else None
    cursor = spool.cursor(output.spool_name, output.target.where, tally) if spool else None
    marshaller = output.marshaller()
    sender = Sender(output.target, output.destination, marshaller, tally, SystemClock(), output.queue_bytes, cursor=cursor)
    shipping = Shipping([sender], spool)
    shipping.start()
    before, cpu, start = _resident(), time.process_time(), time.monotonic()
    most, used, rows = before, 0, 0
    while rows < seconds * rate:
        if rows > (time.monotonic() - start) * rate:
            time.sleep(0.001)
            continue
        sealed = _fresh(templates[rows // delivery.ENVELOPE_ROWS % len(templates)])
        shipping.offer(sealed)
        rows += sealed.rows
        del sealed
        most, used = max(most, _resident()), max(used, spool.used_bytes() if spool else 0)
    took, spent = time.monotonic() - start, time.process_time() - cpu
    with delivery.sink("unix", folder):
        back = time.monotonic()
        while shipping.waiting().rows:
            if time.monotonic() - back > PATIENCE_SECONDS:
                raise SystemExit(f"bench: not taken: {tally.read()}")
            time.sleep(0.005)
        caught_up = time.monotonic() - back
        shipping.close(5.0)
    lost = sum(n for name, n in tally.read().items() if name.startswith("dropped_rows:"))
    if rows != tally["offered_rows"] or rows != tally["sent_rows"] + lost:
        raise SystemExit(f"bench: {rows} rows, and {tally.read()}")
    sizes = (offered_bytes, queue_bytes, most - before, used)
    return Taken(zip(COLUMNS, (rows / took, spent / rows * 1e6, *(size / MIB for size in sizes), lost, caught_up), strict=True))


def _fresh(sealed: Sealed) -> Sealed:
    """The same in memory of its own, as each dump has it."""
    return Sealed(tuple(bytes(bytearray(chunk)) for chunk in sealed.chunks), sealed.rows, sealed.size, sealed.reason)


def _resident() -> int:
    """Bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def run(name: str, asked: argparse.Namespace) -> Taken:
    """One line, in a process of its own."""
    words = ("--measure", name, "--seconds", str(asked.seconds), "--rate", str(asked.rate), "--queue-bytes", str(asked.queue_bytes))
    command = [sys.executable, "-m", "bench.outage", *words]
    done = subprocess.run(command, cwd=TOP, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench: {name}: it ended with {done.returncode}")
    return Taken(json.loads(done.stdout))


def arguments(words: list[str]) -> argparse.Namespace:
    """Checked; argparse ends the process with 2 when they are wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.outage", description="Memory and loss in an outage of a destination.")
    parser.add_argument("--seconds", type=float, default=120.0, help="how long nobody listens (120)")
    parser.add_argument("--rate", type=int, default=100_000, help="rows a second that are offered meanwhile (100000)")
    parser.add_argument("--queue-bytes", type=int, default=64 * MIB, help="-queueBytes (64 MiB)")
    parser.add_argument("--only", default=",".join(ROOM), help=f"which of {', '.join(ROOM)}")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--record", nargs="?", type=Path, const=table.FIGURES, help="append the table to this page (docs/figures.md)")
    parser.add_argument("--measure", choices=tuple(ROOM), help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    asked.only = asked.only.split(",")
    if unknown := [name for name in asked.only if name not in ROOM]:
        parser.error(f"--only: there is no {unknown[0]!r}; there are {', '.join(ROOM)}")
    if asked.seconds <= 0 or asked.rate <= 0:
        parser.error("--seconds and --rate must be above 0")
    if asked.queue_bytes < 2 * delivery.ENVELOPE_BYTES:
        parser.error(f"--queue-bytes: at least {2 * delivery.ENVELOPE_BYTES}, for two envelopes")
    if asked.record and not asked.record.is_file():
        parser.error(f"--record: {asked.record} is not there")
    return asked


def main(words: list[str]) -> int:
    """The exit code."""
    asked = arguments(words)
    if asked.measure:
        with tempfile.TemporaryDirectory(prefix="outage-") as folder:
            print(json.dumps(measure(ROOM[asked.measure], asked.seconds, asked.rate, asked.queue_bytes, Path(folder))))
        return 0
    head = table.header(0, 1, (), engines.engine("auto").name)
    rows: list[table.Row] = []
    for name in asked.only:
        print(f"bench: {name}", file=sys.stderr, flush=True)
        taken = run(name, asked)
        rows.append((name, *(taken[column] for column in COLUMNS)))
    sections = [table.Section("outage", f"An outage of {asked.seconds:g} s at {asked.rate} rows a second", COLUMNS, rows)]
    body = table.text(head, sections, ())
    print(table.as_json(head, sections, ()) if asked.json else body)
    if asked.record:
        table.record(asked.record, head, words, body, "bench.outage")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
