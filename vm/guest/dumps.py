"""Dumps are exact: what the decoder and the daemon say of a street full of sockets is what ss says of it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from vm.guest import decoding, scenes

import capture  # isort: skip
import ss  # isort: skip

from end_to_end.street import records as rows_of

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.wire import request
from xtcp_ebpf.wire.groups import KNOWN, idiag_ext

FULL, BARE = idiag_ext(frozenset(KNOWN)), idiag_ext(frozenset())
PLANS: Final = {
    "legacy": ("type 18, all groups", (request.legacy(1, FULL),), ("-OH",)),
    "by_family": ("type 20 for IPv4, then IPv6, all groups", (request.by_family(2, 2, FULL), request.by_family(3, 10, FULL)), ()),
    "bare": ("type 18, no groups", (request.legacy(4, BARE),), ("-OH",)),
}
CLOCKS: Final = {"timer", "lastsnd", "lastrcv", "lastack", "retrans", "backoff", "lost", "unacked", "rto", "cwnd", "ssthresh", "segs_out"}
"""Words that run by themselves between a look of ss and a dump: retransmissions go on in this street."""
MUST: Final = {"reno", "cubic", "bbr", "dctcp", "vegas"}
TELLS: Final = (
    *(("bbr", "bbr_info_bw_lo"), ("bbr", "bbr_info_pacing_gain")),
    *(("dctcp", "dctcp_info_enabled"), ("vegas", "vegas_info_enabled")),
)
"""Congestion control, and a field in which it tells of itself."""
STATES: Final = {"ESTAB", "SYN-SENT", "SYN-RECV", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSE-WAIT", "LAST-ACK", "LISTEN", "CLOSING"}


def exact(lacks: frozenset[str]) -> str:
    """By both request types, with all groups and with none, by both engines, word for word; then the daemon's own rows."""
    street = scenes.Played(without_mptcp if "mptcp" in lacks else scenes.whole)
    said = []
    for name, (_, requests, layout) in PLANS.items():
        pcap, text, sockets = capture.take(requests, layout, live=name != "bare")
        rows = decoding.records(pcap)
        wrong = decoding.differences(rows, text)
        assert len(rows) == sockets, f"{name}: {len(rows)} rows of {sockets} sockets"
        assert not wrong, f"{name}: " + "\n".join(wrong)
        said.append(f"{sockets} {name}")
    states = {ss.STATES[row.inet_diag_msg_state] for row in rows}
    assert states >= STATES, f"no socket was {STATES - states}"
    lengths = sorted({row.tcp_info_bytes for row in rows_by_daemon()} - {0})
    assert (max(lengths) == 280) == ("accecn" not in lacks), lengths
    said.append(f"{daemon()} by the daemon")
    street.close()
    return f"{', '.join(said)}; all states; tcp_info {'/'.join(map(str, lengths))} bytes"


def without_mptcp(street: capture.Street) -> None:
    """Everything at once, on a kernel that has no MPTCP."""
    try:
        scenes.whole(street)
    except OSError as error:
        # capture.special ends with MPTCP; what comes after it is still to be done.
        assert error.strerror == "Protocol not supported", error
        capture.ending(street)
        capture.lost(street)
    else:
        raise AssertionError("this kernel has MPTCP: vm/kernels.py says that it lacks it")


def rows_by_daemon() -> list[XtcpFlatRecord]:
    """Of this process's namespace, by the command."""
    with TemporaryDirectory() as folder:
        rows = Path(folder, "rows")
        line = ("-namespaces", "own", "-bpf", "off", "-deserializers", "all", "-dest", f"file:{rows}", "-marshal", "protobufList")
        once = ("-maxLoops", "1", "-pollJitterPct", "0", "-frequency", "30s", "-timeout", "20s")
        done = subprocess.run([sys.executable, "-m", "xtcp_ebpf", *line, *once], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert " ERROR " not in done.stderr, done.stderr
        return rows_of(rows)


def daemon() -> int:
    """Number of rows; each word that ss says alike before and after is in them, and no socket is missing or there twice."""
    last = ""
    for _ in range(capture.TRIES):
        before = {ss.identity(words): words for words in ss.parse(capture.tidy(capture.run(*capture.SS, "-aOH")))}
        rows = rows_by_daemon()
        after = {ss.identity(words): words for words in ss.parse(capture.tidy(capture.run(*capture.SS, "-aOH")))}
        named = {ss.identity(ss.words(row)): row for row in rows}
        if before.keys() != after.keys():
            last = f"sockets came or went: {before.keys() ^ after.keys()}"
            continue
        assert len(rows) == len(named), f"{len(rows)} rows of {len(named)} sockets"
        assert named.keys() == before.keys(), named.keys() ^ before.keys()
        for one, words in before.items():
            moved = {word for word in words.keys() | after[one].keys() if after[one].get(word) != words.get(word)}
            ignored = decoding.TOO_NEW | (moved | CLOCKS if moved else CLOCKS & {"timer", "lastsnd", "lastrcv", "lastack"})
            wrong = ss.differences(words, named[one], ignored)
            assert not wrong, f"{one}: {wrong}"
        return len(rows)
    raise AssertionError(last)


def congestion(lacks: frozenset[str]) -> str:  # noqa: ARG001  all checks are called alike
    """Each algorithm that this kernel has, by its name, with what it tells of itself where it does."""
    street = scenes.Played(scenes.congestion)
    _, requests, layout = PLANS["legacy"]
    pcap, text, _ = capture.take(requests, layout, live=False)
    rows = decoding.records(pcap)
    if wrong := decoding.differences(rows, text):
        raise AssertionError("\n".join(wrong))
    available = {*Path("/proc/sys/net/ipv4/tcp_available_congestion_control").read_text().split()}
    assert available >= MUST, f"not even {MUST - available}"
    connected = [row for row in rows if ss.STATES[row.inet_diag_msg_state] == "ESTAB"]
    seen = Counter(row.congestion_algorithm_string for row in connected)
    assert {*seen} == available, f"{available} are there, rows say {seen}"
    for name, told in TELLS:
        assert any(getattr(row, told) for row in connected if row.congestion_algorithm_string == name), f"{name}: {told} is 0 in all rows"
    street.close()
    return f"{len(available)} algorithms, {len(connected)} connections: {' '.join(sorted(available))}"


def families(lacks: frozenset[str]) -> str:
    """IPv6, IPv4 mapped into it, marks, cgroups, MPTCP and TLS, each in a namespace of its own."""
    said = []
    for name in ("ipv6", "listeners", "handshakes", "time_wait", "half_closed", "marks", "cgroups", "mptcp", "ktls"):
        if scenes.NEEDS.get(name) in lacks:
            said.append(f"no {name}")
            continue
        line = [sys.executable, "-c", f"from vm.guest.dumps import scene; print(scene({name!r}))"]
        done = subprocess.run(line, capture_output=True, text=True)
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
        said.append(done.stdout.strip().splitlines()[-1])
    return ", ".join(said)


def scene(name: str) -> str:
    """One of them."""
    street = scenes.Played(scenes.SCENES[name])
    _, requests, layout = PLANS["by_family"]
    pcap, text, sockets = capture.take(requests, layout, live=False)
    wrong = decoding.differences(decoding.records(pcap), text)
    assert not wrong, "\n".join(wrong)
    street.close()
    return f"{name} {sockets}"
