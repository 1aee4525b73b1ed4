"""What each source of marks sees and what it does not, one kind of event after the other, on this kernel.

Each test lets one thing happen in a namespace at rest and says who noticed: `walk`, `tracepoints`, `counters`. It also says whether a dump
would show another row than before: where one would and a source says nothing, -skip idle with that source delivers the old row until
the namespace is active again, or until -maxStale.
"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from activity.sources_to_try import opened
from activity.watched import HERE, PATIENCE, Watched
from kernel.real_namespaces import Spaces

from xtcp_ebpf.marks import Activity

pytestmark = pytest.mark.kernel

EVERYBODY = {"walk", "tracepoints", "counters"}
SEGMENTS = {"walk", "counters"}
"""Those that go by the kernel's counters of segments."""
NOBODY: set[str] = set()
SO_MARK = 36
IPPROTO_MPTCP = 262
ABORT = struct.pack("ii", 1, 0)
"""SO_LINGER with which close() sends a reset."""
FULL_WINDOW = 4096
PROBING = 4
"""inet_diag_msg_timer while zero window probes are due."""


@pytest.fixture(scope="module")
def sources() -> Iterator[dict[str, Activity]]:
    """Both BPF sources, attached all the time."""
    with ExitStack() as running:
        found = {name: opened(f"{name}-libbpf-tp_btf") for name in ("walk", "tracepoints")}
        for source in found.values():
            running.callback(source.close)
        yield found


@pytest.fixture
def watched(tmp_path: Path, sources: dict[str, Activity]) -> Iterator[Watched]:
    """A namespace under all their eyes."""
    spaces = Spaces(tmp_path / "netns")
    found = Watched(spaces, sources)
    try:
        yield found
    finally:
        found.close()
        spaces.remove_all()


def later(watched: Watched, fields: set[str], wanted: set[str]) -> None:
    """From now on, by timers only: these fields change, and these sources and no others notice."""
    marks, rows = watched.marks(), watched.rows()
    until = time.monotonic() + PATIENCE
    while not fields <= (seen := watched.since(marks, rows)).changed:
        assert time.monotonic() < until, seen
        time.sleep(0.02)
    time.sleep(0.01)  # the row changes a moment before the segment is counted, or after
    assert watched.since(marks, rows).by == wanted


