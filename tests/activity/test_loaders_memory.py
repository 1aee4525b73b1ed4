"""What loading costs the daemon in memory, by each loader."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xtcp_ebpf.activity import bcc, libbpf
from xtcp_ebpf.activity.objects import Loader

PAGE = os.sysconf("SC_PAGE_SIZE")


def resident_kib() -> int:
    """How much memory this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE // 1024


@pytest.mark.kernel
@pytest.mark.parametrize(("load", "kind"), [(libbpf.load, "tp_btf"), (bcc.load, "raw_tp")], ids=["libbpf", "bcc"])
def test_the_daemon_stays_small(load: Loader, kind: str) -> None:
    """Nothing of LLVM, and of the kernel's BTF, stays here: loading once more costs no memory."""
    load("tracepoints", kind, 16, False).close()
    before = resident_kib()
    load("tracepoints", kind, 16, False).close()
    assert resident_kib() - before < 2048
