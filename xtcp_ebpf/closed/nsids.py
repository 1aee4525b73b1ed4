"""Which namespace has which id (nsid) in our own: asked for, given where there is none, and followed as namespaces come and go.

The kernel tells our socket of no namespace without an id, and with each message only the id. Ids are used again: the kernel gives the
lowest that is free. Those that are given here only go up. When an id passes to another namespace while messages wait, nobody can tell whose
they are: they are put to neither.
"""

from __future__ import annotations

import errno
import logging
import os
import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Final

from xtcp_ebpf.abc import Namespace, NamespaceKey
from xtcp_ebpf.errors import OpenError, errno_text
from xtcp_ebpf.kernel.nsid import open_namespace
from xtcp_ebpf.tally import Tally
from xtcp_ebpf.wire import uapi
from xtcp_ebpf.wire.request import NLMSGHDR

log = logging.getLogger(__name__)

RTM_NEWNSID, RTM_DELNSID, RTM_GETNSID = 88, 89, 90
RTNLGRP_NSID: Final = 28
FIRST_GIVEN: Final = 1 << 16
LAST_FIRST: Final = 1 << 30
"""Ids that are given here go up from somewhere between: the kernel's own go up from 0."""
NONE: Final = -1
_NETNSA_NSID, _NETNSA_FD = 1, 3
_NLM_F_ACK = 4
_ATTRIBUTE = struct.Struct("=HHi")
_INT = struct.Struct("=i")
_BODY_BYTES = 4
"""struct rtgenmsg, padded."""
_TRIES = 1000
_REPLY_SECONDS = 2.0
_REPLY_BYTES = 65536
_SOL_NETLINK, _ADD_MEMBERSHIP = 270, 1


