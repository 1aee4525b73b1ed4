"""Parquet objects in a bucket of versitygw."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from parquet_world import KEY, as_columns, counters, damaged, payload, payloads, rows, table
from s3_world import KEYS, Quick, answered, refused, target
from servers.certificates import Certificates
from servers.process import HOST
from servers.s3 import S3

from xtcp_ebpf.destinations import s3parquet


def large(megabytes: int) -> list[bytes]:
    """Payloads that make an object of more than so much: nothing in them compresses."""
    return [payload(rows(at, 1, netns=os.urandom(1 << 19).hex())) for at in range(megabytes * 2)]


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The client library finds no keys of the machine's own, and asks no metadata server."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
    yield


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3]:
    with S3(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def server(running: S3) -> S3:
    """With an empty bucket."""
    if not running.running:
        running.start()
    for path in sorted(running.files.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    return running


def test_an_object_for_each_batch(server: S3) -> None:
    """Its key is Hive-style, its rows are those of the batch; the bucket holds nothing else."""
    sink = s3parquet.open(target(server.url, s3_prefix="tcp"))
    assert sink.send_all([payload(rows(0, 10)), payload(rows(10, 5))]) == [None, None]
    sink.send(payload(rows(15, 2)))
    sink.close()
    assert len(server.objects()) == 2
    assert all(re.fullmatch("tcp/" + KEY, key) for key in server.objects())
    assert counters(server.files) == list(range(17))
    (first,) = (path for path in server.files.rglob("*.parquet") if len(table(path)) == 15)
    assert [{**row, "event_date": None} for row in table(first)] == [{**row, "event_date": None} for row in as_columns(rows(0, 15))]


def test_a_large_object_goes_in_parts(server: S3) -> None:
    """25 MiB, whole."""
    assert not any(s3parquet.open(target(server.url)).send_all(large(25)))
    assert counters(server.files) == list(range(50))


def test_a_damaged_payload(server: S3) -> None:
    """It is refused for ever; the others are in the object."""
    good = payloads(0, 5, 2)
    answers = s3parquet.open(target(server.url)).send_all([good[0], damaged(), good[1]])
    assert [answer and (answer.reason, answer.retry) for answer in answers] == [None, ("damaged", False), None]
    assert counters(server.files) == list(range(10))


@pytest.mark.parametrize(
    ("address", "knobs"),
    [
        ("{host}", {}),
        ("", {"s3_endpoint": "http://{host}"}),
        ("http://{host}/", {"s3_endpoint": "http://ignored:1"}),
        ("", {"s3_endpoint": "{host}"}),
    ],
)
def test_ways_to_name_the_endpoint(server: S3, address: str, knobs: dict[str, str]) -> None:
    """Without a scheme it is plain; the address beats -s3Endpoint."""
    knobs = {name: value.format(host=server.address) for name, value in knobs.items()}
    s3parquet.open(target(address.format(host=server.address), **knobs)).send(payload(rows(0, 1)))
    assert counters(server.files) == [0]


def test_keys_from_files(server: S3, tmp_path: Path) -> None:
    """Read anew at each opening; one that cannot be read is named."""
    for name in ("access", "secret"):
        (tmp_path / name).write_text(KEYS[f"s3_{name}_key"] + "\n")
        (tmp_path / name).chmod(0o600)
    named = {"s3_access_key_file": str(tmp_path / "access"), "s3_secret_key_file": str(tmp_path / "secret")}
    where = target(server.url, s3_access_key="", s3_secret_key="", **named)
    s3parquet.open(where).send(payload(rows(0, 1)))
    (tmp_path / "secret").write_text("changed")
    assert refused(where).reason == "denied"
    (tmp_path / "secret").unlink()
    assert refused(where).reason == "secret"
    assert "-s3SecretKeyFile" in str(refused(where))


def test_keys_of_the_client_library(server: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any of ours it looks for its own; when it finds none it is refused."""
    where = target(server.url, s3_access_key="", s3_secret_key="")
    assert refused(where).reason == "denied"
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", server.access_key)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", server.secret_key)
    s3parquet.open(where).send(payload(rows(0, 1)))
    assert counters(server.files) == [0]


