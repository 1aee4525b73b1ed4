"""The source that knows nothing."""

from __future__ import annotations

from xtcp_ebpf.abc import Namespace, NamespaceId
from xtcp_ebpf.activity.always import Always
from xtcp_ebpf.marks import UNKNOWN, Activity


def test_it_knows_nothing_and_loses_nothing() -> None:
    """No mark for any namespace, so anything may have happened; no list; and that is no loss. Nothing that it is told changes it."""
    source: Activity = Always()
    for _ in range(2):
        marks = source.read()
        assert marks is UNKNOWN
        assert (marks.lost, marks.doubted, marks.whole, marks.seen) == ("", False, False, {})
        for namespace in (Namespace(5, "a", "", "own"), Namespace(5, "a", "", "own", cookie=7)):
            assert marks.of(namespace) is None
        source.hush()
        source.forget([NamespaceId(5, 7)])
        source.close()


def test_it_is_no_bpf() -> None:
    """No loader, so that nothing takes it for BPF; no bell to wait for; no cost to tell."""
    source = Always()
    assert (source.name, source.loader, source.bell, source.cost()) == ("always", "", None, {})
