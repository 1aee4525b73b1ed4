"""A namespace under the eyes of every source of marks at once, and sockets in it that do one thing at a time."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from activity.full_dumps import FullDumps, Sockets, differing
from activity.sources_to_try import Counters
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.marks import Activity, Mark

PATIENCE = 10.0
REST = 0.06
"""Seconds in which nothing may happen in a namespace at rest: delayed acknowledgements are sent after 40 ms."""
HERE, THERE = "198.51.100.1", "198.51.100.2"
"""Ends of the cable between two namespaces."""


class Seen(NamedTuple):
    """Who noticed, and whether there was anything to notice."""

    by: frozenset[str]
    """Sources whose mark of the namespace changed."""
    changed: frozenset[str]
    """Fields of rows that changed; `born` and `gone` for rows themselves."""


class Watched:
    """One namespace with `lo` up. `sources` run already; `counters` is added. Used by the thread that made it, and closed."""

    def __init__(self, spaces: Spaces, sources: Mapping[str, Activity], name: str = "watched") -> None:
        self.spaces = spaces
        self._sources = sources
        self._counters = Counters()
        self._dumps = FullDumps()
        self.namespace = self.another(name)

    def another(self, name: str) -> Namespace:
        """A namespace beside it."""
        namespace = self.spaces.known(self.spaces.make(name))
        self.ip(namespace, "link set lo up")
        return namespace

    def ip(self, namespace: Namespace, *lines: str) -> None:
        """`ip` in there, with each of these."""
        batch = "".join(f"{line}\n" for line in lines)
        self.run(namespace, ["ip", "-batch", "-"], batch)

    def run(self, namespace: Namespace, command: list[str], text: str = "") -> None:
        """A command in there."""
        self.spaces.inside(namespace, lambda: subprocess.run(command, input=text, text=True, check=True, capture_output=True))

    def set(self, name: str, value: object) -> None:
        """A sysctl of the namespace."""
        self.spaces.inside(self.namespace, lambda: Path("/proc/sys", *name.split(".")).write_text(str(value)))

    def joined(self, name: str) -> Namespace:
        """Another namespace, at the other end of a cable."""
        other = self.another(name)
        self.ip(self.namespace, f"link add cable type veth peer name cable netns {other.path}")
        for namespace, address in ((self.namespace, HERE), (other, THERE)):
            self.ip(namespace, "link set cable up", f"addr add {address}/24 dev cable")
        return other

    def marks(self) -> dict[str, Mark | None]:
        """What each source says of it now."""
        found = {name: source.read().of(self.namespace) for name, source in self._sources.items()}
        return {**found, "counters": self._counters.of(self.namespace)}

    def rows(self) -> Sockets:
        """What a full dump says now."""
        return self._dumps.of(self.namespace)

    def rest(self) -> tuple[dict[str, Mark | None], Sockets]:
        """Wait until nothing has happened for a while; the marks and the rows from then on."""
        until = time.monotonic() + PATIENCE
        before = self.marks(), self.rows()
        while True:
            time.sleep(REST)
            now = self.marks(), self.rows()
            if now == before:
                return now
            assert time.monotonic() < until, f"never at rest: {before} {now}"
            before = now

    def during(self, act: Callable[[], object]) -> Seen:
        """From a rest through the act to the moment after it: who noticed, and what changed."""
        marks, rows = self.rest()
        act()
        return self.since(marks, rows)

    def until_rest(self, act: Callable[[], object]) -> Seen:
        """From a rest through the act to the next rest."""
        marks, rows = self.rest()
        act()
        self.rest()
        return self.since(marks, rows)

    def since(self, marks: Mapping[str, Mark | None], rows: Sockets) -> Seen:
        """What is different from then."""
        now = self.rows()
        changed = {name for cookie in rows.keys() & now.keys() for name in differing(rows[cookie], now[cookie])}
        changed |= {"born"} if now.keys() - rows.keys() else set()
        changed |= {"gone"} if rows.keys() - now.keys() else set()
        after = self.marks()
        return Seen(frozenset(name for name in after if after[name] != marks[name]), frozenset(changed))

    def socket(self, family: int = socket.AF_INET, protocol: int = 0, namespace: Namespace | None = None) -> socket.socket:
        """A TCP socket there, closed when the test ends."""
        made = self.spaces.inside(namespace or self.namespace, lambda: socket.socket(family, socket.SOCK_STREAM, protocol))
        self.spaces.keep(made)
        return made

    def listener(self, address: str = "127.0.0.1", namespace: Namespace | None = None, protocol: int = 0) -> socket.socket:
        """One that is waited at."""
        made = self.socket(protocol=protocol, namespace=namespace)
        made.bind((address, 0))
        made.listen()
        return made

    def pair(self, protocol: int = 0, receive_buffer: int = 0, beside: Namespace | None = None) -> tuple[socket.socket, socket.socket]:
        """An established connection: the side that asked for it, and the side that was asked, which is in `beside`, if that is given."""
        listener = self.listener(THERE if beside else "127.0.0.1", beside, protocol)
        if receive_buffer:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        near = self.socket(protocol=protocol)
        near.connect(listener.getsockname())
        far, _ = listener.accept()
        self.spaces.keep(far)
        listener.close()
        return near, far

    def silence(self) -> None:
        """What is sent to the other end of the cable does not arrive any more."""
        self.ip(self.namespace, f"neigh replace {THERE} lladdr 02:00:00:00:00:01 dev cable nud permanent")

    def close(self) -> None:
        self._counters.close()
        self._dumps.close()
