"""The Protocols and the small frozen values that cross a border between rooms.

Everything here is plain data or a promise; nothing here does anything. The way of one datum:

    kernel/ --datagram--> wire.Dump --chunk--> record.Batch --Sealed--> marshal/ --payload--> delivery --> destinations/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, Protocol, runtime_checkable

from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.mask import masked

Datagram = bytes | bytearray | memoryview

Reserve = Callable[[int], int]
"""Give me n record counters in a row; answers the first of them."""

Trouble = dict[tuple[str, int], int]
"""What a decoder met and did not like: (kind, attribute number or 0) -> how often. The kinds are in wire/trouble.py."""


class Stamp(NamedTuple):
    """The identity fields of one dump, serialised once and spliced into each row at the place of their field numbers."""

    head: bytes
    """Fields below record_counter (60)."""
    middle: bytes
    """Fields from 61 to 999."""
    tail: bytes
    """Fields from 3000 to 3099."""


class Decoded(NamedTuple):
    """What one datagram held."""

    chunk: bytes
    """Rows, each framed as Envelope field 10 (0x52, varint length, XtcpFlatRecord). Never points into the datagram."""
    rows: int
    """How many rows the chunk has."""
    sockets: int
    """How many sockets the datagram had, those that the modulus left out included."""
    end: int | None
    """None: more is to come. 0: the dump is complete. Above 0: the errno with which the kernel ended or refused it."""
    trouble: Trouble | None
    """None when all was well."""


class Engine(Protocol):
    """A decoder of inet_diag replies. Stateless: one engine serves all threads."""

    name: str
    """`c` or `python`."""

    def decode(
        self,
        datagram: Datagram,
        seq: int | None,
        portid: int | None,
        stamp: Stamp,
        reserve: Reserve,
        modulus: int = 1,
        ordinal: int = 0,
    ) -> Decoded:
        """Decode every netlink message of a datagram.

        Only messages with this `seq` and `portid` count (None: any). Of the sockets, numbered from `ordinal` on, those whose
        number is a multiple of `modulus` become rows. `reserve` is called at most once, and only when there is a row.
        """
        ...


class NamespaceId(NamedTuple):
    """What a namespace is known by. Inode numbers are recycled, cookies are not."""

    inode: int
    cookie: int
    """SO_NETNS_COOKIE; 0 on kernels before 5.14, which have none."""


@dataclass(frozen=True, slots=True)
class Namespace:
    """A network namespace that can be entered.

    While the daemon believes it to be the same one, `inode` and `first_seen` stay: they are its key. A recycled inode is a new namespace:
    told by its cookie, and where kernels have none (before 5.14) by its having been away, or by another file at its place.
    """

    inode: int
    name: str
    """Bind-mount name, container id or `netns:[inode]`; the host's is `default`."""
    path: str
    """What can be opened for setns: a bind mount, /proc/<pid>/ns/net, /proc/<pid>/fd/<n>.

    Empty: the daemon's own, nothing to enter; or found by BPF, and its file handle opens it.
    """
    found_by: str
    """`own`, `mount`, `proc`, `descriptor`, `bpf` or `offer`: the best of the ways by which it was found."""
    cookie: int = 0
    """Its number (SO_NETNS_COOKIE), never used again; 0: not known (yet)."""
    pid: int = 0
    """A process in it; 0: none was seen."""
    container: str = ""
    """Id of that process's container; empty when it is in none."""
    first_seen: float = 0.0
    """Monotonic seconds."""

    key: NamespaceKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", (self.inode, self.first_seen))


NamespaceKey = tuple[int, float]


