"""`xtcp-ebpf kafka-client`: reads a topic and shows the records, with or without a header of a schema registry, in any format."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO, TextIO

from xtcp_ebpf.abc import Sealed, Target
from xtcp_ebpf.cli.kafka_flags import ENTERED, Command, switched_on, whole
from xtcp_ebpf.cli.rows_out import Writer, count, leave_stdout
from xtcp_ebpf.cli.until_signal import GivenUp, until_signal
from xtcp_ebpf.destinations._kafka_consumer import Got, Topic
from xtcp_ebpf.destinations._kafka_framing import value
from xtcp_ebpf.errors import BadAddress, BadFlag, SendError
from xtcp_ebpf.values import duration
from xtcp_ebpf.wire import framing

ME = "xtcp-ebpf kafka-client"

COMMAND = Command(
    "kafka-client",
    ("topic", "marshal", "columns", "kafkaSasl", "destTls", *ENTERED),
    {
        "brokers": ("HOST:PORT,...", "The brokers to ask first; an IPv6 address stands in brackets.", "localhost:9092"),
        "group": ("NAME", "Consumer group: its members share the topic, and it goes on where it was.", "none: all of the topic"),
        "fromBeginning": ("", "Begin with the oldest message; with a group, where that has read nothing yet.", "with what comes now"),
        "count": ("N", "End after so many rows, and read on behind the message with the last of them; 0: only a signal ends it.", "0"),
        "consumeTimeout": ("DURATION", "End when nothing has come for so long; 0: wait for ever.", "0"),
    },
)

_USAGE = (
    f"{ME}: the records of a Kafka topic on stdout, in any format.",
    "",
    f"Usage: {ME} [-flag value ...]",
    "",
    "  A password stands in DEST_PASSWORD or in -destPasswordFile.",
)
_EXIT = (
    "Ctrl-C or SIGTERM ends it. Exit code: 0; 1 when the topic cannot be read, or a message was no Envelope (it is passed over and told);"
    " 2 for a wrong flag."
)


def main(argv: Sequence[str], environ: Mapping[str, str], stdout: BinaryIO | None = None, stderr: TextIO | None = None) -> int:
    """Run the command; `argv` is what stands behind `kafka-client`. Answers the exit code. For the main thread: it takes signals."""
    err = stderr or sys.stderr

    def tell(text: object) -> None:
        print(f"{ME}: {text}", file=err, flush=True)

    try:
        return _main(argv, environ, stdout or sys.stdout.buffer, tell)
    except (BadFlag, BadAddress) as error:
        tell(str(error).removeprefix("-dest kafka:"))
        return 2
    except SendError as error:
        tell(str(error).removeprefix("kafka:"))
        return 1
    except (BrokenPipeError, GivenUp) as error:
        if stdout is None:
            leave_stdout()
        return int(isinstance(error, GivenUp))


def _main(argv: Sequence[str], environ: Mapping[str, str], out: BinaryIO, tell: Callable[[object], None]) -> int:
    loaded, own = COMMAND.load(argv, environ)
    if loaded.wants == "help":
        out.write(COMMAND.help(_USAGE, _EXIT).encode())
        out.flush()
        return 0
    reading = _Reading(Writer(loaded.knobs, out), whole("count", own.get("count", "0")), _seconds(own), tell)
    brokers = own.get("brokers", "localhost:9092").removeprefix("kafka:")
    with until_signal(reading.stop):
        topic = Topic(Target("kafka", brokers, knobs=loaded.knobs), own.get("group", ""), switched_on("fromBeginning", own))
        try:
            tell(f"reading {loaded.knobs.topic}, {count(topic.partitions, 'partition')}")
            reading.read(topic)
        finally:
            topic.close()
    tell(reading.summary())
    return int(bool(reading.bad))


class _Reading:
    """Messages in, rows out; remembers what was met."""

    def __init__(self, writer: Writer, limit: int, patience: float, tell: Callable[[object], None]) -> None:
        self._writer = writer
        self._limit = limit
        self._patience = patience
        self._tell = tell
        self._stopped = False
        self._last = time.monotonic()
        self._trouble = ""
        self.rows = self.read_messages = self.framed = self.bad = 0

    def stop(self) -> None:
        """After the message that is under way."""
        self._stopped = True

    def read(self, topic: Topic) -> None:
        """Raises SendError and BrokenPipeError."""
        for message in topic.messages(self._ended):
            if message is None:
                self._say_trouble(topic)
            else:
                self._take(message)
                self._last = time.monotonic()
        self._writer.end()

    def _ended(self) -> bool:
        late = self._patience and time.monotonic() - self._last > self._patience
        return self._stopped or bool(late) or bool(self._limit and self.rows >= self._limit)

    def _take(self, message: Got) -> None:
        try:
            found = value(message.value)
            rows = list(framing.rows(found.envelope))
        except ValueError as error:
            self.bad += 1
            self._tell(f"partition {message.partition}, offset {message.offset}: no Envelope of records: {error}")
            return
        self.read_messages += 1
        self.framed += found.schema_id is not None
        if self._limit:
            rows = rows[: self._limit - self.rows]
        self.rows += len(rows)
        if rows:
            chunks = tuple(bytes(row) for row in rows)
            self._writer.deliver(Sealed(chunks, len(rows), sum(map(len, chunks)), "poll_end"))

    def _say_trouble(self, topic: Topic) -> None:
        problem = topic.trouble()
        reason = problem.reason if problem else ""
        if problem and reason != self._trouble:
            self._tell(f"{problem}; trying on")
        self._trouble = reason

    def summary(self) -> str:
        """For stderr, at the end."""
        bad = f"; {count(self.bad, 'message')} passed over" if self.bad else ""
        return f"{count(self.rows, 'row')} of {count(self.read_messages, 'message')}, {self.framed} with a schema's id{bad}"


def _seconds(own: Mapping[str, str]) -> float:
    try:
        seconds = duration(text := own.get("consumeTimeout", "0"))
        if seconds < 0:
            raise ValueError("is below 0")
    except ValueError as error:
        raise BadFlag("-consumeTimeout", f"{text[:40]!r} {error}") from None
    return seconds
