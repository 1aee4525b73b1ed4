"""What this host allows, as probe.py finds it, and the few facts more that sockets_rules.py asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xtcp_ebpf.activity import btf, sockets_rules
from xtcp_ebpf.activity.bpf_object import BUILT
from xtcp_ebpf.activity.probe import Facts


def widened(facts: Facts, *, vmlinux: Path = btf.VMLINUX, objects: Path = BUILT) -> Facts:
    """The same with what sockets_rules.choose looks at. Raises nothing: what cannot be read is not there."""
    try:
        text = vmlinux.read_bytes() if facts.btf else b""
    except OSError:
        text = b""
    names = {name for name in sockets_rules.NAMES if b"\0%s\0" % name.encode() in text}
    here = {sockets_rules.OBJECT} if (objects / sockets_rules.OBJECT).is_file() else set()
    return replace(facts, names=facts.names | names, objects=facts.objects | here)
