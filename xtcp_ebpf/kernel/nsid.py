"""The numbers by which our network namespace knows others (RTM_GETNSID), asked through pyroute2."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from xtcp_ebpf.abc import Namespace, NamespaceKey
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import nsfs

log = logging.getLogger(__name__)

_UNASSIGNED = (None, -1, 0xFFFFFFFF)
"""NETNSA_NSID_NOT_ASSIGNED is -1."""


class NsidTable:
    """What was answered, by namespace. `refresh` is called by one thread, `known` by any. Raises BadFlag without pyroute2.

    Its socket is in the namespace of the thread that first calls refresh, and asks about that one's ids: it holds no other.
    """

    def __init__(self) -> None:
        if find_spec("pyroute2") is None:
            raise BadFlag("-populateNsid", "needs pyroute2, which is not installed: pip install 'xtcp-ebpf[netns]'")
        self._ids: dict[NamespaceKey, int] = {}
        self._route: Any = None

    def known(self, namespace: Namespace) -> int:
        """The id; 0 where there is none, and where it is 0."""
        return self._ids.get(namespace.key, 0)

    def refresh(self, namespaces: Sequence[Namespace], thorough: bool) -> None:
        """Ask for those that were never asked for; thorough: for all. Those not among them are forgotten."""
        before = {} if thorough else self._ids
        self._ids = {n.key: before[n.key] if n.key in before else self._ask(n) for n in namespaces}

    def close(self) -> None:
        """Give the socket back."""
        if self._route is not None:
            self._route.close()
            self._route = None

    def _ask(self, namespace: Namespace) -> int:
        if self._route is None:
            from pyroute2 import IPRoute

            self._route = IPRoute()
        try:
            descriptor = open_namespace(namespace)
        except OSError as error:
            log.debug("no nsid of namespace %s: %s", namespace.name, error)
            return 0
        try:
            answer = self._route.get_netnsid(fd=descriptor)
        except Exception as error:  # NetlinkError is pyroute2's own, and an id is not worth a poll
            log.debug("no nsid of namespace %s: %s", namespace.name, error)
            return 0
        finally:
            os.close(descriptor)
        number = answer["nsid"] if answer else None
        return 0 if number in _UNASSIGNED else int(number)


def open_namespace(namespace: Namespace) -> int:
    """A descriptor of that very namespace, the caller's to close. Raises OSError."""
    path = namespace.path or "/proc/thread-self/ns/net"
    if namespace.cookie and namespace.found_by != "own":
        own = os.open("/proc/thread-self/ns/net", nsfs.HANDLE_FLAGS)
        try:
            return nsfs.open_handle(own, namespace.cookie, namespace.inode)
        except OSError:
            pass  # no handles on this kernel, or no right to them: by path
        finally:
            os.close(own)
    descriptor = os.open(path, nsfs.HANDLE_FLAGS)
    handle = nsfs.handle_of(f"/proc/thread-self/fd/{descriptor}")
    other_cookie = handle is not None and namespace.cookie not in (0, handle.cookie)
    if os.fstat(descriptor).st_ino != namespace.inode or other_cookie:
        os.close(descriptor)
        raise OSError(errno.ESTALE, "another namespace has its place now", path)
    return descriptor