class Presence(NamedTuple):
    """How many sockets the kernel counts in one namespace, in all states that a dump shows but SYN_RECV."""

    tcp: int
    """IPv4, without TIME_WAIT (sockstat, `TCP: inuse`)."""
    time_wait: int
    """Both families (sockstat, `tw`)."""
    tcp6: int
    """IPv6, without TIME_WAIT (sockstat6, `TCP6: inuse`)."""
    used: int
    """Sockets of every kind that processes hold (sockstat, `sockets: used`)."""
    own_hash: int
    """Buckets of its own established hash (net.ipv4.tcp_child_ehash_entries at its birth); 0: none of its own, or not told."""
    segments: int | None = None
    """Sum of those of its TCP counters that only grow (snmp); None: not asked for."""

    @property
    def empty(self) -> bool:
        return not (self.tcp or self.time_wait or self.tcp6)

    @property
    def mark(self) -> tuple[int, ...] | None:
        """For source `counters`: sockets that came or went without a segment show in their number."""
        return None if self.segments is None else (self.segments, self.tcp, self.time_wait, self.tcp6)


class Looked(NamedTuple):
    """What a look into a namespace gave."""

    namespace: Namespace
    presence: Presence | None
    """None: it could not be looked at."""
    reason: str = ""
    """Why not: a word for counters."""
    text: str = ""


Way = Literal["dump", "exact", "active"]


class Manner(NamedTuple):
    """How one namespace is read."""

    way: Way = "dump"
    """`exact`: each socket that is known by itself; what comes of it is held until it is seen to be all, else it is dumped at once.

    `active`: only `bodies`; of the other sockets nothing is said.
    """
    remember: bool = False
    """The sockets that a dump shows are to be known from then on. It is watched already."""
    bodies: bytes = b""
    """Requests of 56 bytes, one behind the other."""


DUMP: Final = Manner()

Skipped = Mapping[str, Sequence[Namespace]]
"""Namespaces that a poll leaves out, by reason: `empty` (no sockets), `idle` (nothing happened), `backoff` (it failed, and has to wait)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which namespaces one poll dumps, or reads in another manner, in this order, and which not."""

    poll: int
    """The poll's number, from 1."""
    dumps: tuple[Namespace, ...]
    deadline: float
    """Monotonic time at which the poll is over, whatever has come by then."""
    skipped: Skipped = field(default_factory=dict)
    manners: Mapping[NamespaceKey, Manner] = field(default_factory=dict)
    """Of those that are not just dumped."""


@dataclass(frozen=True, slots=True)
class DumpReport:
    """How the dump of one namespace went."""

    namespace: Namespace
    started: float
    """Monotonic seconds."""
    seconds: float
    sockets: int
    rows: int
    complete: bool
    reason: str = ""
    """Why it is not complete: a word for counters."""
    text: str = ""
    """The same for a person."""
    seen: NamespaceId | None = None
    """Which namespace it was, as the diag socket told; None when none was had."""
    cpu: float = 0.0
    """CPU seconds of the reader, the kernel's included."""
    way: Way = "dump"
    asked: int = 0  # sockets, one by one
    doubt: str = ""
    """Why an exact read was not used, and it was dumped: a word for counters."""
    tries: int = 1  # if more, `cpu` is that of all together


@dataclass(frozen=True, slots=True)
class Sealed:
    """An Envelope that takes no more rows: its bytes, unjoined."""

    chunks: tuple[bytes, ...]
    rows: int
    size: int
    """Bytes of all chunks together."""
    reason: str
    """Why it was sealed: `rows`, `bytes`, `poll_end`, `poll_timeout`, `shutdown`, `change`, `closed`, `split`, `spool`."""

    def body(self) -> bytes:
        """The serialised Envelope."""
        return b"".join(self.chunks)


class Marshaller(Protocol):
    """Turns a sealed Envelope into the bytes of one format."""

    name: str
    content_type: str
    preamble: bytes
    """What comes first in each stream, file or datagram (a csv header); mostly nothing."""

    def encode(self, sealed: Sealed) -> bytes:
        """The payload, without the preamble. Calls come one at a time."""
        ...


