"""Births and deaths of namespaces with sockets in them, and the certainty that nothing is left."""

from __future__ import annotations

import os
import random
import resource
import time
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple

from xtcp_ebpf.churn import spaces
from xtcp_ebpf.churn.traffic import GAPS, PAYLOADS, Bundle, Traffic, connect
from xtcp_ebpf.errors import UsageError, XtcpError, errno_text

SPARE_DESCRIPTORS = 64


class Born(NamedTuple):
    """A namespace."""

    name: str
    inode: int
    cookie: int
    """0 on kernels before 5.14."""
    born: float
    """Epoch seconds at which all its sockets were there."""
    ports: tuple[int, ...]
    """Of its listeners."""
    sockets: int
    """Listeners and both ends of its connections; they stay until its death."""


def room_for(namespaces: int, conns: int) -> None:
    """Raise the limit of descriptors as far as it may go. Raises UsageError when so many namespaces do not fit."""
    needed = namespaces * (2 * conns + 2) + SPARE_DESCRIPTORS
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard != resource.RLIM_INFINITY and hard < needed:
        raise UsageError(
            f"{namespaces} namespaces with {conns} connections take {needed} descriptors, the limit is {hard}: raise it (ulimit -Hn)"
        )


class Churn:
    """`with Churn("soak") as churn: churn.birth()`. One thread uses it. Whatever ends the block, all that it made is removed, or
    XtcpError names what could not be.

    `conns` connections in each namespace; traffic over them with `payloads` (bytes) and `gaps` (seconds), unless `traffic` is False.
    """

    def __init__(
        self,
        prefix: str,
        *,
        conns: int = 2,
        payloads: Sequence[int] = PAYLOADS,
        gaps: Sequence[float] = GAPS,
        links: bool = False,
        traffic: bool = True,
        seed: int = 0,
    ) -> None:
        spaces.require_pyroute2()
        self.live: dict[str, Born] = {}
        self.connections = 0
        """Opened so far."""
        self.slowest_birth = 0.0
        """Seconds."""
        self._prefix = prefix
        self._conns = conns
        self._random = random.Random(seed)
        self._bundles: dict[str, Bundle] = {}
        self._number = 0
        self._payloads, self._gaps, self._seed = payloads, gaps, seed
        self._wants_traffic, self._wants_links = traffic, links
        self.traffic: Traffic | None = None
        self._links: spaces.Links | None = None

    def __enter__(self) -> Churn:
        self.traffic = Traffic(self._payloads, self._gaps, self._seed) if self._wants_traffic else None
        self._links = spaces.Links() if self._wants_links else None
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self.remove_all()
        finally:
            if self.traffic:
                self.traffic.close()
            if self._links:
                self._links.close()

    def birth(self) -> Born:
        """A new one, with its sockets. Raises OSError, or Stranded when the thread cannot go home; nothing is left of it."""
        begun = time.monotonic()
        self._number += 1
        name = f"{self._prefix}-{os.getpid()}-{self._number}"
        bundle = Bundle()
        # Before it is made: a signal may end us at any moment, and what stands here is removed then.
        self._bundles[name] = bundle
        try:
            try:
                inode, cookie, made = spaces.make(name, lambda: connect(self._conns))
            except FileExistsError:
                del self._bundles[name]  # it is another's, and stays
                raise
            self._bundles[name] = bundle = made
            born = time.time()
            if self._links:
                self._links.make(name)
        except BaseException:
            if name in self._bundles:
                self._end(name)
            raise
        if self.traffic:
            self.traffic.add(bundle)
        self.connections += len(bundle.pairs)
        self.slowest_birth = max(self.slowest_birth, time.monotonic() - begun)
        self.live[name] = Born(name, inode, cookie, born, bundle.ports, bundle.sockets)
        return self.live[name]

    def death(self, name: str | None = None) -> Born:
        """One that ends now: the named, or any. Its sockets are reset, its mount and its link removed. KeyError: there is none."""
        name = name or self._random.choice(list(self.live) or [""])
        born = self.live.pop(name)
        self._end(name)
        return born

    def remove_all(self) -> None:
        """Every one, whatever state it is in. Raises XtcpError when some cannot be removed, after all others are."""
        for name in list(self._bundles):
            self.live.pop(name, None)
            self._end(name)
        if self._bundles:
            raise XtcpError(f"could not be removed: {', '.join(self._bundles)}; try `xtcp-ebpf nstest -prefix {self._prefix} -clean`")

    def _end(self, name: str) -> None:
        """What cannot be removed now stays noted, for remove_all."""
        bundle = self._bundles[name]
        if self.traffic:
            self.traffic.drop(bundle)
        bundle.close()
        if self._links:
            self._links.remove(name)
        self._bundles[name] = Bundle()
        with suppress(OSError):
            spaces.remove(name)
            del self._bundles[name]


def clean(prefix: str) -> list[str]:
    """Remove the namespaces of that prefix, those of a run that goes on too; their names. Their links go with them.

    Raises XtcpError when some cannot be removed, after all others are.
    """
    spaces.require_pyroute2()
    found, kept = spaces.leftovers(prefix), []
    for name in found:
        try:
            spaces.remove(name)
        except OSError as error:
            kept.append(f"{name}: {errno_text(error.errno or 0)}")
    if kept:
        raise XtcpError(f"could not be removed: {', '.join(kept)}; take it from {spaces.PLACE} by hand (umount, rm)")
    return found
