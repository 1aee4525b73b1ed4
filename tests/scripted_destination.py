"""A scripted destination in memory, time that the test moves, and rows to offer: for tests of the sender."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from xtcp_ebpf.abc import Batching, Sealed, Sink, Target
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.wire.framing import ROW_TAG, read_varint, varint


class FakeClock:
    """Time that the test moves; no jitter unless told."""

    def __init__(self, random: float = 0.0) -> None:
        self.time = 0.0
        self.jitter = random

    def now_ns(self) -> int:
        return int(self.time * 1e9)

    def monotonic(self) -> float:
        return self.time

    def cpu(self) -> float:
        return self.time

    def random(self) -> float:
        return self.jitter


class Box:
    """A destination in memory that plays a script: each item is what the next open or send raises (None: it works)."""

    def __init__(
        self, limit: int | None = None, opens: list[Exception | None] | None = None, sends: list[Exception | None] | None = None
    ) -> None:
        self.max_payload = limit
        self.opens = opens or []
        self.sends = sends or []
        self.opened = self.closed = 0
        self.targets: list[Target] = []
        self.got: list[bytes] = []
        self.gate = threading.Event()
        self.gate.set()
        self.at_gate = threading.Event()

    def check(self, target: Target) -> None: ...

    def open(self, target: Target) -> Sink:
        self.targets.append(target)
        self._play(self.opens)
        self.opened += 1
        return self

    def send(self, payload: bytes) -> None:
        self.at_gate.set()
        self.gate.wait()
        self._play(self.sends)
        self.got.append(payload)

    def close(self) -> None:
        self.closed += 1

    @staticmethod
    def _play(script: list[Exception | None]) -> None:
        if script and (act := script.pop(0)) is not None:
            raise act


class Crate(Box):
    """Takes several at once. Each item of `answers` is what the next batch gets: an answer for each, or what is raised; then all work."""

    def __init__(
        self, batching: Batching, answers: list[list[SendError | None] | Exception] | None = None, limit: int | None = None
    ) -> None:
        super().__init__(limit)
        self.batching = batching
        self.answers = answers or []
        self.batches: list[list[bytes]] = []
        """As they came; `got` has what was taken."""

    def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
        self.at_gate.set()
        self.gate.wait()
        self.batches.append(list(payloads))
        answers = self.answers.pop(0) if self.answers else [None] * len(payloads)
        if isinstance(answers, Exception):
            raise answers
        self.got += [payload for payload, problem in zip(payloads, answers, strict=False) if problem is None]
        return answers


class Broken:
    """A format that fails on rows with an odd counter in the first place."""

    name, content_type, preamble = "broken", "text/plain", b""

    def encode(self, sealed: Sealed) -> bytes:
        if numbers(sealed.body())[0] % 2:
            raise ValueError("odd")
        return sealed.body()


def envelope(first: int, count: int, hostname: str = "h") -> Sealed:
    chunks = []
    for number in range(first, first + count):
        row = XtcpFlatRecord(record_counter=number, hostname=hostname).SerializeToString()
        chunks.append(bytes([ROW_TAG]) + varint(len(row)) + row)
    return Sealed(tuple(chunks), count, sum(map(len, chunks)), "rows")


def numbers(body: bytes) -> list[int]:
    return [row.record_counter for row in Envelope.FromString(body).row]


def sent(box: Box) -> list[int]:
    return [n for payload in box.got for n in numbers(payload[read_varint(payload, 0)[1] :])]


def until(true: Callable[[], object], seconds: float = 10.0) -> None:
    """Polls for a real event."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.002)
