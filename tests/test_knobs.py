"""The table of knobs itself: names, bounds, defaults."""

from __future__ import annotations

import dataclasses

import pytest

from xtcp_ebpf.knob import Knob, attribute
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG, GROUPS, TABLE, Knobs

KINDS = {"string": str, "int": int, "size": int, "duration": float, "bool": bool, "list": tuple, "repeated": tuple}


def test_knobs_are_frozen_and_have_slots() -> None:
    """Nobody changes a knob by accident, and nobody adds one outside the table."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Knobs().dest = "null"  # type: ignore[misc]  # that is what is tried
    assert not hasattr(Knobs(), "__dict__")


@pytest.mark.parametrize("knob", TABLE, ids=lambda k: k.name)
def test_a_row_holds_together(knob: Knob) -> None:
    """Attribute and flag are the same name, the default is of its kind and within its bounds, and there is help."""
    assert knob.attribute == attribute(knob.flag or knob.env[0])
    assert getattr(Knobs(), knob.attribute) == knob.default
    assert type(knob.default) is KINDS[knob.kind]
    assert knob.flag or knob.env
    assert 0 < len(knob.text) <= 200
    assert (knob.group in GROUPS) == (knob.status == "works")
    assert bool(knob.group) == (knob.status != "meaningless")
    if isinstance(knob.default, int | float) and knob.high is not None:
        assert knob.low <= knob.default <= knob.high
    if knob.choices:
        assert knob.default in knob.choices


@pytest.mark.parametrize("knob", [k for k in TABLE if k.status == "works" and k.kind in ("int", "size", "duration")], ids=lambda k: k.name)
def test_a_number_that_works_has_a_bound(knob: Knob) -> None:
    """No number may be so large that it breaks something further on."""
    assert knob.high is not None


def test_no_name_stands_twice() -> None:
    """Flags, environment variables and attributes are each unique, flags even when case is ignored."""
    variables = [name for knob in TABLE for name in knob.env]
    assert len(set(variables)) == len(variables)
    assert len({flag.lower() for flag in BY_FLAG}) == sum(bool(knob.flag) for knob in TABLE)
    assert len(BY_ATTRIBUTE) == len(TABLE)


def test_defaults_are_those_of_the_design() -> None:
    """The figures that other rooms rely on."""
    knobs = Knobs()
    assert (knobs.envelope_flush_rows, knobs.envelope_flush_bytes, knobs.queue_bytes) == (10000, 768 * 1024, 64 * 1024 * 1024)
    assert (knobs.frequency, knobs.timeout, knobs.poll_jitter_pct, knobs.drain_timeout) == (10.0, 5.0, 20, 5.0)
    assert (knobs.nltimeout, knobs.packet_size, knobs.packet_size_mply, knobs.modulus, knobs.dest_write_files) == (1000, 0, 8, 1, 0)
    assert (knobs.dest, knobs.marshal, knobs.deserializers, knobs.netlinkers, knobs.d) == ((), "", "default", 0, 0)


def test_secrets_are_marked() -> None:
    """Keys are secrets as a whole; addresses may hold one."""
    assert {knob.name for knob in TABLE if knob.secret == "whole"} == {
        "-s3AccessKey",
        "-s3SecretKey",
        "S3_SESSION_TOKEN",
        "DEST_PASSWORD",
        "DEST_TOKEN",
        "XTCP_CONFIG_JSON",
    }
    assert {knob.name for knob in TABLE if knob.secret == "within"} == {"-dest", "-kafkaSchemaUrl", "-pyroscopeUrl"}
