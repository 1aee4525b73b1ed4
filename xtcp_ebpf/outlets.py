"""All destinations as the knobs name them, each with its sender; and the change from some to others while the daemon runs.

A destination that stays as it is goes on with what it holds. One that is given up drains beside, within -drainTimeout, while others go on;
only where its place is taken by one of another form is that awaited.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, Final

from xtcp_ebpf.abc import Clock, Sealed
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.copies import FirstPayloads
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.delivery.shipping import Shipping
from xtcp_ebpf.delivery.spool import Spool
from xtcp_ebpf.delivery_knobs import DeliveryKnobs
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.targets import Output, outputs

log = logging.getLogger(__name__)

GATHER_BYTES: Final = 4 << 20
"""What may wait for the end of its poll before it is sent."""
_OF_ALL: Final = frozenset(
    ("dest", "drain_timeout", "envelope_flush_rows", "envelope_flush_bytes", "columns", "marshal", "queue_bytes", "spool_dir")
) | {"spool_bytes", "spool_sync"}
"""Knobs of delivery that a sender does not read, or that its Output has in another form."""
_OWN: Final = (*(f.name for f in fields(DeliveryKnobs) if f.name not in _OF_ALL), "hostname")


@dataclass(frozen=True, slots=True)
class _Outlet:
    output: Output
    sender: Sender

    def serves(self, output: Output) -> bool:
        """As well as a new one would?"""
        return not self.sender.gone_because and _form(self.output) == _form(output)


class _Living:
    """Those that are not gone for good. It knows no sender: who is done with all of them shall need no collector to be rid of them."""

    def __init__(self, on_none: Callable[[], None]) -> None:
        self._on_none = on_none
        self._lock = threading.Lock()
        self._names: set[str] = set()

    def are(self, outlets: Sequence[_Outlet]) -> None:
        with self._lock:
            self._names = {outlet.output.spool_name for outlet in outlets if not outlet.sender.gone_because}

    def gone(self, name: str) -> None:
        with self._lock:
            self._names.discard(name)
            none = not self._names
        if none:
            self._on_none()


def _form(output: Output) -> tuple[Any, ...]:
    target = output.target
    own = tuple(getattr(target.knobs, name) for name in _OWN)
    return target.scheme, target.address, output.marshal, output.columns, output.width, output.queue_bytes, own


class Outlets:
    """Raises UsageError when they cannot be had. `on_none`: called when each of them is gone for good.

    All but status() and `senders` is for the thread that polls; offer() for who seals.
    """

    def __init__(self, knobs: Knobs, clock: Clock, tally: Tally, on_none: Callable[[], None]) -> None:
        self._clock = clock
        self._tally = tally
        self._living = _Living(on_none)
        self._knobs = knobs
        self._retiring: list[threading.Thread] = []
        self._running = False
        self._outlets: tuple[_Outlet, ...] = ()
        chosen = outputs(knobs)
        self._spool = self._make_spool(knobs)
        try:
            self._put([self._outlet(output, self._spool, place, len(chosen)) for place, output in enumerate(chosen)])
        except BaseException:
            self.abandon()
            raise

    @property
    def senders(self) -> tuple[Sender, ...]:
        """In the order of -dest."""
        return tuple(outlet.sender for outlet in self._outlets)

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Likewise."""
        return tuple(outlet.output for outlet in self._outlets)

    def start(self) -> None:
        """Opens all destinations; what the spool has for others is given up."""
        if self._spool:
            self._spool.forget_others([output.spool_name for output in self.outputs])
        self._running = True
        self.shipping.start()

    def offer(self, sealed: Sealed) -> None:
        """To all. Never waits."""
        self.shipping.offer(sealed)

    def change(self, knobs: Knobs) -> None:
        """Other destinations, or others of their knobs, from now on. Raises UsageError before anything is changed."""
        chosen = outputs(knobs)
        before, old_spool = self._outlets, self._spool
        moves = knobs.spool_dir != self._knobs.spool_dir
        spool = self._make_spool(knobs) if moves else old_spool
        staying = {} if moves else {place: old for place, output in enumerate(chosen) for old in before if old.serves(output)}
        taken = set() if moves else {outlet.output.spool_name for outlet in before}
        fresh = dict(staying)
        try:
            for place, output in enumerate(chosen):
                if place not in staying and output.spool_name not in taken:
                    fresh[place] = self._outlet(output, spool, place, len(chosen))
        except BaseException:
            if spool and moves:
                spool.close()
            elif spool:
                spool.forget_others(tuple(taken))
            raise
        self._knobs = knobs
        leaving = [outlet for outlet in before if outlet not in staying.values()]
        names = tuple(output.spool_name for output in chosen)
        awaited = [outlet for outlet in leaving if moves or outlet.output.spool_name in names]
        self._retire(awaited, old_spool)
        if old_spool and moves:
            old_spool.close()
        elif old_spool:
            old_spool.limit(knobs.spool_bytes, knobs.spool_sync)
        for place, output in enumerate(chosen):
            if place not in fresh:
                fresh[place] = self._outlet(output, spool, place, len(chosen))
        self._spool = spool
        self._put([outlet for _, outlet in sorted(fresh.items())])
        if self._running:
            for outlet in self._outlets:
                if outlet not in before:
                    outlet.sender.start()
        if rest := [outlet for outlet in leaving if outlet not in awaited]:
            thread = threading.Thread(target=self._retire, args=(rest, spool, names), name="retire")
            self._retiring = [*filter(threading.Thread.is_alive, self._retiring), thread]
            thread.start()

    def close(self, deadline_seconds: float) -> Held:
        """As Shipping.close; earlier destinations that still drain are awaited first."""
        self.shipping.end()
        for thread in self._retiring:
            thread.join()
        return self.shipping.close(deadline_seconds)

    def abandon(self) -> None:
        """Give back what is held, of destinations that were never started."""
        if self._spool:
            self._spool.close()

    def _put(self, outlets: Sequence[_Outlet]) -> None:
        self._outlets = tuple(outlets)
        self._living.are(outlets)
        self.shipping = Shipping(self.senders, self._spool)

    def _make_spool(self, knobs: Knobs) -> Spool | None:
        return Spool(knobs.spool_dir, knobs.spool_bytes, knobs.spool_sync, self._tally) if knobs.spool_dir else None

    def _outlet(self, output: Output, spool: Spool | None, place: int, of: int) -> _Outlet:
        knobs, tally = output.target.knobs, Tally()
        which = f"{place + 1}." if of > 1 else ""
        copies = FirstPayloads(f"{knobs.capture_path}payload.{which}", knobs.dest_write_files) if knobs.dest_write_files else None
        sender = Sender(
            output.target,
            output.destination,
            output.marshaller(),
            tally,
            self._clock,
            output.queue_bytes,
            cursor=spool.cursor(output.spool_name, output.target.where, tally) if spool else None,
            copies=copies,
            on_gone=partial(self._living.gone, output.spool_name),
            gather_bytes=min(GATHER_BYTES, output.queue_bytes // 2),
        )
        return _Outlet(output, sender)

    def _retire(self, leaving: Sequence[_Outlet], spool: Spool | None, stay: Sequence[str] = ()) -> None:
        """Drain these, side by side, and say what became of their rows; `stay`: all other places in the spool are given up."""
        for outlet in leaving:
            outlet.sender.end()
        deadline = self._clock.monotonic() + self._knobs.drain_timeout
        for outlet in leaving:
            outlet.sender.close(max(0.0, deadline - self._clock.monotonic()))
            sent = outlet.sender.tally.read()
            dropped = sum(n for name, n in sent.items() if name.startswith("dropped_rows"))
            log.info("%s: given up: %d rows sent, %d dropped", outlet.sender.name, sent.get("sent_rows", 0), dropped)
            if spool:
                spool.release(outlet.output.spool_name)
        if spool and stay:
            spool.forget_others(stay)
