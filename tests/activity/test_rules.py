"""What is tried, what is refused and what an operator is told follows from the facts, and from nothing else."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.activity import libbpf, probe, rules
from xtcp_ebpf.activity.probe import Facts
from xtcp_ebpf.activity.rules import Choice, Try
from xtcp_ebpf.kernel import caps

ALL = (1 << 41) - 1
BPF, PERFMON, ADMIN, RESOURCE = (1 << number for number in (39, 38, 21, 24))
NAMES = frozenset(probe.NAMES)
GOOD = Facts(
    release="6.18.1",
    version=(6, 18),
    btf=True,
    names=NAMES,
    effective=ALL,
    user_namespace=False,
    unprivileged_bpf_disabled=2,
    lockdown="none",
    jit=1,
    memlock=(65536, 65536),
    bpf_errno=errno.EINVAL,
    libbpf="1.1",
    libbpf_error="",
    objects=frozenset(probe.OBJECTS),
    bcc=True,
)
WALK, WALK_RAW = Try("walk", "libbpf", "tp_btf"), Try("walk", "libbpf", "raw_tp")
BTF, RAW, BCC = Try("tracepoints", "libbpf", "tp_btf"), Try("tracepoints", "libbpf", "raw_tp"), Try("tracepoints", "bcc", "raw_tp")
PREFERENCE = (WALK, WALK_RAW, BTF, RAW, BCC)
OLD = {"release": "5.10.0", "version": (5, 10), "names": NAMES - {probe.LOOP, probe.PERCPU_LOOKUP}}
"""Debian's 5.10.262 has all the other names, and its 6.1.192 all of them."""
ASKED = tuple(pair for pair in product(("auto", "walk", "tracepoints"), ("auto", "libbpf", "bcc")) if pair != ("walk", "bcc"))
WORDS = {
    *("no_bpf", "no_btf", "no_capability", "unprivileged", "memlock", "no_libbpf", "no_objects", "no_bcc", "no_walk", "lockdown"),
    *("no_probe_read", "no_tp_btf", "no_loop", "no_percpu_lookup", "no_cookie", "no_mmap", "no_jit", "no_tracepoint"),
}
WEAKER = {"no_ring", "no_tp_btf", "slow_jit"}


def without(**lacks: object) -> Facts:
    """A host that has all but this."""
    return replace(GOOD, **lacks)  # type: ignore[arg-type]  # each caller knows the field


def lacking(*names: str) -> Facts:
    """A kernel without these in its BTF."""
    return replace(GOOD, names=NAMES - {*names})


def found(choice: Choice) -> set[tuple[str, str]]:
    """(what, reason) of every refusal."""
    return {(refusal.what, refusal.reason) for refusal in choice.ruled_out}


@pytest.mark.parametrize(
    ("source", "loader", "tries"),
    [
        ("auto", "auto", (WALK, BTF, RAW, BCC)),
        ("auto", "libbpf", (WALK, BTF, RAW)),
        ("auto", "bcc", (BCC,)),
        ("walk", "auto", (WALK,)),
        ("walk", "libbpf", (WALK,)),
        ("tracepoints", "auto", (BTF, RAW, BCC)),
        ("tracepoints", "libbpf", (BTF, RAW)),
        ("tracepoints", "bcc", (BCC,)),
    ],
)
def test_a_host_that_has_everything(source: str, loader: str, tries: tuple[Try, ...]) -> None:
    """All that was asked for is tried, the walk first, and nothing is refused or worse than it could be."""
    choice = rules.choose(GOOD, source, loader)
    assert choice == Choice(tries, (), ())
    (line,) = rules.lines(GOOD, choice)
    assert (line.level, line.fix) == ("ok", "")
    assert tries[0].source in line.what
    assert tries[0].loader in line.what


def test_the_walk_by_bcc_cannot_be() -> None:
    """What the configuration refuses is refused here too, with both ways out."""
    choice = rules.choose(GOOD, "walk", "bcc")
    assert choice.tries == ()
    assert found(choice) == {("bcc", "no_walk")}
    assert "-bpfLoader libbpf" in choice.ruled_out[0].fix


