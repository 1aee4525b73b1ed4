"""Network namespaces in which random things happen to TCP sockets, the same again from the same random numbers."""

from __future__ import annotations

import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Final

from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace

MOST_NAMESPACES: Final = 10
MOST_PAIRS: Final = 12
MOST_LISTENERS: Final = 5
LARGEST: Final = 40_000
"""Bytes of one message; the buffers on `lo` take it, so that nobody waits."""
ABORT: Final = struct.pack("ii", 1, 0)
NOBODY: Final = "192.0.2.77"
"""Routed to `lo`, and nobody's: what is sent there is never answered."""
SECONDS: Final = 5.0

Pair = list[socket.socket]
"""The side that asked for the connection, the side that was asked."""


@dataclass
class Space:
    """One namespace and its sockets, all of which are open."""

    namespace: Namespace
    listeners: list[socket.socket] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    half_closed: list[Pair] = field(default_factory=list)
    """The first of each sends no more."""
    unanswered: list[socket.socket] = field(default_factory=list)

    def sockets(self) -> list[socket.socket]:
        return [*self.listeners, *self.unanswered, *(end for pair in self.pairs + self.half_closed for end in pair)]


class Churn:
    """Namespaces of its own. `living` are those that exist; step() lets something happen in a few of them."""

    def __init__(self, spaces: Spaces, random: Random, most: int = MOST_NAMESPACES) -> None:
        self._most = most
        self._spaces = spaces
        self._random = random
        self._made = 0
        self.living: list[Space] = []
        self.done: dict[str, int] = {}
        """What was done, how often."""
        for _ in range(most // 2):
            self._birth()

    def step(self) -> None:
        """One to five things, in one to three namespaces; all others stay at rest."""
        random = self._random
        if random.random() < 0.15 and len(self.living) < self._most:
            self._birth()
        elif random.random() < 0.1 and len(self.living) > 3:
            self._death(random.choice(self.living))
        for space in random.sample(self.living, random.randint(0, 3)):
            for _ in range(random.randint(1, 3)):
                self._something(space)

    def close(self) -> None:
        for space in self.living:
            for sock in space.sockets():
                sock.close()
        self._spaces.remove_all()

    def _birth(self) -> None:
        self._made += 1
        namespace = self._spaces.known(self._spaces.make(f"n{self._made}"))
        if self._random.random() < 0.9:
            self._spaces.loopback(namespace)
        self.living.append(Space(namespace))
        self._count("born")

    def _death(self, space: Space) -> None:
        for sock in space.sockets():
            if self._random.random() < 0.5:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
            sock.close()
        self.living.remove(space)
        self._spaces.remove(space.namespace)
        self._count("died")

    def _something(self, space: Space) -> None:
        verbs = {
            "listen": 2 if len(space.listeners) < MOST_LISTENERS else 0,
            "unlisten": 1 if space.listeners else 0,
            "connect": 4 if len(space.pairs) < MOST_PAIRS else 0,
            "talk": 6 if space.pairs else 0,
            "finish": 1 if space.pairs else 0,
            "reset": 1 if space.pairs else 0,
            "half_close": 1 if space.pairs else 0,
            "talk_half_closed": 2 if space.half_closed else 0,
            "finish_half_closed": 1 if space.half_closed else 0,
            "ask_nobody": 0.3,
            "give_up": 1 if space.unanswered else 0,
        }
        verb = self._random.choices(list(verbs), list(verbs.values()))[0]
        try:
            getattr(self, f"_{verb}")(space)
        except OSError as error:
            if error.errno not in (99, 101):  # no address, no route: `lo` is down there
                raise
        else:
            self._count(verb)

    def _count(self, what: str) -> None:
        self.done[what] = self.done.get(what, 0) + 1

    def _socket(self, space: Space, family: int) -> socket.socket:
        made = self._spaces.inside(space.namespace, lambda: socket.socket(family, socket.SOCK_STREAM))
        made.settimeout(SECONDS)
        return made

    def _listener(self, space: Space) -> socket.socket:
        family, address = self._random.choice(((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"), (socket.AF_INET6, "::")))
        made = self._socket(space, family)
        try:
            made.bind((address, 0))
            made.listen()
        except OSError:
            made.close()
            raise
        return made

    def _listen(self, space: Space) -> None:
        space.listeners.append(self._listener(space))

    def _unlisten(self, space: Space) -> None:
        self._one_of(space.listeners).close()

    def _connect(self, space: Space) -> None:
        listener = self._random.choice(space.listeners) if space.listeners and self._random.random() < 0.7 else self._listener(space)
        near = self._socket(space, listener.family)
        try:
            near.connect(listener.getsockname())
            far, _ = listener.accept()
        except OSError:
            near.close()
            raise
        finally:
            if listener not in space.listeners:
                listener.close()
        far.settimeout(SECONDS)
        space.pairs.append([near, far])

    def _talk(self, space: Space) -> None:
        near, far = self._random.choice(space.pairs)
        for _ in range(self._random.randint(1, 4)):
            if self._random.random() < 0.5:
                near, far = far, near
            self._tell(near, far)

    def _finish(self, space: Space) -> None:
        self._close_both(self._one_of(space.pairs))

    def _reset(self, space: Space) -> None:
        near, far = self._one_of(space.pairs)
        near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        near.close()
        far.close()

    def _half_close(self, space: Space) -> None:
        pair = self._one_of(space.pairs)
        self._random.shuffle(pair)
        pair[0].shutdown(socket.SHUT_WR)
        pair[1].recv(1)
        space.half_closed.append(pair)

    def _talk_half_closed(self, space: Space) -> None:
        near, far = self._random.choice(space.half_closed)
        self._tell(far, near)

    def _finish_half_closed(self, space: Space) -> None:
        self._close_both(self._one_of(space.half_closed))

    def _ask_nobody(self, space: Space) -> None:
        sock = self._socket(space, socket.AF_INET)
        sock.setblocking(False)
        self._spaces.inside(space.namespace, lambda: sock.connect_ex((NOBODY, 9)))
        space.unanswered.append(sock)

    def _give_up(self, space: Space) -> None:
        self._one_of(space.unanswered).close()

    def _tell(self, sender: socket.socket, receiver: socket.socket) -> None:
        """Send, and read all of it: nothing is left in a queue."""
        size = self._random.choice((1, 100, 1400, self._random.randint(1, LARGEST)))
        sender.sendall(b"x" * size)
        while size:
            size -= len(receiver.recv(1 << 16))

    def _close_both(self, pair: Pair) -> None:
        self._random.shuffle(pair)
        for end in pair:
            with suppress(OSError):
                end.shutdown(socket.SHUT_WR)
        for end in pair:
            end.close()

    def _one_of(self, things: list) -> object:  # type: ignore[type-arg]  # of sockets or of pairs
        return things.pop(self._random.randrange(len(things)))