class Nsids:
    """`first`: the least id that is given. One thread uses it; `known` any. Raises OpenError when rtnetlink is not to be had.

    Counts nsids_given and nsids_failed:REASON.
    """

    def __init__(self, tally: Tally, first: int = FIRST_GIVEN) -> None:
        self._tally = tally
        self._ids: dict[NamespaceKey, int] = {}
        self._by_id: dict[int, Namespace] = {}
        self._next = first
        self._dying: set[int] = set()
        """Taken away, but messages with them may still wait."""
        self._doubtful: set[int] = set()
        """Of these, those that another namespace has now."""
        self._heirs: dict[int, Namespace] = {}
        self._told_once = False
        self.stale = False
        """Changes were missed: refresh() is to ask for all."""
        try:
            with ExitStack() as undo:
                self._ask, self._told = (undo.enter_context(_rtnetlink()) for _ in range(2))
                self._ask.connect((0, 0))
                self._ask.settimeout(_REPLY_SECONDS)
                self._told.bind((0, 0))
                self._told.setsockopt(_SOL_NETLINK, _ADD_MEMBERSHIP, RTNLGRP_NSID)
                undo.pop_all()
        except OSError as error:
            raise OpenError("system", "-closed: no rtnetlink socket", error.errno or 0) from None

    @property
    def fd(self) -> int:
        """Readable when an id was given or taken away."""
        return self._told.fileno()

    def known(self, namespace: Namespace) -> int:
        """Its id; 0 where it has none, and where that is 0."""
        return max(0, self._ids.get(namespace.key, 0))

    def place(self, nsid: int) -> Namespace | None:
        """Whose messages with this id are; None: not known, or not sure."""
        return None if nsid in self._doubtful else self._by_id.get(nsid)

    def refresh(self, namespaces: Sequence[Namespace]) -> None:
        """These there are now. Those that are new are asked for their ids, and given one."""
        self.stale = False
        before = self._ids
        self._ids = {n.key: before[n.key] for n in namespaces if before.get(n.key, NONE) != NONE}
        self._by_id.update({self._ids[n.key]: n for n in namespaces if n.key in self._ids and self._ids[n.key] not in self._dying})
        for namespace in namespaces:
            if namespace.key not in self._ids and namespace.found_by != "own":
                self._take(namespace, self._ask_or_give(namespace))

    def heed(self) -> frozenset[int]:
        """Take in what was given and taken away. Answers the ids of which no message can come any more but those that wait already."""
        while True:
            try:
                data = self._told.recv(_REPLY_BYTES, socket.MSG_DONTWAIT)
            except OSError as error:
                if error.errno == errno.ENOBUFS:  # nobody knows which: every id may have passed on
                    self._dying |= self._by_id.keys()
                    self._doubtful |= self._dying
                    self._ids.clear()
                    self.stale = True
                    continue
                return frozenset(self._dying)
            for kind, nsid in _ids_in(data):
                if kind == RTM_DELNSID and nsid in self._by_id:
                    self._dying.add(nsid)
                elif kind == RTM_NEWNSID and nsid in self._dying:
                    self._doubtful.add(nsid)

    def settle(self, dying: frozenset[int]) -> None:
        """No message waits that came before heed() answered these."""
        for nsid in dying:
            before = self._by_id.pop(nsid, None)
            self._dying.discard(nsid)
            self._doubtful.discard(nsid)
            if heir := self._heirs.pop(nsid, None):
                self._by_id[nsid] = heir
            elif before and self._has(before, nsid):
                self._by_id[nsid] = before

    def close(self) -> None:
        """Give the sockets back. Ids stay as long as their namespaces: there is no way to take one away."""
        self._ask.close()
        self._told.close()

    def _take(self, namespace: Namespace, nsid: int) -> None:
        self._ids[namespace.key] = nsid
        if nsid == NONE:
            return
        other = self._by_id.get(nsid)
        if other is None or (_same(other, namespace) and nsid not in self._dying):
            self._by_id[nsid] = namespace
            return
        self._heirs[nsid] = namespace
        self._dying.add(nsid)
        self._doubtful.add(nsid)

    def _has(self, namespace: Namespace, nsid: int) -> bool:
        """Still? The kernel tells that an id was taken away a moment after it has given it to another."""
        try:
            descriptor = open_namespace(namespace)
        except OSError:
            return False
        try:
            return self._of(descriptor) == nsid
        except OSError:
            return False
        finally:
            os.close(descriptor)

    def _ask_or_give(self, namespace: Namespace) -> int:
        try:
            descriptor = open_namespace(namespace)
        except OSError as error:  # it ended, or a dump will say what is wrong with it
            log.debug("no nsid of namespace %s: %s", namespace.name, error)
            return NONE
        try:
            nsid = self._of(descriptor)
            return self._give(descriptor) if nsid == NONE else nsid
        except OSError as error:
            reason = "permission" if error.errno == errno.EPERM else "system"
            self._tally.add(f"nsids_failed:{reason}")
            if not self._told_once:
                self._told_once = True
                why = errno_text(error.errno or 0)
                log.warning("-closed: ends of connections in namespace %s are not heard, it can be given no id: %s", namespace.name, why)
            return NONE
        finally:
            os.close(descriptor)

    def _give(self, descriptor: int) -> int:
        for _ in range(_TRIES):
            number, self._next = self._next, self._next + 1
            try:
                self._request(RTM_NEWNSID, _NLM_F_ACK, (_NETNSA_FD, descriptor), (_NETNSA_NSID, number))
            except OSError as error:
                if error.errno != errno.EEXIST:
                    raise
                if (given := self._of(descriptor)) != NONE:  # by somebody else, meanwhile
                    return given
                continue
            self._tally.add("nsids_given")
            return number
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))

    def _of(self, descriptor: int) -> int:
        reply = self._request(RTM_GETNSID, 0, (_NETNSA_FD, descriptor))
        return next((nsid for kind, nsid in _ids_in(reply) if kind == RTM_NEWNSID), NONE)

    def _request(self, kind: int, flags: int, *attributes: tuple[int, int]) -> bytes:
        body = bytes(_BODY_BYTES) + b"".join(_ATTRIBUTE.pack(_ATTRIBUTE.size, number, value) for number, value in attributes)
        self._ask.send(NLMSGHDR.pack(uapi.NLMSG_HDRLEN + len(body), kind, uapi.NLM_F_REQUEST | flags, 1, 0) + body)
        reply = self._ask.recv(_REPLY_BYTES)
        if NLMSGHDR.unpack_from(reply)[1] == uapi.NLMSG_ERROR:
            number = -_INT.unpack_from(reply, uapi.NLMSG_HDRLEN)[0]
            if number:
                raise OSError(number, os.strerror(number))
        return reply


def _rtnetlink() -> socket.socket:
    return socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)


def _same(one: Namespace, other: Namespace) -> bool:
    """As far as is known: their keys differ when the search was made anew."""
    return one.inode == other.inode and (one.cookie == other.cookie or not (one.cookie and other.cookie))


def _ids_in(data: bytes) -> Iterator[tuple[int, int]]:
    """(message type, id) of each message that has one."""
    at = 0
    while len(data) - at >= uapi.NLMSG_HDRLEN:
        length, kind = NLMSGHDR.unpack_from(data, at)[:2]
        inside = at + uapi.NLMSG_HDRLEN + _BODY_BYTES
        while kind in (RTM_NEWNSID, RTM_DELNSID) and at + length - inside >= _ATTRIBUTE.size:
            size, number, value = _ATTRIBUTE.unpack_from(data, inside)
            if number == _NETNSA_NSID:
                yield kind, value
            inside += max(size, uapi.NLA_HDRLEN) + 3 & ~3
        at += max(length, uapi.NLMSG_HDRLEN) + 3 & ~3
