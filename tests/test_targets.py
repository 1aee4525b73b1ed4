"""From the values of -dest to what a sender is built of."""

from __future__ import annotations

import fcntl
import os
import struct
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.errors import BadAddress, BadFlag
from xtcp_ebpf.knobs import BY_FLAG, TABLE, Knobs
from xtcp_ebpf.marshal.formats import FORMATS
from xtcp_ebpf.targets import PLACES, USUAL_COLUMNS, Output, output, outputs

MIB = 1 << 20
S3 = "s3Bucket=rows,s3parquet:http://h:9000"


def one(dest: str, **more: object) -> Output:
    """What becomes of it; `more` are knobs for all."""
    (made,) = outputs(knobs(dest, **more))
    return made


def knobs(*dests: str, **more: object) -> Knobs:
    return replace(Knobs(), dest=dests, **more)  # type: ignore[arg-type]  # names of knobs


def refused(*dests: str, **more: object) -> str:
    with pytest.raises((BadFlag, BadAddress)) as caught:
        outputs(knobs(*dests, **more))
    return str(caught.value)


# -- the syntax


@pytest.mark.parametrize(
    ("dest", "scheme", "address", "own"),
    [
        ("null", "null", "", {}),
        ("tcp:h:1", "tcp", "h:1", {}),
        ("marshal=jsonl,tcp:h:1", "tcp", "h:1", {"marshal": "jsonl"}),
        ("topic=other,marshal=jsonl,kafka:b1:9092,b2:9092", "kafka", "b1:9092,b2:9092", {"topic": "other", "marshal": "jsonl"}),
        ("queueBytes=0x800000,tcp:[::1]:1", "tcp", "[::1]:1", {"queue_bytes": 8 * MIB}),
        ("destTls=true,destVerify=0,tcp:h:1", "tcp", "h:1", {"dest_tls": True, "dest_verify": False}),
        ("produceTimeout=1m30s,kafka:b:1", "kafka", "b:1", {"produce_timeout": 90.0}),
        ("kafkaMaxBytes=2000,kafkaKey=hostname,kafka:b:1", "kafka", "b:1", {"kafka_max_bytes": 2000, "kafka_key": "hostname"}),
        ("destUser=,tcp:h:1", "tcp", "h:1", {"dest_user": ""}),
        ("destCa=/etc/a b/ca.pem,tcp:h:1", "tcp", "h:1", {"dest_ca": "/etc/a b/ca.pem"}),
        ("kafkaSchemaUrl=http://h:8081/?a=b,kafka:b:1", "kafka", "b:1", {"kafka_schema_url": "http://h:8081/?a=b"}),
        ("file:a=b,c=d,e", "file", "a=b,c=d,e", {}),
        ("marshal=csv,file:marshal=jsonl,x", "file", "marshal=jsonl,x", {"marshal": "csv"}),
        ("unix:@marshal=jsonl,x", "unix", "@marshal=jsonl,x", {}),
        ("http://h:8123/?query=INSERT+INTO+t(a,b)&x=1,2=3,", "http", "//h:8123/?query=INSERT+INTO+t(a,b)&x=1,2=3,", {}),
        ("httpCompression=gzip,https://h/?a=b,c=d", "https", "//h/?a=b,c=d", {"http_compression": "gzip"}),
    ],
)
def test_what_stands_in_front_is_for_it_alone(dest: str, scheme: str, address: str, own: dict[str, object]) -> None:
    """Options up to the first piece that is none; from there on all is the destination's, taken whole."""
    usual = knobs(dest)
    made = output(dest, usual)
    assert (made.target.scheme, made.target.address) == (scheme, address)
    assert made.target.knobs == replace(usual, **own)  # type: ignore[arg-type]  # names of knobs


@pytest.mark.parametrize("flag", sorted(knob.flag for knob in TABLE if knob.flag and not knob.each))
def test_what_holds_for_all_cannot_stand_in_front(flag: str) -> None:
    """It is refused by name, with the list of those that can."""
    answer = refused(f"{flag}=1,null")
    assert answer.startswith(
        f"-dest {flag}=1,null: {flag}= cannot stand before a destination; there may stand marshal, columns, queueBytes"
    )
    listed = answer.rpartition("there may stand ")[2].split(", ")
    assert listed == [knob.flag for knob in BY_FLAG.values() if knob.each]


