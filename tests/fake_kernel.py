"""A fake kernel: a Transport whose answers are a function from a request to datagrams, and builders of valid inet_diag replies.

    kernel = FakeTransport(lambda request: [datagram(row(seq_of(request)), row(seq_of(request))), done(seq_of(request))])

Everything that a kernel can do wrong is one reply: `done(seq, errno=EINTR)`, `error(seq, EPERM)`, `overrun(seq)`, a flag
(`NLM_F_DUMP_INTR`), another `seq` or `portid`, too many bytes (ReplyTruncated), an exception (`ReplyOverrun()`), or nothing (ReplyTimeout).
"""

from __future__ import annotations

import ipaddress
import struct
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from xtcp_ebpf import errors
from xtcp_ebpf.abc import NamespaceId

NLMSG_NOOP = 1
NLMSG_ERROR = 2
NLMSG_DONE = 3
NLMSG_OVERRUN = 4
TCPDIAG_GETSOCK = 18
SOCK_DIAG_BY_FAMILY = 20

NLM_F_MULTI = 0x02
NLM_F_DUMP_INTR = 0x10

AF_INET = 2
AF_INET6 = 10

PORTID = 4242
"""The port id of a FakeTransport, and of every reply unless said otherwise."""

Reply = bytes | BaseException
Replies = Callable[[bytes], Sequence[Reply]]


def seq_of(request: bytes) -> int:
    """The sequence number of a request."""
    return int(struct.unpack_from("=I", request, 8)[0])


def type_of(request: bytes) -> int:
    """Its nlmsg_type: 18 (legacy, both families) or 20 (by family)."""
    return int(struct.unpack_from("=H", request, 4)[0])


def family_of(request: bytes) -> int:
    """The family that it asks for: the first byte after the header."""
    return request[16]


def states_of(request: bytes) -> int:
    """The state mask: idiag_states of inet_diag_req (v1, type 18) or of inet_diag_req_v2 (type 20)."""
    return int(struct.unpack_from("=I", request, 16 + (52 if type_of(request) == TCPDIAG_GETSOCK else 4))[0])


def message(type_: int, payload: bytes, seq: int, portid: int = PORTID, flags: int = NLM_F_MULTI) -> bytes:
    """One netlink message, padded to 4 bytes as the kernel does between messages."""
    raw = struct.pack("=IHHII", 16 + len(payload), type_, flags, seq, portid) + payload
    return raw + bytes(-len(raw) % 4)


def attribute(number: int, value: bytes) -> bytes:
    """One attribute, padded."""
    raw = struct.pack("=HH", 4 + len(value), number) + value
    return raw + bytes(-len(raw) % 4)


def row(
    seq: int,
    *,
    portid: int = PORTID,
    flags: int = NLM_F_MULTI,
    type_: int = TCPDIAG_GETSOCK,
    family: int = AF_INET,
    state: int = 1,
    timer: int = 0,
    retrans: int = 0,
    source: tuple[str, int] = ("127.0.0.1", 1000),
    destination: tuple[str, int] = ("127.0.0.1", 2000),
    interface: int = 0,
    cookie: int = 1,
    expires: int = 0,
    rqueue: int = 0,
    wqueue: int = 0,
    uid: int = 0,
    inode: int = 1,
    attributes: Mapping[int, bytes] | Sequence[tuple[int, bytes]] = (),
) -> bytes:
    """One socket: struct inet_diag_msg (72 bytes) and its attributes, as one netlink message.

    An IPv4 address stands in the first 4 of 16 bytes, the rest is zero.
    """
    pairs = attributes.items() if isinstance(attributes, Mapping) else attributes
    head = struct.pack("=BBBB", family, state, timer, retrans)
    ident = struct.pack(">HH", source[1], destination[1])
    ident += ipaddress.ip_address(source[0]).packed.ljust(16, b"\0") + ipaddress.ip_address(destination[0]).packed.ljust(16, b"\0")
    ident += struct.pack("=III", interface, cookie & 0xFFFFFFFF, cookie >> 32)
    tail = struct.pack("=IIIII", expires, rqueue, wqueue, uid, inode)
    return message(type_, head + ident + tail + b"".join(attribute(n, v) for n, v in pairs), seq, portid, flags)


