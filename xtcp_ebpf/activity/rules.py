"""From facts to a decision: which source by which loader is tried, in what order, what is ruled out, and what an operator is told. Pure.

A rule refuses only what a fact rules out. What the facts do not tell is tried: the kernel has the last word, and sources.py tells it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from xtcp_ebpf.activity import probe
from xtcp_ebpf.activity.probe import Facts
from xtcp_ebpf.errors import errno_text

What = Literal["bpf", "libbpf", "tracepoints", "walk", "bcc"]
_WEIGHT: Final[tuple[What, ...]] = ("bpf", "libbpf", "tracepoints", "walk", "bcc")
"""tracepoints before walk: it asks for less, so what it lacks is the nearer way to have any BPF at all."""


class Try(NamedTuple):
    """One way to have marks."""

    source: str
    """`walk` or `tracepoints`."""
    loader: str
    """`libbpf` or `bcc`."""
    kind: str
    """Type of the programs that are attached: `tp_btf` or `raw_tp`."""


class Refusal(NamedTuple):
    """What cannot be had on this host, or is less than it could be."""

    what: What
    reason: str
    """A word for counters."""
    text: str
    """For a person."""
    fix: str
    """What to do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What follows from the facts."""

    tries: tuple[Try, ...]
    """Best first; empty: no BPF."""
    ruled_out: tuple[Refusal, ...]
    """What would be better than the best of `tries`, and why it cannot be; what weighs most first. Without tries: why there are none."""
    weaker: tuple[Refusal, ...] = ()
    """What works, and loses something."""


class Line(NamedTuple):
    """Of the report. `warn`: the daemon runs, and something is lost."""

    level: Literal["ok", "warn"]
    what: str
    fix: str = ""


DEFAULT_SLOTS: Final = 16384
_FIXED_BYTES: Final = 256 * 1024
_SLOT_BYTES: Final = 104
"""Of the hash map: an element of 72 bytes, and a bucket of 16 for each, their number rounded up to a power of two."""

_NEWER: Final = "a kernel of Linux 5.19 or newer"
_WALK_NEEDS: Final = (
    (probe.LOOP, "no_loop", "the kernel has no bpf_loop (Linux 5.17)"),
    (probe.PERCPU_LOOKUP, "no_percpu_lookup", "the kernel has no bpf_map_lookup_percpu_elem (Linux 5.19)"),
    (probe.COOKIE, "no_cookie", "the kernel's namespaces have no cookies (Linux 5.12)"),
    (probe.MMAPABLE, "no_mmap", "the kernel has no BPF maps that can be mapped into memory (Linux 5.5)"),
)
"""The last is not asked of the source tracepoints: the first kernels that had it had it as a macro, and BTF does not tell of macros."""

_FROM_5_5: Final = "a kernel of Linux 5.5 or newer"
_BUILD: Final = "apt install clang libbpf-dev, then `make run`, or install the package again"
_GRANT: Final = "run as root, or grant {names}: AmbientCapabilities={names} in the systemd unit, {docker} in Docker"
_NO_BCC: Final = Refusal("bcc", "no_bcc", "the BPF Compiler Collection for Python is not installed", "apt install python3-bpfcc")
_CONTRADICTION: Final = Refusal(
    "bcc", "no_walk", "bcc compiles the source tracepoints only, not the walk", "-bpfLoader libbpf, or -bpfSource tracepoints"
)
_LESS: Final = {
    "walk": "no walk, so a program runs for each TCP segment (source tracepoints)",
    "tracepoints": "no tracepoints by libbpf",
    "libbpf": "no libbpf, so bcc compiles the programs at each start (half a second, and 130 MB of memory meanwhile)",
    "bcc": "no bcc",
    "bpf": "BPF runs, but not at its best",
}
"""What a refusal means where there is something to try all the same."""


def choose(facts: Facts, source: str, loader: str, slots: int = DEFAULT_SLOTS) -> Choice:
    """`source`: auto, walk or tracepoints; `loader`: auto, libbpf or bcc; `slots`: for how many namespaces the maps are made."""
    if source == "walk" and loader == "bcc":
        return Choice((), (_CONTRADICTION,))
    host = tuple(_host(facts, slots))
    if any(refusal.reason in ("no_bpf", "no_btf") for refusal in host):
        return Choice((), host)  # the rest is not known, or of no use
    walk = source != "tracepoints" and loader != "bcc"
    tracepoints = source != "walk"
    loading = tuple(_libbpf(facts)) if loader != "bcc" else ()
    tries: list[Try] = []
    ruled_out = [*host]
    if walk:
        against = (*loading, *_against_walk(facts))
        ruled_out += against
        # raw_tp only where there is no tp_btf: what else may fail in the walk fails with both.
        tries += [Try("walk", "libbpf", kind) for kind in _kinds(facts)[:1] if not against]
    if tracepoints and loader != "bcc":
        against = (*loading, *_against_tracepoints(facts))
        ruled_out += against
        tries += [Try("tracepoints", "libbpf", kind) for kind in _kinds(facts) if not against]
    if tracepoints and loader != "libbpf":
        against = tuple(_against_bcc(facts))
        # With something better to try, nobody needs to be told what the last resort lacks.
        ruled_out += against if not tries else ()
        tries += [Try("tracepoints", "bcc", "raw_tp")] if not against else []
    if host:
        tries.clear()
    ruled_out.sort(key=lambda refusal: _WEIGHT.index(refusal.what))
    return Choice(tuple(tries), tuple(dict.fromkeys(ruled_out)), tuple(_weaker(facts, tries)))


def lines(facts: Facts, choice: Choice) -> tuple[Line, ...]:
    """The report: what would run, then each thing that is missing or less than it could be, with what to do about it."""
    return (_first(facts, choice), *_merged(choice.ruled_out, bool(choice.tries)), *_merged(choice.weaker, bool(choice.tries)))


def memlock_bytes(slots: int) -> int:
    """What the maps and programs of the source tracepoints take at most, as kernels before 5.11 reckon it."""
    return _FIXED_BYTES + _SLOT_BYTES * slots


def _host(facts: Facts, slots: int) -> Iterable[Refusal]:
    """What rules out all of BPF."""
    if facts.bpf_errno == errno.ENOSYS:
        text = f"the kernel has no bpf(2): {errno_text(errno.ENOSYS)}"
        yield Refusal("bpf", "no_bpf", text, "a kernel with CONFIG_BPF_SYSCALL=y (every distribution's since Linux 4.4)")
        return
    if not facts.btf:
        text = "/sys/kernel/btf/vmlinux is missing or cannot be read, so nobody knows where this kernel keeps what the programs read"
        fix = "a kernel with CONFIG_DEBUG_INFO_BTF=y (Linux 5.5 or newer); in a container, mount the host's /sys"
        yield Refusal("bpf", "no_btf", text, fix)
    yield from _rights(facts)
    soft, hard = facts.memlock
    if (
        (0, 0) < facts.version < (5, 11)
        and not facts.holds(probe.CAP_SYS_RESOURCE)
        and probe.UNLIMITED not in (soft, hard)
        and soft < (need := memlock_bytes(slots))
    ):
        text = (
            f"Linux {facts.release} counts BPF maps as locked memory: about {need >> 10} KiB are needed for -bpfMapSize {slots}, "
            f"and RLIMIT_MEMLOCK is {soft >> 10} KiB"
        )
        fix = "LimitMEMLOCK=infinity in the systemd unit, `ulimit -l unlimited` in a shell, CAP_SYS_RESOURCE, or a smaller -bpfMapSize"
        yield Refusal("bpf", "memlock", text, fix)


def _rights(facts: Facts) -> Iterable[Refusal]:
    """No right, or rights that do not count."""
    missing = _missing(facts)
    if missing:
        instead = "needed for BPF before Linux 5.8" if missing == ("CAP_SYS_ADMIN",) else "CAP_SYS_ADMIN would do too"
        docker = " ".join("--cap-add=" + name.removeprefix("CAP_") for name in missing)
        text = f"not in effect: {' and '.join(missing)} ({instead})"
        yield Refusal("bpf", "no_capability", text, _GRANT.format(names=" ".join(missing), docker=docker))
    elif facts.user_namespace:
        text = (
            f"the capabilities are those of a user namespace, and for BPF they do not count "
            f"(kernel.unprivileged_bpf_disabled = {_sysctl(facts)})"
        )
        fix = "run it as the host's root: no `unshare -U`, rootless container, userns-remap or PrivateUsers="
        yield Refusal("bpf", "unprivileged", text, fix)
    elif facts.bpf_errno in (errno.EPERM, errno.EACCES):  # any other is a kernel's way to say that there is no such command
        text = (
            f"bpf(2) is refused ({errno_text(facts.bpf_errno)}) though the capabilities for it are in effect "
            f"(kernel.unprivileged_bpf_disabled = {_sysctl(facts)}): a seccomp filter or a security module forbids it"
        )
        fix = (
            "allow bpf(2): SystemCallFilter=bpf in the systemd unit; in Docker --cap-add=BPF --cap-add=PERFMON, "
            "or --security-opt seccomp= with a profile that allows it"
        )
        yield Refusal("bpf", "unprivileged", text, fix)


def _missing(facts: Facts) -> tuple[str, ...]:
    """The capabilities that are not in effect and would do."""
    if facts.holds(probe.CAP_SYS_ADMIN):
        return ()
    if (0, 0) < facts.version < (5, 8):
        return ("CAP_SYS_ADMIN",)
    halves = (("CAP_BPF", probe.CAP_BPF), ("CAP_PERFMON", probe.CAP_PERFMON))
    return tuple(name for name, number in halves if not facts.holds(number))


def _sysctl(facts: Facts) -> str:
    value = facts.unprivileged_bpf_disabled
    return "not told" if value is None else str(value)


def _libbpf(facts: Facts) -> Iterable[Refusal]:
    if not facts.libbpf:
        yield Refusal("libbpf", "no_libbpf", f"libbpf.so.1 cannot be loaded: {facts.libbpf_error}", "apt install libbpf1")


def _kinds(facts: Facts) -> tuple[str, ...]:
    """The types of programs that this kernel takes, best first."""
    raw = () if tuple(_reading(facts, "tracepoints")) else ("raw_tp",)
    return ("tp_btf", *raw) if probe.TP_BTF in facts.names else raw


def _reading(facts: Facts, what: What) -> Iterable[Refusal]:
    """What forbids bpf_probe_read_kernel. tp_btf programs of the source tracepoints do without it: the verifier knows their types."""
    if probe.PROBE_READ not in facts.names:
        yield Refusal(what, "no_probe_read", "the kernel has no bpf_probe_read_kernel (Linux 5.5)", _FROM_5_5)
    if facts.lockdown == "confidentiality":
        text = "the kernel's lockdown is `confidentiality`, which forbids BPF programs to read its memory"
        yield Refusal(what, "lockdown", text, "start the kernel with lockdown=integrity; cat /sys/kernel/security/lockdown shows it")


def _object(facts: Facts, what: What, name: str, fix: str) -> Iterable[Refusal]:
    if name not in facts.objects:
        yield Refusal(what, "no_objects", f"{name} is not installed", fix)


def _tracepoints(facts: Facts, what: What, names: Iterable[str]) -> Iterable[Refusal]:
    """A kernel that has tp_btf names in its BTF every tracepoint that there is; of an older one it is not known."""
    absent = [name for name in names if probe.TYPEDEF.format(name) not in facts.names] if probe.TP_BTF in facts.names else ()
    if absent:
        text = f"the kernel has no tracepoint {', '.join(absent)}"
        yield Refusal(what, "no_tracepoint", text, "a kernel with CONFIG_TRACEPOINTS=y, as distributions build it")


def _against_walk(facts: Facts) -> Iterable[Refusal]:
    yield from _object(facts, "walk", "walk.bpf.o", _BUILD)
    yield from _reading(facts, "walk")
    for name, reason, text in _WALK_NEEDS:
        if name not in facts.names:
            yield Refusal("walk", reason, text, _NEWER)
    if facts.jit == 0:
        text = "BPF programs are interpreted here (net.core.bpf_jit_enable = 0), and bpf_loop needs them compiled"
        yield Refusal("walk", "no_jit", text, "sysctl net.core.bpf_jit_enable=1")
    yield from _tracepoints(facts, "walk", probe.TRACEPOINTS[:1])


def _against_tracepoints(facts: Facts) -> Iterable[Refusal]:
    yield from _object(facts, "tracepoints", "tracepoints.bpf.o", _BUILD)
    if not _kinds(facts):
        yield from _reading(facts, "tracepoints")
        text = "the kernel has no BTF tracepoints (tp_btf, Linux 5.5), which could do without reading its memory"
        yield Refusal("tracepoints", "no_tp_btf", text, _FROM_5_5)
    yield from _tracepoints(facts, "tracepoints", probe.TRACEPOINTS)


def _against_bcc(facts: Facts) -> Iterable[Refusal]:
    if not facts.bcc:
        yield _NO_BCC
    yield from _object(facts, "bcc", probe.OBJECTS[2], "install the package again: it holds the program as C")
    yield from _reading(facts, "bcc")
    yield from _tracepoints(facts, "bcc", probe.TRACEPOINTS)


def _weaker(facts: Facts, tries: Sequence[Try]) -> Iterable[Refusal]:
    if not tries:
        return
    if tries[0].loader == "libbpf" and probe.TP_BTF not in facts.names:
        text = "the kernel has no BTF tracepoints (tp_btf, Linux 5.5): programs are of type raw_tp, and each run costs a little more"
        yield Refusal("bpf", "no_tp_btf", text, _FROM_5_5)
    if not facts.ring_buffers:
        text = "the kernel has no BPF ring buffers (Linux 5.8): a new namespace is found at the next poll, not at its first connection"
        yield Refusal("bpf", "no_ring", text, "a kernel of Linux 5.8 or newer, or a shorter -frequency")
    if facts.jit == 0:  # and then it is not the walk that runs
        text = "BPF programs are interpreted here (net.core.bpf_jit_enable = 0): each run costs several times as much"
        yield Refusal("bpf", "slow_jit", text, "sysctl net.core.bpf_jit_enable=1")


def _first(facts: Facts, choice: Choice) -> Line:
    if not choice.tries:
        return Line(
            "warn", "no BPF: every namespace that has sockets is dumped at each poll", "as below; or -skip idle: by counters in /proc"
        )
    best, *others = choice.tries
    by = f"libbpf {facts.libbpf}" if best.loader == "libbpf" else "bcc"
    rest = "; should that fail: " + ", ".join(f"{t.source} by {t.loader} ({t.kind})" for t in others) if others else ""
    return Line("ok", f"BPF: source {best.source}, loaded by {by}, programs of type {best.kind}{rest}")


def _merged(refusals: Iterable[Refusal], something: bool) -> Iterable[Line]:
    """One line for all that has the same cause, and for all of one thing that has the same remedy."""
    causes: dict[tuple[str, str], list[What]] = {}
    for refusal in refusals:
        causes.setdefault((refusal.text, refusal.fix), []).append(refusal.what)
    remedies: dict[tuple[tuple[What, ...], str], list[str]] = {}
    for (text, fix), of in causes.items():
        remedies.setdefault((tuple(of), fix), []).append(text)
    for (whats, fix), texts in remedies.items():
        about = _LESS[whats[-1]] if something else " and ".join(whats)
        yield Line("warn", f"{about}: {'; '.join(texts)}", fix)