@pytest.mark.parametrize(
    ("facts", "reason", "says", "fix"),
    [
        (without(bpf_errno=errno.ENOSYS), "no_bpf", "ENOSYS", "CONFIG_BPF_SYSCALL"),
        (without(btf=False, names=frozenset()), "no_btf", "/sys/kernel/btf/vmlinux", "CONFIG_DEBUG_INFO_BTF"),
        (without(effective=0), "no_capability", "CAP_BPF and CAP_PERFMON .CAP_SYS_ADMIN would", "AmbientCapabilities=CAP_BPF CAP_PERFMON"),
        (without(effective=BPF), "no_capability", "in effect: CAP_PERFMON .CAP_SYS_ADMIN", "--cap-add=PERFMON in Docker"),
        (without(effective=PERFMON), "no_capability", "in effect: CAP_BPF .CAP_SYS_ADMIN", "AmbientCapabilities=CAP_BPF in"),
        (without(effective=BPF | PERFMON, version=(5, 7)), "no_capability", "CAP_SYS_ADMIN .needed", "AmbientCapabilities=CAP_SYS_ADMIN"),
        (without(bpf_errno=errno.EPERM), "unprivileged", "EPERM.*kernel.unprivileged_bpf_disabled = 2.*seccomp", "SystemCallFilter=bpf"),
        (without(bpf_errno=errno.EACCES, unprivileged_bpf_disabled=None), "unprivileged", "EACCES.*not told", "--cap-add=BPF"),
        (without(user_namespace=True), "unprivileged", "user namespace.*kernel.unprivileged_bpf_disabled = 2", "host's root"),
        (
            without(**OLD, effective=ALL & ~RESOURCE),
            "memlock",
            "5.10.0.*1920 KiB.*-bpfMapSize 16384.*RLIMIT_MEMLOCK is 64 KiB",
            "LimitMEMLOCK=.*ulimit -l.*CAP_SYS_RESOURCE",
        ),
    ],
)
def test_what_rules_out_all_of_bpf(facts: Facts, reason: str, says: str, fix: str) -> None:
    """Whatever was asked for, nothing is tried, and the first thing said is the reason with its remedy."""
    for source, loader in ASKED:
        choice = rules.choose(facts, source, loader)
        assert (choice.tries, choice.weaker) == ((), ())
        first = choice.ruled_out[0]
        assert (first.what, first.reason) == ("bpf", reason)
        assert re.search(says, first.text)
        assert re.search(fix, first.fix)


@pytest.mark.parametrize(
    ("facts", "refused", "tries"),
    [
        (lacking(probe.LOOP), {("walk", "no_loop")}, (BTF, RAW, BCC)),
        (lacking(probe.PERCPU_LOOKUP), {("walk", "no_percpu_lookup")}, (BTF, RAW, BCC)),
        (lacking(probe.COOKIE), {("walk", "no_cookie")}, (BTF, RAW, BCC)),
        (lacking(probe.MMAPABLE), {("walk", "no_mmap")}, (BTF, RAW, BCC)),
        (without(jit=0), {("walk", "no_jit")}, (BTF, RAW, BCC)),
        (without(**OLD), {("walk", "no_loop"), ("walk", "no_percpu_lookup")}, (BTF, RAW, BCC)),
        (lacking(probe.PROBE_READ), {("walk", "no_probe_read")}, (BTF,)),
        (without(lockdown="confidentiality"), {("walk", "lockdown")}, (BTF,)),
        (
            without(lockdown="confidentiality", names=NAMES - {probe.TP_BTF}),
            {("walk", "lockdown"), ("tracepoints", "lockdown"), ("tracepoints", "no_tp_btf"), ("bcc", "lockdown")},
            (),
        ),
        (lacking(probe.TP_BTF), set(), (WALK_RAW, RAW, BCC)),
        (lacking(probe.TP_BTF, "btf_trace_tcp_probe"), set(), (WALK_RAW, RAW, BCC)),
        (lacking("btf_trace_tcp_probe"), {("tracepoints", "no_tracepoint")}, (WALK,)),
        (
            lacking("btf_trace_inet_sock_set_state"),
            {("walk", "no_tracepoint"), ("tracepoints", "no_tracepoint"), ("bcc", "no_tracepoint")},
            (),
        ),
        (without(libbpf="", libbpf_error="not there"), {("libbpf", "no_libbpf")}, (BCC,)),
        (without(libbpf="", libbpf_error="not there", bcc=False), {("libbpf", "no_libbpf"), ("bcc", "no_bcc")}, ()),
        (without(bcc=False), set(), (WALK, BTF, RAW)),
        (without(objects=frozenset(probe.OBJECTS[1:])), {("walk", "no_objects")}, (BTF, RAW, BCC)),
        (without(objects=frozenset({"walk.bpf.o"})), {("tracepoints", "no_objects")}, (WALK,)),
        (without(objects=frozenset()), {("walk", "no_objects"), ("tracepoints", "no_objects"), ("bcc", "no_objects")}, ()),
    ],
)
def test_what_rules_out_a_part(facts: Facts, refused: set[tuple[str, str]], tries: tuple[Try, ...]) -> None:
    """What one lack rules out is not tried, all else is, and the refusals are those that cost something."""
    choice = rules.choose(facts, "auto", "auto")
    assert found(choice) == refused
    assert choice.tries == tries


