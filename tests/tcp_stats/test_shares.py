"""Which names have series: never too many, those with most sockets, and not others at each scrape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.tcp_stats.shares import LONGEST, REST, Shares, label

SOCKETS = st.dictionaries(st.sampled_from([*"abcdefghij", REST]), st.integers(0, 50), max_size=11)


def test_those_with_most_sockets() -> None:
    """The first in the alphabet among equals; one without sockets needs no place."""
    assert Shares(3).choose({"a": 1, "b": 9, "c": 5, "d": 5, "e": 0}) == {"b", "c", "d"}
    assert Shares(2).choose({"d": 5, "c": 5, "b": 5}) == {"b", "c"}
    assert Shares(9).choose({"a": 1, "b": 0}) == {"a"}


def test_a_place_is_kept() -> None:
    """Against a little more, and when the sockets are gone; not against a quarter more, and not when the namespace is."""
    shares = Shares(2)
    assert shares.choose({"a": 100, "b": 100, "c": 90}) == {"a", "b"}
    assert shares.choose({"a": 100, "b": 100, "c": 125}) == {"a", "b"}
    assert shares.choose({"a": 100, "b": 0, "c": 0}) == {"a", "b"}
    assert shares.choose({"a": 100, "b": 100, "c": 126}) == {"a", "c"}
    assert shares.choose({"a": 100, "b": 100}) == {"a", "b"}
    assert shares.choose({"a": 0, "b": 0, "c": 1, "d": 2, "e": 3}) == {"d", "e"}


def test_no_place_for_anybody() -> None:
    """0: all are counted together."""
    assert Shares(0).choose({"a": 100, "b": 1}) == set()


def test_a_namespace_called_like_the_rest() -> None:
    """It is part of it, or two series would have one name."""
    assert Shares(3).choose({REST: 100, "b": 1}) == {"b"}


@given(st.integers(0, 4), st.lists(SOCKETS, min_size=1, max_size=8))
def test_what_holds_whatever_comes(most: int, scrapes: list[dict[str, int]]) -> None:
    """At most so many, all of them there; asked again, the same; nobody left out has a quarter more than one that has a place."""
    shares, again = Shares(most), Shares(most)
    for sockets in scrapes:
        chosen = shares.choose(sockets)
        assert len(chosen) <= most
        assert chosen <= sockets.keys() - {REST}
        assert shares.choose(sockets) == chosen
        assert again.choose(dict(reversed(sockets.items()))) == chosen
        left_out = [number for name, number in sockets.items() if name not in chosen | {REST}]
        if most and any(left_out):
            assert len(chosen) == most
            assert max(left_out) <= 1.25 * min(sockets[name] for name in chosen)


def test_labels_are_text_and_short() -> None:
    """A mount may have any bytes in its name, and 255 of them."""
    assert label("web") == "web"
    assert label(b"caf\xe9".decode(errors="surrogateescape")) == "caf?"
    assert label("x" * LONGEST) == "x" * LONGEST
    assert label("x" * 255) == "x" * (LONGEST - 3) + "..."
