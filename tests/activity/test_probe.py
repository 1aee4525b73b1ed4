"""The facts are what this host, or one made of files, says."""

from __future__ import annotations

import errno
import json
import os
import resource
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from xtcp_ebpf.activity import btf, probe
from xtcp_ebpf.kernel import caps

ALL = (1 << 41) - 1
TELL = (
    "import json; from xtcp_ebpf.activity import probe; f = probe.collect((1 << 41) - 1);"
    " print(json.dumps([f.bpf_errno, f.user_namespace, f.memlock]))"
)
SECCOMP = """
import ctypes, struct
from xtcp_ebpf.activity import bpf
code = b"".join(struct.pack("=HBBI", *i) for i in (
    (0x20, 0, 0, 0),                    # load the number of the call
    (0x15, 0, 1, bpf._number.value),    # bpf(2)?
    (0x06, 0, 0, 0x00050000 | {number}),  # then this errno
    (0x06, 0, 0, 0x7FFF0000),           # all others are allowed
))
program = ctypes.create_string_buffer(code)
filter = ctypes.create_string_buffer(struct.pack("@HP", len(code) // 8, ctypes.addressof(program)))
libc = ctypes.CDLL(None)
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, filter, 0, 0) == 0
"""


def made_btf(*names: str, magic: int = 0xEB9F, types: bytes = b"") -> bytes:
    """A BTF file with these names and no type."""
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in names)
    return struct.pack("=HBBIIIII", magic, 1, 0, 24, 0, len(types), len(types), len(strings)) + types + strings


def host(top: Path, files: dict[str, str | bytes]) -> probe.Facts:
    """Facts of a host that consists of these files."""
    for name, content in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return probe.collect(0, sys=str(top / "sys"), proc=str(top / "proc"), objects=top / "objects", modules=[str(top / "dist")])


def told(*before: str, script: str = "") -> tuple[int, bool, list[int]]:
    """errno of bpf(2), user namespace and memlock, as a process finds them that was started by `before` and did `script` first."""
    child = subprocess.run([*before, sys.executable, "-c", script + TELL], capture_output=True, text=True, check=True, timeout=30)
    number, inside, memlock = json.loads(child.stdout)
    return number, inside, memlock


@pytest.mark.kernel
def test_this_host() -> None:
    """On a real kernel the facts are this machine's, and the names are those that its BTF has when it is read type by type."""
    effective = caps.read().effective
    facts = probe.collect(effective)
    assert facts.release == os.uname().release
    assert facts.version == tuple(int(part) for part in facts.release.split(".")[:2])
    assert facts.effective == effective
    assert facts.memlock == resource.getrlimit(resource.RLIMIT_MEMLOCK)
    assert facts.btf == btf.VMLINUX.exists()
    if facts.btf:
        with btf.opened() as kernel:
            constants = kernel.constants("BPF_")
            assert facts.names & {name for name in probe.NAMES if name.startswith("BPF_")} == constants.keys() & {*probe.NAMES}
            assert (probe.COOKIE in facts.names) == any(field.name == probe.COOKIE for field in kernel.fields("net"))
    assert facts.ring_buffers == (probe.RING in facts.names)
    assert facts.bpf_errno == errno.EINVAL
    assert bool(facts.libbpf) != bool(facts.libbpf_error)


def test_a_look_leaves_nothing_behind() -> None:
    """No descriptor is left open, and bcc, which is only looked for, is not imported."""
    probe.collect(0)  # libbpf is loaded by the first, and stays
    before = sorted(Path("/proc/self/fd").iterdir())
    probe.collect(0)
    assert sorted(Path("/proc/self/fd").iterdir()) == before
    assert "bcc" not in sys.modules


def test_a_host_of_nothing(tmp_path: Path) -> None:
    """Where no file can be read, every fact has the value for `not there` or `not told`, and nothing is raised."""
    facts = host(tmp_path, {})
    assert (facts.release, facts.version, facts.btf, facts.names) == ("", (0, 0), False, frozenset())
    assert (facts.unprivileged_bpf_disabled, facts.lockdown, facts.jit, facts.user_namespace) == (None, "", None, False)
    assert (facts.objects, facts.ring_buffers) == (frozenset(), False)


