"""Each counter has a metric by one rule, and a text of its own."""

from __future__ import annotations

import re

import pytest
from test_docs import DOCS, counters

from xtcp_ebpf.metrics.names import BY_NOUN, TABLE, TROUBLE, Row, family_of, place

BY_THE_WAY = {"file_rotations", "file_rotation_errors"}
"""Bumped by sinks."""


def documented() -> set[str]:
    """The nouns of the table of counters in the documents."""
    part = DOCS["troubleshooting.md"].partition("## Counters")[2].partition("\n#")[0]
    cells = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    return {name.partition(":")[0] for cell in cells for name in re.findall(r"`([^`]+)`", cell)} - {"trouble_KIND"}


def test_every_counter_of_the_sources_has_an_entry() -> None:
    """And there is no entry for one that nobody bumps: those of the sources, of sinks and of the documents are the table's."""
    bumped = {name.partition(":")[0] for name in counters()} - {TROUBLE}
    assert bumped | BY_THE_WAY <= BY_NOUN.keys()
    assert documented() == BY_NOUN.keys()
    assert len(BY_NOUN) == len(TABLE)


def test_what_the_sources_bump_with_a_reason_has_a_label() -> None:
    """A noun with a word behind its colon, and none without, has a label for it."""
    with_word = {name.partition(":")[0] for name in counters() if ":" in name} - {TROUBLE}
    assert {row.noun for row in TABLE if row.label} == with_word


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.noun)
def test_a_row_is_a_proper_metric(row: Row) -> None:
    """Lower case, base units, labels of five kinds, a help text that begins like one and does not end like a sentence."""
    family = family_of(row.noun)
    assert re.fullmatch(r"xtcp_[a-z]+(_[a-z]+)*", family.name)
    assert not re.search(r"_(ns|us|ms|total)(_|$)", family.name)
    assert set(family.labels) <= {"reason", "destination", "source", "method", "code"}
    assert family.text[0].isupper()
    assert not family.text.endswith(".")


@pytest.mark.parametrize(
    ("counter", "destination", "name", "labels"),
    [
        ("polls", "", "xtcp_polls", {}),
        ("dumps_failed:timeout", "", "xtcp_dumps_failed", {"reason": "timeout"}),
        ("dropped_rows:queue_full", "null:", "xtcp_dropped_rows", {"destination": "null:", "reason": "queue_full"}),
        ("dropped_rows:late", "", "xtcp_dropped_rows", {"destination": "", "reason": "late"}),
        ("assist_opened:walk", "", "xtcp_assist_opened", {"source": "walk"}),
        ("trouble_bad_length", "", "xtcp_trouble", {"reason": "bad_length", "attribute": ""}),
        ("trouble_attribute_unknown:63", "", "xtcp_trouble", {"reason": "attribute_unknown", "attribute": "63"}),
        ("of-tomorrow:x:y", "tcp:h:1", "xtcp_of_tomorrow", {"destination": "tcp:h:1", "reason": "x:y"}),
    ],
)
def test_places(counter: str, destination: str, name: str, labels: dict[str, str]) -> None:
    """The metric and the labels of a counter; of one that nobody foresaw too."""
    family, values = place(counter, destination)
    assert (family.name, dict(zip(family.labels, values, strict=True))) == (name, labels)


def test_times_become_seconds() -> None:
    """Nanoseconds and microseconds, by the ending of the noun."""
    assert family_of("bpf_run_time_ns")[0::3] == ("xtcp_bpf_run_time_seconds", 1e-9)
    assert family_of("dumps_saved_cpu_us")[0::3] == ("xtcp_dumps_saved_cpu_seconds", 1e-6)
