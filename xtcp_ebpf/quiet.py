"""-skip quiet: of a namespace whose sockets are known only those are read that may have changed since their last record.

Those are: sockets that were marked, sockets that were born, and sockets in a state in which not everything marks them. All others are read
before -maxStale polls are over, when their namespace is read as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xtcp_ebpf.abc import Manner, Namespace, NamespaceKey, Plan
from xtcp_ebpf.exact.births import Births, Due
from xtcp_ebpf.exact.bodies import BODY_BYTES, cookies
from xtcp_ebpf.scheduler import NEVER, Past, how_many_stale


def arrange(plan: Plan, pasts: Mapping[NamespaceKey, Past], births: Births, max_stale: int) -> Plan:
    """The plan without those namespaces in which nothing is to be read, and with only some sockets of the others.

    A namespace that is not remembered, or of which anything may have changed, stays as it was.
    """
    stale = _stale(plan, pasts, max_stale)
    dumps: list[Namespace] = []
    quiet: list[Namespace] = []
    manners = dict(plan.manners)
    for n in plan.dumps:
        manner = manners.get(n.key)
        bodies = None
        if manner:
            due = births.due(n.key)  # read as a whole or in part: then nothing is due any more
            if not (due.whole or n.key in stale or births.half_open(n.key)):
                bodies = wanted(due, births.known.bodies(n.key), births)
        if bodies == b"":
            quiet.append(n)
            manners.pop(n.key)
            continue
        dumps.append(n)
        if bodies:
            manners[n.key] = Manner("active", remember=True, bodies=bodies)
    skipped = {**plan.skipped, "quiet": quiet} if quiet else plan.skipped
    return replace(plan, dumps=tuple(dumps), manners=manners, skipped=skipped)


def wanted(due: Due, packed: bytes | None, births: Births) -> bytes | None:
    """Requests for what is due; None: all sockets are, as one was active that is not known: a listener, or one in SYN_SENT."""
    if packed is None:
        return None
    active = set(due.active)
    picked = births.gets.pick(packed, cookies(active)) if active else b""
    if len(picked) // BODY_BYTES < len(active):
        return None
    return births.gets.joined(picked, bytes(due.births) + due.restless)


def _stale(plan: Plan, pasts: Mapping[NamespaceKey, Past], max_stale: int) -> set[NamespaceKey]:
    """Those that are to be read as a whole now, spread over the polls that there are."""
    ages = sorted(((plan.poll - pasts.get(n.key, NEVER).poll, n.key) for n in plan.dumps), reverse=True)
    return {key for _, key in ages[: how_many_stale([age for age, _ in ages], max_stale)]}
