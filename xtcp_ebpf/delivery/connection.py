"""One destination, open or not: what it takes together, and an answer for each payload."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from xtcp_ebpf.abc import Batching, BatchingSink, CountingSink, Destination, GatheringSink, Sink, Target
from xtcp_ebpf.delivery.pieces import Joined, Parts
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

ONE_AT_A_TIME = Batching(0, 0.0, 1)


class Connection:
    """Used by one thread; others may ask whether it is open. A destination's own mistake is a SendError `internal`."""

    def __init__(self, target: Target, destination: Destination, tally: Tally) -> None:
        self._target = target
        self._tally = tally
        self._destination = destination
        self._sink: Sink | None = None
        self._gathering: GatheringSink | None = None
        self._batching: BatchingSink | None = None

    @property
    def is_open(self) -> bool:
        return self._sink is not None

    @property
    def batching(self) -> Batching:
        """ONE_AT_A_TIME for what takes no batches. Of the last one that was open while none is."""
        return self._batching.batching if self._batching is not None else ONE_AT_A_TIME

    @property
    def room(self) -> int | None:
        """The most bytes of a payload without its preamble; None: any."""
        limit = self._sink.max_payload if self._sink is not None else None
        return None if limit is None else limit - len(self._target.preamble)

    def open(self) -> None:
        """Raises SendError."""
        try:
            sink = self._destination.open(self._target)
        except SendError:
            raise
        except Exception as error:
            raise SendError("internal", f"{self._target.where}: {error!r}", retry=False) from error
        self._gathering = sink if isinstance(sink, GatheringSink) else None
        self._batching = sink if isinstance(sink, BatchingSink) else None
        self._sink = sink

    def send(self, payloads: Sequence[Parts]) -> Sequence[SendError | None]:
        """An answer for each: None, or why it was not taken. Only a batching one is given several."""
        assert self._sink is not None
        answers: Sequence[SendError | None] = [None]
        try:
            if self._batching is not None:
                answers = self._batching.send_all(Joined(payloads))
            elif self._gathering is not None:
                self._gathering.send_parts(payloads[0])
            else:
                self._sink.send(Joined(payloads)[0])
            if len(answers) != len(payloads):
                raise ValueError(f"{len(answers)} answers for {len(payloads)} payloads")
        except SendError as error:
            return [error] * len(payloads)
        except Exception as error:  # costs these payloads, never the thread
            log.exception("%s: unexpected", self._target.where)
            return [SendError("internal", f"{self._target.where}: {error!r}", retry=False)] * len(payloads)
        self._take_counts(self._sink)
        return answers

    def close(self) -> None:
        """Nothing when it is not open."""
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.close()
            self._take_counts(sink)

    def _take_counts(self, sink: Sink) -> None:
        if isinstance(sink, CountingSink) and sink.counts:
            self._tally.merge(sink.counts)
            sink.counts.clear()
