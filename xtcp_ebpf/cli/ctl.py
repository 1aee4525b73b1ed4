"""`xtcp-ebpf ctl`: looks at a running daemon and changes it, by gRPC."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import BinaryIO, TextIO

from xtcp_ebpf.cli import ctl_flags, ctl_work, grpc_flags
from xtcp_ebpf.cli.ctl_flags import COMMON, Asked, Verb
from xtcp_ebpf.cli.rows_out import flags_help, leave_stdout
from xtcp_ebpf.client import library
from xtcp_ebpf.errors import BadFlag, XtcpError
from xtcp_ebpf.version import program

ME = "xtcp-ebpf ctl"
WIDTH = 160
"""Of a table that goes to no terminal."""
_DURATION = "DURATION"
VERBS: Mapping[str, Verb] = {
    "get": Verb("", "The configuration in effect as JSON, which reconfigure takes; secrets are blank.", {}),
    "set": Verb("FIELD=VALUE ...", "Change these, by a flag's or a field's name: frequency=5s skip=idle dest=tcp:HOST:PORT.", {}, 1, None),
    "set-poll-frequency": Verb(
        "",
        "Both from the next poll on; what is not given stays.",
        {
            "frequency": (_DURATION, "From one poll to the next.", "as it is"),
            "timeout": (_DURATION, "When a poll is given up.", "as it is"),
        },
    ),
    "trigger-poll": Verb("", "One poll soon.", {}),
    "poll-burst": Verb(
        "",
        "So many polls, the first soon.",
        {"count": ("N", "How many: 1 to 1000.", "6"), "interval": (_DURATION, "From one to the next: 1s to 1h.", "10s")},
    ),
    "set-s3": Verb(
        "",
        "When a Parquet object is closed.",
        {
            "flush-interval": (_DURATION, "At this age; 0: the default.", "as it is"),
            "threshold-bytes": ("BYTES", "At this size, uncompressed.", "as it is"),
        },
    ),
    "bpf": Verb(
        "off|auto|require",
        "Whether BPF programs tell which namespaces are busy.",
        {"source": ("WORD", "auto, walk or tracepoints.", "as it is"), "loader": ("WORD", "auto, libbpf or bcc.", "as it is")},
        1,
        1,
    ),
    "skip": Verb(
        "none|empty|idle|auto",
        "Which namespaces are not dumped.",
        {"maxStale": ("N", "A namespace with sockets is dumped at least every so many polls.", "as it is")},
        1,
        1,
    ),
    "status": Verb(
        "", "How it stands: namespaces, destinations, engine, activity, last polls.", {"format": ("FORMAT", "table or json.", "table")}
    ),
    "reconfigure": Verb("", "Change the fields that stand in a JSON object.", {"file": ("PATH|-", "It; - is stdin.", "-")}),
    "version": Verb("", "That of this program.", {}),
    "help": Verb("", "This.", {}),
}

_EXIT = (
    "Exit code: 0; 1 when the daemon refuses, cannot be reached or does not answer within 15 s; 2 when it was asked for wrongly."
    " A refused change changes nothing."
)


def main(argv: Sequence[str], stdout: BinaryIO | None = None, stderr: TextIO | None = None, stdin: BinaryIO | None = None) -> int:
    """Run the command; `argv` is what stands behind `ctl`. Answers the exit code."""
    err, out = stderr or sys.stderr, stdout or sys.stdout.buffer
    try:
        asked = ctl_flags.read(argv, VERBS)
        out.write("".join(f"{line}\n" for line in _answer(asked, stdin, _width(out))).encode())
        out.flush()
        return 0
    except BrokenPipeError:
        if stdout is None:
            leave_stdout()
        return 0
    except XtcpError as error:
        print(f"{ME}: {error}", file=err, flush=True)
        return 2 if isinstance(error, BadFlag) else 1


def _answer(asked: Asked, stdin: BinaryIO | None, width: int) -> Iterator[str]:
    if asked.verb == "help":
        yield from _help()
        return
    if asked.verb == "version":
        yield program()
        return
    access = grpc_flags.access(asked.flags)
    work = ctl_work.PREPARE[asked.verb](asked, stdin or sys.stdin.buffer, width)
    library.need()
    from xtcp_ebpf.client.channel import Connection
    from xtcp_ebpf.client.config_calls import ConfigCalls

    with Connection(access) as connection:
        yield from work(ConfigCalls(connection))


def _width(out: BinaryIO) -> int:
    return os.get_terminal_size(out.fileno()).columns or 80 if out.isatty() else WIDTH


def _help() -> Iterator[str]:
    yield from (f"{ME}: looks at a running daemon and changes it, by gRPC.", "", f"Usage: {ME} COMMAND [-flag value ...]", "", "Commands")
    for name, verb in VERBS.items():
        lines = wrap(verb.text, 66, break_on_hyphens=False)
        left = f"  {name} {verb.takes}".rstrip()
        if len(left) > 28:
            yield left
            left = ""
        yield left.ljust(30) + lines[0]
        yield from (" " * 30 + line for line in lines[1:])
        yield from (f"  {line}" for line in flags_help(verb.flags))
    yield from ("", "Flags of all commands", *flags_help(COMMON), "", *wrap(_EXIT, 96))
