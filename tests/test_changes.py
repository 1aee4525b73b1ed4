"""Each knob makes anew what depends on it, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xtcp_ebpf import changes
from xtcp_ebpf.knobs import BY_ATTRIBUTE, TABLE, Knobs

EXPECTED = {
    "frequency": set(),
    "timeout": set(),
    "poll_jitter_pct": set(),
    "max_loops": set(),
    "reconcile_frequency": set(),
    "skip": {"assist"},
    "max_stale": set(),
    "bpf": {"assist"},
    "bpf_source": {"assist"},
    "bpf_map_size": {"assist"},
    "reads": {"assist"},
    "exact_sockets": {"assist"},
    "hostname": {"collection", "delivery"},
    "tag": {"collection"},
    "netlinkers": {"collection"},
    "namespaces": {"collection"},
    "netns_dirs": {"collection"},
    "engine": {"collection"},
    "capture_path": {"collection", "delivery"},
    "dest": {"delivery"},
    "marshal": {"delivery"},
    "topic": {"delivery"},
    "spool_dir": {"delivery"},
    "drain_timeout": {"delivery"},
    "s3_flush_interval": {"delivery"},
    "dest_password": {"delivery"},
    "envelope_flush_rows": {"batch"},
    "prom_listen": {"metrics"},
    "ipv4_ttl": {"metrics", "grpc"},
    "grpc_port": {"grpc"},
    "grpc_queue_bytes": {"grpc"},
    "d": {"log"},
    "log_format": {"start"},
    "keep_capabilities": {"start"},
    "enrich_nic": set(),
    "io_uring": set(),
}
"""Typed by hand."""


def other(attribute: str) -> Knobs:
    """With another value there, whatever it is."""
    value = getattr(Knobs(), attribute)
    fresh = (*value, "x") if isinstance(value, tuple) else not value if isinstance(value, bool) else value + type(value)("1")
    return replace(Knobs(), **{attribute: fresh})


@pytest.mark.parametrize(("attribute", "parts"), EXPECTED.items(), ids=EXPECTED)
def test_parts(attribute: str, parts: set[str]) -> None:
    """By group, and by name where one is not like its group."""
    assert changes.parts(Knobs(), other(attribute)) == parts
    assert [knob.attribute for knob in changes.changed(Knobs(), other(attribute))] == [attribute]


def test_several_at_once() -> None:
    """Their parts together; nothing for nothing."""
    both = replace(Knobs(), tag="x", dest=("null",))
    assert changes.parts(Knobs(), both) == {"collection", "delivery"}
    assert changes.parts(Knobs(), Knobs()) == frozenset()


def test_what_only_a_start_settles_is_refused_by_name() -> None:
    """Each of them; others are not."""
    refusals = [*changes.refusals(Knobs(), replace(Knobs(), log_format="json", keep_capabilities=("all",), tag="x"))]
    assert [refusal.where for refusal in refusals] == ["-logFormat", "-keepCapabilities"]
    assert "start it anew" in str(refusals[0])


@pytest.mark.parametrize("knob", TABLE, ids=lambda knob: knob.name)
def test_what_is_live_needs_nothing_made_anew(knob: object) -> None:
    """The table's word `live` and this one's agree."""
    row = BY_ATTRIBUTE[knob.attribute]  # type: ignore[attr-defined]
    if row.live:
        assert {*changes.parts_of(row)} <= {"none", "assist", "batch", "log"}
    assert changes.parts_of(row)
