"""Between Knobs and XtcpConfig, the message of the predecessor's ConfigService with our knobs from 300 on.

What is as to_message() says it of the knobs in effect stays as it is, whatever that hides: a password that is ***, a secret that is
absent, a number that does not fit. Only the rest is read, as a flag is (values.py). What knobs are to each other is config.check's task.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from google.protobuf.unknown_fields import UnknownFieldSet

from xtcp_ebpf.config_fields import DEFAULT_FOR_ZERO, FIELDS, FURTHER, OURS, REQUIRED, ConfigField
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import BY_ATTRIBUTE, Knobs
from xtcp_ebpf.mask import masked
from xtcp_ebpf.pb.xtcp_config_pb2 import XtcpConfig
from xtcp_ebpf.values import quoted, read, safe
from xtcp_ebpf.version import program

USUAL_DEST: Final = ("stdout",)
"""What no -dest at all stands for."""
_DEST: Final = BY_ATTRIBUTE["dest"]
_HIDDEN: Final = "***"
_EMPTY: Final = XtcpConfig()


class ReadConfig(NamedTuple):
    """What a message comes to."""

    knobs: Knobs
    """Those of before with what is right in the message; not to be used as long as there are problems."""
    problems: list[BadFlag]
    """`where` has the field and the flag."""
    unread: frozenset[str]
    """Attributes of the knobs that have problems."""


def to_message(knobs: Knobs, show_secrets: bool = False) -> XtcpConfig:
    """The knobs as a message. Secrets are left out, and *** in addresses, unless they are to be shown; nothing else is left out."""
    message = XtcpConfig(daemon_version=program())
    for field in FIELDS:
        value = getattr(knobs, field.knob.attribute)
        if field.knob.secret and not show_secrets:
            if field.knob.secret == "whole":
                continue
            value = masked(value)
        field.put(message, value)
    dests = [dest if show_secrets else masked(dest) for dest in knobs.dest or USUAL_DEST]
    message.dest = dests[0]
    message.further_dest.item.extend(dests[1:])
    message.further_dest.SetInParent()
    return message


def from_message(message: XtcpConfig, base: Knobs, only: Collection[str] | None = None) -> ReadConfig:
    """`base` with what the message changes. `only`: the fields that count, by name; None: all, of ours those that are set.

    Never raises. A field that is as Get answers it is never wrong.
    """
    answered = to_message(base)
    values: dict[str, Any] = {}
    problems: list[BadFlag] = []
    unread: set[str] = set()
    for field in FIELDS:
        named = only is not None and field.name in only
        if not (named or only is None) or field.knob.status == "meaningless":
            continue
        try:
            if not field.given(message):
                if named and field.knob.secret != "whole":
                    raise BadFlag(field.where, "has no value")
            elif getattr(message, field.name) != getattr(answered, field.name) and not _kept_secret(message, field):
                values[field.knob.attribute] = _value(message, field, getattr(base, field.knob.attribute))
        except BadFlag as problem:
            problems.append(problem)
            unread.add(field.knob.attribute)
    dests, wrong = _dests(message, base.dest, only)
    problems += wrong
    if wrong:
        unread.add("dest")
    elif dests != (base.dest or USUAL_DEST):
        values["dest"] = dests
    if only is None:
        problems += _unknown(message)
    return ReadConfig(replace(base, **values), problems, frozenset(unread))


def _kept_secret(message: XtcpConfig, field: ConfigField) -> bool:
    return field.knob.secret == "whole" and not getattr(message, field.name)


def _value(message: XtcpConfig, field: ConfigField, in_effect: Any) -> Any:
    """What the field says. Raises BadFlag."""
    knob, where = field.knob, field.where
    zero = not field.ours and getattr(message, field.name) == getattr(_EMPTY, field.name)
    if zero and field.name in REQUIRED:
        raise BadFlag(where, "is required")
    if (zero and knob.status == "later") or (zero and field.name in DEFAULT_FOR_ZERO):
        return knob.default
    try:
        text = field.text(message, in_effect)
    except ValueError as error:
        raise BadFlag(where, str(error)) from None
    if knob.secret == "within":
        _refuse_hidden(where, text)
    if knob.status == "later" and text == _default_text(field):
        return knob.default
    return read(knob, where, text)


def _default_text(field: ConfigField) -> str:
    message = XtcpConfig()
    field.put(message, field.knob.default)
    return field.text(message, field.knob.default)


def _dests(message: XtcpConfig, base: tuple[str, ...], only: Collection[str] | None) -> tuple[tuple[str, ...], list[BadFlag]]:
    """The destinations that are wanted; those of before are known by what Get answers for them."""
    before = base or USUAL_DEST
    answers = [masked(dest) for dest in before]
    wanted = {"dest", FURTHER} if only is None else {"dest", FURTHER} & set(only)
    dests: list[str] = []
    problems: list[BadFlag] = []

    def add(field: str, texts: Sequence[str]) -> None:
        for text in texts:
            place = len(dests)
            if place < len(before) and text == answers[place]:
                dests.append(before[place])
            elif text in answers:
                dests.append(before[answers.index(text)])
            else:
                try:
                    dests.append(_dest(f"{field} ({_DEST.name})", text))
                except BadFlag as problem:
                    problems.append(problem)

    if "dest" in wanted:
        add("dest", [message.dest])
    else:
        dests.append(before[0])
    if FURTHER in wanted and message.HasField("further_dest"):
        add(FURTHER, message.further_dest.item)
    else:
        dests += before[1:]
        if only is not None and FURTHER in wanted:
            problems.append(BadFlag(f"{FURTHER} ({_DEST.name})", "has no value"))
    return tuple(dests), problems


def _dest(where: str, text: str) -> str:
    if not text:
        raise BadFlag(where, "is required" if where.startswith("dest ") else "has an empty item")
    if "\0" in text:
        raise BadFlag(where, f"{quoted(safe(_DEST, text))} has a NUL character in it")
    _refuse_hidden(where, text)
    return str(read(_DEST, where, text))


def _refuse_hidden(where: str, text: str) -> None:
    if _HIDDEN in text:
        raise BadFlag(where, f"{_HIDDEN} stands for a secret of the address that is in effect: write the secret of this one")


def _unknown(message: XtcpConfig) -> list[BadFlag]:
    """Fields of a later version. The predecessor's are passed over, as protobuf does; with ours somebody wanted something."""
    unknown = UnknownFieldSet(message)
    numbers = sorted({unknown[place].field_number for place in range(len(unknown))})
    return [BadFlag(f"field {number}", "is not known to this version") for number in numbers if number >= OURS]
