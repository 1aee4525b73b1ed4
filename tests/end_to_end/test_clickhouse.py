"""ClickHouse's engine reads what we write: the bytes of protobufList with the schema that we ship, and Parquet files, also in a bucket."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from conformance.peers import FilePeer, Peer, frames, road, until
from conformance.peers_http import HttpPeer
from conformance.peers_kafka import KafkaPeer
from servers.s3 import S3

import xtcp_ebpf
from xtcp_ebpf.abc import Namespace, NamespaceId, Sealed, Target
from xtcp_ebpf.destinations import parquet, s3parquet
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.marshal.columns import COLUMNS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.wire.engine import choose
from xtcp_ebpf.wire.framing import varint
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.pcap import Capture

pytestmark = pytest.mark.long

CAPTURES = sorted((Path(__file__).parents[2] / "pcaps").rglob("*.pcap"))
SCHEMA = Path(xtcp_ebpf.__file__).parent / "pb" / "clickhouse" / "xtcp_flat_record"
TYPES = {"int64": "Int64", "uint64": "UInt64", "uint32": "UInt32", "int32": "Int32", "string": "String", "binary": "String"}
STRUCTURE = ", ".join(f"{column.name} {TYPES[column.type]}" for column in COLUMNS if column.number)
NAMES = [column.name for column in COLUMNS if column.number]

ASK = """
import json, sys
import chdb
for line in sys.stdin:
    try:
        answer = [json.loads(row) for row in str(chdb.query(json.loads(line), "JSONCompactEachRow")).splitlines()]
    except Exception as error:
        answer = repr(error)
    print(json.dumps(answer), flush=True)
"""


class ClickHouse:
    """chdb in a process of its own: it takes half a gigabyte and a dozen threads."""

    def __init__(self) -> None:
        self._child = subprocess.Popen([sys.executable, "-W", "ignore", "-c", ASK], stdin=-1, stdout=-1, text=True)

    def ask(self, query: str) -> list[list[Any]]:
        """The rows of the answer."""
        assert self._child.stdin and self._child.stdout
        self._child.stdin.write(json.dumps(query) + "\n")
        self._child.stdin.flush()
        answer = json.loads(self._child.stdout.readline())
        assert isinstance(answer, list), f"{query}\n{answer}"
        return answer

    def close(self) -> None:
        self._child.kill()
        self._child.communicate()


@pytest.fixture(scope="module")
def clickhouse() -> Iterator[ClickHouse]:
    engine = ClickHouse()
    yield engine
    engine.close()


def captured() -> list[XtcpFlatRecord]:
    """The rows of the captures in the repository, as the daemon makes them, and two that no kernel sends."""
    engine, found = choose("auto", layout())[0], list[XtcpFlatRecord]()
    for poll, path in enumerate(CAPTURES, 1):
        identity = Identity("web-1", "xtcp-ebpf 0.1.0", "boot", "ams", "label", "tag")
        space = Namespace(4026531840, f"pod-{poll}", "", "own")
        with path.open("rb") as file:
            for packet in Capture(file.read):
                stamp = identity.stamp(space, NamespaceId(4026531840, 4096), packet.timestamp_ns, poll, 5, 1)
                chunk = engine.decode(packet.data, None, None, stamp, Numbering().reserve).chunk
                found += Envelope.FromString(chunk).row
    assert len(found) > 100
    odd = XtcpFlatRecord(
        timestamp_ns=-1,
        netns="日本 'quoted\\'",
        netns_inode=2**64 - 1,
        tcp_info_rtt=2**32 - 1,
        congestion_algorithm_enum=99,
        nsid=2**32 - 1,
    )
    return [*found, odd, XtcpFlatRecord()]


@pytest.fixture(scope="module")
def records() -> list[XtcpFlatRecord]:
    return captured()


def payload(records: Sequence[XtcpFlatRecord]) -> bytes:
    body = Envelope(row=records).SerializeToString()
    return varint(len(body)) + body


@pytest.fixture(scope="module")
def protobuf_list(records: list[XtcpFlatRecord], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A table of files with one envelope each, as kafka and http carry them."""
    folder = tmp_path_factory.mktemp("envelopes")
    half = len(records) // 2
    (folder / "1.bin").write_bytes(payload(records[:half]))
    (folder / "2.bin").write_bytes(payload(records[half:]))
    return f"(SELECT * FROM file('{folder}/*.bin', 'ProtobufList', '{STRUCTURE}') SETTINGS format_schema='{SCHEMA}:XtcpFlatRecord')"


