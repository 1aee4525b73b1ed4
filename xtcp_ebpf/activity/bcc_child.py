"""The child that compiles for bcc.py: it lends LLVM's 120 MB to nobody but itself, hands over descriptors, and is gone.

Run as a file in an isolated interpreter (-I), so it knows the standard library and nothing of this package: `import bcc` here finds the
BPF Compiler Collection and not bcc.py beside it. Its one argument is the descriptor of a SOCK_SEQPACKET socket, on which it gets a Request
and answers once: with the descriptors in the order of the names asked for, or with what went wrong.
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import json
import os
import signal
import socket
import sys
from typing import Any, Final, NamedTuple

LONGEST: Final = 1 << 17
"""Bytes of a request or an answer."""
IMPORT, COMPILE, LOAD = "import", "compile", "load"


class Request(NamedTuple):
    """What is wanted."""

    text: str
    """The program, in bcc's C."""
    flags: list[str]
    """For its compiler."""
    maps: list[str]
    programs: list[str]
    modules: list[str]
    """Directories where bcc may be, after the interpreter's own."""
    seconds: int
    """Then this process ends by itself, should nobody be left to end it."""


class Answer(NamedTuple):
    """How it went; with descriptors when it went well."""

    step: str = ""
    """Where it failed: IMPORT, COMPILE (creates the maps too) or LOAD; empty: all is well."""
    why: str = ""


def found(modules: list[str]) -> Any:
    """The module bcc. PyPI has another of that name, without BPF: that one is passed over, as is what is broken. Raises ImportError."""
    seen = "no module named bcc"
    for places in (None, *([directory] for directory in modules)):
        spec = importlib.machinery.PathFinder.find_spec("bcc", places)
        if spec is None or spec.loader is None:
            continue
        module = importlib.util.module_from_spec(spec)
        sys.modules["bcc"] = module  # its own modules import each other by that name
        try:
            spec.loader.exec_module(module)
            if hasattr(module, "BPF"):
                return module
            seen = f"{spec.origin} is another module of that name"
        except Exception as error:
            seen = f"{spec.origin}: {str(error) or type(error).__name__}"
        for name in [name for name in sys.modules if name == "bcc" or name.startswith("bcc.")]:
            del sys.modules[name]
    raise ImportError(seen)


def brought(request: Request) -> tuple[Answer, list[int]]:
    """Compile and load; the descriptors of maps and programs in the order asked for. bcc raises Exception itself, whatever it was."""
    step = IMPORT
    try:
        bcc = found(request.modules)
        step = COMPILE
        made = bcc.BPF(text=request.text.encode(), cflags=request.flags)
        step = LOAD
        programs = [made.load_func(name.encode(), bcc.BPF.RAW_TRACEPOINT).fd for name in request.programs]
        return Answer(), [*(made[name.encode()].map_fd for name in request.maps), *programs]
    except Exception as error:
        return Answer(step, str(error) or type(error).__name__), []


def serve(channel: socket.socket) -> None:
    """One request, one answer."""
    request = Request(**json.loads(channel.recv(LONGEST)))
    signal.alarm(request.seconds)
    answer, descriptors = brought(request)
    socket.send_fds(channel, [json.dumps(answer._asdict()).encode()], descriptors)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
    os._exit(0)  # LLVM has nothing to tidy up that the kernel does not
