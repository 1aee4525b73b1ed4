"""Make the project's own captures: a rich set of sockets in namespaces of our own, its dumps, and what `ss` reads in the same bytes.

    python tools/capture.py [FOLDER]        as root; writes FOLDER/<kernel>/*.pcap and *.ss and FOLDER/MANIFEST.tsv (FOLDER: pcaps)

The text is printed by `ss` from the very bytes of the capture (its TCPDIAG_FILE), so that both tell of one moment. That this is what `ss`
also says of the live kernel is checked each time: each line that it prints before and after the dump alike must stand in the text.
The namespaces are this process's own, without names: they end with it.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from xtcp_ebpf.wire import pcap, request
from xtcp_ebpf.wire.groups import KNOWN, idiag_ext
from xtcp_ebpf.wire.uapi import NLMSG_DONE, NLMSG_ERROR

V4, V6 = socket.AF_INET, socket.AF_INET6
LOCAL4, LOCAL6, MAPPED = "127.0.0.1", "::1", "::ffff:127.0.0.1"
NEAR4, FAR4, NEAR6, FAR6 = "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"
NOBODY = "02:00:00:00:00:99"
IPPROTO_MPTCP, NETLINK_SOCK_DIAG, CLONE_NEWNET = 262, 4, 0x40000000
TCP_MD5SIG, TCP_FASTOPEN_CONNECT, SO_MAX_PACING_RATE, MSG_FASTOPEN = 14, 30, 47, 0x20000000
IP_RECVERR, IP_FREEBIND, IP_TRANSPARENT, IP_BIND_ADDRESS_NO_PORT = 11, 15, 19, 24
KEY = "secret"
SS = ("ss", "-tinoem", "--tos", "--inet-sockopt")
TRIES = 20

_libc = ctypes.CDLL(None, use_errno=True)
_ports = count(20001)
Pair = tuple[socket.socket, socket.socket]


class Street:
    """Two namespaces with a cable between them; only sockets of the first, `near`, are dumped."""

    def __init__(self) -> None:
        self.held: list[socket.socket] = []
        self.far = self._new()
        self.near = self._new()
        run("ip", "link", "set", "lo", "up")
        run("ip", "link", "add", "veth0", "type", "veth", "peer", "name", "veth1", "netns", f"/proc/{os.getpid()}/fd/{self.far}")
        self._address("veth0", NEAR4, NEAR6)
        with self.inside(self.far):
            self._address("veth1", FAR4, FAR6)

    @staticmethod
    def _new() -> int:
        if _libc.unshare(CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "no namespace of our own: run as root")
        return os.open("/proc/thread-self/ns/net", os.O_RDONLY)

    @staticmethod
    def _address(device: str, four: str, six: str) -> None:
        run("ip", "link", "set", device, "up")
        run("ip", "address", "add", f"{four}/24", "dev", device)
        run("ip", "address", "add", f"{six}/64", "dev", device, "nodad")

    @contextmanager
    def inside(self, namespace: int) -> Iterator[None]:
        """Sockets that are opened here stay in that namespace."""
        _libc.setns(namespace, CLONE_NEWNET)
        try:
            yield
        finally:
            _libc.setns(self.near, CLONE_NEWNET)

    def cut(self) -> None:
        """From now on what near sends is lost on the way; what far sends arrives."""
        for far in (FAR4, FAR6):
            run("ip", "neighbour", "replace", far, "lladdr", NOBODY, "dev", "veth0", "nud", "permanent")

    def keep(self, *sockets: socket.socket) -> None:
        self.held += sockets

    def listen(self, family: int, host: str, backlog: int = 5, protocol: int = 0, v6only: bool | None = None) -> socket.socket:
        """A listener that stays."""
        made = socket.socket(family, socket.SOCK_STREAM, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if v6only is not None:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, v6only)
        made.bind((host, next(_ports)))
        made.listen(backlog)
        self.keep(made)
        return made

    def pair(self, listener: socket.socket, host: str = "", setup: Callable[[socket.socket], None] = lambda _: None) -> Pair:
        """A connection to the listener: (client, server)."""
        address, port = listener.getsockname()[:2]
        client = socket.socket(V6 if ":" in (host or address) else V4, socket.SOCK_STREAM, listener.proto)
        setup(client)
        client.connect((host or address, port))
        server = listener.accept()[0]
        self.keep(client, server)
        return client, server

    def away(self, far_host: str) -> Pair:
        """A connection over the cable: (near, far)."""
        family = V6 if ":" in far_host else V4
        with self.inside(self.far):
            listener = self.listen(family, far_host)
        near = socket.socket(family)
        near.connect(listener.getsockname()[:2])
        self.keep(near, far := listener.accept()[0])
        return near, far


def run(*command: str, **environment: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **environment}).stdout


def sysctl(name: str, value: str) -> None:
    Path("/proc/sys/net/ipv4", name).write_text(value)


def talk(pair: Pair, turns: int = 3, size: int = 400) -> None:
    """Questions and answers."""
    for end, other in [pair, pair[::-1]] * turns:
        end.sendall(bytes(size))
        left = size
        while left:
            left -= len(other.recv(left))


def option(level: int, name: int, value: int | bytes) -> Callable[[socket.socket], None]:
    return lambda made: made.setsockopt(level, name, value)


def md5_key(host: str) -> bytes:
    """struct tcp_md5sig for one IPv4 peer."""
    address = struct.pack("=H2x4s", V4, socket.inet_aton(host)).ljust(128, b"\0")
    return address + struct.pack("=BBHI80s", 0, 0, len(KEY), 0, KEY.encode())


def ordinary(street: Street) -> None:
    """Listeners, and connections of each family, congestion control and option."""
    four, six, dual = street.listen(V4, LOCAL4), street.listen(V6, LOCAL6), street.listen(V6, "::", v6only=False)
    street.listen(V4, "0.0.0.0", backlog=4096)
    street.listen(V6, "::", v6only=True)
    for listener, host in ((four, LOCAL4), (six, LOCAL6), (dual, LOCAL6), (dual, LOCAL4), (dual, MAPPED)):
        talk(street.pair(listener, host))
    for name in Path("/proc/sys/net/ipv4/tcp_available_congestion_control").read_text().split():
        talk(street.pair(four, setup=option(socket.IPPROTO_TCP, socket.TCP_CONGESTION, name.encode())))
    for setup in (
        option(socket.SOL_SOCKET, socket.SO_MARK, 0xBEEF),
        option(socket.SOL_SOCKET, socket.SO_PRIORITY, 5),
        option(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"lo"),
        option(socket.SOL_SOCKET, SO_MAX_PACING_RATE, 12_500_000),
        option(socket.IPPROTO_IP, socket.IP_TOS, 0x48),
        option(socket.IPPROTO_IP, IP_RECVERR, 1),
        option(socket.IPPROTO_IP, IP_FREEBIND, 1),
        option(socket.IPPROTO_IP, IP_TRANSPARENT, 1),
        option(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1),
    ):
        talk(street.pair(four, setup=setup), turns=1)
    talk(street.pair(six, setup=option(socket.IPPROTO_IPV6, socket.IPV6_TCLASS, 0x20)), turns=1)
    for seconds in (4, 30, 90, 7200):
        client, _ = street.pair(four, setup=option(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, seconds))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    os.fchown(street.pair(four)[0].fileno(), 1000, -1)
    for ecn in ("1", "3"):  # classic, and AccECN where the kernel has it
        try:
            sysctl("tcp_ecn", ecn)
        except OSError:
            continue
        talk(street.pair(four), size=20_000)
        talk(street.pair(six), size=20_000)
    sysctl("tcp_ecn", "2")
    talk(street.away(FAR4), size=20_000)
    talk(street.away(FAR6), size=20_000)


def special(street: Street) -> None:
    """MD5 signatures, fast open, MPTCP."""
    signed = street.listen(V4, LOCAL4)
    for host in (LOCAL4, NEAR4):
        signed.setsockopt(socket.IPPROTO_TCP, TCP_MD5SIG, md5_key(host))
    talk(street.pair(signed, setup=option(socket.IPPROTO_TCP, TCP_MD5SIG, md5_key(LOCAL4))))
    sysctl("tcp_fastopen", str(0x1 | 0x2 | 0x4 | 0x200))
    fast = street.listen(V4, LOCAL4)
    fast.setsockopt(socket.IPPROTO_TCP, socket.TCP_FASTOPEN, 5)
    client = socket.socket()
    client.sendto(b"at once", MSG_FASTOPEN, fast.getsockname())
    street.keep(client, fast.accept()[0])
    deferred = socket.socket()
    deferred.setsockopt(socket.IPPROTO_TCP, TCP_FASTOPEN_CONNECT, 1)
    deferred.connect(fast.getsockname())
    street.keep(deferred)
    for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
        talk(street.pair(street.listen(family, host, protocol=IPPROTO_MPTCP)))


def ending(street: Street) -> None:
    """Half closed, TIME_WAIT, queues that are full, connections that nobody accepts."""
    for family, host in ((V4, LOCAL4), (V6, LOCAL6)):
        listener = street.listen(family, host)
        street.pair(listener)[0].shutdown(socket.SHUT_WR)  # FIN_WAIT2 and CLOSE_WAIT
        street.pair(listener)[0].close()  # the same, as an orphan
        street.pair(listener)[1].shutdown(socket.SHUT_RD)
        client, server = street.pair(listener)
        client.close()
        server.close()  # TIME_WAIT
        waiting = street.listen(family, host, backlog=1)
        for _ in range(4):
            made = socket.socket(family)
            made.setblocking(False)
            made.connect_ex(waiting.getsockname()[:2])
            street.keep(made)
    full, _ = street.pair(street.listen(V4, LOCAL4))
    full.setblocking(False)
    while True:
        try:
            full.send(bytes(4096))
        except BlockingIOError:
            break


def lost(street: Street) -> None:
    """What needs an answer that does not come: SYN_SENT, SYN_RECV, FIN_WAIT1, CLOSING, LAST_ACK, retransmissions."""
    ends = [street.away(host) for host in (FAR4, FAR6) for _ in range(5)]
    listeners = [street.listen(V4, NEAR4), street.listen(V6, NEAR6)]
    for pair in ends:
        talk(pair, turns=1)
    for _, far in ends[::5]:
        far.close()
    time.sleep(0.1)
    street.cut()
    for number, (near, far) in enumerate(ends):
        what = number % 5
        if what in (0, 1, 2):
            near.close()  # LAST_ACK; FIN_WAIT1; CLOSING
        if what == 2:
            far.shutdown(socket.SHUT_WR)
        if what == 3:
            near.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, b"reno" if near.family == V4 else b"cubic")
            near.sendall(bytes(30_000))
    for family, host in ((V4, FAR4), (V6, FAR6)):
        near = socket.socket(family)
        near.setblocking(False)
        near.connect_ex((host, 9))
        street.keep(near)
    with street.inside(street.far):
        for listener in listeners:
            far = socket.socket(listener.family)
            far.setblocking(False)
            far.connect_ex(listener.getsockname()[:2])
            street.keep(far)


def dump(request_bytes: bytes) -> list[tuple[int, bytes]]:
    """(epoch nanoseconds, datagram) of each reply."""
    replies = []
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG) as diag:
        diag.settimeout(5)
        diag.sendto(request_bytes, (0, 0))
        while True:
            datagram = diag.recv(32768)
            replies.append((time.time_ns(), datagram))
            kinds = [kind for kind, _ in messages(datagram)]
            if NLMSG_ERROR in kinds:
                raise SystemExit("the kernel refused the dump")
            if NLMSG_DONE in kinds:
                return replies


def messages(datagram: bytes) -> Iterator[tuple[int, bytes]]:
    """(type, whole message)."""
    at = 0
    while at < len(datagram):
        length, kind = struct.unpack_from("=IH", datagram, at)
        yield kind, datagram[at : at + length]
        at += length + 3 & ~3


def text_of(replies: list[tuple[int, bytes]], layout: tuple[str, ...]) -> str:
    """What ss prints for these replies."""
    rows = [message for _, datagram in replies for kind, message in messages(datagram) if kind != NLMSG_DONE]
    done = struct.pack("=IHHIIi", 20, NLMSG_DONE, 2, 0, 0, 0)
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"".join(row + bytes(-len(row) % 4) for row in rows) + done)
        file.flush()
        return tidy(run(*SS, *layout, TCPDIAG_FILE=file.name))


def tidy(text: str) -> str:
    """Without the blanks that fill columns, and without the MD5 keys, which ss prints all at once before everything else."""
    return "".join(re.sub(" {2,}", " ", line).rstrip() + "\n" for line in text.replace(KEY, "").splitlines())


def take(requests: tuple[bytes, ...], layout: tuple[str, ...], live: bool) -> tuple[bytes, str, int]:
    """(capture, text, sockets) of a quiet moment."""
    for _ in range(TRIES):
        before = tidy(run(*SS, "-aOH")).splitlines()
        replies = [reply for made in requests for reply in dump(made)]
        after = tidy(run(*SS, "-aOH")).splitlines()
        text = text_of(replies, layout)
        bare = text_of(replies, ("-OH",)).splitlines()
        names = [{tuple(line.split()[i] for i in (0, 3, 4)) for line in lines} for lines in (before, bare, after)]
        steady = set(before) & set(after)
        if names[0] == names[1] == names[2] and len(bare) == len(after) and (not live or steady <= set(bare)):
            print(f"{len(bare)} sockets; {len(steady)} lines are word for word what ss said before and after")
            return pcap.header() + b"".join(pcap.packet(*reply) for reply in replies), text, len(bare)
    raise SystemExit(f"the sockets did not hold still for {TRIES} dumps: try again")


def main(folder: Path) -> None:
    street = Street()
    for make in (ordinary, special, ending, lost):
        make(street)
    time.sleep(3)  # for retransmissions, and timers that differ
    release = re.match(r"[\d.]+", os.uname().release)
    kernel = release[0].strip(".") if release else os.uname().release
    ss = re.search(r"iproute2-[\d.]*\d", run("ss", "-V"))
    full, bare = idiag_ext(frozenset(KNOWN)), idiag_ext(frozenset())
    by_family = (request.by_family(2, V4, full), request.by_family(3, V6, full))
    oneline, default = ("-OH",), ()
    plans = (
        ("legacy", "type 18, all groups", (request.legacy(1, full),), oneline),
        ("by_family", "type 20 for IPv4, then IPv6, all groups", by_family, default),
        ("bare", "type 18, no groups", (request.legacy(4, bare),), oneline),
    )
    place = folder / kernel.replace(".", "_")
    place.mkdir(parents=True, exist_ok=True)
    lines = ["file\tkernel\tcommand\tsockets\tsha256"]
    for name, what, requests, layout in plans:
        capture, text, sockets = take(requests, layout, live=name != "bare")
        command = f"{' '.join((*SS, *layout))} ({ss[0] if ss else 'unknown'}) on the bytes of {name}.pcap"
        for path, content, told in ((place / f"{name}.pcap", capture, what), (place / f"{name}.ss", text.encode(), command)):
            path.write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            lines.append(f"{path.relative_to(folder)}\t{kernel}\t{told}\t{sockets}\t{digest}")
    (folder / "MANIFEST.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "pcaps"))
