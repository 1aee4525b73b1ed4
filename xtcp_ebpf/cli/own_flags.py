"""Flags that one command has beside the daemon's, written as those are: `-from X`, `--from X`, `-from=X`."""

from __future__ import annotations

from collections.abc import Sequence

from xtcp_ebpf.errors import BadFlag


def take(argv: Sequence[str], names: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """(what is left of the command line, flag -> value). Of a flag given twice the last counts. Raises BadFlag when a value is missing."""
    rest: list[str] = []
    taken: dict[str, str] = {}
    ahead = list(argv)
    while ahead:
        word = ahead.pop(0)
        if word == "--":
            rest += [word, *ahead]
            break
        flag, equals, value = word.partition("=")
        name = flag.removeprefix("-").removeprefix("-")
        if not word.startswith("-") or name not in names:
            rest.append(word)
        elif equals:
            taken[name] = value
        elif ahead:
            taken[name] = ahead.pop(0)
        else:
            raise BadFlag(flag, "needs a value")
    return rest, taken
