"""What this host allows BPF to do, looked up once and kept as one frozen value. Nothing is loaded, made or decided here: rules.py decides.

What the kernel can do is read from its BTF: the name of an enumerator or a type is there, or it is not. That takes a few milliseconds,
because only the names are searched and no type is read.
"""

from __future__ import annotations

import ctypes
import errno
import importlib.machinery
import re
import resource
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from xtcp_ebpf.activity import bcc, bpf
from xtcp_ebpf.activity.bpf_object import BUILT, LIBRARY

CAP_SYS_ADMIN, CAP_SYS_RESOURCE, CAP_PERFMON, CAP_BPF = 21, 24, 38, 39
UNLIMITED: Final = resource.RLIM_INFINITY

TP_BTF: Final = "BPF_TRACE_RAW_TP"
PROBE_READ: Final = "BPF_FUNC_probe_read_kernel"
LOOP: Final = "BPF_FUNC_loop"
PERCPU_LOOKUP: Final = "BPF_FUNC_map_lookup_percpu_elem"
RING: Final = "BPF_MAP_TYPE_RINGBUF"
MMAPABLE: Final = "BPF_F_MMAPABLE"
COOKIE: Final = "net_cookie"
TYPEDEF: Final = "btf_trace_{}"
"""Of a tracepoint to which tp_btf programs can be attached."""
TRACEPOINTS: Final = ("inet_sock_set_state", "tcp_probe", "tcp_retransmit_skb")
NAMES: Final = (TP_BTF, PROBE_READ, LOOP, PERCPU_LOOKUP, RING, MMAPABLE, COOKIE, *map(TYPEDEF.format, TRACEPOINTS))
"""What is looked for in the kernel's BTF."""
OBJECTS: Final = ("walk.bpf.o", "tracepoints.bpf.o", bcc.PROGRAM)

_BTF_MAGIC: Final = 0xEB9F
_BTF_HEADER: Final = struct.Struct("=HBBIIIII")
"""magic, version, flags, header's length, then offset and length of the types and of the names."""
_NO_COMMAND: Final = 0x7FFFFFFF
_ALL_USERS: Final = ["0", "0", "4294967295"]


@dataclass(frozen=True, slots=True)
class Facts:
    """One look at the host. What could not be found out has the value that rules nothing out."""

    release: str
    """As uname -r says it; empty: not readable."""
    version: tuple[int, int]
    """(6, 18); (0, 0) when `release` does not begin with one."""
    btf: bool
    """/sys/kernel/btf/vmlinux can be read and is BTF."""
    names: frozenset[str]
    """Those of NAMES that the kernel's BTF has."""
    effective: int
    """Capabilities in effect, bit n for number n."""
    user_namespace: bool
    """They are those of a user namespace below the host's: for BPF they do not count."""
    unprivileged_bpf_disabled: int | None
    """sysctl kernel.unprivileged_bpf_disabled: 0, 1 (until reboot) or 2; None: not told."""
    lockdown: str
    """`none`, `integrity` or `confidentiality`; empty: not told (no lockdown, or securityfs is not mounted)."""
    jit: int | None
    """sysctl net.core.bpf_jit_enable; 0: programs are interpreted; None: not told."""
    memlock: tuple[int, int]
    """RLIMIT_MEMLOCK in bytes, soft and hard; UNLIMITED (-1) is no number."""
    bpf_errno: int
    """What bpf(2) answers to a command that no kernel has: ENOSYS where it is not, EPERM where it may not be called, else another."""
    libbpf: str
    """Version of libbpf.so.1, as 1.1; empty: it cannot be loaded."""
    libbpf_error: str
    """Why not."""
    objects: frozenset[str]
    """Those of OBJECTS that are installed."""
    bcc: bool
    """The Python module of the BPF Compiler Collection is installed."""

    @property
    def ring_buffers(self) -> bool:
        """Linux 5.8."""
        return RING in self.names

    def holds(self, capability: int) -> bool:
        return bool(self.effective >> capability & 1)


def collect(
    effective: int, *, sys: str = "/sys", proc: str = "/proc", objects: Path | None = None, modules: Sequence[str] | None = None
) -> Facts:
    """Look now. `effective`: capabilities in effect, as a bit mask; `objects`: where the programs are (None: where the loaders look);
    `modules`: directories where bcc may be, after the interpreter's own (None: likewise). Raises nothing: what cannot be read is not there.
    """
    release = _text(Path(proc, "sys/kernel/osrelease"))
    number = re.match(r"(\d{1,5})\.(\d{1,5})", release)
    strings = _strings(Path(sys, "kernel/btf/vmlinux"))
    bracketed = re.search(r"\[(\w+)\]", _text(Path(sys, "kernel/security/lockdown")))
    version, why_not = libbpf()
    return Facts(
        release=release,
        version=(int(number[1]), int(number[2])) if number else (0, 0),
        btf=strings is not None,
        names=frozenset(name for name in NAMES if b"\0%s\0" % name.encode() in (strings or b"")),
        effective=effective,
        user_namespace=_text(Path(proc, "self/uid_map")).split() not in ([], _ALL_USERS),
        unprivileged_bpf_disabled=_number(Path(proc, "sys/kernel/unprivileged_bpf_disabled")),
        lockdown=bracketed[1] if bracketed else "",
        jit=_number(Path(proc, "sys/net/core/bpf_jit_enable")),
        memlock=resource.getrlimit(resource.RLIMIT_MEMLOCK),
        bpf_errno=_answer(),
        libbpf=version,
        libbpf_error=why_not,
        objects=frozenset(name for name in OBJECTS if any(_is_file(place / name) for place in _places(name, objects))),
        bcc=_has_bcc(bcc.places() if modules is None else modules),
    )


def libbpf(library: str = LIBRARY) -> tuple[str, str]:
    """(version, "") of the library, or ("", why it cannot be loaded)."""
    try:
        version = ctypes.CDLL(library, use_errno=True).libbpf_version_string
    except (OSError, AttributeError) as error:
        return "", str(error)
    version.restype = ctypes.c_char_p
    return (version() or b"").decode(errors="replace").removeprefix("v") or "?", ""


def _answer() -> int:
    try:
        bpf.bpf(_NO_COMMAND, ctypes.create_string_buffer(8))
    except OSError as error:
        return error.errno or errno.EIO
    return 0


def _strings(path: Path) -> bytes | None:
    """The part of a BTF file that holds its names; None when it is none of this machine's. Few kernels let it be mapped, so it is read."""
    try:
        with path.open("rb") as file:
            magic, version, _, header, _, _, at, length = _BTF_HEADER.unpack(file.read(_BTF_HEADER.size))
            if (magic, version) != (_BTF_MAGIC, 1):
                return None
            file.seek(header + at)
            return file.read(length)
    except (OSError, struct.error):
        return None


def _places(name: str, objects: Path | None) -> Sequence[Path]:
    return (objects,) if objects else bcc.SOURCES if name == bcc.PROGRAM else (BUILT,)


def _has_bcc(modules: Sequence[str]) -> bool:
    """Found, not imported. PyPI has another bcc, without BPF: that one has no libbcc.py."""
    find = importlib.machinery.PathFinder.find_spec
    specs = (find("bcc", places) for places in (None, *([directory] for directory in modules)))
    return any(_is_file(Path(place, "libbcc.py")) for spec in specs if spec for place in spec.submodule_search_locations or ())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a directory on the way that we may not enter
        return False


def _text(path: Path) -> str:
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""


def _number(path: Path) -> int | None:
    text = _text(path)
    return int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else None
