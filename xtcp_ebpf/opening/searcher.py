"""The process that looks for namespaces for the daemon: role `search`. It runs the search of kernel/discovery and tells what that finds."""

from __future__ import annotations

import errno
import struct
from collections.abc import Callable, Iterable
from typing import Any, Final

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.discovery.note import Note
from xtcp_ebpf.kernel.discovery.search import Discovery, Found
from xtcp_ebpf.opening.handover import Handover
from xtcp_ebpf.opening.roles import Kind
from xtcp_ebpf.opening.search_frames import ONE, SAME, TWO, Ask, pieces, read_pairs
from xtcp_ebpf.tally import Tally

MOST_SEEN: Final = 1 << 20
"""As many namespaces as -bpfMapSize may have."""

MakeSearch = Callable[[Tally], Discovery]


def serve(connection: Handover, make_search: MakeSearch) -> None:
    """Search for whoever is at the other end, until it closes it. Raises ConnectionError then, and when it sends what cannot be meant."""
    searcher = Searcher(make_search)
    connection.send(Kind.READY)
    while True:
        frame = connection.receive()
        try:
            if frame.kind != Kind.ASK:
                raise ValueError("no question")
            answer = searcher.answer(frame.body)
        except (ValueError, struct.error) as error:
            raise ConnectionAbortedError(errno.EBADMSG, str(error)) from error
        if answer is None:
            continue
        *parts, last = pieces(answer)
        for part in parts:
            connection.send(Kind.MORE, frame.number, part)
        connection.send(Kind.ANSWER, frame.number, last, searcher.fresh_fds())


class Searcher:
    """The search, and what of it has been told."""

    def __init__(self, make_search: MakeSearch) -> None:
        self._tally = Tally()
        self._search = make_search(self._tally)
        self._told_counts: dict[str, int] = {}
        self._told: tuple[Namespace, ...] | None = None
        self._told_rest: tuple[object, ...] = ()
        self._told_fds: tuple[int, ...] = ()
        self._seen: dict[int, int] = {}
        self._coming: dict[int, int] = {}

    def answer(self, body: bytes) -> dict[str, Any] | None:
        """What to tell; None when the question goes on. Raises ValueError and struct.error for what cannot be meant."""
        ask = Ask(body[0]) if body else None
        if ask == Ask.MORE:
            self._coming |= read_pairs(body)
            if len(self._coming) > MOST_SEEN:
                raise ValueError("too many namespaces")
            return None
        try:
            if ask in (Ask.LEARNED, Ask.FORGET):
                _, inode, first_seen, cookie = ONE.unpack(body)
                for namespace in self._told or ():
                    if namespace.key == (inode, first_seen):
                        if ask == Ask.LEARNED:
                            self._search.learned(namespace, cookie)
                        else:
                            self._search.forget(namespace)
                return {}
            found = self._found(ask, body)
        except OpenError as error:
            return {"error": [error.reason, str(error), error.errno], **self._counts()}
        return {**self._news(found), **self._counts()}

    def fresh_fds(self) -> tuple[int, ...]:
        """Descriptors to wait for, when they are others than the last time."""
        before, self._told_fds = self._told_fds, self._search.fds
        return self._told_fds if self._told_fds != before else ()

    def _found(self, ask: Ask | None, body: bytes) -> Found:
        if ask == Ask.CURRENT:
            return self._search.current()
        if ask == Ask.SEEN and len(body) == TWO.size + 1:
            _, names, whole = TWO.unpack_from(body)
            if body[-1] != SAME:
                self._seen = self._coming
            self._coming = {}
            return self._search.seen(self._seen, whole, names)
        if ask != Ask.FIND:
            raise ValueError("no question")
        _, thorough, descriptors = TWO.unpack(body)
        return self._search.find(thorough, descriptors)

    def _news(self, found: Found) -> dict[str, Any]:
        """Only what is other than the last time."""
        news: dict[str, Any] = {}
        if found.namespaces != self._told:
            self._told = found.namespaces
            news["namespaces"] = [
                [n.inode, n.name, n.path, n.found_by, n.cookie, n.pid, n.container, n.first_seen] for n in found.namespaces
            ]
        rest = found.notes, self._search.unopenable, self._search.dead
        if rest != self._told_rest:
            self._told_rest = rest
            news["rest"] = [_notes(found.notes), _ids(self._search.unopenable), _ids(self._search.dead)]
        return news

    def _counts(self) -> dict[str, Any]:
        now = self._tally.read()
        counts = {name: count - self._told_counts.get(name, 0) for name, count in now.items() if count != self._told_counts.get(name)}
        self._told_counts = now
        return {"counts": counts} if counts else {}


def _notes(notes: Iterable[Note]) -> list[list[str | int]]:
    return [[note.reason, note.path, note.times, note.errno] for note in notes]


def _ids(namespaces: Iterable[NamespaceId]) -> list[list[int]]:
    return [[each.inode, each.cookie] for each in namespaces]
