"""Identity: what every row of a dump has in common, serialised once and spliced into each row by the engine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from xtcp_ebpf.abc import Namespace, NamespaceId, Stamp
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import RECORD_KIND_SNAPSHOT, XtcpFlatRecord

SCHEMA_VERSION: Final = 1
"""The format epoch of the record: docs/record-versions.md."""

FIELDS: Final = {
    "schema_version": ("", "Format epoch of this record; 0 is a producer from before epochs"),
    "daemon_version": ("", "Program and version that made the record"),
    "timestamp_ns": ("ns", "When the dump was asked for, since 1970 UTC; one for all rows of a dump; closed: when it was heard"),
    "hostname": ("", "Host name, or -hostname"),
    "location": ("", "-location"),
    "netns": ("", "Namespace name: `default` for the host's, mount name, container id, or netns:[inode]"),
    "netns_inode": ("", "Inode of the namespace in nsfs; recycled after its death"),
    "nsid": ("", "Id that the daemon's own namespace has for this one (RTM_GETNSID), with -populateNsid or -closed; 0: none"),
    "label": ("", "-label"),
    "tag": ("", "-tag"),
    "record_counter": (
        "",
        "Number of the row within its poll, from 1, over all namespaces; a repeated dump leaves a gap; closed: 2^40 on",
    ),
    "socket_fd": ("", "Descriptor of our diag socket that read the dump"),
    "netlinker_id": ("", "Index of the reader thread"),
    "record_kind": ("", "What the record is; 1: a snapshot from a dump; 2: a connection that ended (-closed)"),
    "poll_number": ("", "Number of the poll since the daemon's start, from 1"),
    "netns_cookie": ("", "The namespace's own number (SO_NETNS_COOKIE), never used again; since Linux 5.14"),
    "boot_id": ("", "/proc/sys/kernel/random/boot_id: socket and namespace cookies are unique within one boot"),
    "kernel_attributes": ("", "Bit n is set when the kernel sent attribute n (INET_DIAG_*): tells unset from zero"),
    "tcp_info_bytes": ("bytes", "Length of struct tcp_info that the kernel sent: fields beyond it are unset, not zero"),
}
"""Record fields that do not come from a kernel structure: (unit, meaning)."""

LATER: Final = frozenset(
    {"container_id", "container_runtime", "container_name", "container_image"}
    | {name for name in XtcpFlatRecord.DESCRIPTOR.fields_by_name if name.startswith("uplink")}
)
"""Fields that the predecessor fills from its enrichers; here a later part does."""

NEVER: Final = frozenset({"inet_diag_msg_socket_dest_asn", "inet_diag_msg_socket_next_hop_asn"})
"""Fields that nobody fills: the predecessor declares them and never sets them."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What all rows of this daemon have in common."""

    hostname: str
    daemon_version: str
    boot_id: str = ""
    location: str = ""
    label: str = ""
    tag: str = ""
    nsid: Callable[[Namespace], int] | None = None
    """The id that our own namespace has for another, 0 for none."""

    def stamp(self, namespace: Namespace, seen: NamespaceId, timestamp_ns: int, poll: int, socket_fd: int, reader: int) -> Stamp:
        """The stamp of one dump. `seen` is the identity that the diag socket itself told."""
        head = XtcpFlatRecord(
            schema_version=SCHEMA_VERSION,
            daemon_version=_text(self.daemon_version),
            timestamp_ns=timestamp_ns,
            hostname=_text(self.hostname),
            location=_text(self.location),
            netns=_text(namespace.name),
            netns_inode=seen.inode,
            nsid=self.nsid(namespace) if self.nsid else 0,
            label=_text(self.label),
            tag=_text(self.tag),
        )
        middle = XtcpFlatRecord(socket_fd=socket_fd, netlinker_id=reader)
        tail = XtcpFlatRecord(record_kind=RECORD_KIND_SNAPSHOT, poll_number=poll, netns_cookie=seen.cookie, boot_id=_text(self.boot_id))
        return Stamp(head.SerializeToString(), middle.SerializeToString(), tail.SerializeToString())


def _text(name: str) -> str:
    """A file, a host and a flag may be named in bytes that are no UTF-8; a proto string may not: each such byte becomes a question mark."""
    return name.encode(errors="replace").decode()


class Numbering:
    """record_counter of one poll: rising numbers from 1, shared by all readers."""

    def __init__(self) -> None:
        self._next = 1
        self._lock = threading.Lock()

    def reserve(self, n: int) -> int:
        """The first of n numbers in a row."""
        with self._lock:
            first = self._next
            self._next += n
            return first