@pytest.mark.parametrize(
    ("dest", "says"),
    [
        ("pace=1,null", "-dest pace=1,null: pace= cannot stand before a destination"),
        ("destPassword=s3cret,tcp:h:1", "-dest destPassword=***,tcp:h:1: destPassword= cannot stand"),
        ("topic=a,topic=b,kafka:b:1", "-dest topic=a,topic=b,kafka:b:1: topic= stands there twice"),
        ("marshal=jsonl,", "-dest marshal=jsonl,: the destination is missing: write NAME=VALUE,SCHEME:ADDRESS"),
        ("marshal=jsonl", "-dest marshal=jsonl: the destination is missing"),
        ("topic=a,marshal=jsonl", "-dest topic=a,marshal=jsonl: the destination is missing"),
        ("marshal=jsnl,null", "-dest marshal=jsnl,null: marshal=: there is no format 'jsnl' (did you mean jsonl?)"),
        ("queueBytes=many,null", "-dest queueBytes=many,null: queueBytes=: 'many' is no whole number"),
        ("queueBytes=5,null", "-dest queueBytes=5,null: queueBytes=: 5 is too little for null:: at least 1572864"),
        ("topic=,kafka:b:1", "-dest topic=,kafka:b:1: topic=: '' is out of range: 1 to 249 characters"),
        ("kafkaKey=port,kafka:b:1", "-dest kafkaKey=port,kafka:b:1: kafkaKey=: 'port' is none of none, hostname"),
        ("columns=hostnam,marshal=csv,null", "-dest columns=hostnam,marshal=csv,null: columns=: there is no column 'hostnam'"),
        ("columns=hostname,null", "-dest columns=hostname,null: columns=: goes with -marshal csv"),
        ("s3SecretKey=s3cret,s3parquet:x y", "-dest s3parquet:x y: "),
        ("", "the scheme is missing"),
        ("nowhere:1", "unknown scheme 'nowhere'"),
        ("marshal=jsonl,tcp:h", "-dest tcp:h: the port is missing"),
        ("marshal=jsonl,,null", "-dest ,null: unknown scheme"),
    ],
)
def test_wrong_options(dest: str, says: str) -> None:
    """Each answer begins with the destination as it was written, secrets masked, and names the option."""
    answer = refused(dest)
    assert says in answer
    assert answer.startswith("-dest ")
    assert "s3cret" not in answer


@given(st.sampled_from(sorted(knob.flag for knob in BY_FLAG.values() if knob.each)), st.text(max_size=20), st.text(max_size=20))
def test_whatever_stands_there_is_an_output_or_a_complaint(flag: str, value: str, rest: str) -> None:
    """No text makes anything but an Output or one of the two errors, which begins with -dest or the flag."""
    for dest in (f"{flag}={value},null", f"{flag}={value},{rest}", rest, f"{value}={rest},tcp:h:1"):
        try:
            outputs(knobs(dest))
        except (BadFlag, BadAddress) as error:
            assert str(error).startswith(("-dest ", "-queueBytes: ", "-columns: ", "-marshal: ", "-dest: "))


@given(
    st.dictionaries(
        st.sampled_from(["topic", "destUser", "s3Bucket", "natsCreds"]), st.from_regex(r"[^,\ud800-\udfff]{1,30}", fullmatch=True)
    )
)
def test_values_in_front_arrive_as_they_are(own: dict[str, str]) -> None:
    """Any text without a comma: equals signs, spaces, colons, other scripts."""
    made = one("".join(f"{name}={value}," for name, value in own.items()) + "null")
    assert {name: getattr(made.target.knobs, BY_FLAG[name].attribute) for name in own} == own


# -- several


