"""From the kernel to each destination in several formats: the ports of a namespace's listeners arrive, each once."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgpack  # type: ignore[import-untyped]  # the package ships no types
import pytest
from google.protobuf import json_format, text_format
from street import ONCE, Records, Street, envelopes, run_raw

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.wire.framing import read_varint

pytestmark = pytest.mark.kernel

COUNT = 40
SO_RCVBUFFORCE = 33
COLUMNS = ("-columns", "netns,inetDiagMsgSocketSourcePort,inetDiagMsgState")


class Place(NamedTuple):
    """A namespace with COUNT listeners."""

    name: str
    ports: list[int]


@pytest.fixture(scope="module")
def place(street: Street) -> Place:
    """Known by what its own /proc/net/tcp says."""
    (name,) = street.add()
    holder = street.hold(name, listen=COUNT)
    lines = Path(f"/proc/{holder.pid}/net/tcp").read_text().splitlines()[1:]
    ports = sorted(int(line.split()[1].partition(":")[2], 16) for line in lines)
    assert len(ports) == COUNT
    return Place(name, ports)


Found = Iterator[tuple[str, int]]
"""(namespace, port) of each row."""


def _records(rows: Records) -> Found:
    return ((row.netns, row.inet_diag_msg_socket_source_port) for row in rows)


def _protobuf_list(data: bytes) -> Found:
    return _records([row for envelope in envelopes(data) for row in envelope])


def _jsonl(data: bytes) -> Found:
    for line in data.decode().splitlines():
        row = json.loads(line)
        yield row["netns"], row["inetDiagMsgSocketSourcePort"]


def _proto_json(data: bytes) -> Found:
    return _records([row for line in data.decode().splitlines() for row in json_format.Parse(line, Envelope()).row])


def _proto_text(data: bytes) -> Found:
    return _records(list(text_format.Parse(data.decode(), Envelope()).row))


def _msgpack(data: bytes) -> Found:
    for envelope in msgpack.Unpacker(io.BytesIO(data)):
        yield from ((row["Netns"], row["InetDiagMsgSocketSourcePort"]) for row in envelope["Row"])


def _delimited(delimiter: str) -> Callable[[bytes], Found]:
    def read(data: bytes) -> Found:
        table = csv.DictReader(io.StringIO(data.decode()), delimiter=delimiter)
        assert table.fieldnames == ["netns", "inetDiagMsgSocketSourcePort", "inetDiagMsgState"]
        return ((row["netns"], int(row["inetDiagMsgSocketSourcePort"])) for row in table)

    return read


def _table(data: bytes) -> Found:
    return ((found[1], int(found[2])) for found in re.finditer(r"^(\S+) +(\d+) +[A-Z_0-9]+$", data.decode(), re.MULTILINE))


FORMATS: dict[str, Callable[[bytes], Found]] = {
    "protobufList": _protobuf_list,
    "jsonl": _jsonl,
    "protoJson": _proto_json,
    "protoText": _proto_text,
    "msgpack": _msgpack,
    "csv": _delimited(","),
    "tsv": _delimited("\t"),
    "humanize": _jsonl,
    "table": _table,
}


def flags(format_: str) -> tuple[str, ...]:
    """Of a run that ends."""
    return ("-marshal", format_, *(COLUMNS if format_ in ("csv", "tsv", "table") else ()), *ONCE, "-drainTimeout", "10s")


def check(format_: str, data: bytes, place: Place) -> None:
    """The namespace's listeners are there, and each once."""
    assert sorted(port for name, port in FORMATS[format_](data) if name == place.name) == place.ports


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_in_every_format(format_: str, place: Place, tmp_path: Path) -> None:
    """What stands in the file is what the format's own readers take."""
    done = run_raw("-dest", f"file:{tmp_path}/out", *flags(format_))
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    check(format_, (tmp_path / "out").read_bytes(), place)


@pytest.mark.parametrize("format_", ["jsonl", "protobufList", "csv"])
def test_stdout(format_: str, place: Place) -> None:
    """Verbatim and alone: log lines are on stderr."""
    done = run_raw("-dest", "stdout", *flags(format_))
    assert done.returncode == 0, done.stderr
    check(format_, done.stdout, place)
    assert b"rows sent" in done.stderr


