"""QEMU's command line for a guest, and whether KVM can be used. Pure but for a look at the host."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OVERRIDE: Final = "XTCP_VM_ACCEL"
PORT: Final = "xtcp-ebpf.result"
"""Name of the virtio-serial port on which the guest answers."""
PROGRAM, PACKAGE = "qemu-system-x86_64", "qemu-system-x86"
APPEND: Final = "console=ttyS0 quiet panic=-1 oops=panic reboot=t mitigations=off nokaslr random.trust_cpu=on tsc_early_khz=2600000"
"""Boots of many kernels without KVM hang now and then where the kernel measures the clock; told its rate, none did. nokaslr saves time."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Everything that a guest is made of."""

    vmlinuz: Path
    initrd: Path
    disks: tuple[Path, ...]
    """ext4, read only: the userspace, then the project."""
    answer: Path
    """Unix socket on which QEMU brings what the guest says."""
    console: Path
    memory_mb: int
    append: str = ""


def accelerator(cpuinfo: str | None = None, device: Path = Path("/dev/kvm"), environ: Mapping[str, str] = os.environ) -> str:
    """`kvm` or `tcg`. A /dev/kvm that opens proves nothing: without svm or vmx in the processor no stock kernel runs under it."""
    if given := environ.get(OVERRIDE):
        if given not in ("kvm", "tcg"):
            raise ValueError(f"{OVERRIDE}={given}: kvm and tcg are known")
        return given
    text = Path("/proc/cpuinfo").read_text() if cpuinfo is None else cpuinfo
    flags = {word for line in text.splitlines() if line.startswith("flags") for word in line.split()}
    return "kvm" if flags & {"svm", "vmx"} and os.access(device, os.R_OK | os.W_OK) else "tcg"


def command(guest: Guest, accel: str, program: str = PROGRAM) -> list[str]:
    """One processor and no network card. With several processors or threads of its own, QEMU's TCG makes kernels fall over."""
    engine = "kvm" if accel == "kvm" else "tcg,thread=single,tb-size=128"
    line = [
        *(program, "-M", "microvm", "-accel", engine, "-cpu", "host" if accel == "kvm" else "max"),
        *("-smp", "1", "-m", str(guest.memory_mb)),
        *("-nodefaults", "-no-user-config", "-display", "none", "-nic", "none", "-no-reboot"),
        *("-serial", f"file:{guest.console}"),
        *("-kernel", str(guest.vmlinuz), "-initrd", str(guest.initrd), "-append", f"{APPEND} {guest.append}".rstrip()),
        *("-chardev", f"socket,id=answer,path={guest.answer}", "-device", "virtio-serial-device"),
        *("-device", f"virtserialport,chardev=answer,name={PORT}"),
    ]
    for number, disk in enumerate(guest.disks):
        line += ["-drive", f"file={disk},format=raw,if=none,id=disk{number},readonly=on,cache=unsafe"]
        line += ["-device", f"virtio-blk-device,drive=disk{number},serial=disk{number}"]
    return line
