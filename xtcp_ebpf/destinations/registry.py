"""Which destination a -dest means: found by entry point, so that another package can add one.

Only the one that is asked for is imported; the list of all is read only to say what there is.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.metadata import entry_points
from typing import cast

from xtcp_ebpf.abc import Destination, Target
from xtcp_ebpf.errors import BadAddress
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.mask import masked

GROUP = "xtcp_ebpf.destinations"


def find(scheme: str) -> Destination:
    """The destination for `scheme`. Raises BadAddress when there is none, saying what there is."""
    found = _load(scheme)
    if found is None:
        raise BadAddress(_unknown(scheme, scheme + ":"))
    return found


def parse(dest: str, knobs: Knobs | None = None) -> Target:
    """The target of `SCHEME:ADDRESS`, checked by its destination; preamble and content type are for the caller to add.

    Destinations without an address may leave out the colon (`stdout`). Raises BadAddress.
    """
    scheme, _colon, address = dest.partition(":")
    found = _load(scheme) if scheme else None
    if found is None:
        raise BadAddress(_unknown(scheme, dest))
    target = Target(scheme, address, knobs=knobs or Knobs())
    found.check(target)
    return target


@cache
def _load(scheme: str) -> Destination | None:
    for entry in entry_points(group=GROUP, name=scheme):
        try:
            return cast(Destination, entry.load())
        except ImportError as error:
            raise BadAddress(f"-dest {scheme}: {entry.value} is registered for it and cannot be loaded: {error}") from error
    return None


def _unknown(scheme: str, dest: str) -> str:
    dest = masked(dest)
    known = sorted({entry.name for entry in entry_points(group=GROUP)})
    if not known:
        return f"-dest {scheme}: no destination is registered: the package is not installed (a bare checkout?): run pip install ."
    there = f"there is {', '.join(known)}"
    if not scheme:
        return f"-dest {dest!r}: the scheme is missing: write SCHEME:ADDRESS; {there}"
    return f"-dest {dest}: unknown scheme {scheme!r}{_meant(scheme, dest, known)}; {there}"


def _meant(scheme: str, dest: str, known: list[str]) -> str:
    if scheme.lower() in known:
        return f": did you mean {scheme.lower()}{dest[len(scheme) :]}?"
    if dest.startswith(("/", "./", "../")):
        return f": did you mean file:{dest}?"
    if dest.startswith("[") or dest[len(scheme) + 1 :].isdigit():
        return f": did you mean tcp:{dest}?"
    for word in sorted(known, key=len, reverse=True):
        if ":" not in dest[: len(word) + 1] and dest.startswith(word) and not dest[len(word)].isalnum():
            return f": a colon follows the scheme: did you mean {word}:{dest[len(word) :]}?"
    near = get_close_matches(scheme, known, 1)
    return f": did you mean {near[0]}{dest[len(scheme) :]}?" if near else ""
