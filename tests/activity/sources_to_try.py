"""Every source of marks that this kernel takes, for suites that each of them must pass; and what `-skip idle` compares without BPF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import bcc, libbpf, probe
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.activity.tracepoints import Tracepoints
from xtcp_ebpf.activity.walk import Walk
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.marks import Activity, Mark

SLOTS: Final = 16384
Open = Callable[[int], Activity]
"""Takes how many namespaces the maps hold."""

LOADED: Final[dict[str, Callable[[int], Objects]]] = {
    "walk-libbpf-tp_btf": lambda slots: libbpf.load("walk", "tp_btf", slots, True),
    "walk-libbpf-raw_tp": lambda slots: libbpf.load("walk", "raw_tp", slots, True),
    "walk-libbpf-no_bell": lambda slots: libbpf.load("walk", "tp_btf", slots, False),
    "tracepoints-libbpf-tp_btf": lambda slots: libbpf.load("tracepoints", "tp_btf", slots, True),
    "tracepoints-libbpf-raw_tp": lambda slots: libbpf.load("tracepoints", "raw_tp", slots, True),
    "tracepoints-libbpf-no_bell": lambda slots: libbpf.load("tracepoints", "tp_btf", slots, False),
    "tracepoints-bcc-raw_tp": lambda slots: bcc.load("tracepoints", "raw_tp", slots, True),
    "tracepoints-bcc-no_bell": lambda slots: bcc.load("tracepoints", "raw_tp", slots, False),
}
"""By source, loader and kind of program."""
CAN_WALK: Final = probe.collect(0).names >= {probe.LOOP, probe.PERCPU_LOOKUP}
"""No kernel before Linux 5.19 can."""
WITH_BPF: Final = tuple(name for name in LOADED if CAN_WALK or not name.startswith("walk"))
ALL: Final = (*WITH_BPF, "always")


def opened(name: str, slots: int = SLOTS) -> Activity:
    """That one of ALL, running."""
    if name == "always":
        return Always()
    objects = LOADED[name](slots)
    return Walk(objects, slots) if name.startswith("walk") else Tracepoints(objects, slots)


class Counters:
    """Source `counters`: no BPF, but a look at the namespace. Used by the thread that made it."""

    def __init__(self) -> None:
        self._gate = Gate(bytearray(32768))

    def of(self, namespace: Namespace) -> Mark | None:
        return self._gate.look(namespace, counters=True).mark

    def close(self) -> None:
        self._gate.close()
