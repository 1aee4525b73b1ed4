"""What is told of watched namespaces, brought to what is known of them; and one reading of a namespace, from its begin to its end.

    watch -> begin -> dump           -> settle    what the dump showed is known, with what was born meanwhile
             begin -> gets, told ... -> settle    the same; or keep: what was known still is, with what was born meanwhile
                                        abandon   nothing is known of it until the next whole dump

What is born while a namespace is read goes to that reading: it may be in what was read, and it may not.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Protocol

from xtcp_ebpf.abc import Namespace, NamespaceKey
from xtcp_ebpf.exact.bodies import BODY_BYTES
from xtcp_ebpf.exact.gets import Gets
from xtcp_ebpf.exact.known import Known


class Drained(Protocol):
    """What has happened in the watched namespaces since the last drain. All by cookies of namespaces."""

    @property
    def births(self) -> Mapping[int, bytes]: ...
    @property
    def lost(self) -> bool: ...
    @property
    def half_open(self) -> frozenset[int]: ...
    @property
    def active(self) -> Mapping[int, array[int]] | None: ...
    @property
    def reasons(self) -> tuple[tuple[str, str], ...]: ...


class Watch(Protocol):
    """Who tells of single sockets. By one thread at a time."""

    @property
    def waiting(self) -> bool:
        """Are there births that were not drained? Costs nothing."""
        ...

    def watch(self, networks: Iterable[int]) -> frozenset[int]: ...
    def unwatch(self, networks: Iterable[int]) -> None: ...
    def drain(self, active: bool = True) -> Drained: ...
    def cost(self) -> Mapping[str, int]: ...
    def close(self) -> None: ...


class Due:
    """Sockets of one namespace whose last record may not be the last word, with -skip quiet."""

    __slots__ = ("active", "births", "restless", "whole")

    def __init__(self, whole: bool) -> None:
        self.whole = whole
        """Any may have been active."""
        self.births = bytearray()
        """Requests."""
        self.active = array("Q")
        """Cookies."""
        self.restless = b""
        """Requests for those in a state in which not everything marks them."""


class Under:
    """One reading that goes on."""

    __slots__ = ("births", "half_open", "key", "lost", "marked_before", "packed")

    def __init__(self, key: NamespaceKey, packed: bytes | None, half_open: bool) -> None:
        self.key = key
        self.packed = packed
        """What was known when it began; None: nothing."""
        self.births = bytearray()
        """Told since then."""
        self.lost = False
        """Births since then may not have been told."""
        self.half_open = False
        """There were connections that have been half-open for long."""
        self.marked_before = half_open


class Births:
    """For several threads."""

    def __init__(self, watch: Watch, known: Known, gets: Gets) -> None:
        self.known = known
        self._watch = watch
        self.gets = gets
        self._lock = Lock()
        self._keys: dict[int, NamespaceKey] = {}
        self._cookies: dict[NamespaceKey, int] = {}
        self._half_open: set[NamespaceKey] = set()
        self._under: dict[NamespaceKey, Under] = {}
        self._reasons: dict[str, str] = {}
        """Of drains in the middle of readings, for the next that is asked for."""
        self._dues: dict[NamespaceKey, Due] | None = None
        """None: nobody wants to know."""

    def watch(self, namespaces: Iterable[Namespace]) -> None:
        """From now on these too, as far as there is room. To be called before the dump that is to be remembered."""
        fresh = {n.cookie: n.key for n in namespaces if n.cookie and self._cookies.get(n.key) != n.cookie}
        if not fresh:
            return
        with self._lock:
            for cookie in self._watch.watch(fresh):
                key = fresh[cookie]
                self._keys.pop(self._cookies.get(key, 0), None)
                self._keys[cookie], self._cookies[key] = key, cookie

    def unwatch(self, keys: Iterable[NamespaceKey]) -> None:
        """These no longer, and nothing is known of them. Raises OSError."""
        with self._lock:
            cookies = []
            for key in keys:
                self.known.forget(key)
                self._half_open.discard(key)
                if self._dues:
                    self._dues.pop(key, None)
                if cookie := self._cookies.pop(key, 0):
                    self._keys.pop(cookie, None)
                    cookies.append(cookie)
            self._watch.unwatch(cookies)

    def keep(self, keys: set[NamespaceKey]) -> None:
        """Unwatch all others. Raises OSError."""
        self.known.keep(keys)
        self.unwatch(self._cookies.keys() - keys)

    def watches(self, namespace: Namespace) -> bool:
        return bool(namespace.cookie) and self._cookies.get(namespace.key) == namespace.cookie

    def half_open(self, key: NamespaceKey) -> bool:
        """Has it connections that are half-open? Until a dump shows none."""
        return key in self._half_open

    def note_dues(self) -> None:
        """From now on it is noted which sockets are active."""
        self._dues = {}

    def due(self, key: NamespaceKey) -> Due:
        """What is to be read there, and is not due any more: who takes it reads it, or says that all is due."""
        with self._lock:
            assert self._dues is not None
            return self._dues.pop(key, None) or Due(whole=False)

    def all_due(self, keys: Iterable[NamespaceKey]) -> None:
        """A reading of these came to nothing."""
        with self._lock:
            for key in keys:
                if self._dues is not None:
                    self._due_of(key).whole = True

    def drain(self) -> Mapping[str, str]:
        """Take in all that was told; why something may not have been since the last call: words for counters -> texts."""
        with self._lock:
            self._drain(active=self._dues is not None)
            reasons, self._reasons = self._reasons, {}
            return reasons

    def begin(self, key: NamespaceKey) -> Under:
        """A reading begins. One that was begun before and did not end has been given up."""
        with self._lock:
            under = self._under[key] = Under(key, self.known.bodies(key), key in self._half_open)
            self._half_open.discard(key)
            return under

    def told(self, under: Under) -> bytes:
        """All that was born there since it began, as far as it is told by now."""
        with self._lock:
            if self._watch.waiting:
                self._drain()
            return bytes(under.births)

    def settle(self, under: Under, packed: bytes, half_open: int = 0, restless: bytes = b"") -> bool:
        """These are its sockets, and those that were born meanwhile. False: it is not known, for want of room or of certainty.

        `restless`: those among them that are to be read at each poll.
        """
        with self._lock:
            if not self._ended(under, restless):
                return False
            if half_open:
                self._half_open.add(under.key)
            if under.lost:
                self.known.forget(under.key)
                return False
            return self.known.replace(under.key, self.gets.joined(packed, under.births) if under.births else packed)

    def keep_known(self, under: Under, gone: Iterable[int] = (), found: bytes = b"", restless: bytes = b"") -> None:
        """They are those that were known when it began, and those that were born meanwhile.

        `gone`: numbers, which rise, of those that are not there any more; `found`: some of them as they are now.
        """
        with self._lock:
            if self._ended(under, restless):
                if under.packed is not None and (gone := list(gone)):
                    self.known.drop(under.key, under.packed, gone)
                self.known.add(under.key, found + under.births)

    def abandon(self, under: Under) -> None:
        """It came to nothing: its sockets are not known any more."""
        with self._lock:
            if self._ended(under):
                self.known.forget(under.key)
                if under.marked_before:
                    self._half_open.add(under.key)

    @property
    def most_bytes(self) -> int:
        """More than this is not remembered of any namespace."""
        return self.known.most_sockets * BODY_BYTES

    def cost(self) -> Mapping[str, int]:
        """As Watch. Raises OSError."""
        with self._lock:
            return self._watch.cost()

    def close(self) -> None:
        """Nothing is told any more, and nothing known."""
        with self._lock:
            self._watch.close()
            self.known.forget_all()
            self._keys, self._cookies, self._under = {}, {}, {}

    def _ended(self, under: Under, restless: bytes = b"") -> bool:
        """False: another reading of that namespace has begun since."""
        if self._under.get(under.key) is not under:
            return False
        del self._under[under.key]
        if self._dues is not None and (under.births or restless):
            due = self._due_of(under.key)
            due.births += under.births  # read or not: a record more does no harm
            due.restless = restless
        return True

    def _due_of(self, key: NamespaceKey) -> Due:
        assert self._dues is not None
        if key not in self._dues:
            self._dues[key] = Due(whole=False)
        return self._dues[key]

    def _drain(self, active: bool = False) -> None:
        drained = self._watch.drain(active)
        self._reasons.update(drained.reasons)
        if drained.lost:
            self.known.forget_all()
            for under in self._under.values():
                under.lost = True
        if active:
            if drained.active is None:
                for each in self._cookies:
                    self._due_of(each).whole = True
            for cookie, marked in (drained.active or {}).items():
                if (owner := self._keys.get(cookie)) is not None:
                    self._due_of(owner).active.extend(marked)
        for cookie, births in drained.births.items():
            key = self._keys.get(cookie)
            if key is None:
                continue  # not watched any more
            if key in self._under:
                self._under[key].births += births
            else:
                self.known.add(key, births)
                if self._dues is not None:
                    self._due_of(key).births += births
        for cookie in drained.half_open:
            if (key := self._keys.get(cookie)) is not None:
                self._half_open.add(key)
                if key in self._under:
                    self._under[key].half_open = True
