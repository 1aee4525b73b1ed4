"""From a command line and an environment to Knobs, and back to text.

A flag beats the environment, which beats the default. Every wrong value is told, wherever it stands, all in one error.
An empty variable counts as not set. Values that are not used are not read: those of `meaningless` knobs.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Literal, NamedTuple

from xtcp_ebpf.errors import BadAddress, BadFlag
from xtcp_ebpf.knob import Kind, Knob, Value
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG, TABLE, Knobs
from xtcp_ebpf.wire.groups import groups

Wants = Literal["run", "help", "version", "conf"]
Sources = Mapping[str, str]
"""Attribute of a knob -> `-flag` or `VARIABLE` as written; a knob that is not there has its default."""

COMMANDS = ("run", "decode", "doctor", "ns", "nstest")
_SMALLEST_BUFFER = 4096
_TRUE = frozenset(("1", "t", "T", "true", "TRUE", "True"))
_FALSE = frozenset(("0", "f", "F", "false", "FALSE", "False"))
_UNITS = {"h": 3600 * 10**9, "m": 60 * 10**9, "s": 10**9, "ms": 10**6, "us": 10**3, "µs": 10**3, "μs": 10**3, "ns": 1}
_PIECE = re.compile(r"([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)")
_SECRETS = (
    re.compile(r"(?P<before>//)(?P<secret>[^/?#@:]+)(?=@)"),
    re.compile(r"(?P<before>//[^/?#@:]*:)(?P<secret>[^?#]+)(?=@)"),
    re.compile(r"(?P<before>^[a-z0-9]+:[^/@:]+:)(?P<secret>[^/@]+)(?=@)"),
    re.compile(r"(?P<before>[?&;][^=&;]*(?:pass|pwd|token|secret|key|auth)[^=&;]*=)(?P<secret>[^&#]+)", re.IGNORECASE),
)
_AT_ONCE: dict[str, Wants] = {"help": "help", "v": "version"}
_ACTIONS = ("help", "v", "conf")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a command line and an environment come to."""

    knobs: Knobs
    sources: Sources
    warnings: tuple[str, ...]
    """One for each knob that has no meaning here."""
    wants: Wants
    """With `help` and `version` nothing else was looked at: the knobs are the defaults."""
    operands: tuple[str, ...] = ()
    """What stood there beside flags, where the command takes it."""


class _Given(NamedTuple):
    knob: Knob
    where: str
    text: str


def duration(text: str) -> float:
    """Seconds of a duration as Go writes it: `10s`, `1m30s`, `500ms`, `1.5h`, plain `0`. Exact to the nanosecond. Raises ValueError."""
    body = text[1:] if text[:1] in ("-", "+") else text
    if body == "0":
        return 0.0
    pieces = list(_PIECE.finditer(body)) if len(body) <= 64 else []
    if not pieces or sum(len(piece[0]) for piece in pieces) != len(body):
        raise ValueError("is no duration: give numbers with units, such as 500ms, 10s, 1m30s, 1h")
    nanoseconds = 0
    for piece in pieces:
        whole, _, part = piece[1].partition(".")
        nanoseconds += int(whole or "0") * _UNITS[piece[2]] + int(part or "0") * _UNITS[piece[2]] // 10 ** len(part)
    return (-nanoseconds if text.startswith("-") else nanoseconds) / 1e9


def duration_text(seconds: float) -> str:
    """The shortest text of which `duration` makes the same seconds: `10s`, `1m30s`, `500ms`, `1h`."""
    rest, pieces = round(abs(seconds) * 1e9), []
    for unit in ("h", "m"):
        count, rest = divmod(rest, _UNITS[unit])
        pieces += [f"{count}{unit}"] if count else []
    unit = "s" if rest >= 10**9 or rest == 0 else next(name for name in ("ms", "us", "ns") if rest >= _UNITS[name])
    whole, part = divmod(rest, _UNITS[unit])
    if rest or not pieces:
        digits = str(part).zfill(len(str(_UNITS[unit])) - 1).rstrip("0") if part else ""
        pieces.append(f"{whole}.{digits}{unit}" if digits else f"{whole}{unit}")
    return ("-" if seconds < 0 else "") + "".join(pieces)


