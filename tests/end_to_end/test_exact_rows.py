"""One poll is what `ss` shows: every socket of every namespace once, with the right values, whatever the thresholds."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import ss as oracle
from street import Street, by_namespace, cookies, envelopes, once, quiet_rows, records, run, run_raw, ss, ss_cookies

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import FIELDS
from xtcp_ebpf.wire.uapi import TCP_STATES

pytestmark = pytest.mark.kernel

RUNNING_CLOCKS = ("lastsnd", "lastrcv", "lastack")
DETAILS = ("-imo", "--tos", "--cgroup", "--inet-sockopt")


class Host(NamedTuple):
    """15,022 sockets in three namespaces, held by a process each."""

    many4: str
    many6: str
    zoo: str
    cookies: dict[str, list[str]]
    """What ss says."""


@pytest.fixture(scope="module")
def host(street: Street) -> Iterator[Host]:
    """Quiet, so that two looks see the same."""
    names = street.add(3)
    for name, kinds in zip(names, ({"v4": 4000}, {"v6": 3500}, {"zoo": 1}), strict=True):
        street.hold(name, **kinds)
    seen = {name: ss_cookies(name) for name in names}
    assert [len(seen[name]) for name in names] == [8000, 7000, 22]
    yield Host(*names, seen)


@pytest.mark.parametrize(
    ("thresholds", "readers"),
    [((), "2"), (("-envelopeFlushRows", "500", "-envelopeFlushBytes", "65536"), "4"), (("-envelopeFlushRows", "7777"), "1")],
)
def test_every_socket_once(thresholds: tuple[str, ...], readers: str, host: Host, tmp_path: Path) -> None:
    """15,000 sockets: nothing is lost after a flush in mid-poll, nothing comes twice; counters are 1 to N across namespaces."""
    out = tmp_path / "rows"
    rows = once(out, "-netlinkers", readers, *thresholds)
    found = by_namespace(rows)
    for name, wanted in host.cookies.items():
        assert cookies(found[name]) == wanted
        assert len({row.timestamp_ns for row in found[name]}) == 1
        assert {row.netns_inode for row in found[name]} == {Path("/run/netns", name).stat().st_ino}
        assert len({(row.netns_cookie, row.netlinker_id) for row in found[name]}) == 1
    assert sorted(row.record_counter for row in rows) == list(range(1, len(rows) + 1))
    assert {row.poll_number for row in rows} == {1}
    limit = int(thresholds[1]) if thresholds else 10000
    sizes = [len(envelope) for envelope in envelopes(out.read_bytes())]
    assert len(sizes) >= 2
    assert max(sizes) <= limit


def test_every_field_against_ss(host: Host, tmp_path: Path) -> None:
    """Each word that ss prints for each of 22 unlike sockets is in the record, and the other way round; clocks lie between two looks."""
    before = {found["sk"]: found for found in oracle.parse(ss(host.zoo, *DETAILS))}
    rows = by_namespace(once(tmp_path / "rows", "-deserializers", "all"))[host.zoo]
    after = {found["sk"]: found for found in oracle.parse(ss(host.zoo, *DETAILS))}
    printed = {word for found in before.values() for word in found}
    unknown = {"rcv_wnd", "rehash"} - printed  # ss before 6.3 does not know them
    assert len(rows) == len(before) == 22
    compared = 0
    for row in rows:
        sk = f"{row.inet_diag_msg_socket_cookie:x}"
        words = oracle.words(row)
        moved = {word for word in before[sk] if after[sk].get(word) != before[sk][word]}
        assert moved <= {*RUNNING_CLOCKS, "timer"} or words["state"] in ("SYN-SENT", "SYN-RECV"), "this host is not quiet"
        assert oracle.differences(before[sk], row, unknown | moved) == []
        for word in moved & {*RUNNING_CLOCKS}:
            assert int(before[sk][word]) <= int(words[word]) <= int(after[sk][word])
        compared += len(before[sk].keys() - moved)
    assert compared > 22 * 15


def test_every_kind_of_socket(host: Host, tmp_path: Path) -> None:
    """The states by number, families, IPv4-mapped and v6only sockets: as the kernel has them."""
    rows = by_namespace(once(tmp_path / "rows"))[host.zoo]
    states = Counter(TCP_STATES[row.inet_diag_msg_state] for row in rows)
    assert states == {
        "ESTABLISHED": 13,
        "LISTEN": 4,
        "SYN_SENT": 1,
        "SYN_RECV": 1,
        "FIN_WAIT2": 1,
        "CLOSE_WAIT": 1,
        "TIME_WAIT": 1,
    }
    mapped = [row for row in rows if row.inet_diag_msg_socket_source[:12] == bytes(10) + b"\xff\xff"]
    assert len(mapped) == 2
    assert {row.inet_diag_msg_family for row in mapped} == {socket.AF_INET6}
    listeners6 = [row for row in rows if row.inet_diag_msg_state == 10 and row.inet_diag_msg_family == socket.AF_INET6]
    assert sorted(row.skv6only for row in listeners6) == [0, 1]
    (asking,) = (row for row in rows if TCP_STATES[row.inet_diag_msg_state] == "SYN_SENT")
    assert socket.inet_ntoa(asking.inet_diag_msg_socket_destination[:4]) == "192.0.2.77"
    assert asking.inet_diag_msg_socket_destination_port == 9


def test_every_third_socket(host: Host, tmp_path: Path) -> None:
    """-modulus 3 counts within each namespace's dump: a third of each, rounded up."""
    found = by_namespace(once(tmp_path / "rows", "-modulus", "3"))
    for name, everything in host.cookies.items():
        mine = cookies(found[name])
        assert len(mine) == (len(everything) + 2) // 3
        assert set(mine) < set(everything)


