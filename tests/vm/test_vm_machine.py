"""QEMU's command line, and when KVM is used."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from vm.machine import OVERRIDE, PORT, Guest, accelerator, command

GUEST = Guest(Path("/v"), Path("/i"), (Path("/root.ext4"), Path("/project.ext4")), Path("/a"), Path("/c"), 512, "lockdown=integrity")


@pytest.mark.parametrize(
    ("flags", "device", "wanted"),
    [
        ("fpu svm vme", "/dev/null", "kvm"),
        ("fpu vmx", "/dev/null", "kvm"),
        ("fpu vme", "/dev/null", "tcg"),
        ("fpu svm", "/nowhere", "tcg"),
        ("svmx", "/dev/null", "tcg"),
    ],
)
def test_when_kvm_is_used(flags: str, device: str, wanted: str) -> None:
    """A device that opens proves nothing: the processor has to show that it can."""
    assert accelerator(f"processor : 0\nflags\t\t: {flags}\nbugs : svm\n", Path(device), {}) == wanted


def test_the_override() -> None:
    """It is believed, and a wrong word is refused."""
    assert accelerator("flags : svm\n", Path("/dev/null"), {OVERRIDE: "tcg"}) == "tcg"
    assert accelerator("", Path("/nowhere"), {OVERRIDE: "kvm"}) == "kvm"
    with pytest.raises(ValueError, match=f"{OVERRIDE}=hvf"):
        accelerator("", environ={OVERRIDE: "hvf"})


def test_the_command() -> None:
    """One processor, so much memory, no network, disks read only, the answer on a port with our name, and the kernel's words last."""
    line = command(GUEST, "tcg")
    pairs = dict(pairwise(line))
    assert pairs["-accel"].startswith("tcg,thread=single")
    assert (pairs["-smp"], pairs["-m"], pairs["-nic"], pairs["-cpu"]) == ("1", "512", "none", "max")
    assert pairs["-append"].endswith("tsc_early_khz=2600000 lockdown=integrity")
    assert f"virtserialport,chardev=answer,name={PORT}" in line
    assert [word for word in line if word.startswith("file=")] == [
        f"file={path},format=raw,if=none,id=disk{number},readonly=on,cache=unsafe" for number, path in enumerate(GUEST.disks)
    ]
    assert not {"-net", "-netdev"} & {*line}
    with_kvm = command(GUEST, "kvm", "/opt/qemu")
    assert with_kvm[0] == "/opt/qemu"
    assert (with_kvm[with_kvm.index("-accel") + 1], with_kvm[with_kvm.index("-cpu") + 1]) == ("kvm", "host")


def test_the_port_has_one_name() -> None:
    """The guest's program, which imports nothing of ours, asks for the same."""
    agent = Path(__file__).parents[2] / "vm/guest/agent.py"
    assert f'PORT = "{PORT}"' in agent.read_text()