@pytest.mark.parametrize(
    ("facts", "source", "loader", "refused"),
    [
        (without(libbpf="", libbpf_error="x"), "auto", "libbpf", {("libbpf", "no_libbpf")}),
        (without(libbpf="", libbpf_error="x"), "auto", "bcc", set()),
        (without(bcc=False), "auto", "bcc", {("bcc", "no_bcc")}),
        (without(bcc=False, objects=frozenset()), "auto", "bcc", {("bcc", "no_bcc"), ("bcc", "no_objects")}),
        (without(**OLD), "tracepoints", "auto", set()),
        (without(**OLD), "auto", "bcc", set()),
        (without(lockdown="confidentiality"), "tracepoints", "bcc", {("bcc", "lockdown")}),
        (without(objects=frozenset({"tracepoints.bpf.o"})), "walk", "auto", {("walk", "no_objects")}),
    ],
)
def test_nothing_is_said_of_what_nobody_asked_for(facts: Facts, source: str, loader: str, refused: set[tuple[str, str]]) -> None:
    """A loader or a source that was ruled out by a flag needs no reason of the host's."""
    assert found(rules.choose(facts, source, loader)) == refused


@pytest.mark.parametrize(
    ("facts", "source", "reasons"),
    [
        (lacking(probe.RING), "auto", ["no_ring"]),
        (lacking(probe.TP_BTF), "auto", ["no_tp_btf"]),
        (without(jit=0), "auto", ["slow_jit"]),
        (without(jit=0, names=NAMES - {probe.RING, probe.TP_BTF}), "tracepoints", ["no_tp_btf", "no_ring", "slow_jit"]),
        (without(jit=0, effective=0), "auto", []),
        (without(jit=None), "auto", []),
    ],
)
def test_what_is_only_weaker(facts: Facts, source: str, reasons: list[str]) -> None:
    """What works and loses something is a warning and no refusal; where nothing runs there is nothing to lose."""
    choice = rules.choose(facts, source, "auto")
    assert [each.reason for each in choice.weaker] == reasons
    assert all(each.text in line.what for each, line in zip(choice.weaker, rules.lines(facts, choice)[-len(reasons) :], strict=False))


@pytest.mark.parametrize(
    "facts",
    [
        without(effective=ADMIN),
        without(effective=BPF | PERFMON),
        without(effective=BPF | PERFMON, version=(0, 0)),
        without(effective=BPF | PERFMON, version=(5, 8), memlock=(-1, -1)),
        without(effective=ADMIN, version=(5, 5), memlock=(-1, -1)),
        without(effective=ADMIN, version=(5, 10), memlock=(65536, -1)),
        without(effective=ADMIN, version=(5, 10), memlock=(rules.memlock_bytes(16384), 1 << 30)),
        without(effective=ADMIN | RESOURCE, version=(5, 10)),
        without(effective=ADMIN, version=(5, 11)),
        without(effective=ADMIN, version=(0, 0)),
        without(lockdown="integrity"),
        without(lockdown=""),
        without(unprivileged_bpf_disabled=1),
        without(jit=None),
    ],
)
def test_what_rules_nothing_out(facts: Facts) -> None:
    """Rights that are enough, limits that are wide enough, and what is not told at all, do not keep BPF away."""
    assert rules.choose(facts, "auto", "auto") == Choice((WALK, BTF, RAW, BCC), ())