def test_nothing(watched: Watched) -> None:
    """Connections at rest: no source says that anything happened, and no row changes."""
    near, far = watched.pair()
    near.send(b"x")
    far.recv(1)
    seen = watched.until_rest(lambda: time.sleep(0.3))
    assert (seen.by, seen.changed) == (NOBODY, NOBODY)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_births_data_and_ends(watched: Watched, address: str) -> None:
    """listen, connect, data, close, and a reset: every source sees each of them, IPv4 and IPv6."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener, near, far = (watched.socket(family), watched.socket(family), watched.socket(family))
    listener.bind((address, 0))
    assert watched.during(listener.listen).by == EVERYBODY
    assert watched.until_rest(lambda: near.connect(listener.getsockname())).by == EVERYBODY
    accepted = listener.accept()[0]
    watched.spaces.keep(accepted)
    seen = watched.until_rest(lambda: near.send(b"x" * 100) and accepted.recv(100))
    assert seen.by == EVERYBODY
    assert {"tcp_info_bytes_received", "tcp_info_bytes_acked"} <= seen.changed
    assert watched.until_rest(near.close).by == EVERYBODY
    far.connect(listener.getsockname())
    far.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
    assert watched.during(far.close).by == EVERYBODY


def test_end_of_a_listener(watched: Watched) -> None:
    """No segment goes with it, and no counter counts it: both BPF sources have it from inet_sock_set_state, `counters` from sockstat."""
    listener = watched.listener()
    seen = watched.during(listener.close)
    assert (seen.by, seen.changed) == (EVERYBODY, {"gone"})


def test_one_listener_for_another(watched: Watched) -> None:
    """One is closed and another opened: both BPF sources see it; `counters` does not, as there are as many sockets as before."""
    listener, other = watched.listener(), watched.socket()
    other.bind(("127.0.0.1", 0))
    seen = watched.during(lambda: (listener.close(), other.listen()))
    assert (seen.by, seen.changed) == ({"walk", "tracepoints"}, {"born", "gone"})


def test_another_backlog(watched: Watched) -> None:
    """listen() on a socket that listens already changes its row, and no source sees it."""
    listener = watched.listener()
    seen = watched.during(lambda: listener.listen(7))
    assert seen.by == NOBODY
    assert "inet_diag_msg_wqueue" in seen.changed


def test_bind_alone(watched: Watched) -> None:
    """A socket that is only bound has no row, and no source says anything."""
    sock = watched.socket()
    seen = watched.during(lambda: sock.bind(("127.0.0.1", 0)))
    assert (seen.by, seen.changed) == (NOBODY, NOBODY)


def test_a_sender_whose_peer_is_silent(watched: Watched) -> None:
    """Data go out and nothing comes back: `walk` and `counters` see it at once, `tracepoints` with the first retransmission only."""
    near, _ = watched.pair(beside=watched.joined("peer"))
    watched.rest()
    watched.silence()
    seen = watched.during(lambda: near.send(b"x" * 100))
    assert seen.by == SEGMENTS
    assert {"tcp_info_bytes_sent", "tcp_info_unacked"} <= seen.changed
    later(watched, {"tcp_info_total_retrans"}, EVERYBODY)


def test_retransmissions_only(watched: Watched) -> None:
    """Nothing but a timer that sends the same segment again and again: every source sees each time."""
    near, _ = watched.pair(beside=watched.joined("peer"))
    watched.silence()
    near.send(b"x" * 100)
    for _ in range(2):
        later(watched, {"tcp_info_total_rto"}, EVERYBODY)


def test_an_attempt_that_nobody_answers(watched: Watched) -> None:
    """SYN_SENT: every source sees its birth, each SYN that is sent again, and its end."""
    watched.joined("peer")
    watched.silence()
    sock = watched.socket()
    sock.setblocking(False)
    seen = watched.during(lambda: sock.connect_ex(("198.51.100.2", 9)))
    assert (seen.by, seen.changed) == (EVERYBODY, {"born"})
    later(watched, {"tcp_info_total_retrans"}, EVERYBODY)
    marks, rows = watched.marks(), watched.rows()
    sock.close()
    assert watched.since(marks, rows) == (EVERYBODY, {"gone"})


def test_an_application_that_drains_its_queue(watched: Watched) -> None:
    """recv() of so little that no window update is due sends no segment: the row's queue is empty again, and no source sees it."""
    near, far = watched.pair()
    seen = watched.until_rest(lambda: near.send(b"x" * 100))
    assert seen.by == EVERYBODY
    assert "inet_diag_msg_rqueue" in seen.changed
    seen = watched.during(lambda: far.recv(100))
    assert seen.by == NOBODY
    assert "inet_diag_msg_rqueue" in seen.changed


def test_an_application_that_opens_its_window(watched: Watched) -> None:
    """recv() of much sends a window update, which every source sees: the sender of it by its counters, `tracepoints` where it comes in."""
    near, far = watched.pair(receive_buffer=1 << 15)
    for _ in range(12):
        near.send(b"x" * 4096)
    seen = watched.during(lambda: far.recv(1 << 20))
    assert seen.by == EVERYBODY
    assert {"inet_diag_msg_rqueue", "tcp_info_snd_wnd"} <= seen.changed


def fill(watched: Watched, sock: socket.socket) -> None:
    """Send until the peer's window is shut and the probes begin."""
    sock.setblocking(False)
    until = time.monotonic() + PATIENCE
    while not any(row.inet_diag_msg_timer == PROBING and row.tcp_info_snd_wnd == 0 for row in watched.rows().values()):
        with suppress(BlockingIOError):
            sock.send(b"x" * 4096)
        time.sleep(0.005)
        assert time.monotonic() < until


