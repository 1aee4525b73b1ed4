"""What the sources of BPF assist say, and what they promise: which namespaces were busy.

Marks never become records. They only choose what is dumped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, Protocol

from xtcp_ebpf.abc import Namespace, NamespaceId

Mark = bytes | tuple[int, ...]
"""What had happened in a namespace by some moment, as its source puts it. Two marks are compared, and nothing else is done with them."""


class Marks(NamedTuple):
    """What a source says at the beginning of a poll."""

    by_number: Mapping[int, Mark]
    """By namespace cookie; by inode where the kernel has no cookies."""
    otherwise: Mark | None
    """The mark of every other namespace; None: nothing is known of them, anything may have happened there."""
    seen: Mapping[int, int]
    """Namespaces that were seen: inode -> cookie (0: the kernel has none)."""
    whole: bool
    """Are these all the namespaces there are?"""
    doubted: bool = False
    """Something may have happened since the last reading that no mark shows."""
    lost: str = ""
    """Why marks are doubted or not known: a word for counters."""
    text: str = ""
    """The same for a person."""

    def of(self, namespace: Namespace) -> Mark | None:
        """None: it is not known what happened there, so anything may have."""
        if namespace.cookie:
            return self.by_number.get(namespace.cookie, self.otherwise)
        cookie = self.seen.get(namespace.inode)
        # Where it has a cookie that we do not know yet, its mark may be that of another with the same inode.
        return self.by_number.get(namespace.inode, self.otherwise) if cookie == 0 else None if cookie else self.otherwise


UNKNOWN: Final = Marks({}, None, {}, False)
"""Of a source that sees nothing: everything may have been active."""


class Activity(Protocol):
    """A source that tells which namespaces were busy. One thread uses it."""

    name: str
    """`walk`, `tracepoints` or `always`."""
    loader: str
    """`libbpf` or `bcc`; empty: it needs none."""

    @property
    def bell(self) -> int | None:
        """Readable when a namespace that was not known yet has become active; None: it has no bell."""
        ...

    def read(self) -> Marks:
        """What has happened up to now. Never raises: what may have been missed is in the answer.

        Compare with the mark that was read before the last dump of the namespace began.
        """
        ...

    def hush(self) -> None:
        """The bell was heard."""
        ...

    def forget(self, namespaces: Iterable[NamespaceId]) -> None:
        """These are no more."""
        ...

    def cost(self) -> Mapping[str, int]:
        """What it has cost the host and seen since it began: names for counters -> totals."""
        ...

    def close(self) -> None:
        """Leave nothing in the kernel."""
        ...