@pytest.fixture(scope="module")
def parquet_files(records: list[XtcpFlatRecord], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A table of what parquet: wrote of the same rows."""
    folder = tmp_path_factory.mktemp("parquet")
    sink = parquet.open(Target("parquet", str(folder), knobs=Knobs(hostname="web-1")))
    half = len(records) // 2
    assert sink.send_all([payload(records[:half])]) == sink.send_all([payload(records[half:])]) == [None]
    sink.close()
    return f"file('{folder}/**/*.parquet', 'Parquet')"


def cells(record: XtcpFlatRecord) -> list[str]:
    """A record as ALL_CELLS selects it."""
    found = []
    for column in COLUMNS:
        value = getattr(record, column.name, None)
        if column.number:
            text = value.encode() if isinstance(value, str) else value
            found.append(text.hex().upper() if isinstance(text, bytes) else str(text))
    return found


ALL_CELLS = ", ".join(f"hex({c.name})" if c.text else f"toString({c.name})" for c in COLUMNS if c.number)


@pytest.mark.parametrize("made", ["protobuf_list", "parquet_files"])
def test_every_cell(made: str, request: pytest.FixtureRequest, clickhouse: ClickHouse, records: list[XtcpFlatRecord]) -> None:
    """Every field of every row is what was written: both forms, by the schema that we ship and by Parquet's own."""
    table = request.getfixturevalue(made)
    assert sorted(clickhouse.ask(f"SELECT {ALL_CELLS} FROM {table}")) == sorted(map(cells, records))


@pytest.mark.parametrize("kind", [FilePeer, HttpPeer, KafkaPeer], ids=lambda kind: kind.__name__)
def test_what_was_carried(kind: type[Peer], clickhouse: ClickHouse, records: list[XtcpFlatRecord], tmp_path: Path) -> None:
    """The bytes that a broker, an HTTP server and a file got from a sender, each payload a file of its own, are the rows."""
    peer = kind(tmp_path)
    peer.listen()
    try:
        with road(peer) as way:
            for part in (records[: len(records) // 2], records[len(records) // 2 :]):
                body = Envelope(row=part).SerializeToString()
                way.sender.offer(Sealed((body,), len(part), len(body), "rows"))
            assert way.sender.close(10).rows == 0
            until(lambda: len(peer.counters()) == len(records), "all rows at the far end")
        for number, stream in enumerate(peer.streams()):
            for half, body in enumerate(frames(stream)[0]):
                (tmp_path / f"{number}-{half}.bin").write_bytes(varint(len(body)) + body)
    finally:
        peer.shut()
    table = f"file('{tmp_path}/*.bin', 'ProtobufList', '{STRUCTURE}') SETTINGS format_schema='{SCHEMA}:XtcpFlatRecord'"
    assert sorted(clickhouse.ask(f"SELECT {ALL_CELLS} FROM {table}")) == sorted(map(cells, records))


def test_types(clickhouse: ClickHouse, parquet_files: str) -> None:
    """ClickHouse finds the right types in the Parquet files by itself, without Nullable."""
    described = {name: kind for name, kind, *_ in clickhouse.ask(f"DESCRIBE {parquet_files} SETTINGS use_hive_partitioning=0")}
    assert described == {column.name: TYPES[column.type] for column in COLUMNS}


def test_both_forms_hold_the_same(clickhouse: ClickHouse, protobuf_list: str, parquet_files: str) -> None:
    """Neither has a row that the other has not, and none is there twice; event_date is ClickHouse's own idea of the day."""
    names = ", ".join(NAMES)
    for one, other in ((protobuf_list, parquet_files), (parquet_files, protobuf_list)):
        assert clickhouse.ask(f"SELECT count() FROM (SELECT {names} FROM {one} EXCEPT SELECT {names} FROM {other})") == [[0]]
    (counts,) = {tuple(clickhouse.ask(f"SELECT count() FROM {table}")[0]) for table in (protobuf_list, parquet_files)}
    assert int(counts[0]) > 100
    day = "formatDateTime(fromUnixTimestamp64Nano(timestamp_ns, 'UTC'), '%Y-%m-%d', 'UTC')"
    assert clickhouse.ask(f"SELECT count() FROM {parquet_files} WHERE event_date != {day}") == [[0]]


RTT_BY_DESTINATION = """
SELECT hex(inet_diag_msg_socket_destination) AS destination, count() AS sockets, quantilesExact(0.5, 0.9, 0.99)(tcp_info_rtt) AS rtt_us,
       max(tcp_info_rtt_var), min(tcp_info_min_rtt)
FROM {} WHERE tcp_info_rtt > 0 GROUP BY destination ORDER BY sockets DESC, destination
"""
LATEST_RTT = """
SELECT timestamp_ns, hostname, tcp_info_rtt, tcp_info_rtt_var, tcp_info_min_rtt, tcp_info_rcv_rtt
FROM {} ORDER BY timestamp_ns DESC, record_counter LIMIT 20
"""
"""As the talk of 2024 showed it, then with the time in two columns."""


@pytest.mark.parametrize("query", [RTT_BY_DESTINATION, LATEST_RTT], ids=["quantiles", "latest"])
def test_round_trip_times(query: str, clickhouse: ClickHouse, protobuf_list: str, parquet_files: str) -> None:
    """The question for which all this is collected has the same answer from both forms."""
    answers = [clickhouse.ask(query.format(table)) for table in (protobuf_list, parquet_files)]
    assert answers[0] == answers[1]
    assert len(answers[0]) > 2


def test_the_last_value_of_each_socket(clickhouse: ClickHouse, protobuf_list: str, parquet_files: str) -> None:
    """The query of docs/exact.md for -skip quiet, without its conditions: one row for each socket, of its last record, by both forms."""
    text = (Path(__file__).parents[2] / "docs" / "exact.md").read_text()
    query = text.partition("```sql\n")[2].partition("```")[0]
    asked = re.sub(r"WHERE .*?(?=GROUP BY)", "", query, flags=re.DOTALL) + " ORDER BY ALL"
    answers = [clickhouse.ask(asked.replace("xtcp.xtcp_flat_records", table)) for table in (protobuf_list, parquet_files)]
    assert answers[0] == answers[1]
    sockets = "uniqExact(hostname, boot_id, netns_cookie, inet_diag_msg_socket_cookie)"
    (counted,) = {int(clickhouse.ask(f"SELECT {sockets} FROM {table}")[0][0]) for table in (protobuf_list, parquet_files)}
    assert counted == len(answers[0]) > 2


def test_hive_partitions(clickhouse: ClickHouse, parquet_files: str) -> None:
    """Host, day and hour of a key are columns, by which files are left out."""
    asked = f"SELECT host, toString(date), toUInt8(hour) < 24, count() > 50 FROM {parquet_files} WHERE host = 'web-1' GROUP BY ALL"
    found = clickhouse.ask(asked + " SETTINGS use_hive_partitioning=1")
    assert found and all(row[0] == "web-1" and row[2:] == [1, 1] and len(row[1]) == 10 for row in found)


def test_in_a_bucket(clickhouse: ClickHouse, records: list[XtcpFlatRecord], tmp_path: Path) -> None:
    """What s3parquet uploaded, ClickHouse's own S3 client reads from the server."""
    with S3(tmp_path / "s3") as server:
        knobs = Knobs(hostname="web-1", s3_bucket=server.bucket, s3_access_key=server.access_key, s3_secret_key=server.secret_key)
        sink = s3parquet.open(Target("s3parquet", server.url, knobs=knobs))
        assert sink.send_all([payload(records)]) == [None]
        sink.close()
        table = f"s3('{server.url}/{server.bucket}/**/*.parquet', '{server.access_key}', '{server.secret_key}', 'Parquet')"
        assert sorted(clickhouse.ask(f"SELECT {ALL_CELLS} FROM {table}")) == sorted(map(cells, records))
