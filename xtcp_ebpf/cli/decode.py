"""`xtcp-ebpf decode`: a capture of inet_diag replies becomes records, in any format. Needs no root and asks no kernel."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from textwrap import wrap
from typing import BinaryIO, TextIO

from xtcp_ebpf.abc import Engine, Marshaller, Namespace, NamespaceId, Sealed
from xtcp_ebpf.cli.help import takes, usual
from xtcp_ebpf.config import Loaded, load
from xtcp_ebpf.errors import BadFlag, CaptureError, EngineUnavailable, SendError, UsageError, errno_text
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG
from xtcp_ebpf.marshal.formats import create
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.version import program
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.groups import groups
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.pcap import Capture, Packet
from xtcp_ebpf.wire.request import NLMSGHDR

ME = "xtcp-ebpf decode"

FLAGS = {
    "marshal": (BY_FLAG["marshal"].text, "table on a terminal, else jsonl"),
    "columns": (BY_FLAG["columns"].text, usual(BY_FLAG["columns"])),
    "deserializers": (BY_FLAG["deserializers"].text, usual(BY_FLAG["deserializers"])),
    "engine": (BY_FLAG["engine"].text, usual(BY_FLAG["engine"])),
    "hostname": ("Name of the host that was captured.", "nothing"),
}
"""Those of the daemon's flags that mean something here: what -help says of them, and the default."""