def test_several() -> None:
    """In the order given, each with its own; what stands in front of one is not for the others."""
    made = outputs(knobs("marshal=jsonl,queueBytes=9000000,tcp:h:1", "topic=t,kafka:b:9092", "stdout", marshal="protoJson", topic="usual"))
    assert [(out.target.where, out.marshal, out.queue_bytes, out.target.knobs.topic) for out in made] == [
        ("tcp:h:1", "jsonl", 9000000, "usual"),
        ("kafka:b:9092", "protoJson", 64 * MIB, "t"),
        ("stdout:", "protoJson", 64 * MIB, "usual"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("null", "null:"),
        ("tcp:h:1", "marshal=jsonl,tcp:h:1"),
        ("kafka:b:1", "topic=xtcp,kafka:b:1"),
        ("http://u:one@h/", "http://u:two@h/"),
        (S3, f"s3Prefix=,{S3}"),
        ("parquet:/d", "s3Bucket=other,parquet:/d"),
    ],
)
def test_the_same_destination_twice(first: str, second: str) -> None:
    """By what it is, not by how it is written; and no password is told."""
    answer = refused(first, "stderr", second)
    assert answer.startswith("-dest: ")
    assert answer.endswith("is given twice")
    assert "one" not in answer
    assert "two" not in answer


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("tcp:h:1", "tcp:h:2"),
        ("tcp:h:1", "udp:h:1"),
        ("kafka:b:1", "topic=other,kafka:b:1"),
        ("nats:h:4222", "topic=other,nats:h:4222"),
        ("nsq:h:4150", "topic=other,nsq:h:4150"),
        ("valkey:h:6379", "topic=other,valkey:h:6379"),
        ("valkey:h:6379/0", "valkey:h:6379/1"),
        ("http://u@h/", "http://v:w@h/"),
        ("http://h/?query=a", "http://h/?query=b"),
        (S3, S3.replace("s3Bucket=rows", "s3Bucket=more")),
        (S3, f"s3Prefix=p,{S3}"),
        ("parquet:/d", "s3Prefix=p,parquet:/d"),
    ],
)
def test_two_that_are_not_the_same(first: str, second: str) -> None:
    """Another topic, database, bucket or prefix is another destination, with a place of its own in the spool."""
    assert len({made.spool_name for made in outputs(knobs(first, second))}) == 2


# -- its name in the spool


def test_names_in_the_spool_never_change() -> None:
    """Typed here: with another name after an update what waits for a destination would be forgotten."""
    names = {
        dest: one(dest).spool_name for dest in ("tcp:collector:9000", "kafka:b1:9092,b2:9092", "http://u:p@h:8123/?query=x", S3, "null")
    }
    assert names == {
        "tcp:collector:9000": "tcp-b37be3f52149",
        "kafka:b1:9092,b2:9092": "kafka-aeba2a917a51",
        "http://u:p@h:8123/?query=x": "http-df796262f0de",
        S3: "s3parquet-b01c02757072",
        "null": "null-7be31336ced7",
    }


def test_a_new_password_or_format_changes_no_name() -> None:
    """What waits is for the same destination, whoever logs in and in whichever format it goes."""
    name = one("http://u:old@h/").spool_name
    assert one("marshal=jsonl,queueBytes=9000000,http://u:new@h/").spool_name == name
    assert one("http://u:old@h/", dest_token="t", topic="other", marshal="csv").spool_name == name
    assert "old" not in name


def test_the_topic_counts_wherever_it_was_given() -> None:
    """In front or for all; and it does not for those that have none."""
    assert one("topic=t,kafka:b:1").spool_name == one("kafka:b:1", topic="t").spool_name != one("kafka:b:1").spool_name
    assert one("tcp:h:1", topic="t").spool_name == one("tcp:h:1").spool_name
    assert set(PLACES) == {"kafka", "nats", "nsq", "valkey", "s3parquet", "parquet"}


# -- format and columns


@pytest.mark.parametrize(
    ("dest", "marshal", "expected"),
    [
        ("", "", "jsonl"),
        ("", "csv", "csv"),
        ("stdout", "", "protobufList"),
        ("null", "", "protobufList"),
        ("file:/tmp/x", "tsv", "tsv"),
        ("tcp:h:1", "", "protobufList"),
        ("tcp:h:1", "jsonl", "jsonl"),
        ("marshal=msgpack,tcp:h:1", "jsonl", "msgpack"),
        (S3, "", "protobufList"),
        (S3, "jsonl", "protobufList"),
        ("parquet:/d", "csv", "protobufList"),
        ("marshal=protobufList,parquet:/d", "csv", "protobufList"),
    ],
)
def test_which_format(dest: str, marshal: str, expected: str) -> None:
    """Its own, else the one for all, else the usual one; Parquet is made of protobufList whatever is said for all."""
    made = one(dest, marshal=marshal) if dest else outputs(knobs(marshal=marshal))[0]
    assert (made.marshal, made.marshaller().name) == (expected, expected)
    assert made.width is None


def test_parquet_in_another_format() -> None:
    """Asked for in front of it, it is refused."""
    assert refused("marshal=jsonl,parquet:/d") == (
        "-dest marshal=jsonl,parquet:/d: marshal=jsonl: parquet is made of protobufList, leave marshal= out"
    )


