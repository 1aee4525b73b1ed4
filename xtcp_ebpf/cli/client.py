"""`xtcp-ebpf client`: the records of a daemon by gRPC, as they are collected, in any format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING, BinaryIO, TextIO

from xtcp_ebpf.cli import client_output, grpc_flags
from xtcp_ebpf.cli.kafka_flags import Command, switched_on, whole
from xtcp_ebpf.cli.rows_out import MARSHAL_DEFAULT, count, flags_help, leave_stdout
from xtcp_ebpf.cli.until_signal import GivenUp, until_signal
from xtcp_ebpf.client import library, wanted
from xtcp_ebpf.client.inbox import Arrived
from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.config import Loaded
from xtcp_ebpf.errors import BadFlag, SendError, UsageError, XtcpError
from xtcp_ebpf.knobs import BY_FLAG, Knobs
from xtcp_ebpf.marshal.formats import FORMATS
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import RecordFilter
from xtcp_ebpf.values import duration, quoted
from xtcp_ebpf.version import program
from xtcp_ebpf.wire import framing

if TYPE_CHECKING:  # they import grpc
    from xtcp_ebpf.client.following import Reading
    from xtcp_ebpf.client.records import Stream

ME = "xtcp-ebpf client"
LEAST_POLL_SECONDS = 0.1

COMMAND = Command(
    "client",
    ("marshal", "columns"),
    {
        **grpc_flags.FLAGS,
        "format": ("FORMAT", f"{', '.join(FORMATS)}; also json (jsonl) and null (nothing).", MARSHAL_DEFAULT),
        "poll": ("", "Have the daemon poll at once, and every -pollFrequency.", "off: its own polls"),
        "pollFrequency": ("DURATION", "With -poll: how often.", "10s"),
        "count": ("N", "End after so many rows; 0: only a signal ends it.", "0"),
        "polls": ("N", "End when so many polls have ended; 0: the same.", "0"),
        **wanted.FLAGS,
        "workers": ("N", "The predecessor's; taken: here one stream carries all, and each record comes once.", "1"),
        "json": ("", "The predecessor's: -format json.", "off"),
    },
)

_USAGE = (
    f"{ME}: the records of a daemon by gRPC, as they are collected.",
    "",
    f"Usage: {ME} [-target ADDRESS] [-flag value ...]",
    "",
    "  On a terminal the table of the last poll is drawn anew at the end of each; q ends it.",
    "  When the daemon goes away it is tried again until it is back, and what was missed is told.",
    "",
    "Flags (environment variables are not looked at)",
)
_EXIT = (
    "Ctrl-C or SIGTERM ends it. Exit code: 0; 1 when the daemon refuses, or a file cannot be read; 2 for a wrong flag."
    " docs/grpc.md tells more."
)


def main(argv: Sequence[str], stdout: BinaryIO | None = None, stderr: TextIO | None = None) -> int:
    """Run the command; `argv` is what stands behind `client`. Answers the exit code. For the main thread: it takes signals."""
    err = stderr or sys.stderr

    def tell(text: object) -> None:
        print(f"{ME}: {text}", file=err, flush=True)

    try:
        return _main(argv, stdout or sys.stdout.buffer, tell, err.isatty())
    except (BrokenPipeError, GivenUp) as error:
        if stdout is None:
            leave_stdout()
        return int(isinstance(error, GivenUp))
    except XtcpError as error:
        if isinstance(error, SendError) and stdout is None:
            leave_stdout()
        tell(error)
        return 2 if isinstance(error, BadFlag) else 1


def _main(argv: Sequence[str], out: BinaryIO, tell: Callable[[object], None], err_shows: bool) -> int:
    if any(word in ("-v", "--v") for word in argv):
        out.write(f"{program()}\n".encode())
        return 0
    loaded, own = COMMAND.load(argv, {})
    if loaded.wants == "help":
        out.write("".join(f"{line}\n" for line in _help()).encode())
        out.flush()
        return 0
    asked = _Asked(loaded, own)
    library.need()
    if "workers" in own and own["workers"] != "1":
        tell(f"-workers {own['workers']}: one stream carries all, and each record comes once")
    output = client_output.create(asked.knobs, out, str(asked.access.server))

    def say(text: str) -> None:
        if not output.note(text) or not err_shows:  # what goes to the same terminal would tear the picture
            tell(text)

    try:
        following = _Following(asked, output, say)
        with until_signal(following.stop):
            following.follow()
            output.end()
    finally:
        with suppress(OSError):
            output.close()
    tell(following.summary())
    return 0


class _Asked:
    """The flags, checked. Raises BadFlag."""

    def __init__(self, loaded: Loaded, own: Mapping[str, str]) -> None:
        self.access: Access = grpc_flags.access(own)
        self.knobs: Knobs = _format(loaded, own)
        self.wanted = wanted.wanted(own)
        self.rows = whole("count", own.get("count", "0"))
        self.polls = whole("polls", own.get("polls", "0"))
        self.poll_seconds: float | None = None
        seconds = _poll_seconds(own.get("pollFrequency", "10s"))
        if switched_on("poll", own):
            self.poll_seconds = seconds
        whole("workers", own.get("workers", "1"))


class _Following:
    """Streams in, output out, until enough has come."""

    def __init__(self, asked: _Asked, output: client_output.Output, say: Callable[[str], None]) -> None:
        from xtcp_ebpf.client.following import Reading

        self._asked = asked
        self._output = output
        self._reached = False
        self._reading: Reading = Reading(self._connect, SystemClock(), say, _picker(asked.wanted))
        self.rows = self.polls = 0

    def stop(self) -> None:
        """Soon."""
        self._reading.stop()

    def follow(self) -> None:
        """Raises CallFailed, and what output raises."""
        for batch in self._reading.batches():
            for arrived in batch:
                self._reached = True
                self._take(arrived)
                if self._enough():
                    return
            if not self._output.tick():
                return

    def _take(self, arrived: Arrived) -> None:
        if self._asked.rows and arrived.rows > (left := self._asked.rows - self.rows):
            chunk = b"".join(bytes(row) for row, _ in zip(framing.rows(arrived.chunk), range(left), strict=False))
            arrived = arrived._replace(chunk=chunk, rows=left, poll_end=False)
        self.rows += arrived.rows
        self.polls += arrived.poll_end
        self._output.take(arrived)

    def _enough(self) -> bool:
        return bool((self._asked.rows and self.rows >= self._asked.rows) or (self._asked.polls and self.polls >= self._asked.polls))

    @contextmanager
    def _connect(self) -> Iterator[Stream]:
        from xtcp_ebpf.client.call_failed import CallFailed
        from xtcp_ebpf.client.channel import Connection
        from xtcp_ebpf.client.records import Stream

        try:
            connection = Connection(self._asked.access)
        except UsageError as error:
            if not self._reached:
                raise
            raise CallFailed("UNAVAILABLE", str(error)) from error  # it was there before: somebody is renewing it
        with connection:
            stream = Stream(connection, self._asked.wanted, self._asked.poll_seconds)
            try:
                yield stream
            finally:
                stream.close()

    def summary(self) -> str:
        """For stderr, at the end."""
        outages = f"; {count(self._reading.outages, 'outage')}" if self._reading.outages else ""
        return f"{count(self.rows, 'row')}, {count(self.polls, 'poll')}{outages}"


def _picker(message: RecordFilter) -> Callable[[bytes], tuple[bytes, int]] | None:
    """What a server that filters nothing leaves to be done here."""
    if not message.ByteSize():
        return None
    from xtcp_ebpf.api import record_filter, selection

    try:
        chosen = record_filter.read(message)
    except record_filter.BadFilter as error:
        flag = RecordFilter.DESCRIPTOR.fields_by_name[error.field].json_name
        raise BadFlag(f"-{flag}", str(error).partition(": ")[2]) from error
    selector, passed = selection.choose()[0], 0

    def pick(chunk: bytes) -> tuple[bytes, int]:
        nonlocal passed
        picked = selector.select(chosen, (chunk,), passed)
        passed = picked.passed
        return picked.chunk, picked.rows

    return pick


def _format(loaded: Loaded, own: Mapping[str, str]) -> Knobs:
    said = {text for text in (own.get("format"), "json" if switched_on("json", own) else None, loaded.knobs.marshal) if text}
    if len(said) > 1:
        raise BadFlag("-format", f"-format, -marshal and -json are the same thing, and they differ: {', '.join(sorted(said))}")
    name = "".join(said)
    known = "jsonl" if name == "json" else name
    if known and known != client_output.NULL and known not in FORMATS:
        raise BadFlag("-format", f"there is no format {quoted(name)}; the formats are {', '.join(FORMATS)}, json and null")
    return replace(loaded.knobs, marshal=known)


def _poll_seconds(text: str) -> float:
    try:
        seconds = duration(text)
        if seconds < LEAST_POLL_SECONDS:
            raise ValueError(f"is below {LEAST_POLL_SECONDS:g} s")
    except ValueError as error:
        raise BadFlag("-pollFrequency", f"{text[:40]!r} {error}") from None
    return seconds


def _help() -> Iterator[str]:
    yield from _USAGE
    columns = {"marshal": ("FORMAT", "The same as -format.", MARSHAL_DEFAULT), "columns": ("A,B,...", BY_FLAG["columns"].text, "all")}
    yield from flags_help({**COMMAND.own, **columns})
    yield from ("", *wrap(_EXIT, 96))
