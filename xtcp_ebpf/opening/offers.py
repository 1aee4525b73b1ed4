"""Namespaces that others offer: the daemon's end. Who is in one connects, and hands over a fresh diag socket each time that it is asked.

Nothing of an offered namespace is held between two dumps, only the connection: when the other end closes it, the namespace is no more, for
us. (The connection was made there, and so is in it, which keeps it alive: it is closed as soon as the other end is, not at the next poll.)
Which namespace it is the kernel says, of the first socket that comes; whose word counts otherwise is decided by the user at the other end
(SO_PEERCRED), and by who may reach the socket file. Of its own namespace whoever offers it may tell lies, as whoever lives there may.

No thread of its own: serve() takes in what has happened, and `fd` is readable when there is something. Readers ask; one at a time each.
"""

from __future__ import annotations

import errno
import logging
import os
import select
import socket
import stat
import struct
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from xtcp_ebpf.abc import Clock, Namespace, NamespaceId, Presence
from xtcp_ebpf.errors import OpenError, UsageError, errno_text
from xtcp_ebpf.opening import offer_frames
from xtcp_ebpf.opening.handover import Frame, Handover, close_all
from xtcp_ebpf.opening.offer_frames import Kind, Taken
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

MOST_OFFERS: Final = 512
MOST_NEW: Final = 32
"""That have connected and said nothing yet."""
HELLO_SECONDS: Final = 5.0
ANSWER_SECONDS: Final = 2.0
MOST_LATE: Final = 32
"""Answers that came too late, and are read before the one that is waited for."""
MODE: Final = 0o660
"""Of the socket file: who may connect at all. Its folder says the rest."""
_TOLD: Final = 100
"""Kinds of refusals that are remembered as told."""

_UCRED = struct.Struct("@3i")


class Offer:
    """One namespace that is offered."""

    def __init__(self, connection: Handover, namespace: Namespace) -> None:
        self.connection = connection
        self.namespace = namespace
        self.lock = threading.Lock()
        self.number = 0
        self.gone = False

    @property
    def id(self) -> NamespaceId:
        return NamespaceId(self.namespace.inode, self.namespace.cookie)

    def open(self) -> Taken:
        """A diag socket there, checked. Raises OpenError: `gone`, `offer_timeout`, `offer_failed`, `descriptors`, `recycled`, ..."""
        frame = self._ask(Kind.OPEN, b"", Kind.SOCKET)
        if len(frame.descriptors) != 1:
            raise self._broken("an answer without a socket")
        return offer_frames.take(frame.descriptors[0], *self.id)

    def look(self, counters: bool) -> Presence:
        """How many sockets it says there are. Raises as open does."""
        frame = self._ask(Kind.LOOK, bytes([counters]), Kind.PRESENCE)
        close_all(frame.descriptors)
        try:
            return offer_frames.read_presence(frame.body)
        except ValueError as error:
            raise self._broken(str(error)) from error

    def _ask(self, kind: Kind, body: bytes, wanted: Kind) -> Frame:
        with self.lock:
            try:
                return self._answer(kind, body, wanted)
            except BlockingIOError as error:
                raise self._failed("offer_timeout", f"whoever offers it does not answer within {ANSWER_SECONDS:g} s") from error
            except ConnectionError as error:
                raise self._broken(error.strerror or "the connection ended") from error
            except OSError as error:
                reason = "descriptors" if error.errno in (errno.EMFILE, errno.ENFILE) else "system"
                raise self._failed(reason, "its socket could not be taken", error.errno or 0) from error

    def _answer(self, kind: Kind, body: bytes, wanted: Kind) -> Frame:
        if self.gone:
            raise ConnectionResetError(errno.ECONNRESET, "whoever offered it is gone")
        self.number = self.number + 1 & 0xFFFFFFFF
        self.connection.send(kind, self.number, body)
        for _ in range(MOST_LATE):
            frame = self.connection.receive()
            if frame.number == self.number:
                break
            close_all(frame.descriptors)  # late, and nobody waits for it
        else:
            raise ConnectionAbortedError(errno.EBADMSG, "answers to what nobody asked")
        if frame.kind == wanted:
            return frame
        close_all(frame.descriptors)
        if frame.kind != Kind.FAILED:
            raise ConnectionAbortedError(errno.EBADMSG, "an answer that cannot be meant")
        try:
            number, text = offer_frames.read_failure(frame.body)
        except ValueError as error:
            raise ConnectionAbortedError(errno.EBADMSG, str(error)) from error
        raise self._failed("offer_failed", f"whoever offers it says: {text}", number)

    def _broken(self, why: str) -> OpenError:
        self.gone = True
        return self._failed("gone", why)

    def _failed(self, reason: str, why: str, number: int = 0) -> OpenError:
        return OpenError(reason, f"namespace {self.namespace.name} net:[{self.namespace.inode}] (offered): {why}", number)


