"""`xtcp-ebpf decode`: a capture of inet_diag replies, or rows in a format of ours, become rows in any format. Needs no root."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from textwrap import wrap
from typing import BinaryIO, TextIO, cast

from xtcp_ebpf.cli import own_flags
from xtcp_ebpf.cli.captured import Captured
from xtcp_ebpf.cli.help import takes, usual
from xtcp_ebpf.cli.rows_in import Ahead, RowsIn
from xtcp_ebpf.cli.rows_out import MARSHAL_DEFAULT, Writer, flags_help, leave_stdout
from xtcp_ebpf.config import Loaded, load
from xtcp_ebpf.errors import BadFlag, CaptureError, EngineUnavailable, SendError, UsageError, errno_text
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.unmarshal import readers
from xtcp_ebpf.unmarshal.recognise import PCAP
from xtcp_ebpf.version import program
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import groups
from xtcp_ebpf.wire.layout import layout

ME = "xtcp-ebpf decode"

FLAGS = {
    "marshal": (BY_FLAG["marshal"].text, MARSHAL_DEFAULT),
    "columns": (BY_FLAG["columns"].text, usual(BY_FLAG["columns"])),
    "deserializers": (f"Of a capture. {BY_FLAG['deserializers'].text}", usual(BY_FLAG["deserializers"])),
    "engine": (f"Of a capture. {BY_FLAG['engine'].text}", usual(BY_FLAG["engine"])),
    "hostname": ("Name of the host that was captured.", "nothing"),
}
"""Those of the daemon's flags that mean something here: what -help says of them, and the default."""
OF_CAPTURES = ("deserializers", "engine", "hostname")
OWN = {"from": ("FORMAT", f"What the input is: {PCAP}, {', '.join(readers.READERS)}.", "what its first bytes tell")}

_USAGE = (
    f"{ME}: rows on stdout, of a capture of inet_diag replies or of rows in a format of ours. Needs no root.",
    "",
    f"Usage: {ME} FILE|- [-flag value ...]",
    "",
    "  FILE  pcap or pcapng of link type 253 (netlink), as tcpdump on an nlmon interface and -writeFiles make it;",
    "        or what a destination carried, in any format but table",
    "  -     the same from stdin; what is complete is written while the stream goes on",
    "",
    "Flags (environment variables are not looked at)",
)
_EXIT = "Exit code: 0; 1 when the input cannot be read to its end (what stood before the damage is written); 2 for a wrong flag."


def main(argv: Sequence[str], stdout: BinaryIO | None = None, stderr: TextIO | None = None, stdin: BinaryIO | None = None) -> int:
    """Run the command; `argv` is what stands behind `decode`. Answers the exit code. Streams not given are the process's own."""
    err = stderr or sys.stderr
    try:
        return _main(argv, stdout or sys.stdout.buffer, err, stdin or sys.stdin.buffer)
    except UsageError as error:
        print(f"{ME}: {error}", file=err)
        return 2
    except EngineUnavailable as error:
        print(f"{ME}: {error}", file=err)
        return 1
    except (SendError, BrokenPipeError) as error:
        if stdout is None:
            leave_stdout()
        if isinstance(error, BrokenPipeError):
            return 0
        print(f"{ME}: {error}", file=err)
        return 1


def _main(argv: Sequence[str], out: BinaryIO, err: TextIO, stdin: BinaryIO) -> int:
    words, own = own_flags.take(argv, tuple(OWN))
    loaded = load(words, {}, operands=1)
    if loaded.wants == "help":
        out.write("\n".join(_help()).encode() + b"\n")
        out.flush()
        return 0
    path = _operand(loaded)
    if "from" in own:
        readers.check(own["from"], PCAP)
    writer = Writer(loaded.knobs, out)
    batch = Batch(loaded.knobs.envelope_flush_rows, loaded.knobs.envelope_flush_bytes, writer.deliver)
    problem = ""
    try:
        with _opened(path, stdin) as file:
            ahead = Ahead(cast(io.BufferedIOBase, file))
            source: Captured | RowsIn | None = None
            try:
                kind = own.get("from") or ahead.kind()
                source = _captured(loaded, ahead, batch, path == "-", err) if kind == PCAP else _rows_in(loaded, ahead, batch, kind)
                source.run()
            except CaptureError as error:
                problem = f"{path}: {error}"
        batch.flush("poll_end")
        if not problem:
            writer.end()
        if source and (source.met or not problem):
            print(f"{ME}: {'; '.join(source.summary())}", file=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        problem = f"cannot read {path}: {errno_text(error.errno or 0)}"
    if problem:
        print(f"{ME}: {problem}", file=err)
    return 1 if problem else 0


def _captured(loaded: Loaded, ahead: Ahead, batch: Batch, live: bool, err: TextIO) -> Captured:
    knobs = loaded.knobs
    engine, said = choose(knobs.engine, layout(groups(knobs.deserializers)))
    if said:
        print(f"{ME}: {said}", file=err)
    hostname = knobs.hostname if "hostname" in loaded.sources else ""
    return Captured(ahead.read, engine, Identity(hostname, program()), batch, live)


def _rows_in(loaded: Loaded, ahead: Ahead, batch: Batch, kind: str) -> RowsIn:
    for attribute, where in loaded.sources.items():
        if BY_ATTRIBUTE[attribute].flag in OF_CAPTURES:
            raise BadFlag(where, f"goes with a capture; this is {kind}, whose rows stay as they are")
    return RowsIn(ahead, readers.create(kind), kind, batch)


def _opened(path: str, stdin: BinaryIO) -> AbstractContextManager[BinaryIO]:
    return nullcontext(stdin) if path == "-" else Path(path).open("rb")


def _operand(loaded: Loaded) -> str:
    """The input's path. Raises UsageError when there is none, or a flag that means nothing here."""
    for attribute, where in loaded.sources.items():
        if BY_ATTRIBUTE[attribute].flag not in FLAGS:
            raise BadFlag(where, f"means nothing to decode, which takes -{', -'.join((*OWN, *FLAGS))} and -help")
    if not loaded.operands:
        raise UsageError(f"which capture? {ME} FILE, or - for stdin; {ME} -help tells more")
    return loaded.operands[0]


def _help() -> Iterator[str]:
    yield from _USAGE
    yield from flags_help(OWN | {flag: (takes(BY_FLAG[flag]), text, default) for flag, (text, default) in FLAGS.items()})
    yield from ("", *wrap(_EXIT, 96))
