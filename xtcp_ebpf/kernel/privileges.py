"""What the daemon keeps of its rights while it runs, and the one place that gives the others up, for good.

    look at   what it holds, which files of others it was told to use, from which port on anyone may listen     look
    decide    which capabilities stay, each with its reason (pure)                                             reasons, keep
    give up   all others, with every way back                                                                  drop

A thread has its own capabilities and gets them from the one that starts it. There is no call that takes them from the threads of a
library, so this is done once, by the first thread, before any other is there.
"""

from __future__ import annotations

import ctypes
import logging
import os
import resource
import stat
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

from xtcp_ebpf.errors import BadFlag, UsageError, errno_text
from xtcp_ebpf.kernel import caps
from xtcp_ebpf.knobs import Knobs

log = logging.getLogger(__name__)

NUMBERS: Final = {
    "CAP_DAC_OVERRIDE": 1,
    "CAP_DAC_READ_SEARCH": 2,
    "CAP_NET_BIND_SERVICE": 10,
    "CAP_NET_BROADCAST": 11,
    "CAP_NET_ADMIN": 12,
    "CAP_SYS_PTRACE": 19,
    "CAP_SYS_ADMIN": 21,
    "CAP_SYS_RESOURCE": 24,
    "CAP_PERFMON": 38,
    "CAP_BPF": 39,
}
"""Those that can be of use, by include/uapi/linux/capability.h. All others are always given up."""
FOR_A_CHILD: Final = frozenset({"CAP_SYS_ADMIN", "CAP_SYS_RESOURCE", "CAP_PERFMON", "CAP_BPF"})
"""What the process that compiles with bcc needs, the only program that the daemon ever starts."""

_CAPABILITY_V3: Final = 0x20080522
_PR_CAPBSET_READ, _PR_CAPBSET_DROP, _PR_GET_SECUREBITS, _PR_SET_SECUREBITS, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = 23, 24, 27, 28, 38, 47
_AMBIENT_RAISE, _AMBIENT_CLEAR = 2, 4
_SECUREBITS: Final = 0b10_00_11
"""NOROOT and its lock: a program that user 0 starts has no capability for that; and the lock of KEEP_CAPS, which stays off."""
_CAP_SETPCAP: Final = 8
_FILES: Final = (frozenset[str](), frozenset({"CAP_DAC_READ_SEARCH"}), frozenset({"CAP_DAC_OVERRIDE"}))
"""What may be needed to use a file, the least first."""

_libc = ctypes.CDLL(None, use_errno=True)
_libc.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)


class Place(NamedTuple):
    """A file or folder that the daemon will open while it runs."""

    what: str
    """As the operator wrote it: `-dest file:/var/log/tcp`."""
    path: str
    use: Literal["read", "write", "make"]
    """`make`: it is written, and made anew where it is no more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One look at the process and its host."""

    effective: int
    """Capabilities in effect, bit n for number n."""
    highest: int
    """Number of the last capability that this kernel knows."""
    places: tuple[tuple[Place, str], ...] = ()
    """Those that take a capability, with its name."""
    low_ports: tuple[int, ...] = ()
    """To listen there takes CAP_NET_BIND_SERVICE."""
    locked_memory: bool = False
    """The kernel counts BPF maps as locked memory, and there is a limit to it."""


