"""Which namespaces BPF has seen, set beside those that a search found.

A walk of the kernel's own list tells all there are: what is not in it is no more, whatever a mount or a process seems to say. Marks tell of
some. What neither mount nor process shows is opened by its file handle (Linux 6.18); before that it cannot be opened, and from Linux 6.19
on only if a descriptor holds it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.discovery.identity import Claim


class Listed:
    """What was seen last. `nsfs_file` is a file of any namespace."""

    def __init__(self, nsfs_file: str) -> None:
        self._file = nsfs_file
        self._seen: Mapping[int, int] = {}
        self._whole = False
        self._alive: set[NamespaceId] = set()
        self.unopenable: frozenset[NamespaceId] = frozenset()
        """Seen, but no search finds them and no handle opens them."""
        self.dead: frozenset[NamespaceId] = frozenset()
        """Those of marks that are no more."""
        self._handles: bool | None = None
        self._opens_unheld = nsfs.opens_unheld(os.uname().release)

    @property
    def handles(self) -> bool:
        """Can namespaces be opened by their numbers?"""
        if self._handles is None:
            self._handles = nsfs.opens_handles(self._file)
        return self._handles

    def take(self, seen: Mapping[int, int], whole: bool) -> bool:
        """`seen`: inode -> cookie (0: the kernel has none); whole: there are no others. Answers whether it is other than the last time."""
        if whole == self._whole and seen == self._seen:
            return False
        self._seen, self._whole = seen, whole
        self._alive.intersection_update(map(NamespaceId._make, seen.items()))
        return True

    def settle(self, claims: Mapping[int, Claim], own: int) -> dict[int, Claim]:
        """The claims of a search, put right and completed."""
        settled = {inode: right for inode, claim in claims.items() if (right := self._right(inode, claim, own))}
        unopenable, dead = set(), set()
        for each in map(NamespaceId._make, self._seen.items()):
            if each.inode in settled:
                continue
            if not self.handles:
                unopenable.add(each)
            elif (self._whole and self._opens_unheld) or self._lives(each):
                settled[each.inode] = Claim("bpf", f"netns:[{each.inode}]", "", each.cookie, 0, 0, "")
            elif self._whole:
                unopenable.add(each)
            else:
                dead.add(each)
        self.unopenable, self.dead = frozenset(unopenable), frozenset(dead)
        return settled

    def doubt(self, inode: int) -> None:
        """It was not there when somebody came."""
        self._alive = {each for each in self._alive if each.inode != inode}

    def _right(self, inode: int, claim: Claim, own: int) -> Claim | None:
        if not self._whole or inode == own:
            return claim
        cookie = self._seen.get(inode)
        if cookie is None or claim.cookie not in (0, cookie):
            return None  # what it was a claim to is no more
        return claim._replace(cookie=cookie)

    def _lives(self, each: NamespaceId) -> bool:
        if each not in self._alive:
            if not nsfs.lives(self._file, each.cookie, each.inode):
                return False
            self._alive.add(each)
        return True