def test_zero_window(watched: Watched) -> None:
    """Probes that are answered are seen by every source. What the application writes meanwhile only waits: no source sees it."""
    near, _ = watched.pair(receive_buffer=FULL_WINDOW)
    near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 16)
    fill(watched, near)
    later(watched, {"tcp_info_segs_out", "tcp_info_segs_in"}, EVERYBODY)
    near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
    until = time.monotonic() + PATIENCE
    while True:
        marks, rows = watched.marks(), watched.rows()
        near.send(b"x" * 100)
        seen = watched.since(marks, rows)
        if "tcp_info_segs_out" not in seen.changed:  # no probe happened to go out at that moment
            break
        assert time.monotonic() < until
    assert seen.by == NOBODY
    assert {"inet_diag_msg_wqueue", "tcp_info_not_sent_bytes"} <= seen.changed


def test_zero_window_and_silence(watched: Watched) -> None:
    """Probes that nobody answers: `walk` and `counters` see them, `tracepoints` does not, for as long as the connection lasts."""
    near, _ = watched.pair(receive_buffer=FULL_WINDOW, beside=watched.joined("peer"))
    fill(watched, near)
    watched.silence()
    later(watched, {"tcp_info_probes", "tcp_info_segs_out"}, SEGMENTS)


def test_writing_without_sending(watched: Watched) -> None:
    """What TCP_CORK holds back shows in the row, and no source sees it before it is sent."""
    near, _ = watched.pair()
    near.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
    seen = watched.during(lambda: near.send(b"x"))
    assert seen.by == NOBODY
    assert "tcp_info_not_sent_bytes" in seen.changed
    later(watched, {"tcp_info_bytes_sent"}, EVERYBODY)


def test_the_accept_queue(watched: Watched) -> None:
    """A connection that completes is seen by every source; accept(), which takes it out of the listener's queue, by none."""
    listener, client = watched.listener(), watched.socket()
    seen = watched.until_rest(lambda: client.connect(listener.getsockname()))
    assert seen.by == EVERYBODY
    assert {"born", "inet_diag_msg_rqueue"} <= seen.changed
    seen = watched.during(lambda: watched.spaces.keep(listener.accept()[0]))
    assert seen.by == NOBODY
    assert "inet_diag_msg_rqueue" in seen.changed


def test_half_open_connections(watched: Watched) -> None:
    """SYN_RECV has no state for inet_sock_set_state: born, and reset, it is seen by `walk` and `counters`, never by `tracepoints`."""
    other = watched.joined("client")
    listener, client = watched.listener(HERE), watched.socket(namespace=other)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 10)
    seen = watched.during(lambda: client.connect(listener.getsockname()))
    assert (seen.by, "born" in seen.changed) == (SEGMENTS, True)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
    marks, rows = watched.marks(), watched.rows()
    client.close()
    seen = watched.since(marks, rows)
    assert (seen.by, "gone" in seen.changed) == (SEGMENTS, True)


@pytest.mark.long
def test_half_open_connections_that_run_out(watched: Watched) -> None:
    """The end of a SYN_RECV that was never answered is a timer's, without a segment: no source sees that its row is gone."""
    other = watched.joined("client")
    watched.set("net.ipv4.tcp_synack_retries", 0)
    listener, client = watched.listener(HERE), watched.socket(namespace=other)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 1)
    client.connect(listener.getsockname())
    watched.silence()
    until = time.monotonic() + PATIENCE
    marks, rows = watched.marks(), watched.rows()
    while len(rows) > 1:
        assert time.monotonic() < until, rows
        time.sleep(0.02)
        before, marks, rows = marks, watched.marks(), watched.rows()
    assert marks == before


def test_keepalives(watched: Watched) -> None:
    """A probe that is answered is seen by every source; one that nobody answers by `walk` and `counters` only."""
    near, _ = watched.pair(beside=watched.joined("peer"))
    for option in (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL):
        near.setsockopt(socket.IPPROTO_TCP, option, 1)
    near.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    later(watched, {"tcp_info_segs_in", "tcp_info_segs_out"}, EVERYBODY)
    watched.silence()
    later(watched, {"tcp_info_probes", "tcp_info_segs_out"}, SEGMENTS)


