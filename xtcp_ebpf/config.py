"""From a command line and an environment to Knobs, and back to text.

A flag beats the environment, whose XTCP_CONFIG_JSON gives way to its other variables, which beats the default. Every wrong value is told,
wherever it stands, all in one error.
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
from functools import partial
from typing import Any, Literal, NamedTuple

from xtcp_ebpf.errors import BadAddress, BadFlag
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG, TABLE, Knobs
from xtcp_ebpf.mask import masked, visible, without_secrets
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.profiles import continuous, on_file
from xtcp_ebpf.values import FALSE, TRUE, quoted, read, safe, shown
from xtcp_ebpf.wire.groups import groups

Wants = Literal["run", "help", "version", "conf"]
Sources = Mapping[str, str]
"""Attribute of a knob -> `-flag`, `VARIABLE` or `XTCP_CONFIG_JSON key` as written; a knob that is not there has its default."""

COMMANDS = ("run", "client", "ctl", "decode", "receive", "kafka-client", "register-schema", "doctor", "ns", "nstest", "offer")
_SMALLEST_BUFFER = 4096
_AT_ONCE: dict[str, Wants] = {"help": "help", "v": "version"}
_JSON = BY_ATTRIBUTE["xtcp_config_json"]
_ACTIONS = ("help", "v", "conf", _JSON.attribute)
_BEGINS_WITH_FLAG = re.compile(r"-(\w+):? (.*)", re.DOTALL)


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


def load(argv: Sequence[str], environ: Mapping[str, str], operands: int = 0) -> Loaded:
    """The knobs of a command line (without program and command) and an environment.

    `operands`: how many arguments that are no flags may stand there. Raises one BadFlag, with a line for each problem.
    """
    flags, rest, problems = _scan(argv)
    for name, wanted in _AT_ONCE.items():
        if any(given.knob.flag == name and given.text not in FALSE for given in flags):
            return Loaded(Knobs(), {}, (), wanted)
    problems += [_stray(argument) for argument in rest[operands:]]
    values: dict[str, Any] = {}
    sources: dict[str, str] = {}
    warnings: dict[str, str] = {}
    unread: set[str] = set()
    if environ.get(_JSON.name):
        problems += _from_json(environ[_JSON.name], values, sources, unread)
    for given in [*_environment(environ), *flags]:
        knob = given.knob
        if knob.status == "meaningless":
            warnings[knob.attribute] = f"{given.where}: has no meaning here and is ignored: {knob.text}"
        else:
            try:
                value = read(*given)
                if knob.kind == "repeated":
                    earlier = values[knob.attribute] if sources.get(knob.attribute, "").startswith("-") else ()
                    value = (*earlier, given.text) if given.where.startswith("-") else tuple(given.text.split())
                    value = value if given.text else ()
                values[knob.attribute] = value
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
        s3_parquet_flush_bytes=knobs.s3_parquet_flush_bytes or usual.s3_parquet_flush_bytes,
    )


def check(knobs: Knobs, sources: Sources, unread: Collection[str] = ()) -> list[BadFlag]:
    """What is wrong with knobs that are each right alone: against each other, and the names that other rooms know.

    `unread`: attributes whose value is not known; what depends on them is left out.
    """
    return [*_together(knobs, sources, unread), *_by_name(knobs, sources, unread)]


def effective(knobs: Knobs, sources: Sources) -> str:
    """What -conf prints: each knob that works, its value and where that came from; secrets are masked.

    As text a line for each, `-flag=value  # source`, which a shell reads as flags; what is no flag stands behind a #. With -logFormat
    json one object, flag -> {"value", "source": flag|environment|default, "name": as written or null}; durations are texts like 10s.
    """
    lines: list[str] = []
    rows: dict[str, dict[str, Any]] = {}
    for knob in TABLE:
        if knob.status != "works" or knob.attribute in _ACTIONS:
            continue
        value = getattr(knobs, knob.attribute)
        name = sources.get(knob.attribute)
        source = "default" if name is None else "flag" if name.startswith("-") else "environment"
        texts = [safe(knob, one) for one in value or ("",)] if knob.kind == "repeated" else [safe(knob, shown(knob, value))]
        comment = "" if knob.flag else "# "  # the environment alone has it
        said = f"  # {source} {name or ''}".rstrip()
        lines += (f"{comment}{knob.name}={shlex.quote(text)}".ljust(40) + said for text in texts)
        plain = list(filter(None, texts)) if knob.kind == "repeated" else texts[0] if isinstance(value, str | float) else value
        rows[knob.flag or knob.env[0]] = {"value": plain, "source": source, "name": name}
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
            problems.append(BadFlag(visible(masked(where)), f"there is no such flag{_near(_flag_name(argument))}; -help lists them"))
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
    if argument in TRUE | FALSE:
        return BadFlag(argument, "a switch takes its value behind =, as in -conf=false")
    return BadFlag(quoted(masked(argument)), "is no flag: flags begin with a dash")


def _environment(environ: Mapping[str, str]) -> Iterator[_Given]:
    for knob in TABLE:
        for name in knob.env:
            if environ.get(name) and knob is not _JSON:
                yield _Given(knob, name, environ[name])


def _from_json(text: str, values: dict[str, Any], sources: dict[str, str], unread: set[str]) -> list[BadFlag]:
    """Imported only where there is such a text: it brings protobuf along."""
    from xtcp_ebpf.config_json import from_json

    made = from_json(text, _JSON.name)
    values.update(made.values)
    sources.update((attribute, f"{_JSON.name} {key}") for attribute, key in made.keys.items())
    unread.update(made.unread)
    return made.problems


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
            "skip",
            "prom_tcp_stats",
            knobs.skip != "quiet" or not knobs.prom_tcp_stats,
            "pictures of all sockets cannot be had from the rows of some",
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
    yield from _listener(knobs, sources, unread)
    yield from _profiles(knobs, sources, unread)
    if "deserializers" in sources:
        try:
            groups(knobs.deserializers)
        except BadFlag as error:
            yield BadFlag(sources["deserializers"], error.problem)
    try:
        privileges.asked(knobs.keep_capabilities)
    except BadFlag as error:
        yield BadFlag(sources.get("keep_capabilities", error.where), error.problem)
    if {"dest", "marshal", "columns", "queue_bytes", "envelope_flush_bytes", "s3_parquet_flush_bytes"} & sources.keys() and not (
        {"dest", "marshal", "columns"} & set(unread)
    ):
        yield from _destinations(knobs, sources)


def _listener(knobs: Knobs, sources: Sources, unread: Collection[str]) -> Iterator[BadFlag]:
    for attribute, check in (("prom_listen", listen_address.read), ("prom_path", listen_address.check_path)):
        value = getattr(knobs, attribute)
        if attribute in sources and attribute not in unread and (value or attribute == "prom_path"):
            try:
                check(value)
            except ValueError as error:
                yield BadFlag(sources[attribute], f"{quoted(value)} {error}")


def _profiles(knobs: Knobs, sources: Sources, unread: Collection[str]) -> Iterator[BadFlag]:
    if knobs.profile_mode and "profile_mode" not in unread:
        try:
            on_file.check(knobs.profile_mode)
        except ValueError as error:
            yield BadFlag(sources.get("profile_mode", on_file.FLAG), f"{quoted(knobs.profile_mode)} {error}")
    if knobs.pyroscope_url and "pyroscope_url" not in unread:
        try:
            continuous.read(knobs.pyroscope_url)
        except ValueError as error:
            yield BadFlag(sources.get("pyroscope_url", continuous.FLAG), f"the value {error}")


def _destinations(knobs: Knobs, sources: Sources) -> list[BadFlag]:
    from xtcp_ebpf import targets

    wrong: dict[str, BadFlag] = {}

    def told(build: Callable[[], object]) -> None:
        try:
            build()
        except (BadFlag, BadAddress) as error:
            if str(error).startswith("-columns") and not {"dest", "marshal"} & sources.keys():
                return  # no format is chosen yet: -conf, and who asks for a table later
            found = _BEGINS_WITH_FLAG.match(str(error))
            knob, problem = (BY_FLAG[found[1]], found[2]) if found and found[1] in BY_FLAG else (BY_FLAG["dest"], str(error))
            for dest in knobs.dest:
                problem = without_secrets(problem, dest)
            wrong[problem] = BadFlag(sources.get(knob.attribute, knob.name), visible(problem))

    for dest in knobs.dest:
        told(partial(targets.output, dest, knobs))
    if not wrong:
        told(partial(targets.outputs, knobs))
    return list(wrong.values())