def _integer(text: str) -> int:
    """As Go reads it: decimal, 0x, 0o, 0b. A leading zero, which Go takes for octal, is refused."""
    try:
        if text != text.strip() or not text.isascii():
            raise ValueError
        return int(text, 0)
    except ValueError:
        raise ValueError("is no whole number") from None


def _boolean(text: str) -> bool:
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    raise ValueError("is neither true nor false")


def _string(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("is not UTF-8") from None
    return text


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in _string(text).split(",")) if text.strip() else ()


_READ: dict[Kind, Callable[[str], Value]] = {
    "string": _string,
    "int": _integer,
    "size": _integer,
    "duration": duration,
    "bool": _boolean,
    "list": _names,
}


def shown(knob: Knob, value: Any) -> str:
    """A value as a flag takes it."""
    if knob.kind == "duration":
        return duration_text(value)
    if knob.kind == "bool":
        return "true" if value else "false"
    return ",".join(value) if knob.kind == "list" else str(value)


def allowed(knob: Knob) -> str:
    """`0 to 100 threads`, `auto, c, python`, `at most 40 characters`; empty when anything goes."""
    if knob.choices:
        return ", ".join(knob.choices)
    if knob.high is None:
        return ""
    if knob.kind == "string":
        return f"{knob.low} to {knob.high} characters" if knob.low else f"at most {knob.high} characters"
    return f"{shown(knob, knob.low)} to {shown(knob, knob.high)} {knob.unit}".rstrip()


def masked(text: str) -> str:
    """An address with the passwords and tokens in it as ***; rather one word too many than one too few."""
    for pattern in _SECRETS:
        text = pattern.sub(lambda found: found["before"] + "***", text)
    return text


def safe(knob: Knob, text: str) -> str:
    """A value as text that may be shown: a secret as ***, an address without its password."""
    if knob.secret == "whole":
        return "***" if text else ""
    return masked(text) if knob.secret == "within" else text


def load(argv: Sequence[str], environ: Mapping[str, str], operands: int = 0) -> Loaded:
    """The knobs of a command line (without program and command) and an environment.

    `operands`: how many arguments that are no flags may stand there. Raises one BadFlag, with a line for each problem.
    """
    flags, rest, problems = _scan(argv)
    for name, wanted in _AT_ONCE.items():
        if any(given.knob.flag == name and given.text not in _FALSE for given in flags):
            return Loaded(Knobs(), {}, (), wanted)
    problems += [_stray(argument) for argument in rest[operands:]]
    values: dict[str, Any] = {}
    sources: dict[str, str] = {}
    warnings: dict[str, str] = {}
    unread: set[str] = set()
    for given in [*_environment(environ), *flags]:
        knob = given.knob
        if knob.status == "meaningless":
            warnings[knob.attribute] = f"{given.where}: has no meaning here and is ignored: {knob.text}"
        elif knob.flag == "dest" and sources.get("dest", "").startswith("-"):
            problems.append(BadFlag(given.where, "given twice: several destinations at once come with the delivery part; give one"))
        else:
            try:
                values[knob.attribute] = _value(given)
                sources[knob.attribute] = given.where
            except BadFlag as problem:
                problems.append(problem)
                unread.add(knob.attribute)
    knobs = settled(replace(Knobs(), **values), sources)
    problems += check(knobs, sources, unread)
    if problems:
        raise BadFlag(problems[0].where, "\n".join([problems[0].problem, *map(str, problems[1:])]))
    return Loaded(knobs, sources, tuple(warnings.values()), "conf" if knobs.conf else "run", tuple(rest))


