"""What -help prints: examples first, then commands, then the flags by group, and at the end those that are not for now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import GROUPS, TABLE
from xtcp_ebpf.values import shown

WIDTH = 96
NARROWEST = 60
_LEFT = 29
_TAKES = {"string": "TEXT", "int": "N", "size": "BYTES", "duration": "DURATION", "list": "A,B,...", "repeated": "TEXT", "bool": ""}

EXAMPLES = (
    ("xtcp-ebpf", "a table of all TCP sockets, every 10 s, until Ctrl-C"),
    ("xtcp-ebpf -maxLoops 1 -pollJitterPct 0", "the same, once, now"),
    ("xtcp-ebpf -maxLoops 1 -marshal csv > tcp.csv", "once, for a spreadsheet"),
    ("xtcp-ebpf -dest tcp:collector:9000 -frequency 30s", "as a daemon, to a receiver"),
    ("xtcp-ebpf -dest kafka:b1:9092 -spoolDir /var/spool/xtcp", "to a broker; what waits for it is on disk"),
    ("xtcp-ebpf client", "what a running daemon sees, as it sees it; q ends it"),
    ("xtcp-ebpf ctl set frequency=5s", "change a running daemon"),
    ("xtcp-ebpf ns -watch", "the namespaces of this host, every 2 s"),
    ("xtcp-ebpf -namespaces own", "in a sidecar: the sockets of its own namespace, without CAP_SYS_ADMIN"),
    ("xtcp-ebpf receive tcp:0.0.0.0:9000", "the other end of such a destination"),
    ("xtcp-ebpf decode dump.pcap -marshal jsonl", "a capture to records; needs no root"),
)
COMMANDS = (
    ("run", "the daemon; what is done without a command"),
    ("client", "the records of a running daemon by gRPC, in any format; a live table on a terminal"),
    ("ctl COMMAND", "looks at a running daemon and changes it: get, set, status, trigger-poll, ...; ctl help"),
    ("decode FILE|-", "a capture of inet_diag replies, or what a destination was sent, to any format"),
    ("receive SCHEME:ADDRESS", "the other end of udp:, tcp:, unix: and unixgram:, in any format"),
    ("kafka-client", "what is in a Kafka topic, in any format"),
    ("register-schema", "the schema of the records into a schema registry"),
    ("doctor", "what this host allows, what is missing and how to get it"),
    ("ns", "the network namespaces as the daemon sees them: sockets, cost of a dump; -watch"),
    ("nstest", "makes namespaces with TCP traffic that come and go, and takes them away again"),
    ("offer -socket PATH", "hands the namespace that it is started in to a daemon that takes offers"),
)
_RULES = (
    "One dash or two, `-flag value` or `-flag=value`; a switch is `-flag` or `-flag=false`. A duration is 500ms, 10s, 1m30s, 1h."
    " What stands in front of a destination, as in `-dest marshal=jsonl,tcp:HOST:PORT`, is for it alone."
    " A flag beats the environment variable [IN BRACKETS], which beats the default (in parentheses); an empty variable counts as not set."
)
_LATER = "Not in this version: refused by name until their part comes"
_IGNORED = "Without meaning here: taken with a warning"


def render(width: int = WIDTH) -> str:
    """The whole text, no line wider than `width` columns (at least 60), with a line end."""
    return "\n".join(_lines(max(width, NARROWEST))) + "\n"


def takes(knob: Knob) -> str:
    """What stands behind the flag: `DURATION`, `text|json`; empty for a switch."""
    return "|".join(filter(None, knob.choices)) or knob.takes or _TAKES[knob.kind]


def usual(knob: Knob) -> str:
    """The default as people read it; empty when it is nothing."""
    return knob.words or ("" if knob.kind == "bool" else shown(knob, knob.default))


def _lines(width: int) -> Iterator[str]:
    yield from wrap("xtcp-ebpf: every TCP socket of this host, in all its network namespaces, as records.", width)
    yield from ("", "Usage: xtcp-ebpf [run] [-flag value ...]", "", "Examples")
    yield from _pairs(EXAMPLES, 4 + max(len(left) for left, _ in EXAMPLES), width)
    yield from ("", "Commands")
    yield from _pairs(COMMANDS, _LEFT, width)
    yield from ("", "Flags", *wrap(_RULES, width, initial_indent="  ", subsequent_indent="  "))
    for group in GROUPS:
        yield from ("", group)
        yield from _pairs(((f"{knob.name} {takes(knob)}".rstrip(), _about(knob)) for knob in TABLE if knob.group == group), _LEFT, width)
    yield from ("", _LATER)
    later = [knob for knob in TABLE if knob.status == "later"]
    for part in dict.fromkeys(knob.group for knob in later):
        yield from _paragraph(f"{part}:", [knob.name for knob in later if knob.group == part], width)
    yield from ("", _IGNORED)
    yield from _paragraph("", [knob.name for knob in TABLE if knob.status == "meaningless"], width)


def _about(knob: Knob) -> str:
    """The line of help with default and variable; the bounds stand in docs/flags.md, and in the answer to a wrong value."""
    default = usual(knob)
    return " ".join(word for word in (knob.text, f"({default})" if default else "", *(f"[{name}]" for name in knob.env)) if word)


def _pairs(pairs: Iterable[tuple[str, str]], left: int, width: int) -> Iterator[str]:
    """Two columns; a left side that is too long, or a right side that would be squeezed, starts a line of its own."""
    left = left if width - left >= NARROWEST // 2 else 6
    for name, text in pairs:
        lines = wrap(text, width - left, break_on_hyphens=False)
        if len(name) + 3 < left:
            yield f"  {name}".ljust(left) + lines.pop(0)
        else:
            yield f"  {name}"
        yield from (" " * left + line for line in lines)


def _paragraph(title: str, names: list[str], width: int) -> list[str]:
    text = f"{title} {' '.join(names)}".strip()
    return wrap(text, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
