"""What parquet and s3parquet have in common: when an object is closed, what it is called, and how a batch becomes one.

PREFIX/host=HOST/date=YYYY-MM-DD/hour=HH/UNIX_HEX.parquet, the time in UTC when the object was closed. An object is whole or not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from xtcp_ebpf.abc import Batching, Clock, Target
from xtcp_ebpf.destinations._parquet_file import Encoder
from xtcp_ebpf.errors import BadAddress, SendError

LEAST_SECONDS = 1800.0
"""Age of an object without -s3FlushInterval, where polls are not rarer than that."""

Store = Callable[[str, Any], None]
"""Put a pyarrow.Buffer under a key. Raises SendError."""


@dataclass(frozen=True, slots=True)
class Cut:
    """When an object is closed, and where its key begins."""

    host: str
    prefix: str
    bytes: int
    """Of Envelopes."""
    seconds: float
    bytes_jitter: float
    """Part of `bytes`, downward."""
    seconds_jitter: float
    """Part of `seconds`, half of it either way."""
    spare: int
    """The largest Envelope: what the last one may reach beyond `bytes`."""

    @classmethod
    def of(cls, target: Target) -> Cut:
        """Raises BadAddress."""
        knobs = target.knobs
        prefix = knobs.s3_prefix.strip("/")
        if any(part in ("", ".", "..") for part in prefix.split("/") if prefix) or not prefix.isprintable():
            raise BadAddress(f"-dest {target.where}: -s3Prefix {knobs.s3_prefix!r}: a path of names, without . or .. or an empty one")
        return cls(
            knobs.hostname,
            prefix,
            knobs.s3_parquet_flush_bytes,
            knobs.s3_flush_interval or max(knobs.frequency, LEAST_SECONDS),
            knobs.s3_flush_threshold_jitter_pct / 100,
            knobs.s3_flush_jitter_pct / 100,
            knobs.envelope_flush_bytes,
        )

    def key(self, now_ns: int, token: str) -> str:
        """`token`: eight hex digits."""
        seconds = now_ns // 10**9
        now = datetime.fromtimestamp(seconds, UTC)
        host = re.sub(r"\.\.", "_", re.sub(r"[^A-Za-z0-9._-]", "_", self.host)) or "unknown"
        start = f"{self.prefix}/" if self.prefix else ""
        return f"{start}host={host}/date={now:%Y-%m-%d}/hour={now:%H}/{seconds}_{token}.parquet"

    def draw(self, clock: Clock, first: bool) -> Batching:
        """The bounds of the next object. The first may be closed at any age: hosts that were started together drift apart at once."""
        whole = int(self.bytes * (1 - self.bytes_jitter * clock.random()))
        spread = clock.random() if first else 1 + self.seconds_jitter * (clock.random() - 0.5)
        age = self.seconds * (spread if self.seconds_jitter else 1)
        return Batching(whole, age, self.bytes + self.spare)


class ObjectSink:
    """BatchingSink that makes one object of each batch. `done` gives back what `store` holds."""

    max_payload = None

    def __init__(self, cut: Cut, encoder: Encoder, store: Store, done: Callable[[], None], clock: Clock) -> None:
        self._cut = cut
        self._encoder = encoder
        self._store = store
        self._done = done
        self._clock = clock
        self._batching = cut.draw(clock, first=True)

    @property
    def batching(self) -> Batching:
        """Drawn anew for each object."""
        return self._batching

    def send(self, payload: bytes) -> None:
        """An object of one payload. Raises SendError."""
        if (problem := self.send_all([payload])[0]) is not None:
            raise problem

    def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
        """One object of all; one answer for all, but for a payload that is damaged, which alone is refused."""
        file = self._encoder.encode(payloads)
        failed: SendError | None = None
        if file.rows:
            try:
                self._store(self._cut.key(self._clock.now_ns(), token_hex(4)), file.data)
            except SendError as error:
                failed = error
        answers = [file.refused.get(place, failed) for place in range(len(payloads))]
        del file
        self._encoder.release()
        self._batching = self._cut.draw(self._clock, first=False)
        return answers

    def close(self) -> None:
        """No row is held between two objects: what waits for the next one is the sender's."""
        self._done()
