"""Which of the namespaces that a search found are those of the search before.

A cookie tells. Where the kernel has none, another ctime of the mount tells that it is another, and so does having been away.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf, nextafter
from typing import NamedTuple

from xtcp_ebpf.abc import Clock, Namespace
from xtcp_ebpf.tally import Tally


class Claim(NamedTuple):
    """What a search says of the namespace that has an inode now."""

    found_by: str
    name: str
    path: str
    cookie: int
    born: int
    """ctime in ns of the mounted file; 0: not known, or not needed because there is a cookie."""
    pid: int
    container: str


class Known:
    """The namespaces that are believed to be there. Tells `namespaces_appeared:WAY` and `namespaces_gone`."""

    def __init__(self, clock: Clock, tally: Tally) -> None:
        self._clock = clock
        self._tally = tally
        self._claims: dict[int, Claim] = {}
        self._by_inode: dict[int, Namespace] = {}
        self._doubted: set[int] = set()
        self._born: dict[int, int] = {}
        self.namespaces: tuple[Namespace, ...] = ()
        """Sorted by name, then inode."""

    def settle(self, claims: dict[int, Claim]) -> None:
        """These are the namespaces now (by inode); those that were there before keep their key."""
        if claims == self._claims and not self._doubted:
            return
        before = self._by_inode
        self._by_inode = {
            inode: before[inode]
            if self._claims.get(inode) == claim and inode not in self._doubted
            else self._settled(inode, claim, before.get(inode))
            for inode, claim in claims.items()
        }
        for inode in before.keys() - claims.keys():
            self._born.pop(inode, None)
            self._tally.add("namespaces_gone")
        self._claims = claims
        self._doubted.clear()
        self._sort()

    def learned(self, namespace: Namespace, cookie: int) -> bool:
        """Take in a cookie; False: another one is known, so the namespace is not what it was taken for."""
        known = self._by_inode[namespace.inode]
        if known.cookie:
            return known.cookie == cookie
        self._by_inode[known.inode] = replace(known, cookie=cookie)
        self._sort()
        return True

    @property
    def doubting(self) -> bool:
        """Is there one that the next settle() has to decide on, whatever its claim?"""
        return bool(self._doubted)

    def doubt(self, namespace: Namespace) -> None:
        """It is the same again only if its cookie or its birth says so."""
        self._doubted.add(namespace.inode)

    def has(self, inode: int, cookie: int) -> bool:
        """Was this one there at the last settling, and not another one that had its inode?"""
        known = self._by_inode.get(inode)
        if known is None:
            return False
        return known.cookie == cookie if cookie and known.cookie else known.found_by != "mount"

    def __contains__(self, namespace: Namespace) -> bool:
        known = self._by_inode.get(namespace.inode)
        return known is not None and known.key == namespace.key

    def _settled(self, inode: int, claim: Claim, known: Namespace | None) -> Namespace:
        first_seen = self._clock.monotonic()
        cookie = claim.cookie
        if known and self._same(inode, claim, known):
            first_seen, cookie = known.first_seen, cookie or known.cookie
            self._born[inode] = claim.born or self._born.get(inode, 0)
        else:
            self._born[inode] = claim.born
            self._tally.add(f"namespaces_appeared:{claim.found_by}")
            if known:
                first_seen = max(first_seen, nextafter(known.first_seen, inf))
                self._tally.add("namespaces_gone")
        return Namespace(inode, claim.name, claim.path, claim.found_by, cookie, claim.pid, claim.container, first_seen)

    def _same(self, inode: int, claim: Claim, known: Namespace) -> bool:
        if claim.cookie and known.cookie:
            return claim.cookie == known.cookie
        if claim.born and (born := self._born.get(inode)):
            return claim.born == born
        return inode not in self._doubted

    def _sort(self) -> None:
        self.namespaces = tuple(sorted(self._by_inode.values(), key=lambda n: (n.name, n.inode)))