def test_locked_memory_follows_the_size_of_the_maps() -> None:
    """On a kernel that counts it, fewer slots may fit where the default does not, and the text has the flag's value."""
    facts = without(**OLD, effective=BPF | PERFMON, memlock=(1 << 20, 1 << 20))
    assert rules.choose(facts, "auto", "auto", 1024).tries
    refusal = rules.choose(facts, "auto", "auto", 1 << 20).ruled_out[0]
    assert refusal.reason == "memlock"
    assert "-bpfMapSize 1048576" in refusal.text


@pytest.mark.kernel
@pytest.mark.parametrize("slots", [16, 16384, 20000, 65536])
def test_the_reckoning_of_locked_memory_holds(slots: int) -> None:
    """What this kernel says that our maps and programs take is less than what the rules say, and for many slots not much less."""
    objects = libbpf.load("tracepoints", "raw_tp", slots, True)
    try:
        said = [Path(f"/proc/self/fdinfo/{fd}").read_text() for fd in (*objects.maps.values(), *objects.programs.values())]
        taken = sum(int(number) for text in said for number in re.findall(r"^memlock:\s*(\d+)", text, re.MULTILINE))
    finally:
        objects.close()
    assert taken <= rules.memlock_bytes(slots) <= 2 * taken + (1 << 19)


@pytest.mark.kernel
def test_this_host_takes_what_the_rules_offer_first() -> None:
    """On a real kernel the best of the tries is taken."""
    choice = rules.choose(probe.collect(caps.read().effective), "auto", "libbpf", 64)
    assert choice.tries, choice.ruled_out
    best = choice.tries[0]
    objects = libbpf.load(best.source, best.kind, 64, True)
    objects.close()
    assert (objects.loader, objects.kind) == (best.loader, best.kind)


def test_lines_are_few() -> None:
    """One cause is one line whatever it stops, and one remedy for one thing is one line whatever it mends."""
    old = rules.lines(facts := without(**OLD), rules.choose(facts, "auto", "auto"))
    assert [line.level for line in old] == ["ok", "warn"]
    assert old[1].what.startswith("no walk, so a program runs for each TCP segment (source tracepoints): ")
    assert all(word in old[1].what for word in ("bpf_loop", "bpf_map_lookup_percpu_elem"))
    assert old[1].fix == "a kernel of Linux 5.19 or newer"

    locked = rules.lines(facts := lacking("btf_trace_inet_sock_set_state"), rules.choose(facts, "auto", "auto"))
    assert [line.level for line in locked] == ["warn", "warn"]
    assert locked[0].what.startswith("no BPF: every namespace that has sockets is dumped")
    assert locked[1].what == "tracepoints and walk and bcc: the kernel has no tracepoint inet_sock_set_state"


def test_lines_say_what_a_lack_means() -> None:
    """Without libbpf it is said what bcc costs; the order of tries is told, and by which libbpf."""
    assert "loaded by libbpf 1.1" in rules.lines(GOOD, rules.choose(GOOD, "auto", "auto"))[0].what
    facts = without(libbpf="", libbpf_error="not there")
    first, second = rules.lines(facts, rules.choose(facts, "auto", "auto"))
    assert (first.level, second.level, second.fix) == ("ok", "warn", "apt install libbpf1")
    assert "loaded by bcc" in first.what
    assert "bcc compiles the programs at each start" in second.what
    assert second.what.endswith("not there")


