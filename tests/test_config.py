"""From a command line and an environment to Knobs, and back."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.config import Loaded, effective, load, settled
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import BY_FLAG, Knobs

PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


def refused(argv: list[str], environ: dict[str, str] | None = None) -> list[str]:
    """The lines of the refusal."""
    with pytest.raises(BadFlag) as caught:
        load(argv, environ or {})
    return str(caught.value).splitlines()


# -- numbers


@given(st.integers(0, 1000), st.sampled_from(["{}", "{:#x}", "{:#o}", "{:#b}", "{:_}"]))
def test_whole_numbers_are_read_as_go_reads_them(number: int, form: str) -> None:
    """Decimal, hexadecimal, octal, binary, with underscores."""
    assert load(["-writeFiles", form.format(number)], {}).knobs.write_files == number


@given(st.integers().filter(lambda n: not 0 <= n <= 1000))
def test_whole_numbers_out_of_range_are_refused(number: int) -> None:
    """Too small, too large, absurdly large: the value and the range are told."""
    assert refused([f"-writeFiles={number}"]) == [f"-writeFiles: {str(number)!r} is out of range: 0 to 1000"]


@pytest.mark.parametrize("text", ["", "x", "1.5", " 1", "1 ", "010", "1e3", "٣", "0x", "9" * 5000])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    """A leading zero too: octal to Go, nothing to Python, so a person must say what is meant."""
    (line,) = refused(["-writeFiles", text])
    assert line.endswith("is no whole number (0 to 1000)")
    assert len(line) < 150


@pytest.mark.parametrize(("text", "value"), [("1", True), ("t", True), ("TRUE", True), ("0", False), ("F", False), ("False", False)])
def test_switches_are_read_as_go_reads_them(text: str, value: bool) -> None:
    """-x=true, -x=0 and their kin."""
    assert load([f"-conf={text}"], {}).knobs.conf is value


# -- the command line


def test_nothing_given_means_the_defaults_of_this_host() -> None:
    """Zeros are filled in: threads, buffer, host name; no source is told, no warning given."""
    loaded = load([], {})
    cores = len(os.sched_getaffinity(0))
    filled = {"netlinkers": min(cores, 4), "packet_size": os.sysconf("SC_PAGE_SIZE"), "hostname": os.uname().nodename}
    assert {name: getattr(loaded.knobs, name) for name in filled} == filled
    assert loaded == Loaded(settled(Knobs(), {}), {}, (), "run")


def test_zero_means_the_default_where_the_predecessor_says_so() -> None:
    """-envelopeFlushRows 0 and its kin are accepted, and no reader ever meets the zero."""
    argv = ["-envelopeFlushRows=0", "-envelopeFlushBytes=0", "-packetSizeMply=0", "-packetSize=0", "-netlinkers=0"]
    assert load(argv, {}).knobs == load([], {}).knobs


@pytest.mark.parametrize(("frequency", "timeout"), [("10s", 5.0), ("60s", 5.0), ("10m", 5.0), ("8s", 4.0), ("1s", 0.5), ("10ms", 0.005)])
def test_the_timeout_follows_the_frequency(frequency: str, timeout: float) -> None:
    """-frequency alone is enough: unless given, the timeout is half of it, at most 5 s."""
    assert load(["-frequency", frequency], {}).knobs.timeout == timeout
    assert load([], {"POLL_FREQUENCY": frequency}).knobs.timeout == timeout


@pytest.mark.parametrize("argv", [["-h"], ["--help"], ["-help=true"], ["kafka", "-nosuch", "-help"], ["-v", "-h"]])
def test_help_comes_before_any_complaint(argv: list[str]) -> None:
    """Whoever asks for help gets it, whatever else is wrong."""
    assert load(argv, {"POLL_FREQUENCY": "junk"}).wants == "help"


def test_version_and_conf() -> None:
    """-v comes before any complaint too; -conf is an answer about good values only."""
    assert load(["--v", "-nosuch"], {"GRPC_PORT": "1"}).wants == "version"
    assert load(["-conf"], {}).wants == "conf"
    assert load(["-conf=false", "-v=false", "-help=false"], {}).wants == "run"
    assert refused(["-conf", "-d", "x"]) == ["-d: 'x' is no whole number (0 to 1000)"]


@pytest.mark.parametrize(
    ("flag", "meant"),
    [("-frequncy", "frequency"), ("--maxloops", "maxLoops"), ("-POLLJITTERPCT", "pollJitterPct"), ("-kafkaCompresion", "kafkaCompression")],
)
def test_an_unknown_flag_is_named_with_the_near_miss(flag: str, meant: str) -> None:
    """As written, with the flag that was meant; its value is not taken for rubbish of its own."""
    assert refused([flag, "10s"]) == [f"{flag}: there is no such flag; is -{meant} meant?; -help lists them"]


@pytest.mark.parametrize("flag", ["-zzzzqqqq", "---frequency", "-=x", "--=x"])
def test_an_unknown_flag_that_is_like_nothing(flag: str) -> None:
    """No guess is better than a wild one; three dashes are not two."""
    (line,) = refused([flag])
    assert line.startswith(f"{flag.partition('=')[0]}: there is no such flag")


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["rubbish"], "'rubbish': is no flag: flags begin with a dash"),
        (["-"], "'-': is no flag: flags begin with a dash"),
        (["--", "-d"], "'-d': is no flag: flags begin with a dash"),
        (["-conf", "false"], "false: a switch takes its value behind =, as in -conf=false"),
        (["-dest", "null", "run"], "run: a command stands first: xtcp-ebpf run -flag value ..."),
        (["http://u:p@h/"], "'http://u:***@h/': is no flag: flags begin with a dash"),
        (["a\nb"], "'a\\nb': is no flag: flags begin with a dash"),
        (["-label"], "-label: needs a value"),
        (["--label", "-tag=x"], "--label: needs a value; -tag follows (a value that looks like a flag is written --label=VALUE)"),
    ],
)
def test_what_is_no_flag_is_refused(argv: list[str], line: str) -> None:
    """Nothing on a command line is left out in silence, and each answer says how it is written right."""
    assert line in refused(argv)


def test_a_value_may_begin_with_a_dash() -> None:
    """Only the name of a flag is taken for a flag."""
    knobs = load(["-label", "-x", "-tag=-d"], {}).knobs
    assert (knobs.label, knobs.tag) == ("-x", "-d")
    assert refused(["-timeout", "-5s"]) == ["-timeout: '-5s' is out of range: 1ms to 168h"]


def test_operands_are_for_commands_that_take_them() -> None:
    """`decode` has one file, before or behind its flags."""
    assert load(["a.pcap", "-marshal", "csv"], {}, operands=1).operands == ("a.pcap",)
    assert load(["-marshal", "csv", "--", "-"], {}, operands=1).operands == ("-",)
    with pytest.raises(BadFlag, match=r"'b.pcap': is no flag"):
        load(["a.pcap", "b.pcap"], {}, operands=1)


def test_given_twice() -> None:
    """The last one counts, as in Go; a wrong first one is still told; destinations add up, and those of flags beat the variable's."""
    assert load(["-d", "1", "--d", "2"], {}).knobs.d == 2
    assert refused(["-d", "x", "-d", "2"]) == ["-d: 'x' is no whole number (0 to 1000)"]
    assert load(["-dest", "null", "--dest=stdout"], {"DEST": "stderr"}).knobs.dest == ("null", "stdout")
    assert load([], {"DEST": "stderr  null"}).knobs.dest == ("stderr", "null")
    assert load(["-dest="], {"DEST": "stderr"}).knobs.dest == ()
    (line,) = refused(["-dest", "null", "-dest", "null:"])
    assert line == "-dest: null: is given twice"


