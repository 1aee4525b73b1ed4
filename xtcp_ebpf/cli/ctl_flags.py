"""The command line of ctl: flags anywhere, the command first among the words that are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from xtcp_ebpf.cli import grpc_flags, own_flags
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.mask import masked, visible
from xtcp_ebpf.values import quoted

Flags = Mapping[str, tuple[str, str, str]]
"""Flag -> what it takes (nothing: a switch), what it does, default."""


class Verb(NamedTuple):
    """One command of ctl."""

    takes: str
    """What stands behind it; empty: nothing."""
    text: str
    flags: Flags
    least: int = 0
    """Words behind it."""
    most: int | None = 0
    """None: any number."""


COMMON: Flags = grpc_flags.FLAGS


class Asked(NamedTuple):
    """What a command line comes to."""

    verb: str
    words: tuple[str, ...]
    flags: Mapping[str, str]


def read(argv: Sequence[str], verbs: Mapping[str, Verb]) -> Asked:
    """Raises BadFlag. `help` is the verb where -help stands anywhere, or nothing at all."""
    every = {**COMMON, **{flag: what for verb in verbs.values() for flag, what in verb.flags.items()}}
    if any(word.lstrip("-") in ("help", "h") and word.startswith("-") for word in argv) or not argv:
        return Asked("help", (), {})
    switches = [flag for flag, (takes, _, _) in every.items() if not takes]
    words, flags = own_flags.take([f"{word}=true" if _name(word) in switches else word for word in argv], tuple(every))
    if words[:1] == ["--"] or not words:
        raise BadFlag("ctl", f"what is it to do? {', '.join(verbs)}")
    stray = next((word for word in words if word.startswith("-") and word not in ("-", "--")), "")
    name, *rest = [word for word in words if word != stray and word != "--"] or [""]
    if stray:
        behind = _name(stray.partition("=")[0])
        raise BadFlag(
            visible(masked(stray.partition("=")[0])), f"there is no such flag{_near(behind, every)}; xtcp-ebpf ctl help lists them"
        )
    if name not in verbs:
        raise BadFlag(quoted(visible(name)), f"ctl has no such command{_near(name, verbs)}; it has {', '.join(verbs)}")
    verb = verbs[name]
    for flag in flags:
        if flag not in COMMON and flag not in verb.flags:
            own = f", and -{', -'.join(verb.flags)}" if verb.flags else ""
            as_field = f"; a field stands without a dash: {flag}=VALUE" if name == "set" else ""
            raise BadFlag(f"-{flag}", f"means nothing to {name}, which takes -{', -'.join(COMMON)}{own}{as_field}")
    if len(rest) < verb.least or (verb.most is not None and len(rest) > verb.most):
        raise BadFlag(name, f"write xtcp-ebpf ctl {name} {verb.takes}".rstrip())
    return Asked(name, tuple(rest), flags)


def _name(word: str) -> str:
    return word.removeprefix("-").removeprefix("-") if word.startswith("-") else ""


def _near(name: str, known: Mapping[str, object]) -> str:
    close = get_close_matches(name, list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""