def test_nothing_said_is_jsonl_on_a_pipe(place: Place) -> None:
    """No -dest, no -marshal, no terminal."""
    done = run_raw(*ONCE)
    assert done.returncode == 0
    check("jsonl", done.stdout, place)


def test_stderr(place: Place) -> None:
    """Rows between the log lines, each line whole."""
    done = run_raw("-dest", "stderr", *flags("jsonl"))
    assert (done.returncode, done.stdout) == (0, b"")
    check("jsonl", b"".join(line + b"\n" for line in done.stderr.splitlines() if line.startswith(b"{")), place)


@pytest.mark.usefixtures("place")
def test_null() -> None:
    """Everything is counted as sent, and nothing is written."""
    done = run_raw("-dest", "null", *ONCE)
    assert (done.returncode, done.stdout) == (0, b"")
    sent = re.search(rb"(\d+) rows sent, 0 dropped", done.stderr)
    assert sent
    assert int(sent[1]) >= COUNT


@contextmanager
def stream(listener: socket.socket) -> Iterator[list[bytes]]:
    """Takes one connection to its end; the list has it all when the block is left."""
    got: list[bytes] = []

    def take() -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rb") as file:
            got.append(file.read())

    thread = threading.Thread(target=take)
    thread.start()
    try:
        yield got
    finally:
        thread.join(10)
        listener.close()


@contextmanager
def datagrams(receiver: socket.socket) -> Iterator[list[bytes]]:
    """Takes datagrams until the block is left and none is waiting."""
    got: list[bytes] = []
    receiver.settimeout(0.2)
    over = threading.Event()

    def take() -> None:
        while True:
            try:
                got.append(receiver.recv(1 << 18))
            except TimeoutError:
                if over.is_set():
                    return

    thread = threading.Thread(target=take)
    thread.start()
    try:
        yield got
    finally:
        over.set()
        thread.join(10)
        receiver.close()


@pytest.mark.parametrize(("family", "address"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
@pytest.mark.parametrize("format_", ["protobufList", "jsonl"])
def test_tcp(family: int, address: str, format_: str, place: Place) -> None:
    """One stream, payload after payload; an IPv6 literal in brackets."""
    listener = socket.create_server((address, 0), family=family)
    host = f"[{address}]" if family == socket.AF_INET6 else address
    with stream(listener) as got:
        done = run_raw("-dest", f"tcp:{host}:{listener.getsockname()[1]}", *flags(format_))
        assert done.returncode == 0, done.stderr
    check(format_, got[0], place)


@pytest.mark.parametrize("format_", ["protobufList", "csv"])
def test_unix(format_: str, place: Place, tmp_path: Path) -> None:
    """The same, each payload behind its length as a varint, as the predecessor frames it."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(f"{tmp_path}/s")
    listener.listen()
    with stream(listener) as got:
        done = run_raw("-dest", f"unix:{tmp_path}/s", "-envelopeFlushRows", "10", *flags(format_))
        assert done.returncode == 0, done.stderr
    payloads, at = [], 0
    while at < len(got[0]):
        size, at = read_varint(got[0], at)
        payloads.append(got[0][at : at + size])
        at += size
    assert len(payloads) >= COUNT // 10
    check(format_, b"".join(payloads), place)


@pytest.mark.parametrize("format_", ["protobufList", "jsonl", "msgpack"])
def test_unixgram(format_: str, place: Place, tmp_path: Path) -> None:
    """Each datagram is whole in itself."""
    receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    receiver.bind(f"{tmp_path}/s")
    with datagrams(receiver) as got:
        done = run_raw("-dest", f"unixgram:{tmp_path}/s", *flags(format_))
        assert done.returncode == 0, done.stderr
    assert all(list(FORMATS[format_](one)) for one in got)
    check(format_, b"".join(got), place)


@pytest.mark.parametrize("format_", ["protobufList", "csv"])
def test_udp(format_: str, place: Place) -> None:
    """An envelope too large for one datagram is split: each part has the header that its format has, and fits."""
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 1 << 26)
    receiver.bind(("127.0.0.1", 0))
    with datagrams(receiver) as got:
        done = run_raw("-dest", f"udp:127.0.0.1:{receiver.getsockname()[1]}", *flags(format_))
        assert done.returncode == 0, done.stderr
    assert max(map(len, got)) <= 65507
    found = [port for one in got for name, port in FORMATS[format_](one) if name == place.name]
    assert sorted(found) == place.ports