FACTS = st.builds(
    Facts,
    release=st.sampled_from(["6.18.1", ""]),
    version=st.sampled_from([(0, 0), (4, 19), (5, 4), (5, 7), (5, 8), (5, 10), (5, 11), (6, 18)]),
    btf=st.sampled_from([True, True, True, False]),
    names=st.one_of(st.just(NAMES), st.builds(NAMES.difference, st.sets(st.sampled_from(sorted(NAMES)), max_size=3))),
    effective=st.sampled_from([ALL, ADMIN, ADMIN | RESOURCE, BPF | PERFMON, BPF, PERFMON, RESOURCE, 0]),
    user_namespace=st.sampled_from([False, False, False, True]),
    unprivileged_bpf_disabled=st.sampled_from([None, 0, 1, 2]),
    lockdown=st.sampled_from(["", "none", "integrity", "confidentiality"]),
    jit=st.sampled_from([None, 0, 1, 2]),
    memlock=st.sampled_from([(-1, -1), (0, -1), (65536, 65536), (8 << 20, 8 << 20), (0, 1 << 40)]),
    bpf_errno=st.sampled_from([errno.EINVAL, errno.EINVAL, errno.EOPNOTSUPP, 0, errno.EPERM, errno.ENOSYS, errno.EACCES]),
    libbpf=st.sampled_from(["1.1", "1.1", ""]),
    libbpf_error=st.just("not there"),
    objects=st.one_of(st.just(frozenset(probe.OBJECTS)), st.frozensets(st.sampled_from(probe.OBJECTS))),
    bcc=st.booleans(),
)


def possible(facts: Facts, slots: int, way: Try) -> bool:
    """May this way work, by all that the facts say? Written down once more, without regard to how the rules come to it."""
    old = facts.version != (0, 0) and facts.version < (5, 8)
    rights = facts.effective & ADMIN or (not old and facts.effective & (BPF | PERFMON) == BPF | PERFMON)
    counted = (0, 0) < facts.version < (5, 11) and not facts.effective & RESOURCE and -1 not in facts.memlock
    fits = not counted or facts.memlock[0] >= rules.memlock_bytes(slots)
    host = facts.btf and rights and fits and not facts.user_namespace and facts.bpf_errno in (0, errno.EINVAL, errno.EOPNOTSUPP)
    reads = probe.PROBE_READ in facts.names and facts.lockdown != "confidentiality"
    typed = probe.TP_BTF in facts.names
    hooks = ("inet_sock_set_state",) if way.source == "walk" else probe.TRACEPOINTS
    hooked = not typed or all(f"btf_trace_{name}" in facts.names for name in hooks)
    kind = typed if way.kind == "tp_btf" else reads
    if way.loader == "bcc":
        loads = facts.bcc and "tracepoints.bcc.c" in facts.objects
    else:
        loads = bool(facts.libbpf) and f"{way.source}.bpf.o" in facts.objects
    walks = reads and facts.jit != 0 and {probe.LOOP, probe.PERCPU_LOOKUP, probe.COOKIE, probe.MMAPABLE} <= facts.names
    return bool(host and kind and hooked and loads and (walks or way.source != "walk"))


@given(facts=FACTS, asked=st.sampled_from(ASKED), slots=st.sampled_from([16, 16384, 1 << 20]))
def test_every_combination(facts: Facts, asked: tuple[str, str], slots: int) -> None:
    """What may work is tried, best first, and nothing else; without a try there is a reason; every refusal stands in the report."""
    source, loader = asked
    choice = rules.choose(facts, source, loader, slots)
    wanted = [way for way in PREFERENCE if source in ("auto", way.source) and loader in ("auto", way.loader)]
    offered = [way for way in wanted if possible(facts, slots, way) and not (way == WALK_RAW and possible(facts, slots, WALK))]
    assert list(choice.tries) == offered
    assert choice == rules.choose(replace(facts), source, loader, slots)
    assert choice.tries or choice.ruled_out
    assert {refusal.reason for refusal in choice.ruled_out} <= WORDS
    assert {refusal.reason for refusal in choice.weaker} <= WEAKER
    assert len(set(choice.ruled_out)) == len(choice.ruled_out)
    report = rules.lines(facts, choice)
    assert report[0].level == ("ok" if choice.tries else "warn")
    assert {line.level for line in report} <= {"ok", "warn"}
    for refusal in (*choice.ruled_out, *choice.weaker):
        assert [line for line in report if refusal.text in line.what and refusal.fix == line.fix and line.fix]