def test_columns_go_to_those_that_take_them() -> None:
    """Those for all to csv, tsv and table; its own, joined by +, to one alone."""
    made = outputs(
        knobs("stdout", "marshal=csv,null", "marshal=tsv,columns=hostname+netns,tcp:h:1", "file:/x", marshal="jsonl", columns=("netns",))
    )
    assert [out.columns for out in made] == [(), ("netns",), ("hostname", "netns"), ()]
    assert made[2].marshaller().preamble == b"hostname\tnetns\n"


def test_columns_for_nobody() -> None:
    """-columns where no destination has a format that takes them is a mistake, told once."""
    answer = refused("null", "marshal=jsonl,stdout", columns=("netns",))
    assert answer == "-columns: goes with -marshal csv, tsv, table, not with protobufList"
    assert refused("null", marshal="csv", columns=("nets",)).startswith("-columns: there is no column 'nets'")
    assert refused("null", marshal="cvs").startswith("-marshal: there is no format 'cvs'")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_each_sender_has_a_marshaller_of_its_own(name: str) -> None:
    """They keep state between payloads, so none is shared."""
    made = one(f"marshal={name},null")
    assert made.marshaller() is not made.marshaller()


# -- the queue


@pytest.mark.parametrize(
    ("dest", "queue_bytes", "expected"),
    [
        ("tcp:h:1", 64 * MIB, 64 * MIB),
        ("tcp:h:1", 1572864, 1572864),
        (S3, 64 * MIB, (64 + 2 * 63) * MIB),
        (f"s3ParquetFlushBytes={MIB},{S3}", 64 * MIB, 66 * MIB),
        (f"s3ParquetFlushBytes=0,{S3}", 64 * MIB, (64 + 2 * 63) * MIB),
        (f"queueBytes={2 * 63 * MIB},{S3}", 64 * MIB, 2 * 63 * MIB),
        (f"s3ParquetFlushBytes={MIB},{S3}", 2 * MIB, 2 * MIB),
    ],
)
def test_how_large_the_queue_is(dest: str, queue_bytes: int, expected: int) -> None:
    """As asked; by default twice an object more for what makes objects."""
    assert one(dest, queue_bytes=queue_bytes).queue_bytes == expected


@pytest.mark.parametrize(
    ("dest", "more", "says"),
    [
        ("http://u:s3cret@h/", {"queue_bytes": 5}, "5 is too little for http://u:***@h/: at least 1572864"),
        ("null", {"queue_bytes": 1572863}, "-queueBytes: 1572863 is too little for null:: at least 1572864, twice -envelopeFlushBytes"),
        ("null", {"envelope_flush_bytes": 40 * MIB}, f"is too little for null:: at least {80 * MIB}"),
        (S3, {"queue_bytes": 100 * MIB}, f"is too little for s3parquet:http://h:9000: at least {126 * MIB}, twice -s3ParquetFlushBytes"),
        (f"queueBytes={64 * MIB},{S3}", {}, f"at least {126 * MIB}, twice -s3ParquetFlushBytes"),
    ],
)
def test_a_queue_that_is_too_small(dest: str, more: dict[str, object], says: str) -> None:
    """It must hold what is sent and what comes meanwhile; the answer says how much that is."""
    answer = refused(dest, **more)
    assert says in answer
    assert "s3cret" not in answer


# -- the terminal


@contextmanager
def terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """stdout is one, of that width."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    try:
        with os.fdopen(theirs, "w") as stream, monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            yield
    finally:
        os.close(ours)


@pytest.mark.parametrize(("columns", "width"), [(132, 132), (0, USUAL_COLUMNS)])
def test_a_terminal_gets_a_table(columns: int, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As wide as it is; other formats and other destinations have no width."""
    with terminal(columns, monkeypatch):
        made = [
            *outputs(Knobs()),
            *outputs(knobs("stdout", "null", "marshal=table,stderr")),
            *outputs(knobs("marshal=jsonl,stdout")),
            *outputs(knobs("stdout", marshal="table", columns=("netns",))),
        ]
    assert [(out.target.scheme, out.marshal, out.width, out.columns) for out in made] == [
        ("stdout", "table", width, ()),
        ("stdout", "table", width, ()),
        ("null", "protobufList", None, ()),
        ("stderr", "table", None, ()),
        ("stdout", "jsonl", None, ()),
        ("stdout", "table", width, ("netns",)),
    ]


def test_without_a_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was closed when the process started: no terminal, and no traceback."""
    monkeypatch.setattr(sys, "stdout", None)
    assert [(out.marshal, out.width) for out in outputs(Knobs())] == [("jsonl", None)]
