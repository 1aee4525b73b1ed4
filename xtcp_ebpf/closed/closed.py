"""The thread that hears of connections that end, and makes a record of each.

It reads as messages come, a moment gathered, so that few of them pay for many. Rows are held for a second at most, then delivered at once.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Final

from xtcp_ebpf.abc import Clock, Engine, Namespace
from xtcp_ebpf.activity.closing import Closing
from xtcp_ebpf.closed.hearing import Hearing, own_inode
from xtcp_ebpf.closed.mending import cookie_of, mend
from xtcp_ebpf.closed.messages import BATCH, OWN, Group, Receive, receive, starts
from xtcp_ebpf.closed.nsids import FIRST_GIVEN, LAST_FIRST, Nsids
from xtcp_ebpf.closed.pace import Pace
from xtcp_ebpf.closed.stamps import FIRST_COUNTER, Stamps, unplaced
from xtcp_ebpf.errors import AssistUnavailable, OpenError
from xtcp_ebpf.kernel.alarm import Alarm
from xtcp_ebpf.kernel.diag_socket import netns_cookie
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

Deliver = Callable[[Sequence[tuple[bytes, int]]], None]
"""Takes chunks, each with its number of rows."""

LOOK_SECONDS: Final = 1.0
"""Between two looks at which namespaces there are, if nobody calls for one."""
GATHER_SECONDS: Final = 0.05
"""After a message, others are waited for so long: to wake up costs as much as some twenty records."""
HOLD_SECONDS: Final = 1.0
HOLD_BYTES: Final = 256 << 10
"""Rows wait until the first is so old, or they are so many."""
CALM_SECONDS: Final = 60.0
"""A loss that goes on is told again after so long without one."""
REST_SECONDS: Final = 1.0
"""Between two tries to have the socket again."""
CLOSE_SECONDS: Final = 5.0


class Closed:
    """Hears from the moment it is made, reads from start() on. Raises OpenError when the kernel does not let it.

    Counts closed_rows, closed_lost:overrun (messages), closed_overruns, closed_dropped:rate, closed_left_out:unconnected,
    closed_left_out:strange, closed_mended, closed_unmended, closed_unplaced, closed_reopened, and what Nsids counts.
    """

    def __init__(
        self,
        knobs: Knobs,
        engine: Engine,
        identity: Identity,
        clock: Clock,
        tally: Tally,
        deliver: Deliver,
        namespaces: Callable[[], Sequence[Namespace]],
        *,
        take: Receive = receive,
    ) -> None:
        self.poll = 0
        """Number of the poll under way, or the last one. Whoever polls writes it."""
        self._knobs = knobs
        self._engine = engine
        self._stamps = Stamps(identity)
        self._changed: tuple[Engine, Identity] | None = None
        self._clock = clock
        self._tally = tally
        self._deliver = deliver
        self._namespaces = namespaces
        self._take = take
        self._known: Sequence[Namespace] = ()
        self._numbering = Numbering()
        self._pace = Pace(knobs.closed_rate, clock.monotonic())
        self._held: list[tuple[bytes, int]] = []
        self._held_bytes = 0
        self._held_since = 0.0
        self._told: dict[str, float] = {}
        self._stopping = Alarm()
        self._thread = threading.Thread(target=self._run, name="closed", daemon=True)
        everywhere = knobs.namespaces == "all"
        self._hearing: Hearing | None = (hearing := Hearing(knobs.closed_buffer_bytes, everywhere))
        self._own = Namespace(own_inode(), "default", "", "own", netns_cookie(hearing.socket))
        """Until it is told by `namespaces`."""
        self._nsids: Nsids | None = None
        self._closing: Closing | None = None
        try:
            # By the time of the start, so that a daemon never gives what one before it gave.
            first = FIRST_GIVEN + int(clock.monotonic() * 1000) % (LAST_FIRST - FIRST_GIVEN)
            self._nsids = Nsids(tally, first) if everywhere else None
            self._closing = self._open_closing()
        except BaseException:
            self._give_back()
            raise

    def start(self) -> None:
        """Read, in a thread of its own, which is born in the namespace of the one that calls this."""
        self._thread.start()

    def change(self, engine: Engine, identity: Identity) -> None:
        """From now on rows are made so. Any thread may call it."""
        self._changed = engine, identity

    def look(self) -> None:
        """There may be other namespaces now. Any thread may call it."""
        if self._namespaces() is not self._known:
            self._stopping.nudge()

    def known(self, namespace: Namespace) -> int:
        """The id that our own namespace has for it, as Identity.nsid. Any thread may ask."""
        return self._nsids.known(namespace) if self._nsids else 0

    def close(self) -> None:
        """What the kernel has told by now is delivered, then nothing more."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join(CLOSE_SECONDS)
        if self._thread.is_alive():
            log.error("-closed: its thread does not end, whoever takes its rows does not come back")
            return
        self._give_back()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._watch()
                self._step()
            except (OSError, OpenError) as error:
                self._hear_anew(error)
            except Exception:  # a defect must not end it: what was read is lost and counted, what comes next is heard
                self._tally.add("closed_lost:defect")
                log.exception("-closed")
        try:
            self._step()
        except Exception:  # as above, and there is nothing to come
            log.exception("-closed")
        self._release()

    def _watch(self) -> None:
        """Until there is something to do."""
        seconds = LOOK_SECONDS
        if self._held:
            seconds = min(seconds, max(0.0, self._held_since + HOLD_SECONDS - self._clock.monotonic()))
        if self._hearing is None:
            self._stopping.wait(REST_SECONDS)
            self._hearing = Hearing(self._knobs.closed_buffer_bytes, self._knobs.namespaces == "all")
            self._tally.add("closed_reopened")
        elif self._hearing.fd in self._stopping.watch(seconds, [self._hearing.fd, *([self._nsids.fd] if self._nsids else [])]):
            time.sleep(GATHER_SECONDS)

    def _step(self) -> None:
        """Take in what there is."""
        if self._changed:
            (self._engine, identity), self._changed = self._changed, None
            self._stamps = Stamps(identity)
        now = self._namespaces()
        # None at all: a search that is made anew has not found any yet.
        if now and (now is not self._known or (self._nsids and self._nsids.stale)):
            self._known = now
            self._own = next((n for n in now if n.found_by == "own"), self._own)
            if self._nsids:
                self._nsids.refresh(now)
        while self._hearing and self._read(self._hearing) == BATCH:
            pass
        if self._held and self._clock.monotonic() >= self._held_since + HOLD_SECONDS:
            self._release()

    def _read(self, hearing: Hearing) -> int:
        dying = self._nsids.heed() if self._nsids else frozenset[int]()
        received = self._take(hearing.socket)
        if received.overrun:
            self._overrun(hearing)
        if received.datagrams:
            if self._nsids:
                self._nsids.heed()
            if received.unconnected:
                self._tally.add("closed_left_out:unconnected", received.unconnected)
            if received.strange:
                self._tally.add("closed_left_out:strange", received.strange)
            timestamp = self._clock.now_ns()
            for group in received.groups:
                self._make(group, timestamp)
        if self._nsids and received.datagrams < BATCH and not received.overrun:
            self._nsids.settle(dying)
        return BATCH if received.overrun else received.datagrams

    def _make(self, group: Group, timestamp: int) -> None:
        """Rows of one namespace."""
        nsid, messages, rows, cut_off = group
        allowed = self._pace.allow(rows, self._clock.monotonic())
        if allowed < rows:
            self._tally.add("closed_dropped:rate", rows - allowed)
            self._tell("rate", "-closed: more than %d connections a second end, others are left out (-closedRate)", self._knobs.closed_rate)
            messages = messages[: list(starts(messages))[allowed]]
            if not allowed:
                return
        for at in cut_off:
            if at < len(messages):
                saved = self._closing.take(cookie_of(messages, at)) if self._closing else None
                mend(messages, at, saved)
                self._tally.add("closed_mended" if saved else "closed_unmended")
        namespace = self._own if nsid == OWN or not self._nsids else self._nsids.place(nsid)
        if namespace is None:
            self._tally.add("closed_unplaced", allowed)
            namespace = unplaced(max(0, nsid))
        stamp = self._stamps.stamp(namespace, max(0, nsid), self.poll, timestamp)
        chunk, made, _, _, trouble = self._engine.decode(messages, None, None, stamp, self._reserve)
        for (kind, number), count in (trouble or {}).items():
            self._tally.add(f"trouble_{kind}:{number}" if number else f"trouble_{kind}", count)
        self._tally.add("closed_rows", made)
        if not self._held:
            self._held_since = self._clock.monotonic()
        self._held.append((chunk, made))
        self._held_bytes += len(chunk)
        if self._held_bytes >= HOLD_BYTES:
            self._release()

    def _reserve(self, count: int) -> int:
        return FIRST_COUNTER + self._numbering.reserve(count)

    def _release(self) -> None:
        held, self._held, self._held_bytes = self._held, [], 0
        if held:
            self._deliver(held)

    def _overrun(self, hearing: Hearing) -> None:
        self._tally.add("closed_overruns")
        self._tally.add("closed_lost:overrun", hearing.dropped())
        self._tell(
            "overrun", "-closed: more connections ended at once than the receive buffer holds (%d bytes): raise -closedBufferBytes",
            hearing.buffer_bytes,
        )  # fmt: skip

    def _tell(self, what: str, text: str, *values: object) -> None:
        """Once, as long as it goes on."""
        now = self._clock.monotonic()
        if now - self._told.get(what, -CALM_SECONDS) >= CALM_SECONDS:
            log.warning(text, *values)
        self._told[what] = now

    def _hear_anew(self, error: OSError | OpenError) -> None:
        """The socket is of no use any more."""
        self._tell("socket", "-closed: connections that end are not heard until there is a socket again: %s", str(error))
        if self._hearing:
            self._hearing.close()
            self._hearing = None

    def _open_closing(self) -> Closing | None:
        if self._knobs.bpf == "off":
            return None
        try:
            return Closing()
        except (AssistUnavailable, OSError) as error:
            reason = error.reason if isinstance(error, AssistUnavailable) else "attach"
            self._tally.add(f"closed_refused:{reason}")
            log.warning("-closed: counters of connections that are cut off (RST) stay empty, no BPF program saves them: %s", error)
            return None

    def _give_back(self) -> None:
        parts = self._hearing, self._nsids, self._closing
        self._hearing = self._nsids = self._closing = None
        for part in parts:
            if part:
                part.close()
