"""A change of the configuration, from words or JSON to the message that asks for it; and what it came to. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

from google.protobuf import json_format

from xtcp_ebpf.config_fields import FIELDS, FURTHER, VERSION, ConfigField
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import BY_FLAG
from xtcp_ebpf.mask import visible
from xtcp_ebpf.pb.xtcp_config_pb2 import SetRequest, XtcpConfig
from xtcp_ebpf.values import quoted, read

_NAMES: Final = {key: field.name for field in XtcpConfig.DESCRIPTOR.fields for key in (field.json_name, field.name)}
"""What a person may call a field -> the field."""
_BY_NAME: Final = {field.name: field for field in FIELDS}
_BY_FLAG: Final[dict[str, ConfigField]] = {field.knob.flag or field.knob.env[0]: field for field in FIELDS}
_HOW: Final = "write FIELD=VALUE, with a flag's name or that of a field of `ctl get`"


class Change(NamedTuple):
    """Some fields, and which they are: one that is empty or 0 is not to be told from one that nobody named."""

    fields: XtcpConfig
    names: tuple[str, ...]

    def request(self, in_effect: XtcpConfig) -> SetRequest:
        """To go on with what is in effect and this. Whole for a daemon that does not know `only`, as the predecessor's."""
        config = XtcpConfig()
        config.CopyFrom(in_effect)
        for name in self.names:
            config.ClearField(name)
        config.MergeFrom(self.fields)
        request = SetRequest(config=config)
        request.only.paths.extend(self.names)
        return request


def from_words(words: Sequence[str]) -> Change:
    """Of `frequency=5s`, `poll_frequency=5s` and the like; values as flags take them. `dest` may come often. Raises BadFlag."""
    fields, names, dests = XtcpConfig(), dict[str, None](), list[str]()
    problems: list[BadFlag] = []
    for word in words:
        key, equals, text = word.partition("=")
        try:
            if not equals:
                raise BadFlag(quoted(visible(word)), f"is no change: {_HOW}")
            if key == "dest":
                dests.append(str(read(BY_FLAG["dest"], key, text)))
                continue
            field = _field(key)
            if field.name in names:
                raise BadFlag(key, "stands there twice")
            if field.knob.status == "meaningless":
                raise BadFlag(key, f"has no meaning here: {field.knob.text}")
            field.put(fields, read(field.knob, key, text))
            names[field.name] = None
        except BadFlag as problem:
            problems.append(problem)
    _raise(problems)
    if dests:
        fields.dest = dests[0]
        fields.further_dest.item.extend(dests[1:])
        fields.further_dest.SetInParent()
        names |= dict.fromkeys(("dest", FURTHER))
    return Change(fields, tuple(names))


def from_json(text: str, where: str) -> Change:
    """Of an XtcpConfig as `ctl get` writes it: the keys that are there, but for those that are null. Raises BadFlag."""
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise BadFlag(where, f"is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise BadFlag(where, "is no JSON object: write {...}, as `xtcp-ebpf ctl get` does")
    fields, names = XtcpConfig(), dict[str, None]()
    problems: list[BadFlag] = []
    for key, value in found.items():
        name = _NAMES.get(key)
        if name is None:
            problems.append(BadFlag(where, f"there is no field {quoted(visible(key))}{_near(key, _NAMES)}"))
        elif name in names:
            problems.append(BadFlag(where, f"{key} stands there twice"))
        elif value is not None and name != VERSION:  # which is only answered
            names[name] = None
            try:
                json_format.ParseDict({key: value}, fields)
            except (json_format.Error, ArithmeticError, ValueError, TypeError, RecursionError) as error:
                field = _BY_NAME.get(name)
                problem = visible(str(error)) if field and not field.knob.secret else "is of the wrong kind"  # the value may be a secret
                problems.append(BadFlag(f"{where}: {key}", problem))
    _raise(problems)
    return Change(fields, tuple(names))


def differences(before: XtcpConfig, after: XtcpConfig) -> Iterator[str]:
    """A line for each field that is another now."""
    old, new = _plain(before), _plain(after)
    for key in new | old:
        if old.get(key) != new.get(key):
            yield f"{key}: {_shown(old.get(key))} -> {_shown(new.get(key))}"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"{next(key for key in keys if keys.count(key) > 1)[:80]!r} stands there twice")
    return found


def _field(key: str) -> ConfigField:
    if found := _BY_FLAG.get(key) or _BY_NAME.get(_NAMES.get(key, "")):
        return found
    if key in (FURTHER, "furtherDest"):
        raise BadFlag(key, "all destinations are given at once: dest=FIRST dest=SECOND ...")
    raise BadFlag(quoted(visible(key)), f"there is no such field{_near(key, (*_BY_FLAG, 'dest', *_NAMES))}")


def _near(key: str, known: Any) -> str:
    close = get_close_matches(key, list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def _plain(config: XtcpConfig) -> dict[str, Any]:
    found: dict[str, Any] = json_format.MessageToDict(config, always_print_fields_with_no_presence=True)
    return found


def _shown(value: Any) -> str:
    return visible(json.dumps(value, ensure_ascii=False)) if value is not None else "nothing"


def _raise(problems: Sequence[BadFlag]) -> None:
    """All at once."""
    if problems:
        raise BadFlag(problems[0].where, "\n".join([problems[0].problem, *map(str, problems[1:])]))
