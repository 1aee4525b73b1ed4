"""Values of knobs as text, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import BY_ATTRIBUTE, BY_FLAG
from xtcp_ebpf.values import allowed, duration, duration_text, quoted, read, safe, shown

WEEK_NS = 7 * 86400 * 10**9


@given(st.integers(-WEEK_NS, WEEK_NS))
def test_durations_come_back(nanoseconds: int) -> None:
    """Written and read again, every duration up to a week is the same to the nanosecond."""
    assert duration(duration_text(nanoseconds / 1e9)) == nanoseconds / 1e9


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10s", 10.0), ("1m30s", 90.0), ("500ms", 0.5), ("1h", 3600.0), ("0", 0.0), ("0s", 0.0), ("1.5h", 5400.0), (".5s", 0.5),
        ("1.s", 1.0), ("250us", 0.00025), ("250µs", 0.00025), ("250μs", 0.00025), ("7ns", 7e-9), ("+2s", 2.0), ("-2s", -2.0),
    ],
)  # fmt: skip  # a table reads better
def test_durations_are_read_as_go_reads_them(text: str, seconds: float) -> None:
    """Units, fractions, signs and sums as in time.ParseDuration."""
    assert duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "10", "s", "1", "10 s", " 10s", "10s ", "1m30", "ten", "1d", "1S", "--1s", "1e3s", "٣s", ".s", "9" * 100 + "s"]
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    """A number without a unit, an unknown unit, blanks, other digits: refused with an example."""
    with pytest.raises(ValueError, match=r"is no duration.*10s"):
        duration(text)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0s"),
        (10, "10s"),
        (90, "1m30s"),
        (3600, "1h"),
        (604800, "168h"),
        (0.5, "500ms"),
        (1.5, "1.5s"),
        (0.00025, "250us"),
        (7e-9, "7ns"),
    ],
)
def test_durations_are_written_short(seconds: float, text: str) -> None:
    """No zero parts, the largest unit that fits."""
    assert duration_text(seconds) == text


def test_values_are_shown_as_a_flag_takes_them() -> None:
    """Switches and lists too."""
    assert (shown(BY_FLAG["enrichNic"], True), shown(BY_FLAG["enrichNic"], False)) == ("true", "false")
    assert shown(BY_FLAG["dest"], ("null", "file:/x")) == "null file:/x"
    assert (shown(BY_FLAG["columns"], ("a", "b")), shown(BY_FLAG["timeout"], 90.0), shown(BY_FLAG["d"], 3)) == ("a,b", "1m30s", "3")


def test_a_knob_that_is_a_secret_shows_only_whether_it_is_set() -> None:
    """So that the parts that bring such knobs need not think of it."""
    key = BY_FLAG["s3SecretKey"]
    assert (safe(key, "s3cret"), safe(key, ""), safe(BY_FLAG["label"], "//a@b")) == ("***", "", "//a@b")


def test_what_is_read_names_where_it_stood() -> None:
    """A wrong value is told under the name that is given, with what is allowed, and a secret is not repeated."""
    with pytest.raises(BadFlag, match=r"^-dest x: queueBytes=: 'many' is no whole number \(1 to 1099511627776 bytes\)$"):
        read(BY_FLAG["queueBytes"], "-dest x: queueBytes=", "many")
    with pytest.raises(BadFlag) as caught:
        read(BY_ATTRIBUTE["dest_password"], "DEST_PASSWORD", "s3cret" * 1000)
    assert "s3" not in str(caught.value)
    assert read(BY_FLAG["columns"], "-columns", "a, b") == ("a", "b")


def test_what_is_allowed() -> None:
    """Choices without the empty one, lengths, numbers with their unit; nothing where anything goes."""
    assert allowed(BY_FLAG["kafkaCompression"]) == "auto, zstd, lz4, snappy, gzip, none"
    assert allowed(BY_FLAG["topic"]) == "1 to 249 characters"
    assert allowed(BY_FLAG["fileKeep"]) == "0 to 1000000 files"
    assert allowed(BY_FLAG["columns"]) == ""


def test_quotes_are_short() -> None:
    """A message is not filled by what somebody pasted."""
    assert quoted("a'b") == '"a\'b"'
    assert len(quoted("x" * 1000)) == 82
