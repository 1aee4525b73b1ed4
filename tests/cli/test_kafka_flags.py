"""Flags that the commands about Kafka share."""

from __future__ import annotations

import pytest

from xtcp_ebpf.cli.kafka_flags import Command, switched_on, whole
from xtcp_ebpf.errors import BadFlag

COMMAND = Command(
    "try", ("topic", "marshal", "kafkaSasl", "destUser", "destTls"), {"one": ("N", "A number.", "1"), "two": ("", "A switch.", "off")}
)


def test_both_kinds_of_flags() -> None:
    """The daemon's come as knobs, its own as text; a switch needs no value, and one or two dashes are the same."""
    loaded, own = COMMAND.load(["-topic", "t", "--one=7", "-two", "--destTls"], {})
    assert (loaded.knobs.topic, loaded.knobs.dest_tls) == ("t", True)
    assert own == {"one": "7", "two": "true"}
    assert COMMAND.load(["-two=false", "-one", "2"], {})[1] == {"two": "false", "one": "2"}


def test_variables() -> None:
    """Of shared flags, and the password, which has no flag; not those of other knobs, nor the daemon's format."""
    environ = {"TOPIC": "e", "DEST_PASSWORD": "hush", "MARSHAL": "csv", "POLL_FREQUENCY": "nonsense", "DEST_TLS": "true"}
    loaded, _ = COMMAND.load([], environ)
    knobs = loaded.knobs
    assert (knobs.topic, knobs.dest_password, knobs.marshal, knobs.dest_tls) == ("e", "hush", "", True)
    assert COMMAND.load(["-topic", "f"], environ)[0].knobs.topic == "f"
    with pytest.raises(BadFlag, match="DEST_TLS"):
        COMMAND.load([], {"DEST_TLS": "perhaps"})


@pytest.mark.parametrize("word", ["-frequency=1s", "-dest=null", "-v"])
def test_what_means_nothing_here(word: str) -> None:
    """Flags of the daemon alone are refused with the list of those that there are."""
    with pytest.raises(BadFlag, match="means nothing to try, which takes -one, -two, -topic"):
        COMMAND.load([word], {})


def test_help() -> None:
    """Every flag with what it does, its values and default; no line wider than a terminal."""
    text = COMMAND.help(("try: tries.",), "Exit code: 0.")
    for flag in (*COMMAND.own, *COMMAND.shared):
        assert f"\n  -{flag} " in text
    assert "table on a terminal, else jsonl" in text
    assert max(map(len, text.splitlines())) <= 100
    assert COMMAND.load(["-help", "-nonsense"], {})[0].wants == "help"


def test_values() -> None:
    """Numbers from 0 on, and switches, are checked with the flag in the message."""
    assert whole("count", "12") == 12
    assert [switched_on("a", own) for own in ({}, {"a": "true"}, {"a": "false"})] == [False, True, False]
    for text in ("-1", "x", "", "1" * 19, "²"):
        with pytest.raises(BadFlag, match="-count"):
            whole("count", text)
    with pytest.raises(BadFlag, match="-a: 'yes' is neither true nor false"):
        switched_on("a", {"a": "yes"})