def settled(knobs: Knobs, sources: Sources) -> Knobs:
    """The same with what 0, or nothing, stands for filled in, from this host where it depends on it."""
    usual = Knobs()
    return replace(
        knobs,
        timeout=knobs.timeout if "timeout" in sources else min(usual.timeout, round(knobs.frequency / 2, 9)),
        hostname=knobs.hostname or os.uname().nodename,
        netlinkers=knobs.netlinkers or min(len(os.sched_getaffinity(0)), 4),
        packet_size=knobs.packet_size or os.sysconf("SC_PAGE_SIZE"),
        packet_size_mply=knobs.packet_size_mply or usual.packet_size_mply,
        envelope_flush_rows=knobs.envelope_flush_rows or usual.envelope_flush_rows,
        envelope_flush_bytes=knobs.envelope_flush_bytes or usual.envelope_flush_bytes,
    )


def check(knobs: Knobs, sources: Sources, unread: Collection[str] = ()) -> list[BadFlag]:
    """What is wrong with knobs that are each right alone: against each other, and the names that other rooms know.

    `unread`: attributes whose value is not known; what depends on them is left out.
    """
    return [*_together(knobs, sources, unread), *_by_name(knobs, sources, unread)]


def effective(knobs: Knobs, sources: Sources) -> str:
    """What -conf prints: each knob that works, its value and where that came from; secrets are masked.

    As text a line for each, `-flag=value  # source`, which a shell reads as flags. With -logFormat json one object,
    flag -> {"value", "source": flag|environment|default, "name": as written or null}; durations are texts like 10s.
    """
    lines: list[str] = []
    rows: dict[str, dict[str, Any]] = {}
    for knob in TABLE:
        if knob.status != "works" or knob.attribute in _ACTIONS:
            continue
        value = getattr(knobs, knob.attribute)
        name = sources.get(knob.attribute)
        source = "default" if name is None else "flag" if name.startswith("-") else "environment"
        text = safe(knob, shown(knob, value))
        lines.append(f"{knob.name}={shlex.quote(text)}".ljust(40) + f"  # {source} {name or ''}".rstrip())
        rows[knob.flag] = {"value": text if isinstance(value, str | float) else value, "source": source, "name": name}
    return json.dumps(rows, indent=2) if knobs.log_format == "json" else "\n".join(lines)


def _scan(argv: Sequence[str]) -> tuple[list[_Given], list[str], list[BadFlag]]:
    flags: list[_Given] = []
    rest: list[str] = []
    problems: list[BadFlag] = []
    ahead = deque(argv)
    while ahead:
        argument = ahead.popleft()
        if argument == "--":
            rest += ahead
            break
        if argument == "-" or not argument.startswith("-"):
            rest.append(argument)
            continue
        where, equals, text = argument.partition("=")
        knob = BY_FLAG.get(_flag_name(argument))
        if knob is None:
            problems.append(BadFlag(_visible(masked(where)), f"there is no such flag{_near(_flag_name(argument))}; -help lists them"))
            if not equals and ahead and not ahead[0].startswith("-"):
                ahead.popleft()
            continue
        if not equals and knob.kind == "bool":
            text = "true"
        elif not equals and ahead and _flag_name(ahead[0]) not in BY_FLAG:
            text = ahead.popleft()
        elif not equals:
            follows = f"; -{_flag_name(ahead[0])} follows (a value that looks like a flag is written {where}=VALUE)" if ahead else ""
            problems.append(BadFlag(where, "needs a value" + follows))
            continue
        flags.append(_Given(knob, where, text))
    return flags, rest, problems


def _flag_name(argument: str) -> str:
    """`frequency` of -frequency, --frequency and --frequency=10s; empty for what is no flag."""
    name = argument.removeprefix("-").removeprefix("-").partition("=")[0] if argument.startswith("-") else ""
    return "help" if name == "h" else name


def _near(name: str) -> str:
    lower = {flag.lower(): flag for flag in BY_FLAG}
    close = get_close_matches(name.lower(), lower, n=1)
    return f"; is -{lower[close[0]]} meant?" if close else ""


def _stray(argument: str) -> BadFlag:
    if argument in COMMANDS:
        return BadFlag(argument, f"a command stands first: xtcp-ebpf {argument} -flag value ...")
    if argument in _TRUE | _FALSE:
        return BadFlag(argument, "a switch takes its value behind =, as in -conf=false")
    return BadFlag(_quoted(masked(argument)), "is no flag: flags begin with a dash")


