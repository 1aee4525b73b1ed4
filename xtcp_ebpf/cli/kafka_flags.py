"""What kafka-client and register-schema have in common: some of the daemon's flags, with their variables, and some of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from xtcp_ebpf.cli import own_flags
from xtcp_ebpf.cli.help import takes, usual
from xtcp_ebpf.cli.rows_out import MARSHAL_DEFAULT, flags_help
from xtcp_ebpf.config import Loaded, load
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG

ENTERED = ("destUser", "destPasswordFile", "destCa", "destCert", "destKey", "destVerify")
"""How a server is entered."""

_ROOM = 16

Own = Mapping[str, tuple[str, str, str]]
"""Flag -> what it takes (nothing: a switch), what it does, default."""


@dataclass(frozen=True, slots=True)
class Command:
    """The flags of one command."""

    name: str
    shared: tuple[str, ...]
    """Of the daemon's."""
    own: Own

    def load(self, argv: Sequence[str], environ: Mapping[str, str], operands: int = 0) -> tuple[Loaded, dict[str, str]]:
        """(the knobs, own flag -> text). Variables of knobs that mean nothing here are not looked at. Raises BadFlag."""
        words, own = own_flags.take([self._switched(word) for word in argv], tuple(self.own))
        loaded = load(words, {name: environ[name] for name in self._variables() if name in environ}, operands)
        given = ["-v"] if loaded.wants == "version" else loaded.sources.values()
        for where in given:
            if where.startswith("-") and where.lstrip("-") not in self.shared:
                raise BadFlag(where, f"means nothing to {self.name}, which takes -{', -'.join((*self.own, *self.shared))} and -help")
        return loaded, own

    def _switched(self, word: str) -> str:
        name = word.removeprefix("-").removeprefix("-")
        return f"{word}=true" if word.startswith("-") and name in self.own and not self.own[name][0] else word

    def _variables(self) -> Iterator[str]:
        for flag in self.shared:
            if flag != "marshal":  # that of a daemon beside us is for its destinations, not for a terminal
                yield from BY_FLAG[flag].env
        if "destUser" in self.shared:  # the password has no flag: a command line is read by everybody
            yield from BY_ATTRIBUTE["dest_password"].env

    def help(self, usage: Sequence[str], end: str) -> str:
        """The text of -help."""
        flags = {**self.own, **{flag: self._told(BY_FLAG[flag]) for flag in self.shared}}
        lines = [*usage, "", "Flags; those of the daemon's may stand in its environment variables", *flags_help(flags), "", *wrap(end, 96)]
        return "\n".join(lines) + "\n"

    def _told(self, knob: Knob) -> tuple[str, str, str]:
        what = takes(knob) if len(takes(knob)) <= _ROOM else "WORD"
        default = MARSHAL_DEFAULT if knob.flag == "marshal" else usual(knob)
        return what, knob.text, default or ("off" if knob.kind == "bool" else "none")


def whole(flag: str, text: str) -> int:
    """A number from 0 on. Raises BadFlag."""
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise BadFlag(f"-{flag}", f"{text[:40]!r} is no whole number from 0 on")
    return int(text)


def switched_on(flag: str, own: Mapping[str, str]) -> bool:
    """Raises BadFlag."""
    if (text := own.get(flag, "false")) not in ("true", "false"):
        raise BadFlag(f"-{flag}", f"{text[:40]!r} is neither true nor false")
    return text == "true"