_USAGE = (
    f"{ME}: a capture of inet_diag replies becomes records on stdout. Needs no root.",
    "",
    f"Usage: {ME} FILE.pcap|- [-flag value ...]",
    "",
    "  FILE.pcap  pcap or pcapng of link type 253 (netlink), as tcpdump on an nlmon interface and -writeFiles make it",
    "  -          the same from stdin; each dump is written as soon as it is complete",
    "",
    "Flags (environment variables are not looked at)",
)
_EXIT = "Exit code: 0; 1 when the capture cannot be read to its end (what stood before the damage is written); 2 for a wrong flag."


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
    except BrokenPipeError:
        if stdout is None:
            # The interpreter flushes stdout once more when it ends, and would complain about the reader that went away.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _main(argv: Sequence[str], out: BinaryIO, err: TextIO, stdin: BinaryIO) -> int:
    loaded = load(argv, {}, operands=1)
    if loaded.wants == "help":
        out.write("\n".join(_help()).encode() + b"\n")
        out.flush()
        return 0
    path = _operand(loaded)
    knobs = loaded.knobs
    engine, said = choose(knobs.engine, layout(groups(knobs.deserializers)))
    if said:
        print(f"{ME}: {said}", file=err)
    width = os.get_terminal_size(out.fileno()).columns or 80 if out.isatty() else None
    marshaller = create(knobs.marshal or ("jsonl" if width is None else "table"), knobs.columns, width)
    writer = _Writer(marshaller, out)
    batch = Batch(knobs.envelope_flush_rows, knobs.envelope_flush_bytes, writer.deliver)
    hostname = knobs.hostname if "hostname" in loaded.sources else ""
    decoding = _Decoding(engine, Identity(hostname, program()), batch)
    problem = ""
    try:
        with _opened(path, stdin) as file:
            capture = Capture(file.read)
            try:
                for packet in capture:
                    if decoding.feed(packet) and path == "-":
                        batch.flush("poll_end")
            except CaptureError as error:
                problem = f"{path}: {error}"
        batch.flush("poll_end")
        writer.end(whole=not problem)
        if capture.packets or capture.skipped or not problem:
            print(f"{ME}: {'; '.join(_summary(capture, decoding))}", file=err)
    except SendError as error:
        problem = str(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        problem = f"cannot read {path}: {errno_text(error.errno or 0)}"
    if problem:
        print(f"{ME}: {problem}", file=err)
    return 1 if problem else 0


def _opened(path: str, stdin: BinaryIO) -> AbstractContextManager[BinaryIO]:
    return nullcontext(stdin) if path == "-" else Path(path).open("rb")


def _operand(loaded: Loaded) -> str:
    """The capture's path. Raises UsageError when there is none, or a flag that means nothing here."""
    for attribute, where in loaded.sources.items():
        if BY_ATTRIBUTE[attribute].flag not in FLAGS:
            raise BadFlag(where, f"means nothing to decode, which takes -{', -'.join(FLAGS)} and -help")
    if not loaded.operands:
        raise UsageError(f"which capture? {ME} FILE.pcap, or - for stdin; {ME} -help tells more")
    return loaded.operands[0]


class _Writer:
    """Envelopes in the chosen format to stdout."""

    def __init__(self, marshaller: Marshaller, out: BinaryIO) -> None:
        self._marshaller = marshaller
        self._out = out
        self._begun = False

    def deliver(self, sealed: Sealed) -> None:
        self._write(self._marshaller.encode(sealed))

    def end(self, whole: bool) -> None:
        """What a stream without rows still has: the first line of a csv file."""
        if whole and not self._begun:
            self._write(b"")

    def _write(self, payload: bytes) -> None:
        try:
            if not self._begun:
                self._out.write(self._marshaller.preamble)
                self._begun = True
            self._out.write(payload)
            self._out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise SendError("write", f"cannot write to stdout: {errno_text(error.errno or 0)}") from error


class _Decoding:
    """Packets in, rows into the batch; remembers what was met."""

    def __init__(self, engine: Engine, identity: Identity, batch: Batch) -> None:
        self._engine = engine
        self._identity = identity
        self._batch = batch
        self._numbering = Numbering()
        self._started: dict[tuple[int, int], int] = {}
        self.rows = 0
        self.dumps = 0
        self.refused: Counter[int] = Counter()
        self.trouble: Counter[tuple[str, int]] = Counter()

    @property
    def unfinished(self) -> int:
        """Dumps whose end has not come."""
        return len(self._started)

    def feed(self, packet: Packet) -> bool:
        """Decode one packet. True when a dump ends with it."""
        dump = _dump(packet)
        started = self._started.get(dump, packet.timestamp_ns)
        stamp = self._identity.stamp(Namespace(0, "", "", ""), NamespaceId(0, 0), started, poll=0, socket_fd=0, reader=0)
        decoded = self._engine.decode(packet.data, None, None, stamp, self._numbering.reserve)
        if decoded.rows:
            self._batch.add([(decoded.chunk, decoded.rows)])
        self.rows += decoded.rows
        self.trouble.update(decoded.trouble or {})
        if decoded.end is None:
            if decoded.sockets:
                self._started[dump] = started
            return False
        self._started.pop(dump, None)
        self.dumps += 1
        if decoded.end:
            self.refused[decoded.end] += 1
        return True


def _dump(packet: Packet) -> tuple[int, int]:
    """Sequence number and port id: whose dump the packet is a part of."""
    if len(packet.data) < NLMSGHDR.size:
        return 0, 0
    _, _, _, seq, portid = NLMSGHDR.unpack_from(packet.data)
    return seq, portid


def _summary(capture: Capture, decoding: _Decoding) -> Iterator[str]:
    dumps = decoding.dumps + decoding.unfinished
    yield f"{_count(decoding.rows, 'row')} of {_count(dumps, 'dump')} in {_count(capture.packets, 'packet')}"
    if decoding.unfinished:
        yield f"{_count(decoding.unfinished, 'dump')} without an end"
    for errno, times in sorted(decoding.refused.items()):
        yield f"{_count(times, 'dump')} refused with {errno_text(errno)}"
    if capture.cut:
        yield f"{_count(capture.cut, 'packet')} cut by the capture's snaplen"
    if capture.skipped:
        yield "passed over: " + ", ".join(f"{_count(times, 'packet')} ({reason})" for reason, times in sorted(capture.skipped.items()))
    if decoding.trouble:
        met = sorted(decoding.trouble.items())
        yield "met: " + ", ".join(f"{kind}{f' {number}' if number else ''} {times}x" for (kind, number), times in met)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _help() -> Iterator[str]:
    yield from _USAGE
    for flag, (text, default) in FLAGS.items():
        lines = wrap(f"{text} ({default})", 66, break_on_hyphens=False)
        yield f"  -{flag} {takes(BY_FLAG[flag])}".ljust(30) + lines[0]
        yield from (" " * 30 + line for line in lines[1:])
    yield from ("", *wrap(_EXIT, 96))
