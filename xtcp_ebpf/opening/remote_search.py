"""Discovery for a daemon that may not look into other processes: another process searches (searcher.py), this one knows what it told."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from xtcp_ebpf.abc import Namespace, NamespaceId, NamespaceKey
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.discovery.note import Note
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.opening.handover import Handover, close_all
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.roles import Kind, Role
from xtcp_ebpf.opening.search_frames import ONE, OTHER, SAME, TWO, Ask, pack_pairs, read_pieces

SEARCH_SECONDS: Final = 30.0
"""How long a search may take: one of descriptors reads every one of the host."""
_MOST_FDS: Final = 4


class Unsearched(Note):
    """The search could not be made, for want of somebody who may."""

    def text(self) -> str:
        return "nobody can search for namespaces now (-privsep), those of the search before are taken: another searcher is started"


class RemoteSearch(Discovery):
    """As Discovery. One thread uses it. What is known outlives the searcher: the next one's namespaces are those with the same cookie."""

    def __init__(self, openers: Openers, seconds: float = SEARCH_SECONDS) -> None:
        super().__init__(own_only=True)
        self._openers = openers
        self._seconds = seconds
        self._connection: Handover | None = None
        self._number = 0
        self._waiting: tuple[int, ...] = ()
        self._last: Found | None = None
        self._fresh = False
        self._sent: Mapping[int, int] | None = None
        self._first_seen: dict[NamespaceKey, float] = {}
        """Key at the searcher -> when we first knew of it, where that was before this searcher was there."""
        self._keys: dict[NamespaceKey, NamespaceKey] = {}
        """Our key -> the searcher's."""
        self._rest: tuple[tuple[Note, ...], frozenset[NamespaceId], frozenset[NamespaceId]] = ((), frozenset(), frozenset())

    @property
    def fds(self) -> tuple[int, ...]:
        return self._waiting

    @property
    def unopenable(self) -> frozenset[NamespaceId]:
        return self._rest[1]

    @property
    def dead(self) -> frozenset[NamespaceId]:
        return self._rest[2]

    def find(self, thorough: bool = False, descriptors: bool = False) -> Found:
        return self._told(lambda: self._ask(TWO.pack(Ask.FIND, thorough, descriptors)))

    def current(self) -> Found:
        return self._told(lambda: self._after_search(bytes([Ask.CURRENT])))

    def seen(self, seen: Mapping[int, int], whole: bool, names: bool) -> Found:
        return self._told(lambda: self._ask_seen(seen, whole, names))

    def learned(self, namespace: Namespace, cookie: int) -> None:
        self._about(Ask.LEARNED, namespace, cookie)

    def forget(self, namespace: Namespace) -> None:
        self._about(Ask.FORGET, namespace, 0)

    def close(self) -> None:
        self._lose()
        super().close()

    def _about(self, ask: Ask, namespace: Namespace, cookie: int) -> None:
        if key := self._keys.get(namespace.key):
            try:
                self._ask(ONE.pack(ask, *key, cookie))
            except OSError as error:
                self._lose()
                self._openers.lost(Role.SEARCH, error)  # counted; a new searcher believes nothing anyhow
            except OpenError:
                pass  # nobody can search now: the next search says so

    def _told(self, ask: Callable[[], dict[str, Any]]) -> Found:
        """What there is, by the answer; a searcher that has ended meanwhile is followed by another, once."""
        try:
            try:
                self._take(ask())
            except ConnectionError as error:
                self._lose()
                self._openers.lost(Role.SEARCH, error)  # counted
                self._take(ask())
        except (OSError, OpenError) as error:
            if isinstance(error, OSError):
                self._lose()
                error = self._openers.lost(Role.SEARCH, error)
            if self._last is None:
                raise error from None
            return Found(self._last.namespaces, (*self._rest[0], Unsearched("blind", "/proc", 1, error.errno)))
        assert self._last is not None
        return self._last

    def _after_search(self, body: bytes) -> dict[str, Any]:
        """Ask what is known: of a new searcher, when it has searched."""
        self._hired()
        if self._fresh:
            self._take(self._ask(TWO.pack(Ask.FIND, False, False)))
        return self._ask(body)

    def _ask_seen(self, seen: Mapping[int, int], whole: bool, names: bool) -> dict[str, Any]:
        self._hired()
        if self._fresh:
            self._take(self._ask(TWO.pack(Ask.FIND, False, False)))
        same = seen == self._sent
        for part in () if same else pack_pairs(seen):
            self._tell(part)
        self._sent = dict(seen)
        return self._ask(TWO.pack(Ask.SEEN, names, whole) + bytes([SAME if same else OTHER]))

    def _hired(self) -> Handover:
        if self._connection is None:
            self._connection, _ = self._openers.hire(Role.SEARCH, _MOST_FDS, self._seconds)
            self._fresh, self._sent = True, None
        return self._connection

    def _tell(self, body: bytes) -> None:
        self._number = self._number + 1 & 0xFFFFFFFF
        self._hired().send(Kind.ASK, self._number, body)

    def _ask(self, body: bytes) -> dict[str, Any]:
        """Raises OSError; OpenError when the searcher could not search."""
        self._tell(body)
        connection, parts = self._hired(), []
        while True:
            frame = connection.receive()
            parts.append(frame.body)
            if frame.number != self._number or frame.kind not in (Kind.ANSWER, Kind.MORE):
                close_all(frame.descriptors)
                raise ConnectionAbortedError(errno.EBADMSG, "an answer to another question")
            if frame.descriptors:
                close_all(self._waiting)
                self._waiting = frame.descriptors
            if frame.kind == Kind.ANSWER:
                break
        try:
            answer = read_pieces(parts)
        except ValueError as error:
            raise ConnectionAbortedError(errno.EBADMSG, str(error)) from error
        counted = answer.get("counts", {})
        self._openers.tally.merge(counted)
        if problem := answer.get("error"):
            failed = OpenError(problem[0], problem[1])
            failed.errno = problem[2]
            raise failed
        return answer

    def _take(self, answer: Mapping[str, Any]) -> None:
        rest = answer.get("rest")
        if rest is not None:
            notes, unopenable, dead = rest
            self._rest = tuple(Note(*note) for note in notes), _ids(unopenable), _ids(dead)
        namespaces = self._last.namespaces if self._last else ()
        if (told := answer.get("namespaces")) is not None:
            namespaces = self._ours([_namespace(entry) for entry in told])
        self._last = Found(namespaces, self._rest[0])

    def _ours(self, told: Sequence[Namespace]) -> tuple[Namespace, ...]:
        """The same with our keys, and as what they were where nothing of them is new."""
        before = {n.inode: n for n in self._last.namespaces} if self._last else {}
        if self._fresh:
            self._first_seen = {
                n.key: known.first_seen for n in told if (known := before.get(n.inode)) and n.cookie and known.cookie == n.cookie
            }
            self._fresh = False
        self._keys = {}
        ours: list[Namespace] = []
        for each in told:
            first_seen = self._first_seen.get(each.key)
            namespace = each if first_seen is None else replace(each, first_seen=first_seen)
            if before.get(namespace.inode) == namespace:
                namespace = before[namespace.inode]
            self._keys[namespace.key] = each.key
            ours.append(namespace)
        return tuple(ours)

    def _lose(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None
        close_all(self._waiting)
        self._waiting = ()


def _namespace(entry: Sequence[Any]) -> Namespace:
    inode, name, path, found_by, cookie, pid, container, first_seen = entry
    pid = os.getpid() if found_by == "own" else pid  # it is ours that is meant, and the searcher knows its own
    return Namespace(inode, name, path, found_by, cookie, pid, container, first_seen)


def _ids(pairs: Sequence[Sequence[int]]) -> frozenset[NamespaceId]:
    return frozenset(NamespaceId(*pair) for pair in pairs)
