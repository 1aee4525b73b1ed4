# ruff: noqa: T201  these are commands: they print
"""In the guest: do these rows (jsonl on stdin) tell what scene.py made? Exit code 0: a whole poll has exactly its sockets; 1: and why not.

The same poll has to have all of them: the listener and both ends of the connection, each once, under its namespace and with its number.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

LISTEN, ESTABLISHED = 10, 1
TOLD = Path("/run/scene.json")
Socket = tuple[int, int, int]
"""State, source port, destination port."""


def expected(place: dict[str, Any]) -> Counter[Socket]:
    """The sockets of one namespace of the scene."""
    listens, connected = place["listens"], place["connected"]
    return Counter([(LISTEN, listens, 0), (ESTABLISHED, listens, connected), (ESTABLISHED, connected, listens)])


def polls(lines: Iterable[str]) -> dict[int, dict[int, list[dict[str, Any]]]]:
    """Poll -> inode of a namespace -> its rows. What is no whole line of JSON is passed over: a reader may come in the middle of one."""
    found: dict[int, dict[int, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and "netnsInode" in row:
            found[int(row.get("pollNumber", 0))][int(row["netnsInode"])].append(row)
    return found


def wrong(scene: list[dict[str, Any]], spaces: dict[int, list[dict[str, Any]]]) -> list[str]:
    """What one poll tells differently from the scene."""
    said = []
    for place in scene:
        rows = spaces.get(place["inode"], [])
        found = Counter(
            (row["inetDiagMsgState"], row["inetDiagMsgSocketSourcePort"], row.get("inetDiagMsgSocketDestinationPort", 0)) for row in rows
        )
        title = place["name"] or "the one without a name"
        if found != expected(place):
            said.append(f"{title}: {sorted(found.elements())}, and there are {sorted(expected(place).elements())}")
        if place["name"] and (names := {row.get("netns") for row in rows}) - {place["name"]}:
            said.append(f"{title}: is called {sorted(map(str, names))}")
    return said


def main() -> int:
    scene = json.loads(Path(os.environ.get("SCENE", TOLD)).read_text())
    found = polls(sys.stdin)
    for number in sorted(found):
        if not wrong(scene, found[number]):
            print(f"poll {number} has all of it, and nothing else there")
            return 0
    last = max(found, default=0)
    print("\n".join([f"{len(found)} polls, none right; poll {last}:", *wrong(scene, found.get(last, {}))]))
    return 1


if __name__ == "__main__":
    sys.exit(main())
