"""The kernels that guests boot, as data: which, where from, and why it is in the list. All are Debian's, for virtual machines.

Exact versions leave the archive with each update, so the newest of a line is found by the pattern of its package's name.
5.15 and 6.6 are in no Debian suite; 6.19, 7.0 and 7.1 have no modules in the archive any more, and so no tcp_diag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

IMAGE, BINARY, MODULES, BASE = "linux-image-", "linux-binary-", "linux-modules-", "linux-base-"
FLAVOUR: Final = "-cloud-amd64"


@dataclass(frozen=True, slots=True)
class Kernel:
    """One line of the table."""

    name: str
    """As it is asked for: 6.12."""
    suite: str
    """Of Debian, where its packages are."""
    version: str
    """Pattern of what stands between linux-image- and -cloud-amd64."""
    why: str
    """It is in the list."""
    lacks: frozenset[str] = frozenset()
    """What this kernel cannot do, of FEATURES: only there may a check find it missing, and there it has to."""
    passing: bool = False
    """A line of backports, which leaves the archive when the next one comes: then there is no such guest, and that is no failure."""


FEATURES: Final = {
    "walk": "bpf_loop, bpf_map_lookup_percpu_elem and namespace cookies in BTF: the source walk (Linux 5.19)",
    "mptcp": "CONFIG_MPTCP",
    "tls": "CONFIG_TLS",
    "nsfs_handles": "namespaces are opened by file handle (Linux 6.18)",
    "own_hash": "a namespace may have a hash table of its own (Linux 6.1)",
    "cookies": "a socket tells its namespace's cookie (Linux 5.14)",
    "unaccounted": "BPF maps do not count as locked memory (Linux 5.11)",
    "accecn": "AccECN fields in tcp_info, 280 bytes of it (Linux 6.18)",
}

_OLD: Final = frozenset({"nsfs_handles", "accecn"})
KERNELS: Final = (
    Kernel(
        "5.10",
        "bullseye-security",
        r"5\.10\.0-\d+",
        "the oldest that is promised: no bpf_loop, no cookies in BTF, maps count as locked memory, no MPTCP, no TLS",
        _OLD | {"walk", "mptcp", "tls", "unaccounted", "own_hash", "cookies"},
    ),
    Kernel("6.1", "bookworm-security", r"6\.1\.0-\d+", "Debian 12's; the walk runs, tcp_info has 232 bytes", _OLD),
    Kernel("6.12", "bookworm-security", r"6\.12\.\d+\+deb12", "Debian 13's line; sockets that are only bound are reported", _OLD),
    Kernel("6.16", "trixie-backports", r"6\.16\.\d+\+deb13", "tcp_retransmit_skb still in the old event structure", _OLD, passing=True),
    Kernel(
        "6.17", "trixie-backports", r"6\.17\.\d+\+deb13", "the event structures changed, as did tcp_ao's tracepoints", _OLD, passing=True
    ),
    Kernel("6.18", "trixie-backports", r"6\.18\.\d+\+deb13", "nsfs file handles, and AccECN in tcp_info", passing=True),
    Kernel("7.2", "sid", r"7\.2\.\d+\+deb14", "what Debian's next release has now; ULP information of TLS is longer", passing=True),
    Kernel("7.3", "trixie-backports", r"7\.3\.\d+\+deb13", "the newest to be had", passing=True),
)
QUICK: Final = ("5.10", "6.12")
"""The pair of `make vm-test`: the oldest, and what most run."""


def named(name: str) -> Kernel:
    """The line of the table. Raises KeyError, with what there is."""
    for kernel in KERNELS:
        if kernel.name == name:
            return kernel
    raise KeyError(f"no kernel {name!r} in the table: there are {', '.join(kernel.name for kernel in KERNELS)}, and `all`")


def newest(kernel: Kernel, packages: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """(version, packages to fetch) of the newest of this line among a suite's packages; ("", ()) when there is none.

    From Linux 6.19 on the image's package is empty, and what it was made of comes as three.
    """
    names = frozenset(packages)
    form = re.compile(f"(?:{IMAGE}|{BINARY})({kernel.version}){FLAVOUR}")
    found = {match[1] for name in names if (match := form.fullmatch(name))}
    for version in sorted(found, key=_order, reverse=True):
        if f"{BINARY}{version}{FLAVOUR}" in names:
            parts = (BINARY + version + FLAVOUR, MODULES + version + FLAVOUR, BASE + version + FLAVOUR)
            if names.issuperset(parts):
                return version, parts
        else:
            return version, (IMAGE + version + FLAVOUR,)
    return "", ()


def _order(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]