def test_without_decoders(host: Host, tmp_path: Path) -> None:
    """-deserializers none: who talks to whom in which state, and nothing else; info: tcp_info beside it and no more."""
    bare = by_namespace(once(tmp_path / "none", "-deserializers", "none"))[host.zoo]
    assert cookies(bare) == host.cookies[host.zoo]
    for row in bare:
        assert (row.tcp_info_bytes, row.congestion_algorithm_string, row.sk_mem_info_snd_buf) == (0, "", 0)
        assert row.inet_diag_msg_socket_source_port
    rich = [r for r in by_namespace(once(tmp_path / "info", "-deserializers", "info"))[host.zoo] if r.inet_diag_msg_state == 1]
    assert len(rich) == 13
    for row in rich:
        assert row.tcp_info_snd_mss
        assert (row.congestion_algorithm_string, row.sk_mem_info_snd_buf) == ("", 0)


def test_both_engines_make_the_same_records(host: Host, tmp_path: Path) -> None:
    """The Python engine end to end: the same rows as the C engine's but for clocks and what tells two runs apart."""
    rows = [by_namespace(once(tmp_path / engine, "-engine", engine, "-deserializers", "all"))[host.zoo] for engine in ("c", "python")]
    assert len(rows[0]) == 22
    assert quiet_rows(rows[0]) == quiet_rows(rows[1])


@pytest.mark.usefixtures("host")
def test_a_capture_decodes_to_the_same_rows(tmp_path: Path) -> None:
    """-writeFiles: what `decode` makes of the captures is what the daemon made of the same datagrams, every field but the identity."""
    rows = once(tmp_path / "rows", "-writeFiles", "1000", "-capturePath", f"{tmp_path}/c-", "-netlinkers", "2")
    captures = sorted(tmp_path.glob("c-netlink.*.pcap"))
    assert 1 <= len(captures) <= 2
    again: list[XtcpFlatRecord] = []
    for capture in captures:
        done = run_raw("decode", str(capture), "-marshal", "protobufList")
        assert done.returncode == 0, done.stderr
        again += [row for envelope in envelopes(done.stdout) for row in envelope]
    assert len(rows) > 15_000
    assert Counter(map(nameless, again)) == Counter(map(nameless, rows))


def nameless(row: XtcpFlatRecord) -> bytes:
    """What the kernel said, without whose dump it was."""
    for name in FIELDS.keys() - {"kernel_attributes", "tcp_info_bytes"}:
        row.ClearField(name)  # type: ignore[arg-type]  # a name of the record
    return row.SerializeToString(deterministic=True)


@pytest.mark.usefixtures("host")
def test_payloads_in_files(tmp_path: Path) -> None:
    """-destWriteFiles 3: the first three payloads as they were sent, each a file, and the destination has them all."""
    rows = once(tmp_path / "rows", "-destWriteFiles", "3", "-capturePath", f"{tmp_path}/p-", "-envelopeFlushRows", "1000")
    copies = sorted(tmp_path.glob("p-payload.*"))
    assert [path.name for path in copies] == ["p-payload.0001", "p-payload.0002", "p-payload.0003"]
    first = [row.record_counter for path in copies for row in records(path)]
    assert first == [row.record_counter for row in rows[: len(first)]]
    assert b"".join(path.read_bytes() for path in copies) == (tmp_path / "rows").read_bytes()[: sum(p.stat().st_size for p in copies)]


@pytest.mark.usefixtures("host")
def test_what_the_operator_says_of_the_host(tmp_path: Path) -> None:
    """Hostname, location, label and tag stand on every row, as does what program made it."""
    rows = once(tmp_path / "rows", "-hostname", "h", "-location", "here", "--label=a label", "-tag", "t")
    assert {(r.hostname, r.location, r.label, r.tag) for r in rows} == {("h", "here", "a label", "t")}
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    assert {(r.daemon_version, r.boot_id, r.record_kind) for r in rows} == {(version_of(), boot, 1)}


def version_of() -> str:
    """As -v has it."""
    return run("-v").stdout.split(",")[0]


def test_as_many_polls_as_asked_for(host: Host, tmp_path: Path) -> None:
    """-maxLoops 3: three polls, all sent, exit code 0; each has its number, its times, and counters from 1."""
    out = tmp_path / "rows"
    done = run("-dest", f"file:{out}", "-maxLoops", "3", "-frequency", "900ms", "-timeout", "850ms", "-pollJitterPct", "0", "-skip", "none")
    assert done.returncode == 0, done.stderr
    polls: dict[int, list[XtcpFlatRecord]] = {}
    for row in records(out):
        polls.setdefault(row.poll_number, []).append(row)
    assert sorted(polls) == [1, 2, 3]
    for rows in polls.values():
        assert sorted(row.record_counter for row in rows) == list(range(1, len(rows) + 1))
        found = by_namespace(rows)
        assert all(cookies(found[name]) == wanted for name, wanted in host.cookies.items())
    starts = [min(row.timestamp_ns for row in polls[number]) for number in (1, 2, 3)]
    assert all(0.7e9 < later - sooner < 3e9 for sooner, later in pairwise(starts))