class Offers:
    """All of them, at one socket file. serve() and close() by one thread, the rest by any.

    `users`: whose offers are taken. Counts offers_taken, offers_gone, offers_refused:REASON. Raises UsageError when the file cannot be had.
    """

    def __init__(self, path: str, users: Collection[int], clock: Clock, tally: Tally) -> None:
        self._path = path
        self._users = frozenset(users)
        self._clock = clock
        self._tally = tally
        self._new: dict[int, tuple[socket.socket, Handover, int, float]] = {}
        """Descriptor -> (socket, connection, pid, when it came) of those that have said nothing yet."""
        self._offers: dict[int, Offer] = {}
        self._by_inode: dict[int, Offer] = {}
        self._told: set[tuple[str, int]] = set()
        self._epoll = select.epoll()
        try:
            self._listener = _listen(path)
        except OSError as error:
            self._epoll.close()
            raise UsageError(f"-acceptOffers {path}: cannot listen there: {errno_text(error.errno or 0)}") from error
        self._file = os.lstat(path).st_ino
        self._epoll.register(self._listener.fileno(), select.EPOLLIN)
        self.generation = 0
        """Another one whenever the offers are others."""

    @property
    def fd(self) -> int:
        """Readable when serve() has something to do."""
        return self._epoll.fileno()

    @property
    def namespaces(self) -> tuple[Namespace, ...]:
        """What is offered now."""
        return tuple(offer.namespace for offer in self._offers.values())

    def find(self, namespace: Namespace) -> Offer | None:
        """Who offers it now."""
        offer = self._by_inode.get(namespace.inode)
        return offer if offer and namespace.cookie in (0, offer.namespace.cookie) else None

    def serve(self) -> None:
        """Take in what has happened since the last time. Waits for nothing."""
        ready = {descriptor for descriptor, _ in self._epoll.poll(0)}
        for descriptor, offer in list(self._offers.items()):  # before others, which may offer the same again
            if descriptor in ready or offer.gone:
                self._drop(descriptor, offer)
        for descriptor in list(self._new):
            if descriptor in ready:
                self._greet(descriptor)
        if self._listener.fileno() in ready:
            self._accept()
        late = self._clock.monotonic() - HELLO_SECONDS
        for descriptor, (_, _, _, since) in list(self._new.items()):
            if since <= late:
                self._refuse(descriptor, "silent", f"it did not say what it offers within {HELLO_SECONDS:g} s")

    def close(self) -> None:
        """End all connections, and take the file away."""
        for sock, *_ in self._new.values():
            sock.close()
        for offer in self._offers.values():
            with offer.lock:
                offer.gone = True
                offer.connection.close()
        self._new.clear()
        self._offers.clear()
        self._by_inode.clear()
        self._epoll.close()
        self._listener.close()
        with suppress(OSError):
            if os.lstat(self._path).st_ino == self._file:
                Path(self._path).unlink()

    def _accept(self) -> None:
        for _ in range(MOST_NEW):
            try:
                sock, _ = self._listener.accept()
            except BlockingIOError:
                return
            except OSError as error:
                self._tally.add("offers_refused:descriptors" if error.errno in (errno.EMFILE, errno.ENFILE) else "offers_refused:system")
                return
            sock.setblocking(False)
            pid, uid, _ = _UCRED.unpack(sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size))
            self._new[sock.fileno()] = sock, Handover(sock, 1), pid, self._clock.monotonic()
            self._epoll.register(sock.fileno(), select.EPOLLIN)
            if uid not in self._users:
                why = f"offers of user {uid} are not taken, only of {', '.join(map(str, sorted(self._users)))}: -acceptOffersFrom"
                self._refuse(sock.fileno(), "user", why, uid)
            elif len(self._new) > MOST_NEW or len(self._offers) >= MOST_OFFERS:
                self._refuse(sock.fileno(), "full", f"there are {len(self._offers)} offers and {len(self._new)} that said nothing yet")

    def _greet(self, descriptor: int) -> None:
        """Its first word: a name and a socket. Then it is an offer, or refused."""
        sock, connection, pid, _ = self._new[descriptor]
        try:
            frame = connection.receive()
        except BlockingIOError:
            return
        except OSError as error:
            why = error.strerror or "junk"
            self._refuse(descriptor, "descriptors" if error.errno in (errno.EMFILE, errno.ENFILE) else "junk", why)
            return
        try:
            if frame.kind != Kind.HELLO or len(frame.descriptors) != 1:
                raise ValueError("no offer")
            given = offer_frames.read_hello(frame.body)
        except ValueError as error:
            close_all(frame.descriptors)
            self._refuse(descriptor, "junk", str(error))
            return
        try:
            taken = offer_frames.take(frame.descriptors[0])
        except OpenError as error:
            self._refuse(descriptor, error.reason, str(error))
            return
        os.close(taken.descriptor)  # it has told which namespace it is of; to hold it would keep that alive
        inode, cookie = taken.namespace
        if inode in self._by_inode:
            self._refuse(descriptor, "twice", f"net:[{inode}] is offered by somebody else already")
            return
        del self._new[descriptor]
        self._epoll.modify(descriptor, select.EPOLLRDHUP)
        sock.setblocking(True)
        connection.within(ANSWER_SECONDS)
        name = offer_frames.clean(given, inode)
        namespace = Namespace(inode, name, f"offer:{pid}", "offer", cookie, pid, "", self._clock.monotonic())
        offer = self._offers[descriptor] = self._by_inode[inode] = Offer(connection, namespace)
        self.generation += 1
        self._tally.add("offers_taken")
        log.info("namespace %s net:[%d] is offered by process %d", name, inode, pid)
        try:
            connection.send(Kind.WELCOME)
        except OSError:
            offer.gone = True  # the next time

    def _drop(self, descriptor: int, offer: Offer) -> None:
        if not offer.lock.acquire(blocking=False):
            return  # a reader waits for its answer, and finds out by itself
        try:
            offer.gone = True
            self._epoll.unregister(descriptor)
            offer.connection.close()
        finally:
            offer.lock.release()
        del self._offers[descriptor], self._by_inode[offer.namespace.inode]
        self.generation += 1
        self._tally.add("offers_gone")
        log.info("namespace %s net:[%d] is offered no more", offer.namespace.name, offer.namespace.inode)

    def _refuse(self, descriptor: int, reason: str, why: str, uid: int = -1) -> None:
        sock, connection, pid, _ = self._new.pop(descriptor)
        self._epoll.unregister(descriptor)
        with suppress(OSError):
            connection.send(Kind.REFUSED, 0, f"{reason}: {why}".encode(errors="replace")[:1000])
        sock.close()
        self._tally.add(f"offers_refused:{reason}")
        fresh = (reason, uid) not in self._told and len(self._told) < _TOLD
        self._told.add((reason, uid) if fresh else ("", 0))
        log.log(logging.WARNING if fresh else logging.DEBUG, "an offer of process %d is refused: %s: %s", pid, reason, why)


def _listen(path: str) -> socket.socket:
    """Raises OSError. A socket file at which nobody listens any more is replaced."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK)
    before = os.umask(0o777 & ~MODE)  # with chmod behind bind, others could connect in between
    try:
        try:
            sock.bind(path)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or not _left_behind(path):
                raise
            Path(path).unlink()
            sock.bind(path)
        sock.listen(MOST_NEW)
    except BaseException:
        sock.close()
        raise
    finally:
        os.umask(before)
    return sock


def _left_behind(path: str) -> bool:
    if not stat.S_ISSOCK(os.lstat(path).st_mode):
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK) as probe:
        return probe.connect_ex(path) == errno.ECONNREFUSED
