"""BPF programs for a daemon that may not load any: role `load`, for one load, and a Loader (activity/objects.py) that has it done.

What is loaded are the prebuilt programs of this package, by libbpf. Descriptors of maps and programs are handed over, and from Linux 5.19
on it takes no right to use those; before, kernel.unprivileged_bpf_disabled has to be 0, or the daemon has to keep CAP_BPF.
"""

from __future__ import annotations

import errno
import json
import struct
from typing import Final

from xtcp_ebpf.activity import libbpf
from xtcp_ebpf.activity.hooks import TP_BTF
from xtcp_ebpf.activity.objects import Loader, Objects
from xtcp_ebpf.errors import AssistUnavailable, OpenError
from xtcp_ebpf.opening.handover import MOST_BODY, MOST_DESCRIPTORS, Handover, close_all
from xtcp_ebpf.opening.hirer import Openers
from xtcp_ebpf.opening.roles import Kind, Role

LOAD_SECONDS: Final = 30.0
"""The verifier reads every path of a program, on a processor that others want too."""
MOST_SLOTS: Final = 1 << 20

_ASK = struct.Struct("=BB?I")
"""source, kind, bell, slots."""
_SOURCES: Final = ("tracepoints", "walk")
"""Those that tell which namespaces are busy. -closed does not go with -privsep."""
_KINDS: Final = (TP_BTF, "raw_tp")


def serve(connection: Handover, load: Loader = libbpf.load) -> None:
    """Load once, and end. Raises ConnectionError when the other end is gone, or asks for what cannot be meant."""
    connection.send(Kind.READY)
    frame = connection.receive()
    try:
        source, kind, bell, slots = _ASK.unpack(frame.body)
        if frame.kind != Kind.ASK or not 0 < slots <= MOST_SLOTS:
            raise ValueError("no question")
        asked = _SOURCES[source], _KINDS[kind]
    except (ValueError, IndexError, struct.error) as error:
        raise ConnectionAbortedError(errno.EBADMSG, str(error)) from error
    try:
        objects = load(*asked, slots, bell)
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
        try:
            connection, _ = openers.hire(Role.LOAD, MOST_DESCRIPTORS, seconds)
        except OpenError as error:
            raise AssistUnavailable(error.reason, str(error)) from error
        try:
            connection.send(Kind.ASK, 1, _ASK.pack(_SOURCES.index(source), _KINDS.index(kind), bell, slots))
            frame = connection.receive()
        except OSError as error:
            lost = openers.lost(Role.LOAD, error)
            raise AssistUnavailable(lost.reason, str(lost)) from error
        finally:
            connection.close()
        return _objects(kind, frame.body, frame.descriptors)

    return load


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