# -- the environment


def test_a_wrong_value_in_the_environment_is_an_error() -> None:
    """Also when a flag beats it: the predecessor ignores it in silence."""
    expected = ["POLL_FREQUENCY: '10' is no duration: give numbers with units, such as 500ms, 10s, 1m30s, 1h (10ms to 168h)"]
    assert refused([], {"POLL_FREQUENCY": "10"}) == expected
    assert refused(["-frequency", "20s"], {"POLL_FREQUENCY": "10"}) == expected


def test_an_empty_variable_counts_as_not_set() -> None:
    """As shells and container files write what is not given."""
    assert load([], {"POLL_FREQUENCY": "", "GRPC_PORT": "", "GOMAXPROCS": "", "DEST": ""}) == load([], {})


def test_all_problems_are_told_together() -> None:
    """One line each, named as written; and no second complaint that only follows from the first."""
    lines = refused(["--frequency", "junk", "-timeout", "20s", "-nosuch", "-dest", "nowhere:1", "x"], {"LABEL": "y" * 41, "GRPC_PORT": "0"})
    assert [line.partition(":")[0] for line in lines] == ["-nosuch", "'x'", "LABEL", "GRPC_PORT", "--frequency", "-dest"]


def test_one_problem_is_a_bad_flag() -> None:
    """Whoever calls can tell which knob it is."""
    with pytest.raises(BadFlag) as caught:
        load([], {"MODULUS": "0"})
    assert (caught.value.where, caught.value.problem) == ("MODULUS", "'0' is out of range: 1 to 1000000")


