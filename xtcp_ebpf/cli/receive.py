"""`xtcp-ebpf receive`: the other end of the destinations tcp, udp, unix and unixgram. What comes in goes to stdout, in any format."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap
from typing import BinaryIO, TextIO

from xtcp_ebpf.cli import own_flags
from xtcp_ebpf.cli.help import takes, usual
from xtcp_ebpf.cli.rows_out import MARSHAL_DEFAULT, Writer, count, flags_help, leave_stdout
from xtcp_ebpf.cli.until_signal import GivenUp, until_signal
from xtcp_ebpf.config import Loaded, load
from xtcp_ebpf.errors import BadAddress, BadFlag, SendError, UsageError
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG
from xtcp_ebpf.receiving.listening import SCHEMES, Listening, listen
from xtcp_ebpf.receiving.receiver import Receiver
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.unmarshal import readers
from xtcp_ebpf.wire import framing

ME = "xtcp-ebpf receive"

FLAGS = {
    "marshal": (BY_FLAG["marshal"].text, MARSHAL_DEFAULT),
    "columns": (BY_FLAG["columns"].text, usual(BY_FLAG["columns"])),
}
"""Those of the daemon's flags that mean something here: what -help says of them, and the default."""
OWN = {
    "from": ("FORMAT", f"The format of what comes in, the sender's -marshal: {', '.join(readers.READERS)}.", "protobufList"),
    "count": ("N", "End after so many rows; 0: only a signal ends it.", "0"),
}
GRACE_SECONDS = 3.0
"""How long after a signal stdout may still be waited for."""

_USAGE = (
    f"{ME}: what daemons send, as rows on stdout, in any format.",
    "",
    f"Usage: {ME} SCHEME:ADDRESS [-flag value ...]",
    "",
    "  tcp:HOST:PORT, udp:HOST:PORT    as a sender's -dest has it; 0.0.0.0 or [::] is every address of this host",
    "  unix:PATH, unixgram:PATH        made with mode 0600, and removed at the end; @NAME is a name without a file",
    "",
    "Flags (environment variables are not looked at)",
)
_EXIT = (
    "Ctrl-C or SIGTERM ends it: what has come by then is written, and a summary goes to stderr; a second one does not wait for stdout."
    " Exit code: 0; 1 when it cannot listen there, or stdout takes nothing; 2 for a wrong flag or address."
)


def main(argv: Sequence[str], stdout: BinaryIO | None = None, stderr: TextIO | None = None) -> int:
    """Run the command; `argv` is what stands behind `receive`. Answers the exit code. To be called by the main thread: it takes signals."""
    err = stderr or sys.stderr

    def tell(text: object) -> None:
        print(f"{ME}: {text}", file=err, flush=True)

    try:
        return _main(argv, stdout or sys.stdout.buffer, tell)
    except (BadFlag, BadAddress) as error:
        tell(error)
        return 2
    except UsageError as error:
        tell(error)
        return 1
    except (SendError, BrokenPipeError, GivenUp) as error:
        if stdout is None:
            leave_stdout()
        if isinstance(error, BrokenPipeError):
            return 0
        tell(error)
        return 1


def _main(argv: Sequence[str], out: BinaryIO, tell: Callable[[object], None]) -> int:
    words, own = own_flags.take(argv, tuple(OWN))
    loaded = load(words, {}, operands=1)
    if loaded.wants == "help":
        out.write("\n".join(_help()).encode() + b"\n")
        out.flush()
        return 0
    dest = _operand(loaded)
    kind = own.get("from", "protobufList")
    readers.check(kind)
    limit = _limit(own.get("count", "0"))
    writer = Writer(loaded.knobs, out)
    batch = Batch(loaded.knobs.envelope_flush_rows, loaded.knobs.envelope_flush_bytes, writer.deliver)
    listening = listen(dest)
    receiver = Receiver(listening, kind, tell)
    rows = 0
    try:
        with until_signal(receiver.stop, GRACE_SECONDS):
            tell(f"listening on {dest}{_buffer(listening)}")
            for found in receiver.rows():
                if found is None:
                    batch.flush("poll_end")
                    continue
                chunk, number = found
                if limit and rows + number > limit:
                    chunk, number = _first(chunk, limit - rows), limit - rows
                batch.add([(chunk, number)])
                rows += number
                if limit and rows == limit:
                    break
            batch.flush("poll_end")
            writer.end()
    finally:
        summary = "; ".join(_summary(rows, receiver, listening))
        receiver.close()
        listening.close()
        tell(summary)
    return 0


def _first(chunk: bytes, rows: int) -> bytes:
    return b"".join(bytes(row) for row, _ in zip(framing.rows(chunk), range(rows), strict=False))


def _buffer(listening: Listening) -> str:
    if listening.scheme != "udp":
        return ""
    return f" with a receive buffer of {listening.sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)} bytes"


def _summary(rows: int, receiver: Receiver, listening: Listening) -> Iterator[str]:
    of = f" of {count(receiver.connections, 'connection')}" if listening.scheme in ("tcp", "unix") else ""
    yield f"{count(rows, 'row')} and {count(receiver.payloads, 'whole payload')}{of}"
    if receiver.torn:
        yield f"{count(receiver.torn, 'connection')} torn within a payload"
    if receiver.bad:
        yield f"{count(receiver.bad, 'bad connection' if of else 'bad datagram')}"
    if receiver.cut_short:
        yield "more was coming: what had not been read is lost, unless its senders send it again"
    if listening.scheme == "udp" and (dropped := listening.dropped):
        yield f"{count(dropped, 'datagram')} dropped by the kernel: stdout was too slow for them"


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise BadFlag("-count", f"{text[:40]!r} is no whole number from 0 on")
    return int(text)


def _operand(loaded: Loaded) -> str:
    """Where to listen. Raises BadFlag."""
    for attribute, where in loaded.sources.items():
        if BY_ATTRIBUTE[attribute].flag not in FLAGS:
            raise BadFlag(where, f"means nothing to receive, which takes -{', -'.join((*OWN, *FLAGS))} and -help")
    if not loaded.operands:
        raise BadFlag("receive", f"where? {ME} {'|'.join(SCHEMES)}:ADDRESS; {ME} -help tells more")
    return loaded.operands[0]


def _help() -> Iterator[str]:
    yield from _USAGE
    yield from flags_help(OWN | {flag: (takes(BY_FLAG[flag]), text, default) for flag, (text, default) in FLAGS.items()})
    yield from ("", *wrap(_EXIT, 96))
