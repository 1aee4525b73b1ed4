"""Which sockets each namespace has, as far as it is known: 56 bytes each, and never an object for one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Lock

from xtcp_ebpf.abc import NamespaceKey
from xtcp_ebpf.exact.bodies import BODY_BYTES, Raw, check, without
from xtcp_ebpf.exact.gets import Gets


class Known:
    """The remembered sockets of all namespaces, at most so many together. For several threads.

    A namespace is known from its last complete dump on, with the births since. One that would lead beyond the bound is not known: it is
    dumped. What is changed is exchanged as a whole, so that what `bodies` answered stays as it is.
    """

    def __init__(self, gets: Gets, most_sockets: int) -> None:
        self._gets = gets
        self._most = most_sockets
        self._lock = Lock()
        self._packed: dict[NamespaceKey, bytes] = {}
        self._bytes = 0

    @property
    def most_sockets(self) -> int:
        """Of all namespaces together."""
        return self._most

    @property
    def sockets(self) -> int:
        """Of all namespaces together."""
        return self._bytes // BODY_BYTES

    def __len__(self) -> int:
        """Known namespaces."""
        return len(self._packed)

    def bodies(self, key: NamespaceKey) -> bytes | None:
        """The packed bodies; None: it is not known. One without sockets (but listeners) is known too."""
        return self._packed.get(key)

    def pick(self, key: NamespaceKey, cookies: Raw) -> bytes | None:
        """The bodies of these sockets (bodies.cookies), as far as they are known; None: the namespace is not."""
        packed = self._packed.get(key)
        return None if packed is None else self._gets.pick(packed, cookies)

    def replace(self, key: NamespaceKey, packed: Raw) -> bool:
        """After a complete dump, or an exact read that agreed: these and no others. False: past the bound, it is not known now."""
        check(packed, BODY_BYTES)
        with self._lock:
            return self._put(key, bytes(packed))

    def add(self, key: NamespaceKey, births: Raw) -> bool:
        """Sockets that were born, in the order of their births. False: it is not known (any more)."""
        with self._lock:
            packed = self._packed.get(key)
            return packed is not None and (not births or self._put(key, self._gets.joined(packed, births)))

    def drop(self, key: NamespaceKey, packed: bytes, gone: Iterable[int]) -> bool:
        """Take away those that are gone: their numbers, which rise, in what bodies() answered (`packed`).

        False: it is not known, or has changed since: they are told again by the next read.
        """
        with self._lock:
            return self._packed.get(key) is packed and self._put(key, without(packed, gone))

    def forget(self, key: NamespaceKey) -> None:
        """It is dumped next time."""
        with self._lock:
            self._bytes -= len(self._packed.pop(key, b""))

    def forget_all(self) -> None:
        """Births may have been missed anywhere."""
        with self._lock:
            self._packed = {}
            self._bytes = 0

    def keep(self, keys: Mapping[NamespaceKey, object] | set[NamespaceKey]) -> None:
        """Forget the namespaces that are not among these."""
        with self._lock:
            for key in self._packed.keys() - keys:
                self._bytes -= len(self._packed.pop(key))

    def _put(self, key: NamespaceKey, packed: bytes) -> bool:
        others = self._bytes - len(self._packed.get(key, b""))
        fits = (others + len(packed)) // BODY_BYTES <= self._most
        self._bytes = others + (len(packed) if fits else 0)
        if fits:
            self._packed[key] = packed
        else:
            self._packed.pop(key, None)
        return fits
