"""The facts that watching sockets needs besides those of probe.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from activity.test_probe import made_btf

from xtcp_ebpf.activity import probe, sockets_probe, sockets_rules


def test_this_kernel() -> None:
    """It has every one of the names, and keeps those that probe.py found."""
    facts = probe.collect(0)
    found = sockets_probe.widened(facts)
    assert found.names == facts.names | set(sockets_rules.NAMES)
    assert sockets_rules.OBJECT in found.objects


def test_one_made_of_files(tmp_path: Path) -> None:
    """A name is there or not, as a whole; a file that cannot be read has none; without an object none is found."""
    file = tmp_path / "vmlinux"
    file.write_bytes(made_btf(sockets_rules.BATCH, "btf_trace_tcp_probe_of_another_kind"))
    facts = replace(probe.collect(0), names=frozenset(), objects=frozenset(), btf=True)
    assert sockets_probe.widened(facts, vmlinux=file, objects=tmp_path).names == {sockets_rules.BATCH}
    assert sockets_probe.widened(facts, vmlinux=tmp_path / "none", objects=tmp_path) == facts
    assert sockets_probe.widened(replace(facts, btf=False), vmlinux=file, objects=tmp_path).names == frozenset()
    (tmp_path / sockets_rules.OBJECT).touch()
    assert sockets_probe.widened(facts, vmlinux=file, objects=tmp_path).objects == {sockets_rules.OBJECT}
