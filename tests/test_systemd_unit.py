"""The unit for systemd grants what is needed and no more, says nothing that is not so, and the daemon does all its work under it."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from end_to_end.street import PATIENCE, environment, records

from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.kernel.privileges import NUMBERS, Facts
from xtcp_ebpf.knobs import TABLE, Knobs

UNIT = Path(__file__).resolve().parents[1] / "contrib/systemd/xtcp-ebpf.service"
WORST = 3.0
"""Exposure, of 10, as `systemd-analyze security` counts it: most of it is the network, and the four capabilities."""
HEADER = Path("/usr/include", getattr(sys.implementation, "_multiarch", ""), "asm/unistd_64.h")
NOBODY = 65534
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16}
CLONE_NEWNET = 0x40000000

needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze here (apt install systemd)")


def unit() -> dict[str, list[str]]:
    """Setting -> its values, as they stand."""
    found = defaultdict(list)
    for line in UNIT.read_text().splitlines():
        if line and line[0] not in "#[":
            name, _, value = line.partition("=")
            found[name].append(value)
    return found


def analysed(*arguments: str) -> str:
    """What systemd-analyze says; that it finds nothing wrong is checked."""
    done = subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The unit with a program that exists."""
    path = tmp_path / UNIT.name
    path.write_text(UNIT.read_text().replace("/usr/local/bin/xtcp-ebpf", "/bin/true"))
    return path


def test_the_capabilities_are_exact() -> None:
    """The unit grants those that the daemon keeps with its defaults; its comment those for one namespace and for a low port."""
    kept = privileges.keep(Knobs(), Facts(effective=(1 << 41) - 1, highest=40))
    text = " ".join(unit()["CapabilityBoundingSet"])
    assert sorted(text.split(), key=NUMBERS.__getitem__) == text.split()
    assert set(text.split()) == kept
    assert unit()["AmbientCapabilities"] == [text]
    own = privileges.keep(Knobs(namespaces="own"), Facts(effective=(1 << 41) - 1, highest=40))
    (told,) = re.findall(r"With XTCP_NAMESPACES=own: ([A-Z_ ]+)\.", UNIT.read_text())
    assert set(told.split()) == own


def test_its_variables_are_the_daemons() -> None:
    """Each variable that it sets or mentions is one that the daemon reads, by a path that systemd makes for it."""
    ours = {name for knob in TABLE for name in knob.env}
    told = set(re.findall(r"\b([A-Z][A-Z_]+)=", UNIT.read_text()))
    assert "SPOOL_DIR" in told
    assert told <= ours
    assert unit()["Environment"] == [f"SPOOL_DIR=%S/{unit()['StateDirectory'][0]}/spool"]


def test_it_is_stopped_after_the_drain() -> None:
    """systemd waits longer than the daemon, which waits for its destinations."""
    assert float(unit()["TimeoutStopSec"][0].removesuffix("s")) > 2 * Knobs().drain_timeout


@needs_systemd
def test_systemd_understands_it(installed: Path) -> None:
    """No unknown setting, no wrong value."""
    assert analysed("verify", "--man=no", str(installed)) == ""


@needs_systemd
def test_its_exposure(installed: Path) -> None:
    """What systemd counts stays below the bound."""
    said = analysed("security", "--offline=true", "--no-pager", str(installed))
    (score,) = re.findall(r"Overall exposure level for xtcp-ebpf.service: ([\d.]+)", said)
    assert float(score) <= WORST, said


def allowed() -> set[str]:
    """The system calls that SystemCallFilter= lets through."""
    groups: dict[str, set[str]] = {}
    for line in analysed("syscall-filter", "--no-pager").splitlines():
        if line.startswith("@"):
            name = line.split()[0]
            groups[name] = set()
        elif line.strip() and not line.strip().startswith("#"):
            groups[name].add(line.strip())

    def members(word: str) -> set[str]:
        return set().union(*map(members, groups[word])) if word in groups else {word}

    found = members("@default")
    for line in unit()["SystemCallFilter"]:
        named = set().union(*map(members, line.removeprefix("~").split()))
        found = found - named if line.startswith("~") else found | named
    return found | members("@default")


