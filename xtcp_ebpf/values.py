"""Values of knobs as text, both ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knob import Kind, Knob, Value
from xtcp_ebpf.mask import masked

TRUE = frozenset(("1", "t", "T", "true", "TRUE", "True"))
FALSE = frozenset(("0", "f", "F", "false", "FALSE", "False"))
_UNITS = {"h": 3600 * 10**9, "m": 60 * 10**9, "s": 10**9, "ms": 10**6, "us": 10**3, "µs": 10**3, "μs": 10**3, "ns": 1}
_PIECE = re.compile(r"([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)")


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
    if text in TRUE or text in FALSE:
        return text in TRUE
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
    "repeated": _string,
}


def shown(knob: Knob, value: Any) -> str:
    """A value as a flag takes it."""
    if knob.kind == "duration":
        return duration_text(value)
    if knob.kind == "bool":
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ("," if knob.kind == "list" else " ").join(value)
    return str(value)


def allowed(knob: Knob) -> str:
    """`0 to 100 threads`, `auto, c, python`, `at most 40 characters`; empty when anything goes."""
    if knob.choices:
        return ", ".join(filter(None, knob.choices))
    if knob.high is None:
        return ""
    if knob.kind in ("string", "repeated"):
        return f"{knob.low} to {knob.high} characters" if knob.low else f"at most {knob.high} characters"
    return f"{shown(knob, knob.low)} to {shown(knob, knob.high)} {knob.unit}".rstrip()


def safe(knob: Knob, text: str) -> str:
    """A value as text that may be shown: a secret as ***, an address without its password."""
    if knob.secret == "whole":
        return "***" if text else ""
    return masked(text) if knob.secret == "within" else text


def read(knob: Knob, where: str, text: str) -> Value:
    """The value of a text that stands at `where`, a flag or a variable; of `repeated` one of the values. Raises BadFlag."""
    if knob.status == "later":
        if not text or (knob.kind == "bool" and text in (TRUE if knob.default else FALSE)):
            return knob.default
        raise BadFlag(where, f"this version does not have it yet: it comes with the {knob.group} part")
    shortened, bounds = quoted(safe(knob, text)), allowed(knob)
    try:
        value = _READ[knob.kind](text)
    except ValueError as error:
        raise BadFlag(where, f"{shortened} {error}" + (f" ({bounds})" if bounds else "")) from None
    if knob.choices and value not in knob.choices:
        raise BadFlag(where, f"{shortened} is none of {bounds}")
    if isinstance(value, tuple | bool):
        return value
    size = len(value) if isinstance(value, str) else value
    if size < knob.low or (knob.high is not None and size > knob.high):
        raise BadFlag(where, f"{shortened} is out of range: {bounds}")
    return value


def quoted(text: str) -> str:
    """In quotes, and not too long for a message."""
    return repr(text if len(text) <= 80 else text[:77] + "...")
