"""What one knob is, and how the rows of the table are written."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.knob import Knob, attribute, later, meaningless, works


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("d", "d"),
        ("pollJitterPct", "poll_jitter_pct"),
        ("s3AccessKey", "s3_access_key"),
        ("profile.mode", "profile_mode"),
        ("ipv4Ttl", "ipv4_ttl"),
    ],
)
def test_attribute_names(flag: str, expected: str) -> None:
    """camelCase becomes snake_case; digits stay with what they follow."""
    assert attribute(flag) == expected


@given(st.from_regex(r"[a-z]+[0-9]*([A-Z][a-z0-9]*){0,4}", fullmatch=True))
def test_attribute_is_an_identifier_and_stays_one(flag: str) -> None:
    """Any flag gives an identifier, and an attribute name is left alone."""
    assert attribute(flag).isidentifier()
    assert attribute(attribute(flag)) == attribute(flag)


@dataclasses.dataclass(frozen=True)
class Three:
    """A table of one row of each kind."""

    most: int = works(7, "most", "MOST OLD_MOST", "int", "Numbers", "So many.", low=1, high=9, live=True)
    token: str = later("", "token", "TOKEN", "string", "login", "Who you are.", secret="whole")
    gears: int = meaningless(4, "", "GEARS", "int", "it has none")


def test_how_rows_are_written() -> None:
    """The field has the default, and with it the row: what each of the three ways to write it says, and nothing else."""
    assert Three() == Three(most=7, token="", gears=4)
    rows = [field.metadata["knob"] for field in dataclasses.fields(Three)]
    assert rows == [
        Knob("most", ("MOST", "OLD_MOST"), "int", 7, "works", "Numbers", "So many.", low=1, high=9, live=True),
        Knob("token", ("TOKEN",), "string", "", "later", "login", "Who you are.", secret="whole"),
        Knob("", ("GEARS",), "int", 4, "meaningless", "", "it has none"),
    ]


def test_its_name_is_what_the_operator_writes() -> None:
    """The flag with its dash; where there is none, the first environment variable. A row cannot be changed."""
    knob = Knob("most", ("MOST",), "int", 7, "works", "Numbers", "So many.")
    assert knob.name == "-most"
    assert dataclasses.replace(knob, flag="", env=("MOST", "OLD")).name == "MOST"
    with pytest.raises(dataclasses.FrozenInstanceError):
        knob.high = 8  # type: ignore[misc]  # that is what is tried
