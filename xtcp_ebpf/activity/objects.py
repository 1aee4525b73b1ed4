"""What a loader hands over: descriptors of maps and programs that the kernel has accepted. Nothing is attached yet."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Objects:
    """Descriptors, all close-on-exec, by their names in bpf/. Whoever has this value closes them."""

    loader: str
    """`libbpf` or `bcc`."""
    kind: str
    """Type of the programs that will be attached: `tp_btf` or `raw_tp`."""
    maps: Mapping[str, int]
    """control, marks; bell where the kernel has ring buffers; for the walk also walked, outcome, yardstick."""
    programs: Mapping[str, int]
    """By tracepoint: inet_sock_set_state, tcp_probe, tcp_retransmit_skb; for the walk also measure and walk, which are never attached."""

    def close(self) -> None:
        for descriptor in (*self.maps.values(), *self.programs.values()):
            os.close(descriptor)


class Loader(Protocol):
    """A way to bring the programs of one source into the kernel."""

    def __call__(self, source: str, kind: str, slots: int, bell: bool) -> Objects:
        """`source`: walk or tracepoints; `kind`: tp_btf or raw_tp; `slots`: how many namespaces the maps hold; `bell`: with a ring buffer.

        Raises errors.AssistUnavailable; then nothing is left in the kernel.
        """
        ...