ODD = st.one_of(PLAIN, st.text(max_size=20), st.sampled_from(["-", "--", "=", "-=", "0", "-1", "10s", "http://u:p@h/", "a\nb"]))
WORDS = st.one_of(
    ODD, st.builds(lambda dash, flag, tail: dash + flag + tail, st.sampled_from(["-", "--"]), st.sampled_from(sorted(BY_FLAG)), ODD)
)
VARIABLES = st.sampled_from(sorted(name for knob in BY_FLAG.values() for name in knob.env))


@given(
    st.lists(st.one_of(WORDS, st.sampled_from([f"-{flag}" for flag in BY_FLAG])), max_size=6), st.dictionaries(VARIABLES, ODD, max_size=3)
)
def test_whatever_is_given_the_answer_is_knobs_or_complaints(argv: list[str], environ: dict[str, str]) -> None:
    """No command line and no environment makes anything but Knobs or a BadFlag whose every line names a culprit."""
    try:
        loaded = load(argv, environ)
    except BadFlag as error:
        for line in str(error).splitlines():
            assert ": " in line
            assert line.isprintable()
    else:
        assert effective(loaded.knobs, loaded.sources)


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["-engine", "rust"], "-engine: 'rust' is none of auto, c, python"),
        (["-logFormat", ""], "-logFormat: '' is none of text, json"),
        (["-label", "x" * 41], f"-label: '{'x' * 41}' is out of range: at most 40 characters"),
        (["-capturePath", ""], "-capturePath: '' is out of range: 1 to 4096 characters"),
        (["-location", "a\udc80"], "-location: 'a\\udc80' is not UTF-8 (at most 253 characters)"),
        (["-conf=maybe"], "-conf: 'maybe' is neither true nor false"),
        (["-nltimeout", "0"], "-nltimeout: '0' is out of range: 1 to 100000 milliseconds"),
        (["-netlinkers", "101"], "-netlinkers: '101' is out of range: 0 to 100 threads"),
        (["-frequency", "169h"], "-frequency: '169h' is out of range: 10ms to 168h"),
        (["-timeout", "10s"], "-timeout: a poll must be over before the next begins (-timeout 10s, -frequency 10s by default)"),
        (["-packetSize=100"], "-packetSize: their product, the receive buffer, must be at least 4096 bytes (-packetSizeMply 8 by default,"),
        (["-queueBytes", "1000000"], "-queueBytes: 1000000 is too little for stdout:: at least 1572864, twice -envelopeFlushBytes"),
    ],
)  # fmt: skip  # a table reads better
def test_wrong_values(argv: list[str], line: str) -> None:
    """Each answer has the flag, the value and what is allowed."""
    (only,) = refused(argv)
    assert only.startswith(line)


def test_a_rule_between_knobs_names_whoever_was_given() -> None:
    """A person looks for what he wrote, not for a default."""
    assert refused(["-frequency", "2s"], {"POLL_TIMEOUT": "3s"}) == [
        "POLL_TIMEOUT: a poll must be over before the next begins (POLL_TIMEOUT 3s, -frequency 2s)"
    ]
    (line,) = refused([], {"QUEUE_BYTES": "5"})
    assert line.startswith("QUEUE_BYTES: ")