def test_half_closed(watched: Watched) -> None:
    """tcp_probe is for ESTABLISHED only: data to FIN_WAIT2 are seen by `walk` and `counters`, not by `tracepoints`."""
    near, far = watched.pair()
    assert watched.until_rest(lambda: near.shutdown(socket.SHUT_WR)).by == EVERYBODY
    seen = watched.until_rest(lambda: far.send(b"x" * 100) and near.recv(100))
    assert seen.by == SEGMENTS
    assert {"tcp_info_bytes_received", "tcp_info_bytes_acked"} <= seen.changed
    assert watched.until_rest(far.close).by == EVERYBODY


def test_the_receiving_side_shut(watched: Watched) -> None:
    """shutdown(SHUT_RD) shows in the row, sends nothing, and no source sees it."""
    near, _ = watched.pair()
    seen = watched.during(lambda: near.shutdown(socket.SHUT_RD))
    assert (seen.by, seen.changed) == (NOBODY, {"shutdown_state"})


@pytest.mark.parametrize(
    ("level", "option", "value", "field"),
    [
        (socket.SOL_SOCKET, SO_MARK, 7, "mark"),
        (socket.SOL_SOCKET, socket.SO_SNDBUF, 100_000, "sk_mem_info_snd_buf"),
        (socket.IPPROTO_IP, socket.IP_TOS, 16, "type_of_service"),
        (socket.IPPROTO_TCP, socket.TCP_CONGESTION, b"reno", "congestion_algorithm_string"),
        (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1, "inet_diag_msg_timer"),
    ],
)
def test_setsockopt(watched: Watched, level: int, option: int, value: int | bytes, field: str) -> None:
    """An option that a row shows is set: no source sees it."""
    near, _ = watched.pair()
    near.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, b"cubic")
    seen = watched.during(lambda: near.setsockopt(level, option, value))
    assert seen.by == NOBODY
    assert field in seen.changed


def test_time_wait_that_runs_out(watched: Watched) -> None:
    """TIME_WAIT begins with segments, and every source sees it. Its end is a timer's: only `counters` sees that the row is gone (sockstat).

    It is the one that stands for FIN_WAIT2, whose time can be set to a second; TIME_WAIT takes a minute, and ends in the same function.
    """
    watched.set("net.ipv4.tcp_fin_timeout", 1)
    near, far = watched.pair()
    near.shutdown(socket.SHUT_WR)
    seen = watched.during(near.close)
    assert seen.by == EVERYBODY
    later(watched, {"gone"}, {"counters"})
    assert far.getsockname()


def test_sockets_that_were_there_before(tmp_path: Path) -> None:
    """Connections opened before the programs were attached are seen as all others when something happens on them."""
    spaces = Spaces(tmp_path / "netns")
    running: dict[str, Activity] = {}
    watched = Watched(spaces, running)
    try:
        near, far = watched.pair()
        running |= {name: opened(f"{name}-libbpf-tp_btf") for name in ("walk", "tracepoints")}
        assert watched.until_rest(lambda: near.send(b"x") and far.recv(1)).by == EVERYBODY
        assert watched.during(far.close).by == EVERYBODY
    finally:
        for source in running.values():
            source.close()
        watched.close()
        spaces.remove_all()


def test_mptcp(watched: Watched) -> None:
    """Subflows of MPTCP are TCP sockets: their births, data and ends are seen by every source."""
    try:
        listener, client = watched.listener(protocol=IPPROTO_MPTCP), watched.socket(protocol=IPPROTO_MPTCP)
    except OSError as error:
        pytest.skip(f"this kernel has no MPTCP: {error}")
    assert watched.until_rest(lambda: client.connect(listener.getsockname())).by == EVERYBODY
    accepted = listener.accept()[0]
    watched.spaces.keep(accepted)
    seen = watched.until_rest(lambda: client.send(b"x" * 100) and accepted.recv(100))
    assert seen.by == EVERYBODY
    assert {"tcp_info_bytes_received", "mptcp_map_datalen"} <= seen.changed
    assert watched.until_rest(client.close).by == EVERYBODY