def _environment(environ: Mapping[str, str]) -> Iterator[_Given]:
    for knob in TABLE:
        for name in knob.env:
            if environ.get(name):
                yield _Given(knob, name, environ[name])


def _value(given: _Given) -> Value:
    knob, where, text = given
    if knob.status == "later":
        if not text or (knob.kind == "bool" and text in (_TRUE if knob.default else _FALSE)):
            return knob.default
        raise BadFlag(where, f"this version does not have it yet: it comes with the {knob.group} part")
    quoted, bounds = _quoted(safe(knob, text)), allowed(knob)
    try:
        value = _READ[knob.kind](text)
    except ValueError as error:
        raise BadFlag(where, f"{quoted} {error}" + (f" ({bounds})" if bounds else "")) from None
    if knob.choices and value not in knob.choices:
        raise BadFlag(where, f"{quoted} is none of {bounds}")
    if isinstance(value, tuple | bool):
        return value
    size = len(value) if isinstance(value, str) else value
    if size < knob.low or (knob.high is not None and size > knob.high):
        raise BadFlag(where, f"{quoted} is out of range: {bounds}")
    return value


def _together(knobs: Knobs, sources: Sources, unread: Collection[str]) -> Iterator[BadFlag]:
    rules = (
        ("timeout", "frequency", knobs.timeout < knobs.frequency, "a poll must be over before the next begins"),
        (
            "packet_size_mply",
            "packet_size",
            knobs.packet_size * knobs.packet_size_mply >= _SMALLEST_BUFFER,
            f"their product, the receive buffer, must be at least {_SMALLEST_BUFFER} bytes",
        ),
        (
            "envelope_flush_bytes",
            "queue_bytes",
            knobs.queue_bytes >= 2 * knobs.envelope_flush_bytes,
            "the queue must hold two envelopes, one that is sent and one that waits",
        ),
        (
            "bpf_loader",
            "bpf_source",
            (knobs.bpf_loader, knobs.bpf_source) != ("bcc", "walk"),
            "bcc brings only the tracepoints, the walk needs libbpf",
        ),
    )
    for first, second, holds, rule in rules:
        if not holds and first not in unread and second not in unread:
            blamed = first if first in sources else second
            pair = ", ".join(_said(attribute, knobs, sources) for attribute in (first, second))
            yield BadFlag(sources.get(blamed, BY_ATTRIBUTE[blamed].name), f"{rule} ({pair})")


def _said(attribute: str, knobs: Knobs, sources: Sources) -> str:
    knob = BY_ATTRIBUTE[attribute]
    value = shown(knob, getattr(knobs, attribute))
    return f"{sources[attribute]} {value}" if attribute in sources else f"{knob.name} {value} by default"


def _by_name(knobs: Knobs, sources: Sources, unread: Collection[str]) -> Iterator[BadFlag]:
    """Formats and destinations are imported only where one is named: they bring protobuf along."""
    if "deserializers" in sources:
        try:
            groups(knobs.deserializers)
        except BadFlag as error:
            yield BadFlag(sources["deserializers"], error.problem)
    if ("marshal" in sources or "columns" in sources) and "marshal" not in unread:
        from xtcp_ebpf.marshal.formats import create

        try:
            create(knobs.marshal or ("protobufList" if knobs.dest else "csv"), knobs.columns)
        except BadFlag as error:
            yield BadFlag(sources.get(error.where.removeprefix("-"), error.where), error.problem)
    if knobs.dest:
        from xtcp_ebpf.destinations import registry

        try:
            registry.parse(knobs.dest)
        except BadAddress as error:
            problem = str(error).removeprefix("-dest ")
            for pattern in _SECRETS:
                for found in pattern.finditer(knobs.dest):
                    problem = problem.replace(repr(found["secret"])[1:-1], "***").replace(found["secret"], "***")
            yield BadFlag(sources.get("dest", "-dest"), _visible(problem))


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:77] + "...")


def _visible(text: str) -> str:
    """Control characters as escapes, so that no value can forge a line of a log."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
