"""The knobs of delivery."""

from __future__ import annotations

from xtcp_ebpf.delivery_knobs import DeliveryKnobs
from xtcp_ebpf.knobs import BY_ATTRIBUTE, TABLE, Knobs


def test_they_are_the_first_of_all_knobs() -> None:
    """Knobs has every one of them, with the same default."""
    mine = DeliveryKnobs()
    names = list(DeliveryKnobs.__dataclass_fields__)
    assert [knob.attribute for knob in TABLE[: len(names)]] == names
    assert all(getattr(mine, name) == getattr(Knobs(), name) for name in names)


def test_what_may_stand_in_front_of_a_destination() -> None:
    """No knob of the whole daemon, and no secret that would then stand in the list of processes without need."""
    each = {knob.attribute for knob in TABLE if knob.each}
    assert each < set(DeliveryKnobs.__dataclass_fields__)
    assert each.isdisjoint({"dest", "spool_dir", "spool_bytes", "drain_timeout", "envelope_flush_rows", "envelope_flush_bytes"})
    assert {name for name in each if BY_ATTRIBUTE[name].secret == "whole" and BY_ATTRIBUTE[name].flag} == {"s3_access_key", "s3_secret_key"}


def test_each_secret_can_come_from_a_file() -> None:
    """What is secret as a whole has a twin that names a file."""
    for knob in TABLE:
        if knob.attribute in DeliveryKnobs.__dataclass_fields__ and knob.secret == "whole":
            assert f"{knob.attribute}_file" in BY_ATTRIBUTE
