"""The ways into a namespace that the suite of openers goes."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from kernel.real_namespaces import Spaces, descriptors, where

from xtcp_ebpf import errors
from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.netns import Gate
from xtcp_ebpf.kernel.visit import Home, Visit, Visiting, visit
from xtcp_ebpf.opening import hirer, visitor
from xtcp_ebpf.opening.remote_gate import RemoteGate
from xtcp_ebpf.opening.roles import Role

Before = Callable[[Home], None]
Act = Callable[[Gate, Namespace], object]

CAP_SYS_ADMIN = 21
HANDLES = nsfs.opens_handles("/proc/self/ns/net")
WAYS = ["path", "cookie", *(["handle"] if HANDLES else [])]
ACTS: list[Act] = [Gate.look, lambda gate, namespace: gate.open(namespace).close()]


class HiredGate(RemoteGate):
    """A gate whose openers are its own."""

    def __init__(self, way: Visiting) -> None:
        with warnings.catch_warnings():
            # Some tests start it beside the thread of the suite, which waits; the daemon has no second one yet.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.openers = hirer.start({Role.VISIT: partial(visitor.serve, way=way)}, 4)
        try:
            super().__init__(bytearray(32768), self.openers)
        except BaseException:
            self.openers.close()
            raise

    def close(self) -> None:
        super().close()
        self.openers.close()


def first(before: Before, way: Visiting) -> Visiting:
    """Tries `before` on the home from which the first visit is made, in the thread that makes it."""
    todo = [before]

    def visiting(home: Home, *rest: object, **more: object) -> Visit:
        if todo:
            todo.pop()(home)
        return way(home, *rest, **more)  # type: ignore[arg-type]  # handed on as they are

    return visiting


@dataclass
class Way:
    """How gates are made and what they know of a namespace."""

    visiting: Visiting | None
    """None: a process that has the rights visits."""
    name: str
    spaces: Spaces

    def gate(self, before: Before | None = None) -> Gate:
        way = self.visiting or visit
        if before and not self.visiting:
            way = first(before, way)
        made = Gate(bytearray(32768), way) if self.visiting else HiredGate(way)
        if before and self.visiting:
            before(made._home)
        if self.name == "cookie":
            made._handles = False  # as on kernels before 6.18
        return made

    def told(self, namespace: Namespace) -> Namespace:
        """With what discovery would know."""
        return namespace if self.name == "path" else self.spaces.known(namespace)

    def tried(
        self, namespace: Namespace, act: Act, before: Before | None = None, comes_home: bool = True, ends: bool = False
    ) -> errors.OpenError:
        """The error of a gate, on whose home `before` is tried first. Afterwards the thread is home, and nothing is left open.

        `ends`: whoever visits ends with it; where that is another process, its connection is closed."""
        gate = self.gate(before)
        try:
            home, opened = where(), descriptors()
            with pytest.raises(errors.OpenError) as caught:
                act(gate, namespace)
            assert descriptors() == opened - (ends and not self.visiting)
            assert (where() == home) is (comes_home or not self.visiting)
            return caught.value
        finally:
            gate.close()
