"""Stamps of closed records are those of a dump, but for kind and moment; made once for each namespace and poll."""

from __future__ import annotations

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.closed.stamps import Stamps, unplaced
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import RECORD_KIND_CLOSED, XtcpFlatRecord
from xtcp_ebpf.record.stamp import Identity

IDENTITY = Identity("host", "program 1", "boot", "rack", "label", "tag")
SPACE = Namespace(77, "space", "/x", "mount", 99)


def test_as_the_stamp_of_a_dump() -> None:
    """The same fields in the same order, byte for byte what protobuf would write; kind, moment, id and poll are its own."""
    made = Stamps(IDENTITY).stamp(SPACE, 5, 3, 123456789)
    plain = IDENTITY.stamp(SPACE, NamespaceId(77, 99), 123456789, 3, 0, 0)
    wanted = XtcpFlatRecord.FromString(b"".join(plain))
    wanted.record_kind = RECORD_KIND_CLOSED
    wanted.nsid = 5
    assert b"".join(made) == wanted.SerializeToString()
    assert [bool(part) for part in made] == [True, False, True]


def test_anew_for_each_moment_poll_and_namespace() -> None:
    """Nothing of an earlier one is left in it."""
    stamps = Stamps(IDENTITY)
    for poll, moment in ((1, 5), (1, 2**62), (2, 7)):
        for namespace, nsid in ((SPACE, 4), (unplaced(9), 9), (SPACE, 6)):
            record = XtcpFlatRecord.FromString(b"".join(stamps.stamp(namespace, nsid, poll, moment)))
            told = record.poll_number, record.timestamp_ns, record.netns, record.netns_inode, record.netns_cookie, record.nsid
            assert told == (poll, moment, namespace.name, namespace.inode, namespace.cookie, nsid)


def test_only_an_id() -> None:
    """It stands in the place of the name."""
    assert unplaced(12).name == "nsid:12"
