"""XtcpConfig as JSON: what is read of it, and what is said of one that is wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from any_config import BASE, SECRET, configs
from google.protobuf import json_format
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.config_json import as_json, from_json, to_json
from xtcp_ebpf.knobs import BY_ATTRIBUTE, Knobs
from xtcp_ebpf.pb.xtcp_config_pb2 import XtcpConfig

WHERE = "XTCP_CONFIG_JSON"


def problems(text: str) -> list[str]:
    """What is told of it."""
    return [str(problem) for problem in from_json(text, WHERE).problems]


def test_only_what_stands_there_is_read() -> None:
    """Either spelling of a key; null counts as nothing; what no knob is, or has no meaning here, is passed over."""
    text = """{"pollFrequency": "30s", "poll_timeout": "1.500s", "label": "", "tag": null, "bpf": "off", "daemonVersion": "x",
        "maxLoops": "7", "enabledDeserializers": {"enabled": {"info": true}}, "netnsDirs": {"item": ["/a"]}, "s3SecretKey": "SK",
        "ioUring": true,        "ioUringRecvBatchSize": 64, "netlinkersDoneChanSize": 100,
        "furtherDest": {"item": ["tcp:h:1"]}, "dest": "stdout"}"""
    made = from_json(text, WHERE)
    assert not made.problems
    assert not made.unread
    assert made.values.pop("deserializers").split(",")[0] == "info"
    assert made.values == {
        "frequency": 30.0,
        "timeout": 1.5,
        "label": "",
        "bpf": "off",
        "max_loops": 7,
        "netns_dirs": ("/a",),
        "s3_secret_key": "SK",
        "dest": ("stdout", "tcp:h:1"),
    }
    assert made.keys["timeout"] == "poll_timeout"
    assert made.keys["label"] == "label"
    assert made.keys.keys() == {*made.values, "deserializers"}


def test_stdout_is_a_destination() -> None:
    """As -dest stdout, which is not the same as no -dest."""
    assert from_json('{"dest": "stdout"}', WHERE).values == {"dest": ("stdout",)}
    assert from_json("{}", WHERE) == ({}, {}, [], frozenset())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", f"{WHERE}: is no JSON at character 0: Expecting value"),
        ('{"label": "a"', f"{WHERE}: is no JSON at character 13: Expecting ',' delimiter"),
        ("[]", f"{WHERE}: is no JSON object: write {{...}}, as `xtcp-ebpf ctl get` does"),
        ("7", f"{WHERE}: is no JSON object: write {{...}}, as `xtcp-ebpf ctl get` does"),
        ("[" * 100000, f"{WHERE}: is no JSON that can be read: it is too deep, or a number in it too long"),
        (f'{{"d": {"9" * 5000}}}', f"{WHERE}: is no JSON that can be read: it is too deep, or a number in it too long"),
        ('{"pollfrequency": "1s"}', f"{WHERE}: there is no field 'pollfrequency'"),
        ('{"a\\nb": 1}', f"{WHERE}: there is no field 'a\\\\nb'"),
        ('{"label": "a", "label": "b"}', f"{WHERE}: label stands there twice"),
        ('{"pollTimeout": "1s", "poll_timeout": "1s"}', f"{WHERE}: poll_timeout stands there twice"),
        ('{"pollFrequency": 10}', f'{WHERE}: pollFrequency (-frequency): is not seconds as a text, such as "10s" or "1.5s"'),
        ('{"pollFrequency": "1m"}', f'{WHERE}: pollFrequency (-frequency): is not seconds as a text, such as "10s" or "1.5s"'),
        ('{"maxLoops": -1}', f"{WHERE}: maxLoops (-maxLoops): is not a whole number, not below 0"),
        ('{"maxLoops": NaN}', f"{WHERE}: maxLoops (-maxLoops): is not a whole number, not below 0"),
        ('{"maxLoops": 1e400}', f"{WHERE}: maxLoops (-maxLoops): is not a whole number, not below 0"),
        ('{"destTls": "yes"}', f"{WHERE}: destTls (-destTls): is not true or false"),
        (f'{{"s3SecretKey": ["{SECRET}"]}}', f"{WHERE}: s3SecretKey (-s3SecretKey): is not a text"),
        ('{"label": "\\ud800"}', f"{WHERE}: label (-label): is not a text"),
        ('{"netnsDirs": "/a"}', f"{WHERE}: netnsDirs (-netnsDirs): is not as Get answers it"),
        ('{"furtherDest": {"items": []}}', f"{WHERE}: furtherDest (-dest): is not as Get answers it"),
        ('{"pollJitterPct": 101}', f"{WHERE}: poll_jitter_pct (-pollJitterPct): '101' is out of range: 0 to 100 percent"),
        (
            '{"dest": "http://u:***@h/"}',
            f"{WHERE}: dest (-dest): *** stands for a secret of the address that is in effect: write the secret of this one",
        ),
    ],
)
def test_what_is_wrong_is_named(text: str, told: str) -> None:
    """The place in a text that is no JSON; else the key or the field, and the flag; and never what a secret is."""
    assert problems(text) == [told]


def test_all_that_is_wrong_is_told_and_the_rest_is_read() -> None:
    """One problem for each key, and none that only follows from another."""
    made = from_json('{"label": 1, "tag": "t", "x": 1, "bpf": "on", "dest": 5, "furtherDest": {"item": ["null"]}}', WHERE)
    assert [str(problem).split(": ")[1].split()[0] for problem in made.problems] == ["label", "there", "dest", "bpf"]
    assert made.values == {"tag": "t"}
    assert made.unread == {"label", "bpf", "dest"}


@pytest.mark.parametrize("knobs", [Knobs(), replace(BASE, deserializers="info", netns_dirs=(), reconcile_frequency=0.5)])
def test_knobs_come_back(knobs: Knobs) -> None:
    """Written with secrets and read again, every knob that works is the same."""
    made = from_json(to_json(knobs, show_secrets=True), WHERE)
    assert not made.problems
    assert replace(Knobs(), **made.values) == replace(knobs, dest=knobs.dest or ("stdout",))


def test_what_is_written_has_no_secret() -> None:
    """And every field of the predecessor's, zeros too, as people look for."""
    text = to_json(BASE)
    assert SECRET not in text
    written = json.loads(text)
    assert (written["maxLoops"], written["resolveContainerId"], written["pollTimeout"]) == ("7", False, "4s")
    assert written["furtherDest"] == {"item": ["https://w:***@v/", "null"]}
    assert text.startswith('{\n  "')


@given(configs())
def test_any_message_as_json(message: XtcpConfig) -> None:
    """What protobuf writes is read or refused, and nothing else; secrets stay untold."""
    try:
        text = as_json(message)
    except (json_format.Error, ValueError):
        return  # protobuf itself cannot write it
    made = from_json(text, WHERE)
    assert made.values.keys() <= BY_ATTRIBUTE.keys()
    assert not made.values.keys() & made.unread
    assert all(str(problem).startswith(f"{WHERE}: ") for problem in made.problems)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)


@given(st.dictionaries(st.one_of(st.sampled_from([f.json_name for f in XtcpConfig.DESCRIPTOR.fields]), st.text(max_size=10)), JSON))
def test_any_json_object(value: dict[str, Any]) -> None:
    """Each key is read or has its problem."""
    made = from_json(json.dumps(value), WHERE)
    assert all(str(problem).startswith(f"{WHERE}: ") for problem in made.problems)


@given(st.text())
def test_any_text(text: str) -> None:
    """Never an error of another kind."""
    assert from_json(text, WHERE).values == {} or text.strip().startswith("{")
