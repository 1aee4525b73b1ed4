"""Decoder groups: what -deserializers turns on, and what the request then asks the kernel for."""

from __future__ import annotations

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.wire.schema import STRUCTS

KNOWN = tuple(dict.fromkeys(s.group for s in STRUCTS if s.group))
"""Every group, in the table's order."""

DEFAULT = frozenset(KNOWN) - {"meminfo"}
"""All but meminfo: skmem says the same and more."""

_WORDS = {"default": DEFAULT, "all": frozenset(KNOWN), "none": frozenset[str](), "": frozenset[str]()}


def groups(text: str) -> frozenset[str]:
    """`default`, `all`, `none` or a comma list of groups. Raises BadFlag for an unknown name."""
    if text.strip() in _WORDS:
        return _WORDS[text.strip()]
    names = [name.strip() for name in text.split(",")]
    unknown = [name for name in names if name not in KNOWN]
    if unknown:
        wrong = ", ".join(map(repr, unknown))
        raise BadFlag("-deserializers", f"unknown {wrong}; known: default, all, none, or a list of {', '.join(KNOWN)}")
    return frozenset(names)


def idiag_ext(enabled: frozenset[str]) -> int:
    """The eight bits of the request.

    Bit n-1 asks for attribute n. What bbr, dctcp and vegas tell comes with the VEGASINFO bit, CLASS_ID with TCLASS
    (net/ipv4/inet_diag.c, inet_sk_diag_fill and inet_diag_msg_attrs_fill); the rest comes unasked.
    """
    bits = 0
    for struct in STRUCTS:
        if struct.ext and struct.group in enabled:
            bits |= 1 << (struct.ext - 1)
    return bits
