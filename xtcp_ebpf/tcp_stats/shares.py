"""Which namespaces have series of their own: so many at most, those with most sockets, and not others at each scrape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

REST: Final = "other"
"""All that have none of their own, together; a namespace that is called so is among them."""
LONGEST: Final = 80
"""Characters of a name in a label: it stands on some thirty series."""
MORE_BY: Final = 1.25
"""A namespace takes the place of another when it has so many times its sockets."""


def label(name: str) -> str:
    """The name as a label: text, not too long. Two that read alike then are one."""
    text = name.encode(errors="replace").decode()
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


class Shares:
    """Remembers who has a place. What it answers depends on what it was asked, in that order, and on nothing else."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._chosen: frozenset[str] = frozenset()

    def choose(self, sockets: Mapping[str, int]) -> frozenset[str]:
        """Of these names, each with its sockets, at most so many. Asked twice the same, it answers the same."""
        chosen = {name for name in self._chosen if name in sockets}
        waiting = [name for name, number in sockets.items() if number and name not in chosen and name != REST]
        waiting.sort(key=lambda name: (-sockets[name], name))
        held = sorted(chosen, key=lambda name: (-sockets[name], name))
        free = self._most - len(held)
        held, waiting = held + waiting[:free], waiting[free:]
        held.sort(key=lambda name: (-sockets[name], name))
        for name in waiting:
            if not held or sockets[name] <= sockets[held[-1]] * MORE_BY:
                break
            held.pop()
            held.insert(0, name)
        self._chosen = frozenset(held)
        return self._chosen