def done(seq: int, errno: int = 0, *, portid: int = PORTID, flags: int = NLM_F_MULTI) -> bytes:
    """The end of a dump; with an errno the kernel broke it off. The message carries it negated, as the kernel's does."""
    return message(NLMSG_DONE, struct.pack("=i", -errno), seq, portid, flags)


def error(seq: int, errno: int, *, portid: int = PORTID, request: bytes = b"") -> bytes:
    """NLMSG_ERROR (0: an ACK), with the first 16 bytes of the request behind it."""
    return message(NLMSG_ERROR, struct.pack("=i", -errno) + request[:16].ljust(16, b"\0"), seq, portid, 0)


def noop(seq: int, *, portid: int = PORTID) -> bytes:
    """A message to be passed over."""
    return message(NLMSG_NOOP, b"", seq, portid, 0)


def overrun(seq: int, *, portid: int = PORTID) -> bytes:
    """NLMSG_OVERRUN: data were lost."""
    return message(NLMSG_OVERRUN, b"", seq, portid, 0)


def datagram(*messages: bytes) -> bytes:
    """Messages that come with one receive."""
    return b"".join(messages)


def dump(seq: int, sockets: int, *, per_datagram: int = 63, portid: int = PORTID, first: int = 1, end: bool = True) -> list[bytes]:
    """A whole dump of so many IPv4 sockets, with cookies from `first` on, at most `per_datagram` rows a datagram, DONE alone at the end."""
    rows = [
        row(seq, portid=portid, cookie=n, inode=n, source=("127.0.0.1", n & 0xFFFF), destination=("127.0.0.2", n >> 16))
        for n in range(first, first + sockets)
    ]
    out = [datagram(*rows[at : at + per_datagram]) for at in range(0, sockets, per_datagram)]
    return [*out, done(seq, portid=portid)] if end else out


class FakeTransport:
    """A Transport without a kernel.

    `replies(request)` answers what comes for each request: bytes are received, an exception is raised, and when there is no more,
    ReplyTimeout. As with the real one each receive overwrites the buffer in which the last one's datagram was.
    """

    def __init__(
        self,
        replies: Replies,
        *,
        portid: int = PORTID,
        namespace: NamespaceId = NamespaceId(4026531840, 1),  # noqa: B008  an immutable tuple
        buffer: bytearray | None = None,
        fd: int = -1,
    ) -> None:
        self.fd = fd
        self.portid = portid
        self.namespace = namespace
        self.requests: list[bytes] = []
        self.timeouts: list[float] = []
        self.closed = 0
        self._replies = replies
        self._queue: deque[Reply] = deque()
        self._buffer = memoryview(bytearray(32768) if buffer is None else buffer)

    def send(self, request: bytes) -> None:
        """Answers are queued behind those that nobody has received yet, as in a socket."""
        assert not self.closed, "send on a closed transport"
        self.requests.append(request)
        self._queue.extend(self._replies(request))

    def receive(self, timeout: float) -> memoryview:
        self.timeouts.append(timeout)
        return self._next(timeout)

    def _next(self, timeout: float) -> memoryview:
        assert not self.closed, "receive on a closed transport"
        if not self._queue:
            raise errors.ReplyTimeout(f"no answer within {timeout:g} s")
        reply = self._queue.popleft()
        if isinstance(reply, BaseException):
            raise reply
        if len(reply) > len(self._buffer):
            raise errors.ReplyTruncated(len(reply), len(self._buffer))
        self._buffer[:] = b"\xaa" * len(self._buffer)
        self._buffer[: len(reply)] = reply
        return self._buffer[: len(reply)]

    def receive_several(self, timeout: float, area: memoryview) -> memoryview:
        largest, size = len(self._buffer), 0
        if len(area) < largest:
            return self.receive(timeout)
        self.timeouts.append(timeout)
        area[:] = b"\xaa" * len(area)
        while not size or (len(area) - size >= largest and self._queue and not self._fails(self._queue[0])):
            datagram = self._next(timeout)
            area[size : size + len(datagram)] = datagram
            size += len(datagram)
        return area[:size]

    def close(self) -> None:
        self.closed += 1

    def _fails(self, reply: Reply) -> bool:
        return isinstance(reply, BaseException) or len(reply) > len(self._buffer)

    @property
    def unread(self) -> int:
        """How many answers nobody has received."""
        return len(self._queue)
