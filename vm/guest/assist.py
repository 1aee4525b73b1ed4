"""BPF on this kernel: each source by each loader that can work here works.

What cannot is refused by the rules, with the right reason.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from vm.guest import paths  # noqa: F401  for the next lines

from activity.sources_to_try import LOADED, SLOTS, opened  # isort: skip
from conformance.activities import born, talk  # isort: skip
from kernel.real_namespaces import Spaces  # isort: skip

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import probe, rules
from xtcp_ebpf.errors import AssistUnavailable
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.marks import Activity

PATIENCE_S: Final = 10.0
WALK_REASONS: Final = {"no_loop", "no_percpu_lookup"}
"""Why there is no walk, where there is none."""


def sources(lacks: frozenset[str]) -> str:
    """By libbpf: walk and tracepoints, tp_btf and raw_tp, with a bell and without."""
    return _tried([name for name in LOADED if "libbpf" in name], lacks)


def compiled(lacks: frozenset[str]) -> str:
    """By bcc."""
    return _tried([name for name in LOADED if "bcc" in name], lacks)


def _tried(names: list[str], lacks: frozenset[str]) -> str:
    facts = probe.collect(caps.read().effective)
    choice = rules.choose(facts, "auto", "auto")
    offered = [f"{each.source}/{each.loader}/{each.kind}" for each in choice.tries]
    ruled_out = {refusal.reason for refusal in choice.ruled_out}
    if "walk" in lacks:
        assert ruled_out >= WALK_REASONS, f"the walk should be ruled out by {WALK_REASONS}, and is by {ruled_out}"
    else:
        assert offered[0] == "walk/libbpf/tp_btf", offered
    said = []
    for name in names:
        if name.startswith("walk") and "walk" in lacks:
            try:
                opened(name).close()
            except AssistUnavailable as error:
                said.append(f"{name} refused ({error.reason})")
                continue
            raise AssertionError(f"{name} runs, and vm/kernels.py says that this kernel lacks it")
        with TemporaryDirectory() as folder:
            spaces = Spaces(Path(folder, "netns"))
            source = opened(name, SLOTS)
            try:
                marked(source, spaces, "no_bell" not in name)
            finally:
                source.close()
                spaces.remove_all()
        said.append(name)
    return f"{', '.join(said)}; offered: {offered[0]}"


def marked(source: Activity, spaces: Spaces, bell: bool) -> None:
    """The namespace in which something happens is marked, by its own inode and cookie, no other is, and the bell rings for a new one."""
    busy, quiet = born(spaces, "busy"), born(spaces, "quiet")
    before = source.read()
    descriptor = source.bell
    assert (descriptor is not None) == bell
    talk(spaces, busy)
    _until(lambda: source.read().of(busy) != before.of(busy), "no mark")
    marks = source.read()
    assert marks.of(quiet) == before.of(quiet), "the quiet one is marked"
    _same_again(source, busy)
    if descriptor is not None:
        assert _rings(descriptor, lambda: talk(spaces, born(spaces, "new"))), "the bell does not ring"


def _same_again(source: Activity, namespace: Namespace) -> None:
    """What happened is not told twice."""
    time.sleep(0.2)
    once = source.read().of(namespace)
    assert once == source.read().of(namespace), "a mark that moves by itself"


def _rings(descriptor: int, act: Callable[[], None]) -> bool:
    poller = select.epoll()
    poller.register(descriptor, select.EPOLLIN)
    try:
        act()
        return bool(poller.poll(PATIENCE_S))
    finally:
        poller.close()


def _until(holds: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < until, what
        time.sleep(0.01)
