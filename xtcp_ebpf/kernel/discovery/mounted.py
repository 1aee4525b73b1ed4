"""The mounts as they are now, looked at again only where the watch heard of a change, or cannot hear."""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterator, Sequence
from math import inf

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.kernel.discovery.mounts import Mount, Mounts
from xtcp_ebpf.kernel.discovery.note import Note
from xtcp_ebpf.kernel.discovery.watch import Changes, Watch
from xtcp_ebpf.tally import Tally

LOOK_AGAIN_SECONDS = 1.0
"""A mount that has nothing to do with us makes current() look at all of ours, but no more often than this."""


class Mounted:
    """Mounts and their watch. `mountinfo` is /proc/self/mountinfo. What could not be looked at (OSError) is looked at the next time."""

    def __init__(self, mountinfo: str, patterns: Sequence[str], clock: Clock, tally: Tally) -> None:
        self._clock = clock
        self._mounts = Mounts(patterns, clock)
        self._watch = Watch(mountinfo, tally)
        self._pending = Changes()
        """What is not looked at yet."""
        self._looked = -inf
        """When all were last looked at."""

    @property
    def fds(self) -> tuple[int, ...]:
        """Readable when current() has something to look at."""
        return self._watch.fds

    def search(self, device: int, handles: bool, thorough: bool) -> bool:
        """Make sure; False when nothing had to be looked at. `device` is nsfs's; `handles`: the kernel has file handles for it;
        thorough: look at every entry, whatever was heard.

        Raises OSError when descriptors or memory have run out.
        """
        self._mounts.device, self._mounts.handles = device, handles
        before = self._mounts.directories
        self._mounts.expand()
        self._watch.cover(self._mounts.directories)
        self._hear()
        if thorough or self._pending.mounts:
            self._pending.directories.update(self._mounts.directories)
        for directory in self._mounts.directories:
            self._expect(directory, self._mounts.loose(directory))
        return self._look() or self._mounts.directories != before

    def current(self) -> bool:
        """Look where something changed; False when there was nothing to look at. Raises as search() does."""
        self._hear()
        if self._pending.mounts and self._clock.monotonic() - self._looked >= LOOK_AGAIN_SECONDS:
            self._pending.directories.update(self._mounts.directories)
        return self._look()

    def doubt(self, path: str) -> None:
        """Look at this one again, whatever was heard."""
        directory, _, name = path.rpartition("/")
        if directory in self._mounts.directories:
            self._expect(directory, (name,))

    def mounts(self) -> Iterator[Mount]:
        """By directory, then by name."""
        return self._mounts.mounts()

    def notes(self) -> Iterator[Note]:
        """What could not be taken for a namespace, and what cannot be watched."""
        yield from self._mounts.notes()
        for directory, number in self._watch.unwatched.items():
            if number != errno.EACCES:  # one that may not be read is noted as such
                yield Note("unwatched", directory, errno=number)

    def close(self) -> None:
        """Give back what the watch holds."""
        self._watch.close()

    def _hear(self) -> None:
        changes, pending = self._watch.changes(), self._pending
        pending.directories.update(changes.directories, self._watch.unwatched)
        pending.mounts |= changes.mounts
        for directory, names in changes.names.items():
            self._expect(directory, names)
        if changes.mounts:
            # What was no namespace may have become one. That one was unmounted whose file stays can wait.
            for directory in self._mounts.directories:
                self._expect(directory, self._mounts.strays(directory))

    def _expect(self, directory: str, names: Collection[str]) -> None:
        if names:
            self._pending.names.setdefault(directory, set()).update(names)

    def _look(self) -> bool:
        pending, directories = self._pending, self._mounts.directories
        now = self._clock.monotonic()
        looked = False
        for directory in directories:
            if directory in pending.directories:
                self._mounts.look(directory)
                looked = True
            elif names := pending.names.get(directory):
                self._mounts.look_at(directory, names)
                looked = True
        everywhere = pending.directories.issuperset(directories)
        if everywhere:
            self._looked = now
        self._pending = Changes(mounts=pending.mounts and not everywhere)
        return looked