def reasons(knobs: Knobs, facts: Facts, also: Collection[str] = (), control: bool = True) -> dict[str, str]:
    """The capabilities that stay, each with what it is for. Pure. Those that the process has not are not among them.

    `also`: names that the operator wants to stay; `control`: somebody may switch BPF on while the daemon runs.
    """
    why = dict.fromkeys(also, "-keepCapabilities names it")
    bpf = (
        knobs.bpf != "off" or knobs.reads == "exact" or knobs.skip == "quiet" or control
    ) and not knobs.privsep  # then another process loads it
    if bpf and facts.locked_memory:
        why["CAP_SYS_RESOURCE"] = "makes BPF maps larger than RLIMIT_MEMLOCK"
    if knobs.closed and knobs.namespaces == "all":
        why["CAP_NET_BROADCAST"] = "hears of connections that end in other namespaces (-closed)"
    if facts.low_ports:
        why["CAP_NET_BIND_SERVICE"] = f"listens on port {', '.join(map(str, facts.low_ports))}"
    for place, capability in facts.places:
        why.setdefault(capability, f"{'reads' if place.use == 'read' else 'writes'} {place.what}, a file of another user")
    if knobs.namespaces == "all" and not knobs.privsep:
        why |= {need.name: need.why.split(";")[0] for need in caps.NEEDS}  # CAP_SYS_ADMIN is all that BPF asks for, too
    else:
        why |= {need.name: need.why.split(";")[0] for need in caps.NEEDS if not need.others_only}
        if bpf and facts.highest >= NUMBERS["CAP_BPF"]:
            why["CAP_BPF"] = why["CAP_PERFMON"] = "loads BPF programs"
        elif bpf:
            why["CAP_SYS_ADMIN"] = "loads BPF programs"
    return {name: text for name, text in why.items() if facts.effective >> NUMBERS[name] & 1}


def keep(knobs: Knobs, facts: Facts, also: Collection[str] = (), control: bool = True) -> frozenset[str]:
    """The names alone."""
    return frozenset(reasons(knobs, facts, also, control))


def asked(names: Sequence[str]) -> tuple[str, ...]:
    """What -keepCapabilities names, in full, in order: with or without CAP_, in capitals or not; `all` as it is. Raises BadFlag."""
    found = [name if name == "all" else "CAP_" + name.upper().removeprefix("CAP_") for name in names]
    for name, full in zip(names, found, strict=True):
        if full != "all" and full not in NUMBERS:
            raise BadFlag("-keepCapabilities", f"{name!r} is none that could be of use; there are {', '.join(NUMBERS)}, and all")
    return tuple(found)


def look(places: Sequence[Place] = (), ports: Sequence[int] = (), proc: str = "/proc") -> Facts:
    """Look now. `places`: what it was told to use; `ports`: where it is to listen.

    The kernel is asked what each place takes, by trying without: so the calling thread should be the only one. Raises OSError or
    ValueError when `proc` is no procfs.
    """
    held = caps.read(f"{proc}/thread-self/status").effective
    free = _number(Path(proc, "sys/net/ipv4/ip_unprivileged_port_start"), 1024)
    soft, hard = resource.getrlimit(resource.RLIMIT_MEMLOCK)
    release = tuple(int(part) for part in os.uname().release.split("-")[0].split(".")[:2] if part.isdigit())
    return Facts(
        effective=held,
        highest=_number(Path(proc, "sys/kernel/cap_last_cap"), max(NUMBERS.values())),
        places=tuple((place, capability) for place in places if (capability := _takes(place, held))),
        low_ports=tuple(port for port in ports if 0 < port < free),
        locked_memory=release < (5, 11) and resource.RLIM_INFINITY not in (soft, hard),
    )


def drop(kept: Collection[str], child: bool = False) -> None:
    """Give up all but these, and every way to get one back; `child`: a program that is started has those of FOR_A_CHILD among them.

    Raises UsageError when the kernel does not let us, RuntimeError when there are other threads, which would keep what they have.
    """
    if (threads := len(list(Path("/proc/self/task").iterdir()))) > 1:
        raise RuntimeError(f"{threads} threads: rights are given up before the second one starts")
    try:
        _drop(
            frozenset(NUMBERS[name] for name in kept), frozenset(NUMBERS[name] for name in FOR_A_CHILD.intersection(kept if child else ()))
        )
    except OSError as error:
        text = f"capabilities cannot be given up ({error.strerror}: {errno_text(error.errno or 0)})"
        raise UsageError(f"{text}; with -keepCapabilities all the daemon runs with all that it was started with") from error


