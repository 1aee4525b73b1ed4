"""Which hosts can watch single sockets (sockets.py), and what an operator is told where that cannot be. Pure.

It takes what the source tracepoints takes (rules.py), and a few things more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from xtcp_ebpf.activity import probe, rules
from xtcp_ebpf.activity.probe import Facts

OBJECT: Final = "sockets.bpf.o"
BATCH: Final = "BPF_MAP_LOOKUP_AND_DELETE_BATCH"
TRACEPOINTS: Final = {"inet_sock_set_state": "state", "tcp_retransmit_synack": "synack"}
"""Births and half-open connections: tracepoint -> what its programs' names begin with."""
MARKING: Final = {"tcp_probe": "probe", "tcp_retransmit_skb": "retransmit", "tcp_rcv_space_adjust": "adjust"}
"""Active sockets, with inet_sock_set_state."""
COOKIES: Final = "bpf_get_socket_ptr_cookie"
"""The kernel's function by which tp_btf programs have cookies of sockets. It came with those of namespaces as they are now: before, a
member net_cookie was there already, of another type."""
NAMES: Final = (BATCH, COOKIES, *map(probe.TYPEDEF.format, (*TRACEPOINTS, *MARKING)))
"""What is looked for in the kernel's BTF, besides what probe.py looks for."""

_NEWER: Final = "a kernel of Linux 5.12 or newer; until then leave out what needs it: -reads dump, no -skip quiet"
_NEEDS: Final = (
    (COOKIES, "no_cookie", "the kernel gives BPF programs no cookies of namespaces and sockets (Linux 5.12), by which they are told apart"),
    (probe.RING, "no_ring", "the kernel has no BPF ring buffers (Linux 5.8), in which births are told"),
    (BATCH, "no_batch", "the kernel cannot give what a BPF map holds and take it away in one call (Linux 5.6)"),
    (probe.MMAPABLE, "no_mmap", "the kernel has no BPF maps that can be mapped into memory (Linux 5.5)"),
)


class Reason(NamedTuple):
    """Why it cannot be had."""

    reason: str
    """A word for counters."""
    text: str
    """For a person."""
    fix: str
    """What to do."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """What follows from the facts."""

    kinds: tuple[str, ...]
    """Types of programs to be tried, best first: `tp_btf`, `raw_tp`; empty: it cannot be had."""
    ruled_out: tuple[Reason, ...]
    """Without any: why; what weighs most first."""


def choose(facts: Facts, marks: bool, namespaces: int = rules.DEFAULT_SLOTS) -> Kinds:
    """`facts` as sockets_probe.widened has them; `marks`: active sockets too; `namespaces`: how many can be watched."""
    base = rules.choose(facts, "tracepoints", "libbpf", namespaces)
    against = [Reason(*refusal[1:]) for refusal in base.ruled_out] if not base.tries else []
    if any(reason.reason in ("no_bpf", "no_btf") for reason in against):
        return Kinds((), tuple(against))  # the rest is not known
    against += _needs(facts, marks)
    return Kinds((), tuple(dict.fromkeys(against))) if against else Kinds(tuple(each.kind for each in base.tries), ())


def _needs(facts: Facts, marks: bool) -> list[Reason]:
    found = [Reason(reason, text, _NEWER) for name, reason, text in _NEEDS if name not in facts.names]
    if OBJECT not in facts.objects:
        fix = "apt install clang libbpf-dev, then `make run`, or install the package again"
        found.append(Reason("no_objects", f"{OBJECT} is not installed", fix))
    absent = [name for name in (*TRACEPOINTS, *(MARKING if marks else ())) if probe.TYPEDEF.format(name) not in facts.names]
    if absent and probe.TP_BTF in facts.names:  # of an older kernel it is not known
        fix = "a kernel with CONFIG_TRACEPOINTS=y, as distributions build it"
        found.append(Reason("no_tracepoint", f"the kernel has no tracepoint {', '.join(absent)}", fix))
    return found