@pytest.mark.parametrize(("wrong", "reasons"), [("s3_secret_key", {"denied"}), ("s3_access_key", {"denied", "missing"})])
def test_wrong_keys(server: S3, wrong: str, reasons: set[str]) -> None:
    """Said at the start, without retry; where the bucket is not asked for, with each object: then it is waited for, nothing is dropped."""
    error = refused(target(server.url, **{wrong: "nobody"}))
    assert error.reason in reasons and error.retry is False
    assert "keys" in str(error) or "-s3SecretKeyFile" in str(error)
    late = answered(target(server.url, s3_skip_bucket_probe=True, **{wrong: "nobody"}), payloads(0, 5, 2))
    assert late.reason == "denied"
    assert server.objects() == []


def test_no_such_bucket(server: S3) -> None:
    """The same; the message names the bucket and the flag."""
    error = refused(target(server.url, s3_bucket="nowhere"))
    assert (error.reason, error.retry) == ("missing", False)
    assert "nowhere" in str(error) and "-s3Bucket" in str(error)
    late = answered(target(server.url, s3_bucket="nowhere", s3_skip_bucket_probe=True), payloads(0, 5, 2))
    assert late.reason == "missing" and "-s3Bucket" in str(late)


def test_killed_and_started_again(server: S3) -> None:
    """What was not confirmed has an answer within seconds and is worth another try; then it is there once, and whole."""
    sent = payloads(0, 100, 5)
    sink = s3parquet.open(target(server.url), Quick())
    assert not any(sink.send_all(sent[:2]))
    server.kill()
    began = time.monotonic()
    answers = sink.send_all(sent[2:])
    assert time.monotonic() - began < 8
    assert [answer and (answer.reason, answer.retry) for answer in answers] == [("refused", True)] * 3
    error = refused(target(server.url))
    assert (error.reason, error.retry) == ("refused", True)
    server.start()
    assert not any(s3parquet.open(target(server.url)).send_all(sent[2:]))
    assert sorted(counters(server.files)) == list(range(500))


def test_gone_for_a_moment(server: S3) -> None:
    """A server that is back within the tries of one upload: the caller does not notice."""
    sink = s3parquet.open(target(server.url))
    server.kill()
    back = threading.Timer(0.2, server.start)
    back.start()
    try:
        assert sink.send_all(payloads(0, 10, 2)) == [None, None]
    finally:
        back.join()
    assert counters(server.files) == list(range(20))


def test_a_server_that_takes_nothing(server: S3) -> None:
    """It is given up after -produceTimeout without a byte; when it goes on, so do we."""
    where = target(server.url)
    sink = s3parquet.open(where, Quick())
    server.freeze()
    try:
        began = time.monotonic()
        (answer,) = sink.send_all(payloads(0, 10, 1))
        assert answer and (answer.reason, answer.retry) == ("timeout", True)
        assert 1 < time.monotonic() - began < 5
        error = refused(where)
        assert (error.reason, error.retry) == ("timeout", True)
    finally:
        server.thaw()
    s3parquet.open(where).send(payload(rows(50, 1)))
    assert 50 in counters(server.files)


LEAVES = """
import sys, threading, time
from parquet_world import payloads
from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import s3parquet
from xtcp_ebpf.knobs import Knobs
url, bucket, access, secret = sys.argv[1:]
knobs = Knobs(hostname="web-1", s3_bucket=bucket, s3_access_key=access, s3_secret_key=secret, produce_timeout=1.0)
sink = s3parquet.open(Target("s3parquet", url, knobs=knobs))
print("open", flush=True)
sys.stdin.readline()
threading.Thread(target=sink.send_all, args=(payloads(0, 10, 1),), daemon=True).start()
time.sleep(0.3)
"""