def filtered(numbers: dict[str, int], calls: set[str]) -> bytes:
    """A seccomp program as systemd makes it, but that it ends the process, so that nothing is forgiven."""
    load, jump, end = 0x20, 0x15, 0x06
    allow, kill = (end, 0, 0, 0x7FFF0000), (end, 0, 0, 0x80000000)
    lines = []
    only = [("setns", 1, [CLONE_NEWNET]), ("socket", 0, [FAMILIES[word] for word in unit()["RestrictAddressFamilies"][0].split()])]
    for call, argument, values in only:
        checks = [line for value in values for line in ((jump, 0, 1, value), allow)]
        lines += [(load, 0, 0, 0), (jump, 0, len(checks) + 2, numbers[call]), (load, 0, 0, 16 + 8 * argument), *checks, kill]
    lines.append((load, 0, 0, 0))
    for call in calls & numbers.keys():
        lines += [(jump, 0, 1, numbers[call]), allow]
    return b"".join(struct.pack("=HBBI", *line) for line in (*lines, kill))


UNDER_IT = """
import ctypes, sys
program = open(sys.argv.pop(1), "rb").read()
libc = ctypes.CDLL(None, use_errno=True)
described = (ctypes.c_uint64 * 2)(len(program) // 8, ctypes.addressof(code := ctypes.create_string_buffer(program)))
assert not libc.prctl(38, 1, 0, 0, 0)
libc.prctl(65, ctypes.c_ulong(1), 0, 0, 0)  # no memory that is written and executed (Linux 6.3)
assert not libc.prctl(22, 2, described), ctypes.get_errno()
from xtcp_ebpf.cli.main import main
sys.exit(main())
"""


@pytest.mark.kernel
@needs_systemd
@pytest.mark.skipif(not HEADER.exists(), reason="the numbers of system calls are not here (apt install linux-libc-dev)")
def test_the_daemon_works_under_it(tmp_path: Path) -> None:
    """A user without rights of its own, the unit's capabilities, system calls, address families: BPF, spool, rows of each namespace."""
    numbers = {name: int(number) for name, number in re.findall(r"#define __NR_(\w+) (\d+)", HEADER.read_text())}
    program = tmp_path / "filter"
    program.write_bytes(filtered(numbers, allowed()))
    state = tmp_path / "state"
    state.mkdir()
    shutil.chown(state, NOBODY, NOBODY)
    capabilities = [name.removeprefix("CAP_").lower() for name in unit()["AmbientCapabilities"][0].split()]
    plus = ",".join(f"+{name}" for name in capabilities)
    before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", f"--bounding-set=-all,{plus}", "--no-new-privs"]
    before += [f"--inh-caps=-all,{plus}", f"--ambient-caps=-all,{plus}", sys.executable, "-c", UNDER_IT, str(program)]
    flags = ["-dest", f"file:{state}/rows", "-marshal", "protobufList", "-spoolDir", f"{state}/spool", "-bpf", "require"]
    flags += ["-maxLoops", "2", "-frequency", "500ms", "-pollJitterPct", "0", "-skip", "none"]
    made = f"xt-unit-{os.getpid()}"
    subprocess.run(["ip", "netns", "add", made], check=True)
    try:
        inside = [
            "ip",
            "netns",
            "exec",
            made,
            sys.executable,
            "-c",
            "import socket; s = socket.create_server(('', 0)); print('in', flush=True); input()",
        ]
        with subprocess.Popen(inside, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
            assert holder.stdout
            assert holder.stdout.readline() == "in\n"
            done = subprocess.run(
                [*before, *flags], capture_output=True, text=True, timeout=PATIENCE, env=environment(), cwd=state, check=False
            )
            holder.communicate("\n")
    finally:
        subprocess.run(["ip", "netns", "del", made], check=True)
    assert done.returncode == 0, done.stderr
    assert "BPF: source" in done.stderr
    assert {row.netns for row in records(state / "rows")} >= {made}