class Sink(Protocol):
    """An open destination. One thread uses it."""

    max_payload: int | None
    """The largest payload, preamble included, that one send can carry; None: any."""

    def send(self, payload: bytes) -> None:
        """Deliver one payload, or raise errors.SendError (`retry` says whether trying again makes sense)."""
        ...

    def close(self) -> None:
        """Give back what is held. Never raises."""
        ...


@runtime_checkable
class GatheringMarshaller(Protocol):
    """A Marshaller whose payload is parts that are there already: joining them would copy every byte once more."""

    def parts(self, sealed: Sealed) -> tuple[bytes, ...]:
        """What encode() would join."""
        ...


@runtime_checkable
class GatheringSink(Protocol):
    """A Sink that can send parts as they are (writev, sendmsg)."""

    def send_parts(self, parts: tuple[bytes, ...]) -> None:
        """As Sink.send of the parts joined."""
        ...


class Batching(NamedTuple):
    """How a BatchingSink wants its payloads. Bytes are those of Envelopes."""

    want_bytes: int = 0
    """It waits for so many..."""
    want_seconds: float = 0.0
    """...or until the oldest has waited so long."""
    most_bytes: int = 8 << 20
    """At once; a single larger one comes alone."""


@runtime_checkable
class BatchingSink(Protocol):
    """A Sink that gains by having several payloads under way at once, or makes one object of many."""

    @property
    def batching(self) -> Batching:
        """Asked for before each batch."""
        ...

    def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
        """Deliver all; returns when each is settled, an answer for each in order: None, or why it was not taken."""
        ...


@runtime_checkable
class CountingSink(Protocol):
    """A Sink that counts things of its own: names for the tally."""

    counts: Counter[str]
    """Since it was last asked; whoever asks takes them away."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a destination is opened with."""

    scheme: str
    address: str
    """All that stands behind the scheme's colon; of an http URL all behind `http:`."""
    preamble: bytes = b""
    content_type: str = "application/octet-stream"
    knobs: Knobs = field(default_factory=Knobs)
    """The daemon's, with what stood in front of this destination laid over."""

    @property
    def where(self) -> str:
        """As the operator wrote it, without the passwords in it."""
        return masked(f"{self.scheme}:{self.address}")


class Destination(Protocol):
    """A kind of destination: what an entry point of group `xtcp_ebpf.destinations` names."""

    def check(self, target: Target) -> None:
        """Raise errors.BadAddress when the address cannot be right. Touches nothing."""
        ...

    def open(self, target: Target) -> Sink:
        """Raise errors.SendError when it cannot be had now."""
        ...


class Transport(Protocol):
    """A diag socket inside one namespace: requests in, datagrams out."""

    fd: int
    portid: int
    namespace: NamespaceId
    """Where it was really opened."""

    def send(self, request: bytes) -> None: ...
    def receive(self, timeout: float) -> memoryview:
        """The next datagram; the next receive overwrites it. Raises errors.ReplyTimeout, ReplyTruncated, ReplyOverrun."""
        ...

    def receive_several(self, timeout: float, area: memoryview) -> memoryview:
        """As receive, at least one datagram, and all that are there and `area` is sure to hold, one right after the other."""
        ...

    def close(self) -> None: ...


class Opener(Protocol):
    """How a diag socket of a namespace is had. Used by the thread that made it."""

    def open(self, namespace: Namespace) -> Transport:
        """Raises errors.OpenError; the calling thread is where it was before, or errors.Stranded is raised."""
        ...

    def look(self, namespace: Namespace, counters: bool = False) -> Presence:
        """How many sockets are there, without asking for them; counters: and what has happened there. Raises as open does."""
        ...

    def close(self) -> None:
        """Give back what the opener itself holds."""
        ...


class Clock(Protocol):
    """Time as an argument: tests own theirs."""

    def now_ns(self) -> int:
        """Epoch nanoseconds."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow."""
        ...

    def cpu(self) -> float:
        """CPU seconds of the calling thread, the kernel's included."""
        ...

    def random(self) -> float:
        """Uniform in [0, 1)."""
        ...