def settle(
    knobs: Knobs, places: Sequence[Place] = (), ports: Sequence[int] = (), also: Collection[str] = (), control: bool = True
) -> dict[str, str]:
    """Look, decide, give up, and say so in one line. Answers what stays, with its reasons. Raises as look() and drop() do.

    `also`: as asked() gives it; with `all` nothing is given up.
    """
    if "all" in also:
        log.warning("rights: -keepCapabilities all: the daemon runs with all that it was started with")
        return dict.fromkeys(NUMBERS, "-keepCapabilities all")
    why = reasons(knobs, look(places, ports), also, control)
    drop(why, child=not knobs.privsep and knobs.bpf_loader != "libbpf" and (knobs.bpf != "off" or control))
    stays = "; ".join(f"{name} ({text})" for name, text in sorted(why.items(), key=lambda one: NUMBERS[one[0]]))
    log.info("rights: all are given up for good%s", f" but {stays}" if stays else ": not one is left")
    return why


def _takes(place: Place, held: int) -> str:
    """The capability without which the place cannot be used; empty: none, or it cannot be used at all."""
    path = Path(place.path)
    mode = _mode(path)
    how = os.R_OK if place.use == "read" else os.W_OK | (os.X_OK if mode and stat.S_ISDIR(mode) else 0)
    wanted = [(path, how)] if mode is not None else []
    if place.use == "make":
        wanted.append((path.parent, os.W_OK | os.X_OK))
    for needed in _FILES:
        taken = sum(1 << NUMBERS[name] for names in _FILES for name in names - needed)
        with _effective(held & ~taken):
            if all(os.access(one, how, effective_ids=True) for one, how in wanted):
                return next(iter(needed), "")
    return ""


def _mode(path: Path) -> int | None:
    """None: there is no such file. 0: we may not look, whatever we hold."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
    except OSError:
        return 0


@contextmanager
def _effective(mask: int) -> Iterator[None]:
    """With these capabilities in effect; what is permitted stays, and so they come back."""
    effective, permitted, inheritable = _sets()
    _set(effective & mask, permitted, inheritable)
    try:
        yield
    finally:
        _set(effective, permitted, inheritable)


def _drop(kept: frozenset[int], for_a_child: frozenset[int]) -> None:
    _prctl("no_new_privs", _PR_SET_NO_NEW_PRIVS, 1)
    effective, _, _ = _sets()
    if effective >> _CAP_SETPCAP & 1:  # without it, no_new_privs alone bars the way
        for number in range(64):
            there = _libc.prctl(_PR_CAPBSET_READ, number, 0, 0, 0)
            if there < 0:  # beyond the last one of this kernel
                break
            if there and number not in kept:
                _prctl("the bounding set", _PR_CAPBSET_DROP, number)
        before = _libc.prctl(_PR_GET_SECUREBITS, 0, 0, 0, 0)
        _prctl("securebits", _PR_SET_SECUREBITS, before | _SECUREBITS)
    left = effective & sum(1 << number for number in kept)
    heir = left & sum(1 << number for number in for_a_child)
    _prctl("ambient capabilities", _PR_CAP_AMBIENT, _AMBIENT_CLEAR)
    _set(left, left, heir)
    for number in sorted(for_a_child):
        if heir >> number & 1:
            _prctl("ambient capabilities", _PR_CAP_AMBIENT, _AMBIENT_RAISE, number)


def _prctl(what: str, *arguments: int) -> None:
    _check(_libc.prctl(*arguments, *(0,) * (5 - len(arguments))), what)


def _sets() -> tuple[int, int, int]:
    """Effective, permitted and inheritable ones of the calling thread."""
    words = (ctypes.c_uint32 * 6)()
    _check(_libc.capget((ctypes.c_uint32 * 2)(_CAPABILITY_V3, 0), words), "capget")
    effective, permitted, inheritable = (words[at] | words[at + 3] << 32 for at in range(3))
    return effective, permitted, inheritable


def _set(*sets: int) -> None:
    """Likewise."""
    words = (ctypes.c_uint32 * 6)(*(one & 0xFFFFFFFF for one in sets), *(one >> 32 for one in sets))
    _check(_libc.capset((ctypes.c_uint32 * 2)(_CAPABILITY_V3, 0), words), "capset")


def _check(answer: int, what: str) -> None:
    if answer < 0:
        raise OSError(ctypes.get_errno(), what)


def _number(path: Path, otherwise: int) -> int:
    try:
        return int(path.read_text())
    except (OSError, ValueError):
        return otherwise