@pytest.mark.parametrize(
    ("argv", "environ", "where", "word"),
    [
        (["-marshal", "jsnl"], {}, "-marshal", "jsonl"),
        ([], {"MARSHAL": "xml"}, "MARSHAL", "protobufList"),
        (["--columns", "hostnam", "-marshal", "csv"], {}, "--columns", "hostname"),
        (["-columns", "hostname", "-marshal", "jsonl"], {}, "-columns", "csv"),
        (["-columns", "hostname", "-dest", "null"], {}, "-columns", "csv"),
        (["--deserializers", "info,rust"], {}, "--deserializers", "cong"),
        ([], {"DESERIALIZERS": "everything"}, "DESERIALIZERS", "default"),
        (["--dest", "nowhere:1"], {}, "--dest", "stdout"),
        ([], {"DEST": "tcp:::1:9000"}, "DEST", "[::1]:9000"),
        ([], {"DEST": "kafka:redpanda-0"}, "DEST", "kafka:redpanda-0:PORT"),
        (["-dest", "topic=,kafka:b:9092"], {}, "-dest", "1 to 249 characters"),
        (["-dest", "spoolDir=/x,null"], {}, "-dest", "marshal"),
    ],
)
def test_names_that_other_rooms_know_are_checked_by_them(argv: list[str], environ: dict[str, str], where: str, word: str) -> None:
    """Formats, columns, decoder groups, destinations: the room's own answer, under the name that the operator wrote."""
    (line,) = refused(argv, environ)
    assert line.startswith(f"{where}: ")
    assert word in line


@given(label=PLAIN.filter(bool), columns=st.lists(st.sampled_from(["hostname", "netns", "tcpInfoRtt"]), unique=True))
def test_texts_and_lists_arrive_whole(label: str, columns: list[str]) -> None:
    """Any UTF-8, from either side."""
    assert load([], {"LABEL": label}).knobs.label == load(["-label", label], {}).knobs.label == label
    assert load(["-columns", ", ".join(columns), "-marshal=csv"], {}).knobs.columns == tuple(columns)


def test_a_configuration_as_json() -> None:
    """It beats the defaults; another variable, and a flag, beat it; the source says the key; destinations do not add up."""
    text = '{"pollFrequency": "30s", "label": "j", "tag": "j", "location": "j", "dest": "null", "s3SecretKey": "SK", "ioUring": true}'
    loaded = load(["-tag", "f", "-dest", "stderr"], {"XTCP_CONFIG_JSON": text, "LABEL": "e", "TAG": "e"})
    knobs = loaded.knobs
    assert (knobs.frequency, knobs.timeout, knobs.label, knobs.tag, knobs.location) == (30.0, 5.0, "e", "f", "j")
    assert (knobs.dest, knobs.s3_secret_key, knobs.xtcp_config_json, loaded.warnings) == (("stderr",), "SK", "", ())
    assert loaded.sources["frequency"] == "XTCP_CONFIG_JSON pollFrequency"
    assert loaded.sources["label"] == "LABEL"
    assert load([], {"XTCP_CONFIG_JSON": text}).knobs.dest == ("null",)
    assert load([], {"XTCP_CONFIG_JSON": ""}).sources == {}


def test_a_configuration_as_json_that_is_wrong() -> None:
    """Each key that is wrong is told, with what is wrong elsewhere, and between the two; a secret is not."""
    text = '{"pollFrequency": "4s", "pollTimeout": "5s", "label": 5, "x": 1, "s3SecretKey": ["s3cret"], "dest": "mqtt:x"}'
    lines = refused(["-bpf", "on"], {"XTCP_CONFIG_JSON": text})
    assert lines[:4] == [
        "XTCP_CONFIG_JSON: label (-label): is not a text",
        "XTCP_CONFIG_JSON: there is no field 'x'",
        "XTCP_CONFIG_JSON: s3SecretKey (-s3SecretKey): is not a text",
        "-bpf: 'on' is none of off, auto, require",
    ]
    assert lines[4] == (
        "XTCP_CONFIG_JSON pollTimeout: a poll must be over before the next begins"
        " (XTCP_CONFIG_JSON pollTimeout 5s, XTCP_CONFIG_JSON pollFrequency 4s)"
    )
    assert lines[5].startswith("XTCP_CONFIG_JSON dest: mqtt:x: unknown scheme 'mqtt'")
    assert "s3cret" not in "".join(lines)
    assert refused([], {"XTCP_CONFIG_JSON": '{"label"'}) == ["XTCP_CONFIG_JSON: is no JSON at character 8: Expecting ':' delimiter"]
