"""BPF programs for a daemon that may not load any: role `load`, for one load, and those who have it done: a Loader (activity/objects.py)
for the sources of marks, and LoadSockets (activity/sockets_loading.py) for single sockets.

What is loaded are the prebuilt programs of this package, by libbpf. Descriptors of maps and programs are handed over, and from Linux 5.19
on it takes no right to use those; before, kernel.unprivileged_bpf_disabled has to be 0, or the daemon has to keep CAP_BPF.
"""

from __future__ import annotations

import errno
import json
import struct
from collections.abc import Callable
from functools import partial
from typing import Final

from xtcp_ebpf.activity import libbpf, sockets_loading
from xtcp_ebpf.activity.hooks import TP_BTF
from xtcp_ebpf.activity.objects import Loader, Objects
from xtcp_ebpf.activity.sockets_loading import LoadSockets, Wanted
from xtcp_ebpf.errors import AssistUnavailable, OpenError
from xtcp_ebpf.opening.handover import MOST_BODY, MOST_DESCRIPTORS, Frame, Handover, close_all
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.roles import Kind, Role

LOAD_SECONDS: Final = 30.0
"""The verifier reads every path of a program, on a processor that others want too."""
MOST_SLOTS: Final = 1 << 20
MOST_RING_BYTES: Final = 1 << 26

_ASK = struct.Struct("=BB?I")
"""source, kind, bell, slots."""
_SOCKETS: Final = 255
"""In the place of a source: single sockets are to be watched."""
_ASK_SOCKETS = struct.Struct("=BB?BIIII")
"""_SOCKETS, kind, then Wanted: marks, extensions, namespaces, ring_bytes, sockets, states."""
_SOURCES: Final = ("tracepoints", "walk")
"""Those that tell which namespaces are busy. -closed does not go with -privsep."""
_KINDS: Final = (TP_BTF, "raw_tp")


def serve(connection: Handover, load: Loader = libbpf.load, load_sockets: LoadSockets = sockets_loading.load) -> None:
    """Load once, and end. Raises ConnectionError when the other end is gone, or asks for what cannot be meant."""
    connection.send(Kind.READY)
    frame = connection.receive()
    try:
        work = _asked(frame, load, load_sockets)
    except (ValueError, IndexError, struct.error) as error:
        raise ConnectionAbortedError(errno.EBADMSG, str(error)) from error
    try:
        objects = work()
    except AssistUnavailable as error:
        text = error.text.encode(errors="replace")[: MOST_BODY // 8].decode(errors="replace")
        connection.send(Kind.ANSWER, frame.number, json.dumps({"refused": [error.reason, text]}).encode())
        return
    try:
        names = {"maps": [*objects.maps], "programs": [*objects.programs]}
        connection.send(Kind.ANSWER, frame.number, json.dumps(names).encode(), (*objects.maps.values(), *objects.programs.values()))
    finally:
        objects.close()


def remote(openers: Openers, seconds: float = LOAD_SECONDS) -> Loader:
    """The Loader `libbpf`, by a process that may."""

    def load(source: str, kind: str, slots: int, bell: bool) -> Objects:
        return _loaded(openers, seconds, kind, _ASK.pack(_SOURCES.index(source), _KINDS.index(kind), bell, slots))

    return load


def remote_sockets(openers: Openers, seconds: float = LOAD_SECONDS) -> LoadSockets:
    """Likewise, of the programs that watch single sockets."""

    def load(wanted: Wanted, kind: str) -> Objects:
        return _loaded(openers, seconds, kind, _ASK_SOCKETS.pack(_SOCKETS, _KINDS.index(kind), *wanted))

    return load


def _asked(frame: Frame, load: Loader, load_sockets: LoadSockets) -> Callable[[], Objects]:
    """Raises ValueError, IndexError, struct.error."""
    if frame.kind != Kind.ASK:
        raise ValueError("no question")
    if frame.body[:1] == bytes([_SOCKETS]):
        _, kind, *rest = _ASK_SOCKETS.unpack(frame.body)
        wanted = Wanted(*rest)
        if not (0 < wanted.namespaces <= MOST_SLOTS and 0 < wanted.sockets <= MOST_SLOTS and wanted.ring_bytes <= MOST_RING_BYTES):
            raise ValueError("no room that anybody wants")
        return partial(load_sockets, wanted, _KINDS[kind])
    source, kind, bell, slots = _ASK.unpack(frame.body)
    if not 0 < slots <= MOST_SLOTS:
        raise ValueError("no room that anybody wants")
    return partial(load, _SOURCES[source], _KINDS[kind], slots, bell)


def _loaded(openers: Openers, seconds: float, kind: str, ask: bytes) -> Objects:
    try:
        connection, _ = openers.hire(Role.LOAD, MOST_DESCRIPTORS, seconds)
    except OpenError as error:
        raise AssistUnavailable(error.reason, str(error)) from error
    try:
        connection.send(Kind.ASK, 1, ask)
        frame = connection.receive()
    except OSError as error:
        lost = openers.lost(Role.LOAD, error)
        raise AssistUnavailable(lost.reason, str(lost)) from error
    finally:
        connection.close()
    return _objects(kind, frame.body, frame.descriptors)


def _objects(kind: str, body: bytes, descriptors: tuple[int, ...]) -> Objects:
    try:
        answer = json.loads(body)
        if "refused" in answer:
            raise AssistUnavailable(*answer["refused"])
        maps, programs = answer["maps"], answer["programs"]
        if len(maps) + len(programs) != len(descriptors):
            raise AssistUnavailable("opener_gone", f"{len(descriptors)} descriptors came for {len(maps)} maps and {len(programs)} programs")
    except BaseException as error:
        close_all(descriptors)
        if isinstance(error, ValueError | LookupError | TypeError):
            raise AssistUnavailable("opener_gone", f"the process that loads answers what cannot be meant: {error}") from error
        raise
    at = len(maps)
    return Objects("libbpf", kind, dict(zip(maps, descriptors[:at], strict=True)), dict(zip(programs, descriptors[at:], strict=True)))