def test_the_end_with_a_server_that_takes_nothing(server: S3) -> None:
    """A process whose upload hangs ends when an answer has been waited for long enough, with exit code 0 and without a word."""
    command = [sys.executable, "-c", LEAVES, server.url, server.bucket, server.access_key, server.secret_key]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, env=environment) as child:
        assert child.stdout and child.stdout.readline() == b"open\n"
        server.freeze()
        try:
            began = time.monotonic()
            _, said = child.communicate(b"\n", timeout=10)
            assert (child.returncode, said) == (0, b"")
            assert time.monotonic() - began < 6
        finally:
            server.thaw()


class Cutter:
    """Between us and the server: a connection on which `cuts` finds something in what we send is broken."""

    def __init__(self, port: int, cuts: Callable[[bytes], bool]) -> None:
        self._port = port
        self._cuts = cuts
        self._server = socket.create_server((HOST, 0))
        self.address = f"{HOST}:{self._server.getsockname()[1]}"
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]

    def __enter__(self) -> Cutter:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for sock in self._open:
            self._shut(sock)
        for thread in self._threads:
            thread.join()
        for sock in self._open:
            sock.close()

    def _shut(self, sock: socket.socket) -> None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it is closed already

    def _accept(self) -> None:
        while True:
            try:
                client = self._server.accept()[0]
            except OSError:
                return
            server = socket.create_connection((HOST, self._port))
            self._open += [client, server]
            for pair in ((client, server, self._cuts), (server, client, lambda _: False)):
                self._threads.append(threading.Thread(target=self._pump, args=pair))
                self._threads[-1].start()

    def _pump(self, source: socket.socket, sink: socket.socket, cuts: Callable[[bytes], bool]) -> None:
        try:
            while (data := source.recv(65536)) and not cuts(data):
                sink.sendall(data)
        except OSError:
            pass  # the other way was cut
        self._shut(source)
        self._shut(sink)


@pytest.mark.parametrize("marker", [b"partNumber=1&", b"partNumber=2&", b"partNumber=3&", b"uploads", b"POST /rows/.*uploadId="])
def test_a_connection_that_breaks_in_mid_upload(server: S3, marker: bytes) -> None:
    """Whichever request it hits, for good: the object is not there, not in part either. After that it is written whole."""
    sent = large(21)
    with Cutter(server.port, lambda data: bool(re.search(marker, data))) as between:
        assert answered(target(between.address, s3_upload_max_attempts=2), sent).reason in ("reset", "other")
    assert server.objects() == []
    assert not any(s3parquet.open(target(server.url)).send_all(sent))
    assert counters(server.files) == list(range(42))


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def test_tls(tmp_path: Path, certificates: Certificates) -> None:
    """With the authority that -destCa names; without it, or with another, the store is refused, and so is TLS spoken to a plain port."""
    with S3(tmp_path / "s3", tls=certificates) as server:
        s3parquet.open(target(server.url, dest_ca=str(certificates.ca))).send(payload(rows(0, 1)))
        s3parquet.open(target(server.address, dest_ca=str(certificates.ca), dest_tls=True)).send(payload(rows(1, 1)))
        assert sorted(counters(server.files)) == [0, 1]
        for stranger in ("", str(certificates.stranger)):
            error = refused(target(server.url, dest_ca=stranger))
            assert (error.reason, error.retry) == ("tls", True)
            assert "-destCa" in str(error)


def test_tls_to_a_plain_port(server: S3) -> None:
    """It is told from a server that is not there."""
    error = refused(target(f"https://{server.address}"))
    assert (error.reason, error.retry) == ("tls", True)


def test_nothing_is_left_open(server: S3) -> None:
    """However often it is opened, written to and refused, descriptors do not grow in number."""

    def descriptors() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    def round_trip() -> None:
        sink = s3parquet.open(target(server.url))
        sink.send(payload(rows(0, 1)))
        sink.close()
        refused(target(server.url, s3_bucket="nowhere"))

    round_trip()
    before = descriptors()
    for _ in range(10):
        round_trip()
    assert descriptors() <= before + 1
