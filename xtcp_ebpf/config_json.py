"""XtcpConfig as JSON: what XTCP_CONFIG_JSON holds, and what `ctl get` writes."""

from __future__ import annotations

import json
from typing import Any, Final, NamedTuple

from google.protobuf import json_format
from google.protobuf.descriptor import FieldDescriptor

from xtcp_ebpf.config_fields import FIELDS, FURTHER, VERSION
from xtcp_ebpf.config_message import USUAL_DEST, from_message, to_message
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import BY_ATTRIBUTE, Knobs
from xtcp_ebpf.mask import visible
from xtcp_ebpf.pb.xtcp_config_pb2 import XtcpConfig
from xtcp_ebpf.values import quoted

_BY_KEY: Final = {key: field.name for field in XtcpConfig.DESCRIPTOR.fields for key in (field.name, field.json_name)}
_KNOB_OF: Final = {field.name: field.knob for field in FIELDS} | dict.fromkeys(("dest", FURTHER), BY_ATTRIBUTE["dest"])
_DURATION: Final = 'seconds as a text, such as "10s" or "1.5s"'
_AS_JSON: Final = {FieldDescriptor.CPPTYPE_STRING: "a text", FieldDescriptor.CPPTYPE_BOOL: "true or false"}


class ReadJson(NamedTuple):
    """What a JSON text comes to."""

    values: dict[str, Any]
    """Attribute of a knob -> value: of those that stand in the text."""
    keys: dict[str, str]
    """Attribute -> the key that was written."""
    problems: list[BadFlag]
    unread: frozenset[str]


def from_json(text: str, where: str) -> ReadJson:
    """The knobs that stand in an XtcpConfig as JSON, with lowerCamelCase keys or the fields' own. `where`: whose text it is.

    A key that is null counts as not there, and those that no knob is are passed over. Never raises, and repeats no secret.
    """
    try:
        pairs = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        return ReadJson({}, {}, [BadFlag(where, f"is no JSON at character {error.pos}: {error.msg}")], frozenset())
    except (ValueError, RecursionError):
        return ReadJson({}, {}, [BadFlag(where, "is no JSON that can be read: it is too deep, or a number in it too long")], frozenset())
    if not isinstance(pairs, _Pairs):
        return ReadJson({}, {}, [BadFlag(where, "is no JSON object: write {...}, as `xtcp-ebpf ctl get` does")], frozenset())
    message, keys, problems, unread = XtcpConfig(), dict[str, str](), list[BadFlag](), set[str]()
    for key, value in pairs:
        name = _BY_KEY.get(key)
        if name is None:
            problems.append(BadFlag(where, f"there is no field {quoted(visible(key))}"))
        elif name in keys:
            problems.append(BadFlag(where, f"{key} stands there twice"))
        elif value is not None and name != VERSION:
            keys[name] = key
            try:
                json_format.ParseDict({key: _dicts(value)}, message)
            except (json_format.Error, ArithmeticError, ValueError, TypeError, RecursionError):
                knob = _KNOB_OF[name]
                problems.append(BadFlag(f"{where}: {key} ({knob.name})", f"is not {_wanted(name)}"))
                unread.add(knob.attribute)
    good = [name for name in keys if _KNOB_OF[name].attribute not in unread and _KNOB_OF[name].status != "meaningless"]
    made = from_message(message, Knobs(), good)
    problems += [BadFlag(f"{where}: {problem.where}", problem.problem) for problem in made.problems]
    unread |= made.unread
    attributes = {_KNOB_OF[name].attribute: keys[name] for name in good}
    values = {attribute: getattr(made.knobs, attribute) for attribute in attributes if attribute not in unread}
    if values.get("dest") == ():
        values["dest"] = USUAL_DEST  # it stands there, as with -dest stdout
    return ReadJson(values, attributes, problems, frozenset(unread))


def to_json(knobs: Knobs, show_secrets: bool = False) -> str:
    """As from_json() takes it, every field with its key, two blanks deep."""
    return as_json(to_message(knobs, show_secrets))


def as_json(message: XtcpConfig) -> str:
    """The same of what a daemon answered: one configuration is one text, so that two can be compared."""
    fields = json_format.MessageToDict(message, always_print_fields_with_no_presence=True)
    for value in fields.values():
        if isinstance(value, dict) and isinstance(value.get("enabled"), dict):  # a map has no order
            value["enabled"] = dict(sorted(value["enabled"].items()))
    return json.dumps(fields, indent=2, ensure_ascii=False)


def _wanted(name: str) -> str:
    field = XtcpConfig.DESCRIPTOR.fields_by_name[name]
    if field.message_type or field.is_repeated:
        return _DURATION if field.message_type and field.message_type.name == "Duration" else "as Get answers it"
    return _AS_JSON.get(field.cpp_type, "a whole number, not below 0")


class _Pairs(list[tuple[str, Any]]):
    """A JSON object with what stands in it twice."""


def _dicts(value: Any) -> Any:
    if isinstance(value, _Pairs):
        return {key: _dicts(one) for key, one in value}
    return [_dicts(one) for one in value] if isinstance(value, list) else value