@pytest.mark.parametrize(
    ("release", "version"),
    [
        ("6.18.44-fc\n", (6, 18)),
        ("5.10.0-46-cloud-amd64", (5, 10)),
        ("7.3~rc7", (7, 3)),
        ("4.19", (4, 19)),
        ("6", (0, 0)),
        ("linux-6.1", (0, 0)),
        ("", (0, 0)),
        ("\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), (0, 0)),
    ],
)
def test_version(tmp_path: Path, release: str, version: tuple[int, int]) -> None:
    """The first two numbers of the release; what does not begin with two numbers is no version."""
    facts = host(tmp_path, {"proc/sys/kernel/osrelease": release})
    assert (facts.release, facts.version) == (release.strip(), version)


@pytest.mark.parametrize("name", probe.NAMES)
def test_a_name_of_the_btf(tmp_path: Path, name: str) -> None:
    """A name is found when it is there by itself, wherever it stands, and never as a part of another."""
    parts = [f"{name}_X", f"X_{name}", name[:-1]]
    files: dict[str, str | bytes] = {"sys/kernel/btf/vmlinux": made_btf(*parts, name)}
    assert host(tmp_path, files).names == {name}
    assert host(tmp_path, {"sys/kernel/btf/vmlinux": made_btf(name, *parts)}).names == {name}
    without = host(tmp_path, {"sys/kernel/btf/vmlinux": made_btf(*parts)})
    assert (without.btf, without.names) == (True, frozenset())


def test_only_the_names_of_the_btf_are_searched(tmp_path: Path) -> None:
    """What looks like a name among the types is none."""
    look_alike = made_btf("other", types=b"\0net_cookie\0")
    assert host(tmp_path, {"sys/kernel/btf/vmlinux": look_alike}).names == frozenset()


@pytest.mark.parametrize("content", [b"", b"\x9f\xeb", made_btf("net_cookie", magic=0x9FEB), b"\x7fELF" + bytes(60)])
def test_what_is_no_btf(tmp_path: Path, content: bytes) -> None:
    """A file that is empty, cut off, of the other byte order or something else is no BTF."""
    facts = host(tmp_path, {"sys/kernel/btf/vmlinux": content})
    assert (facts.btf, facts.names) == (False, frozenset())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[none] integrity confidentiality\n", "none"),
        ("none [integrity] confidentiality\n", "integrity"),
        ("none integrity [confidentiality]\n", "confidentiality"),
        ("none integrity confidentiality\n", ""),
        ("", ""),
    ],
)
def test_lockdown(tmp_path: Path, text: str, word: str) -> None:
    """The word in brackets is the one that holds."""
    assert host(tmp_path, {"sys/kernel/security/lockdown": text}).lockdown == word


@pytest.mark.parametrize(("text", "number"), [("0\n", 0), ("1\n", 1), ("2\n", 2), ("", None), ("on\n", None), ("²", None)])
def test_sysctls(tmp_path: Path, text: str, number: int | None) -> None:
    """A sysctl that holds no number is as one that is not there."""
    facts = host(tmp_path, {"proc/sys/kernel/unprivileged_bpf_disabled": text, "proc/sys/net/core/bpf_jit_enable": text})
    assert (facts.unprivileged_bpf_disabled, facts.jit) == (number, number)


@pytest.mark.parametrize(
    ("text", "inside"),
    [("         0          0 4294967295\n", False), ("0 1000 1\n", True), ("0 0 65536\n", True), ("0 0 1\n1 100000 65536\n", True)],
)
def test_user_namespace(tmp_path: Path, text: str, inside: bool) -> None:
    """Only the host's own user namespace maps every user to itself in one line."""
    assert host(tmp_path, {"proc/self/uid_map": text}).user_namespace == inside


@pytest.mark.kernel
def test_a_real_user_namespace() -> None:
    """A process in a user namespace of its own is found to be there; the errno of bpf(2) need not tell (here, Linux 6.18, it does not)."""
    assert told()[1] is False
    assert told("unshare", "--user", "--map-root-user")[1] is True


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOSYS, errno.EACCES, 0])
def test_a_real_seccomp_filter(number: int) -> None:
    """Where a filter forbids bpf(2), as Docker's does, its errno is a fact."""
    assert told(script=SECCOMP.format(number=number))[0] == number


def test_memlock() -> None:
    """Both limits, in bytes, as they are for this process; -1 is no limit."""
    assert told("prlimit", "--memlock=65536:131072")[2] == [65536, 131072]
    assert told("prlimit", "--memlock=65536:65536")[2] == [65536, 65536]
    assert probe.UNLIMITED == -1


def test_libbpf() -> None:
    """A library that is not there, or is another, has no version, and it is said why; the real one has a version of digits."""
    assert probe.libbpf("libxtcp-none.so.1") == ("", "libxtcp-none.so.1: cannot open shared object file: No such file or directory")
    version, why = probe.libbpf("libc.so.6")
    assert version == ""
    assert "libbpf_version_string" in why
    version, why = probe.libbpf()
    assert (version == "" and why) or version[0].isdigit()


def test_objects(tmp_path: Path) -> None:
    """Each object by itself; a directory of that name is none, and a path that cannot be followed has none."""
    for name in probe.OBJECTS:
        assert host(tmp_path / name, {f"objects/{name}": "x"}).objects == {name}
    (tmp_path / "objects" / probe.OBJECTS[0]).mkdir(parents=True)
    assert host(tmp_path, {"other": "x"}).objects == frozenset()
    assert probe.collect(0, objects=tmp_path / "other").objects == frozenset()
    assert probe.collect(0, objects=tmp_path / ("x" * 300)).objects == frozenset()


def test_bcc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """bcc is a package with libbcc.py in it; PyPI's other module of that name is not it, and nothing of either is run."""
    monkeypatch.setattr(sys, "path", [])
    wrong = "raise SystemExit('was imported')"
    assert not host(tmp_path / "none", {}).bcc
    assert not host(tmp_path / "other", {"dist/bcc/__init__.py": wrong}).bcc
    assert not host(tmp_path / "single", {"dist/bcc.py": wrong}).bcc
    assert host(tmp_path / "real", {"dist/bcc/__init__.py": wrong, "dist/bcc/libbcc.py": wrong}).bcc
    monkeypatch.setattr(sys, "path", [str(tmp_path / "real/dist")])
    assert host(tmp_path / "own", {}).bcc


def test_one_value() -> None:
    """Facts are a value: alike when the host is, usable as a key, and nothing can be changed in them."""
    facts = probe.collect(ALL)
    assert facts == probe.collect(ALL)
    assert hash(facts) == hash(probe.collect(ALL))
    assert facts != replace(facts, effective=0)
    assert facts.holds(probe.CAP_BPF)
    assert not replace(facts, effective=ALL & ~(1 << probe.CAP_BPF)).holds(probe.CAP_BPF)
