"""Identity of closed records: as the stamp of a dump, but of another kind, and made anew for each moment and namespace at little cost."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from xtcp_ebpf.abc import Namespace, NamespaceId, Stamp
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import RECORD_KIND_CLOSED, XtcpFlatRecord
from xtcp_ebpf.record.stamp import Identity
from xtcp_ebpf.wire.framing import varint

FIRST_COUNTER: Final = 1 << 40
"""record_counter of closed records goes up from here as long as the daemon runs: it never meets those of a poll, which has less rows."""
_TIMESTAMP = XtcpFlatRecord.DESCRIPTOR.fields_by_name["timestamp_ns"].number
_TIMESTAMP_TAG = varint(_TIMESTAMP << 3)


def unplaced(nsid: int) -> Namespace:
    """Stands for a namespace of which only its id is known."""
    return Namespace(0, f"nsid:{nsid}", "", "nsid")


class _Made(NamedTuple):
    before: bytes
    """Of the head, what stands before the time."""
    after: bytes
    middle: bytes
    tail: bytes


class Stamps:
    """Makes them. One thread uses it."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._poll = -1
        self._made: dict[tuple[Namespace, int], _Made] = {}

    def stamp(self, namespace: Namespace, nsid: int, poll: int, timestamp_ns: int) -> Stamp:
        """For rows of one moment; `nsid` 0: it has none. `poll`: the one under way, or the last."""
        if poll != self._poll:
            self._made.clear()  # the poll is a part of all of them
            self._poll = poll
        made = self._made.get((namespace, nsid)) or self._make(namespace, nsid)
        return Stamp(made.before + _TIMESTAMP_TAG + varint(timestamp_ns) + made.after, made.middle, made.tail)

    def _make(self, namespace: Namespace, nsid: int) -> _Made:
        identity = replace(self._identity, nsid=lambda _: nsid)
        plain = identity.stamp(namespace, NamespaceId(namespace.inode, namespace.cookie), 0, self._poll, 0, 0)
        head, tail = XtcpFlatRecord.FromString(plain.head), XtcpFlatRecord.FromString(plain.tail)
        tail.record_kind = RECORD_KIND_CLOSED
        before = XtcpFlatRecord()
        for field, value in head.ListFields():
            if field.number < _TIMESTAMP:
                setattr(before, field.name, value)
                head.ClearField(field.name)
        made = _Made(before.SerializeToString(), head.SerializeToString(), plain.middle, tail.SerializeToString())
        self._made[namespace, nsid] = made
        return made
