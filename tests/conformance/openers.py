"""The ways into a namespace that the suite of openers goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from kernel.real_namespaces import Spaces, descriptors, where

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.visit import Visiting

Act = Callable[[Gate, Namespace], object]

CAP_SYS_ADMIN = 21
HANDLES = nsfs.opens_handles("/proc/self/ns/net")
WAYS = ["path", "cookie", *(["handle"] if HANDLES else [])]
ACTS: list[Act] = [Gate.look, lambda gate, namespace: gate.open(namespace).close()]


@dataclass
class Way:
    """How gates are made and what they know of a namespace."""

    visiting: Visiting
    name: str
    spaces: Spaces

    def gate(self) -> Gate:
        made = Gate(bytearray(32768), self.visiting)
        if self.name == "cookie":
            made._handles = False  # as on kernels before 6.18
        return made

    def told(self, namespace: Namespace) -> Namespace:
        """With what discovery would know."""
        return namespace if self.name == "path" else self.spaces.known(namespace)

    def tried(
        self, namespace: Namespace, act: Act, before: Callable[[Gate], None] = lambda _: None, comes_home: bool = True
    ) -> errors.OpenError:
        """The error of a gate, on which `before` is tried first. Afterwards the thread is home, and nothing is left open."""
        gate = self.gate()
        try:
            before(gate)
            home, opened = where(), descriptors()
            with pytest.raises(errors.OpenError) as caught:
                act(gate, namespace)
            assert descriptors() == opened
            assert (where() == home) is comes_home
            return caught.value
        finally:
            gate.close()
