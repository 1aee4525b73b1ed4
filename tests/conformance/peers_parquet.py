"""A folder and a bucket for the conformance suite. Each envelope that waits alone becomes an object of its own."""

from __future__ import annotations

import io
from pathlib import Path

import pyarrow.parquet as pq
from conformance.frozen import Freezing
from conformance.peers import Peer
from pyarrow import fs
from servers.s3 import S3

from xtcp_ebpf.knobs import Knobs


def _counters(file: bytes) -> list[int]:
    """Not read by its name: pyarrow would close it at its leisure."""
    found: list[int] = pq.ParquetFile(io.BytesIO(file)).read(["record_counter"])["record_counter"].to_pylist()
    return found


class _Objects(Peer):
    """What was received are Parquet files."""

    only_protobuf_list = True

    def place(self) -> Path:
        """The folder that has them."""
        raise NotImplementedError

    def _files(self) -> list[Path]:
        return [path for path in self.place().rglob("*.parquet") if path.is_file()]

    def streams(self) -> list[bytes]:
        """One for each object."""
        return [path.read_bytes() for path in self._files()]

    def counters(self) -> list[int]:
        """The oldest object first; those of one tick of the kernel's clock by their rows."""
        found = [(path.stat().st_mtime_ns, _counters(path.read_bytes())) for path in self._files()]
        return [number for _, numbers in sorted(found) for number in numbers]


class ParquetPeer(_Objects):
    """While it is shut the folder has another name."""

    waits = False
    wrong = ("parquet", "parquet:", "parquet:a\0b")
    knobs = Knobs(s3_parquet_flush_bytes=1, hostname="web-1")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._there, self._away = folder / "data", folder / "away"
        self._away.mkdir()
        self.dest = f"parquet:{self._there}"

    def listen(self) -> None:
        self._away.rename(self._there)

    def shut(self) -> None:
        if self._there.exists():
            self._there.rename(self._away)

    def place(self) -> Path:
        return self._there if self._there.exists() else self._away


class S3Peer(_Objects):
    """versitygw, whose objects are files; two tries for each upload, and no answer is waited for longer than a second."""

    wrong = ("s3parquet", "s3parquet:", "s3parquet:s3://h", "s3parquet:h:x", "s3parquet:http://h/bucket", "s3parquet:http://u:p@h:1")
    knobs = Knobs(
        s3_parquet_flush_bytes=1,
        s3_bucket=S3.bucket,
        s3_access_key=S3.access_key,
        s3_secret_key=S3.secret_key,
        s3_upload_max_attempts=2,
        produce_timeout=1.0,
        hostname="web-1",
    )

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        fs.S3FileSystem(anonymous=True, region=S3.region)  # what the client library opens once and keeps is opened now
        self._server = S3(folder / "s3")
        self.flow = Freezing(self._server)
        self.dest = f"s3parquet:{self._server.url}"

    def listen(self) -> None:
        self._server.start()

    def shut(self) -> None:
        self._server.kill()

    def place(self) -> Path:
        return self._server.files
