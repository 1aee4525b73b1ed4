"""What is to change: from words and from JSON."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields, replace

import pytest
from any_config import BASE
from hypothesis import given, settings
from hypothesis import strategies as st

from xtcp_ebpf.cli.ctl_change import Change, differences, from_json, from_words
from xtcp_ebpf.config_fields import FIELDS
from xtcp_ebpf.config_json import as_json
from xtcp_ebpf.config_message import from_message, to_message
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.pb.xtcp_config_pb2 import XtcpConfig
from xtcp_ebpf.values import shown

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=4,
)


def done(change: Change, base: Knobs = BASE, whole: bool = False) -> Knobs:
    """As the daemon does it; `whole`: one that does not know of `only`."""
    request = change.request(to_message(base))
    made = from_message(request.config, base, None if whole else frozenset(request.only.paths))
    assert made.problems == []
    return made.knobs


@pytest.mark.parametrize("whole", [False, True])
def test_words(whole: bool) -> None:
    """By flag, by field, by its JSON name; durations, lists, switches, groups; all else stays."""
    change = from_words(
        [
            "frequency=90s",
            "pollTimeout=1500ms",
            "netns_dirs=/a,/b",
            "reconcileBeforePoll=false",
            "deserializers=info,cong",
            "label=",
            "skip=idle",
        ]
    )
    assert done(change, whole=whole) == replace(
        BASE,
        frequency=90.0,
        timeout=1.5,
        netns_dirs=("/a", "/b"),
        reconcile_before_poll=False,
        deserializers="info,cong",
        label="",
        skip="idle",
    )


def test_destinations() -> None:
    """All of them at once; fewer than there were is fewer then."""
    two = done(from_words(["dest=null", "dest=tcp:h:1"]))
    assert two.dest == ("null", "tcp:h:1")
    assert done(from_words(["dest=stdout"]), two).dest == ("stdout",)


def test_every_knob_may_be_named() -> None:
    """Each field that works, by flag and by field, to the value it has: nothing changes."""
    for field in FIELDS:
        knob = field.knob
        if knob.status != "works" or knob.secret == "whole":
            continue
        text = shown(knob, getattr(BASE, knob.attribute))
        for name in {field.name, knob.flag or knob.env[0]}:
            change = from_words([f"{name}={text}"])
            assert change.names == (field.name,)
            assert done(change) == BASE, name


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["frequency"], "'frequency': is no change: write FIELD=VALUE"),
        (["frequncy=1s"], r"'frequncy': there is no such field \(did you mean frequency\?\)"),
        (["frequency=1"], "frequency: '1' is no duration"),
        (["d=2000"], "d: '2000' is out of range"),
        (["frequency=1s", "poll_frequency=2s"], "poll_frequency: stands there twice"),
        (["ioUring=true"], "ioUring: has no meaning here"),
        (["enrichNic=true"], "enrichNic: this version does not have it yet"),
        (["further_dest=null"], "further_dest: all destinations are given at once: dest=FIRST"),
        (["skip=x", "bpf=y"], "skip: 'x' is none of auto, none, empty, idle, quiet\nbpf: 'y' is none of off, auto, require"),
        (["daemonVersion=1"], "there is no such field"),
    ],
)
def test_wrong_words(words: list[str], told: str) -> None:
    """All of them, each by its name."""
    with pytest.raises(BadFlag, match=told):
        from_words(words)


def test_what_get_writes() -> None:
    """Given back as it is it changes nothing, secrets included, for a daemon that knows `only` and one that does not."""
    change = from_json(as_json(to_message(BASE)), "x")
    assert len(change.names) > len(fields(Knobs)) / 2
    assert done(change) == done(change, whole=True) == BASE


def test_some_keys() -> None:
    """Only they change, to nothing too; null is as not there; both ways of writing a key."""
    change = from_json(
        '{"pollFrequency": "90s", "label": "", "queue_bytes": "70000", "tag": null, "daemonVersion": "x", "furtherDest": {}}', "x"
    )
    assert change.names == ("poll_frequency", "label", "queue_bytes", "further_dest")
    assert done(change) == replace(BASE, frequency=90.0, label="", queue_bytes=70000, dest=BASE.dest[:1])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "x: is no JSON"),
        ("[1]", "x: is no JSON object"),
        ('{"a": 1}', "x: there is no field 'a'"),
        ('{"poll_frequenci": 1}', r"\(did you mean poll_frequency\?\)"),
        ('{"pollFrequency": 5}', "x: pollFrequency: "),
        ('{"label": "a", "label": "b"}', "'label' stands there twice"),
        ('{"pollFrequency": "1s", "poll_frequency": "1s"}', "x: poll_frequency stands there twice"),
        ("[" * 100_000, "x: is no JSON"),
        ('{"netlinkers": 1e99, "a": 0}', "x: netlinkers: .*\nx: there is no field 'a'"),
    ],
)
def test_wrong_json(text: str, told: str) -> None:
    """Each key that is wrong."""
    with pytest.raises(BadFlag, match=told):
        from_json(text, "x")


def test_no_secret_is_repeated() -> None:
    """Not even one of the wrong kind."""
    with pytest.raises(BadFlag) as caught:
        from_json(json.dumps({"s3SecretKey": {"a": "hush"}, "dest": ["hush"]}), "x")
    assert "hush" not in str(caught.value)


def test_differences() -> None:
    """Field by field, without what could steer a terminal."""
    before = to_message(BASE)
    after = to_message(replace(BASE, label="a\x1b[2J", frequency=90.0))
    assert list(differences(before, before)) == []
    assert list(differences(before, after)) == ['pollFrequency: "10s" -> "90s"', f'label: {json.dumps(BASE.label)} -> "a\\u001b[2J"']
    assert list(differences(XtcpConfig(), XtcpConfig(skip="idle"))) == ['skip: nothing -> "idle"']


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(), st.dictionaries(st.sampled_from(sorted(XtcpConfig.DESCRIPTOR.fields_by_name)), JSON).map(json.dumps)))
def test_any_text(text: str) -> None:
    """Is a change, or wrong; nothing else is raised."""
    with suppress(BadFlag):
        from_json(text, "x")
    with suppress(BadFlag):
        from_words([text, f"frequency={text}", f"dest={text}"])
