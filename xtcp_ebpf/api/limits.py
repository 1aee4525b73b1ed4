"""How much others may ask for: requests a second, in all and for each, and calls at a time."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from ipaddress import IPv6Address, ip_network
from typing import Final, Protocol
from urllib.parse import unquote

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.access import Room

SHARE: Final = 0.75
"""No client, and not all together who show nothing, get more than this part."""
MOST_CLIENTS: Final = 1024
"""That are remembered: who was quiet for longest is forgotten."""
SHORT_CALLS: Final = 8
"""At a time; they take milliseconds."""
LONG_CALLS: Final = 4
"""Of reflection, and as many who watch health."""
TRIGGER_SECONDS: Final = 1.0
"""Between two polls that callers without the right to control ask for."""


class Bucket:
    """So many a second, and as many at once after a second of rest."""

    def __init__(self, rate: float, now: float) -> None:
        self._rate = rate
        self._level = max(rate, 1.0)
        self._at = now

    def take(self, now: float) -> bool:
        self._level = min(max(self._rate, 1.0), self._level + (now - self._at) * self._rate)
        self._at = now
        if self._level < 1.0:
            return False
        self._level -= 1.0
        return True

    def give_back(self) -> None:
        """One that was taken and not used."""
        self._level += 1.0


class Limits:
    """The rate of requests. Any thread may call.

    One that is refused for a client's own rate has taken nothing from the others.
    """

    def __init__(self, rate: int, clock: Clock) -> None:
        self._clock = clock
        self._share = max(1.0, rate * SHARE)
        now = clock.monotonic()
        self._all = Bucket(rate, now)
        self._unknown = Bucket(self._share, now)
        self._clients: OrderedDict[str, Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def admit(self, known: bool) -> bool:
        """Is there room for one more? `known`: the caller has shown who he is."""
        now = self._clock.monotonic()
        with self._lock:
            if not known and not self._unknown.take(now):
                return False
            if self._all.take(now):
                return True
            if not known:
                self._unknown.give_back()
            return False

    def admit_client(self, client: str) -> bool:
        """And of this client? After admit(), which is undone when not."""
        now = self._clock.monotonic()
        with self._lock:
            bucket = self._clients.pop(client, None) or Bucket(self._share, now)
            self._clients[client] = bucket
            if len(self._clients) > MOST_CLIENTS:
                self._clients.popitem(last=False)
            if bucket.take(now):
                return True
            self._all.give_back()
            return False


class Slots:
    """Calls at a time. Any thread may call."""

    def __init__(self, streams: int) -> None:
        self.most: Mapping[Room, int] = {"records": streams, "reflection": LONG_CALLS, "watch": LONG_CALLS, "short": SHORT_CALLS}
        self._taken: Counter[tuple[str, ...]] = Counter()
        self._lock = threading.Lock()

    def take(self, room: Room, client: str, shared: bool = True) -> bool:
        """False: there is none left, or the client has its share; without `shared` it may have all."""
        most = self.most[room]
        with self._lock:
            if self._taken[room,] >= most or (shared and self._taken[room, client] >= max(1, int(most * SHARE))):
                return False
            self._taken[room,] += 1
            self._taken[room, client] += 1
            return True

    def give_back(self, room: Room, client: str) -> None:
        with self._lock:
            self._taken[room,] -= 1
            self._taken[room, client] -= 1
            if not self._taken[room, client]:
                del self._taken[room, client]


class Cancellable(Protocol):
    """A call."""

    def cancel(self) -> object: ...


class Patience:
    """Calls that hold a thread and may not do so for ever: when another call comes, those that are late are ended.

    So it takes no thread: who is alone bothers nobody.
    """

    def __init__(self, seconds: float, clock: Clock) -> None:
        self._seconds = seconds
        self._clock = clock
        self._waiting: OrderedDict[int, tuple[float, Cancellable]] = OrderedDict()
        """The oldest first."""
        self._lock = threading.Lock()

    def begin(self, call: Cancellable) -> None:
        with self._lock:
            self._waiting[id(call)] = self._clock.monotonic() + self._seconds, call

    def end(self, call: Cancellable) -> None:
        """In time."""
        with self._lock:
            self._waiting.pop(id(call), None)

    def sweep(self) -> int:
        """How many were ended."""
        if not self._waiting:
            return 0
        now, late = self._clock.monotonic(), []
        with self._lock:
            while self._waiting and (first := next(iter(self._waiting.items())))[1][0] <= now:
                late.append(first[1][1])
                del self._waiting[first[0]]
        for call in late:
            call.cancel()
        return len(late)


class SharedTrigger:
    """Polls that those ask for who may not control: at most one in TRIGGER_SECONDS, whoever asks how often.

    One that comes too soon is put off and not forgotten; all that are put off are one.
    """

    def __init__(self, trigger: Callable[[], None], clock: Clock) -> None:
        self._trigger = trigger
        self._clock = clock
        self._free = clock.monotonic()
        self._later: threading.Timer | None = None
        self._closed = False
        self._lock = threading.Lock()

    def __call__(self) -> None:
        with self._lock:
            if self._closed or self._later:
                return
            wait = self._free - self._clock.monotonic()
            if wait > 0:
                self._later = threading.Timer(wait, self._now)
                self._later.daemon = True
                self._later.start()
                return
            self._free = self._clock.monotonic() + TRIGGER_SECONDS
        self._trigger()

    def _now(self) -> None:
        with self._lock:
            self._later = None
            if self._closed:
                return
            self._free = self._clock.monotonic() + TRIGGER_SECONDS
        self._trigger()

    def close(self) -> None:
        """Nothing is triggered after this."""
        with self._lock:
            self._closed = True
            later, self._later = self._later, None
        if later:
            later.cancel()
            later.join()


def client_of(peer: str) -> str:
    """`ipv4:192.0.2.7` for `ipv4:192.0.2.7:4711`: who connects again is the same one. Of IPv6 the network of 64 bits."""
    kind, _, rest = peer.partition(":")
    if kind == "ipv4":
        return f"ipv4:{rest.rpartition(':')[0]}"
    if kind == "ipv6":
        return f"ipv6:{_network(unquote(rest).rpartition(':')[0].strip('[]'))}"
    return kind


def _network(address: str) -> str:
    try:
        found = IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    return str(found.ipv4_mapped or (found if found.is_loopback else ip_network((int(found), 64), strict=False).network_address))
