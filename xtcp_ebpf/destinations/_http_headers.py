"""-httpHeadersFile: headers for each request, one `Name: value` a line; empty lines, and those that begin with #, are left out."""

from __future__ import annotations

import re

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _secret
from xtcp_ebpf.errors import SendError

NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

OURS = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""What says how a request is carried: with another's word in it, requests could be smuggled or torn."""


def read(target: Target) -> dict[str, str]:
    """By name as written. Raises SendError `headers` or `secret`, without retry: it names the line, never a value."""
    if not target.knobs.http_headers_file:
        return {}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, line in enumerate(_secret.read(target, "http_headers_file").split("\n"), 1):
        line = line.removesuffix("\r")
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        value = value.strip(" \t")
        if not colon or not NAME.fullmatch(name):
            raise _bad(target, number, "is no header: write Name: value, the name at the beginning of the line")
        if not all(c == "\t" or (c.isprintable() and c.isascii()) for c in value):
            raise _bad(target, number, f"{name} has a character that no header may hold: ASCII alone, and no control characters")
        if name.lower() in OURS:
            raise _bad(target, number, f"{name} is ours to set: leave it out")
        if name.lower() in taken:
            raise _bad(target, number, f"{name} stands there twice")
        taken.add(name.lower())
        found[name] = value
    return found


def _bad(target: Target, number: int, problem: str) -> SendError:
    return SendError("headers", f"{target.where}: -httpHeadersFile {target.knobs.http_headers_file}, line {number}: {problem}", retry=False)
