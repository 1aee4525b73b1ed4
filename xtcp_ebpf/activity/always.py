"""The source that knows nothing, so that every namespace may have been active: what runs where there is no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.marks import UNKNOWN, Marks


class Always:
    """Activity of abc.py. With -skip idle the counters in /proc take its place: they are read where the sockets are counted (Presence)."""

    name = "always"
    loader = ""
    bell: int | None = None

    def read(self) -> Marks:
        return UNKNOWN

    def hush(self) -> None:
        """It has no bell."""

    def forget(self, namespaces: Iterable[NamespaceId]) -> None:
        """It remembers none."""

    def cost(self) -> Mapping[str, int]:
        return {}

    def close(self) -> None:
        """It holds nothing."""
