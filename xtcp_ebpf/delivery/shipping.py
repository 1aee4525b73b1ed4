"""All destinations together: each Envelope goes into the spool, if there is one, and then to every sender."""

from __future__ import annotations

import time
from collections.abc import Sequence

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.sender import Sender, Status
from xtcp_ebpf.delivery.spool import Spool


class Shipping:
    """Owns the senders and the spool. offer() is called in the order of sealing, under the lock of the batch."""

    def __init__(self, senders: Sequence[Sender], spool: Spool | None) -> None:
        self.senders = tuple(senders)
        self._spool = spool

    def start(self) -> None:
        """Opens all destinations."""
        for sender in self.senders:
            sender.start()

    def offer(self, sealed: Sealed) -> None:
        """Never waits for a destination. What the spool has is safe before any sender may have it."""
        if not sealed.rows:
            return
        position = self._spool.append(sealed) if self._spool else None
        for sender in self.senders:
            sender.offer(sealed, position)

    def wake(self) -> None:
        """Nothing more comes for now."""
        for sender in self.senders:
            sender.wake()

    def reopen(self) -> None:
        """Close and open every destination before its next payload."""
        for sender in self.senders:
            sender.reopen()

    def status(self) -> list[Status]:
        """Any thread may ask."""
        return [sender.status() for sender in self.senders]

    @property
    def spool_bytes(self) -> int | None:
        """Of the spool on disk; None: there is none."""
        return self._spool.used_bytes() if self._spool else None

    def waiting(self) -> Held:
        """What is not settled, of all together but those that are gone."""
        held = [sender.waiting() for sender in self.senders if not sender.gone_because]
        return Held(sum(one.rows for one in held), sum(one.bytes for one in held))

    def end(self) -> None:
        """Send what is held, however little, and take nothing more: close() will wait for it."""
        for sender in self.senders:
            sender.end()

    def close(self, deadline_seconds: float) -> Held:
        """One deadline for all, side by side; then what no destination took and no spool has is lost, and returned."""
        end = time.monotonic() + deadline_seconds
        self.end()
        left = [sender.close(max(0.0, end - time.monotonic())) for sender in self.senders]
        if self._spool:
            self._spool.close()
        return Held(sum(one.rows for one in left), sum(one.bytes for one in left))
