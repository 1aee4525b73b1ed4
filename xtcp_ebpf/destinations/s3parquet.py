"""`s3parquet:[ENDPOINT]`: Parquet files in a bucket, through pyarrow's own S3 client.

ENDPOINT is HOST:PORT or a URL: http:// is plain, https:// is TLS, without either it is plain unless -destTls. Without an endpoint, here
and in -s3Endpoint, it is AWS by -s3Region. Without keys the client library looks for its own: AWS_* variables, ~/.aws, the machine's role.

An upload is tried again at once, -s3UploadMaxAttempts times at most and for a few seconds; then the sender has it back, waits, and tries
for as long as it takes. Always in parts (multipart), small objects too: an upload in one piece that failed may be closed by the library
with nothing in it. What an upload that failed has left of its parts is the bucket's to tidy up (AbortIncompleteMultipartUpload).
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from xtcp_ebpf.abc import Clock, Target
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.destinations._object_sink import Cut, ObjectSink
from xtcp_ebpf.destinations._parquet_file import Encoder
from xtcp_ebpf.destinations._s3_failure import MENDED_BY_OPERATOR, failure
from xtcp_ebpf.destinations._secret import secret
from xtcp_ebpf.errors import BadAddress, SendError

MARSHAL = "protobufList"

ANSWER_SECONDS = 10.0
"""Without a byte either way, unless -produceTimeout says otherwise."""
CONNECT_SECONDS = 5.0
TRIES_SECONDS = 5.0
"""No further try of one upload begins later."""
BACKOFF_BASE_SECONDS = 0.1
BACKOFF_CAP_SECONDS = 10.0
REGION = "us-east-1"

_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{2,254}")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Options:
    endpoint: str
    """HOST:PORT; empty: AWS."""
    scheme: str
    """http or https."""
    bucket: str
    region: str
    probe: bool
    authority: str
    """A file; empty: the system's."""
    attempts: int
    backoff_cap: float
    answer_seconds: float
    cut: Cut

    @property
    def where(self) -> str:
        """For messages: the address may stand in -s3Endpoint."""
        return f"s3parquet:{self.scheme}://{self.endpoint or 'AWS'}, bucket {self.bucket}"

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress. Files are not looked at."""
        knobs = target.knobs
        endpoint, scheme = _endpoint(target, target.address or knobs.s3_endpoint)
        if not knobs.s3_bucket:
            raise _bad(target, "a bucket is missing: name it by -s3Bucket (or s3Bucket=NAME, before the destination)")
        if not _BUCKET.fullmatch(knobs.s3_bucket):
            raise _bad(target, f"-s3Bucket {knobs.s3_bucket!r}: at least three of letters, digits, dot, hyphen, and no slash")
        _keys(target)
        if not knobs.dest_verify and scheme == "https":
            raise _bad(target, "-destVerify=false: the client library always checks: name the store's authority by -destCa")
        if knobs.dest_cert or knobs.dest_key:
            raise _bad(target, "-destCert, -destKey: the client library cannot show a certificate")
        return cls(
            endpoint,
            scheme,
            knobs.s3_bucket,
            knobs.s3_region or REGION,
            not knobs.s3_skip_bucket_probe,
            knobs.dest_ca,
            knobs.s3_upload_max_attempts,
            knobs.s3_upload_backoff_cap or BACKOFF_CAP_SECONDS,
            knobs.produce_timeout or ANSWER_SECONDS,
            Cut.of(target),
        )


def _endpoint(target: Target, text: str) -> tuple[str, str]:
    """(HOST:PORT or nothing, http or https)."""
    tls = target.knobs.dest_tls
    if not text:
        return "", "https"
    scheme, slashes, rest = text.rpartition("://")
    parts = urlsplit(f"//{rest}")
    if slashes and scheme not in ("http", "https"):
        raise _bad(target, f"an endpoint is http://HOST:PORT, https://HOST:PORT or HOST:PORT, not {scheme}://")
    if "@" in rest:
        raise _bad(target, "keys do not stand in the endpoint: -s3AccessKeyFile, -s3SecretKeyFile")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise _bad(target, "an endpoint has no path: the bucket is -s3Bucket, what keys begin with is -s3Prefix")
    host = rest.rstrip("/")
    if not _HOST.fullmatch(host):
        raise _bad(target, f"{host!r} is no HOST:PORT; an IPv6 address stands in brackets")
    if tls and scheme == "http":
        raise _bad(target, "-destTls and http:// contradict each other: write https://")
    return host, scheme or ("https" if tls else "http")


def _keys(target: Target) -> None:
    knobs = target.knobs
    access, key = (bool(knobs.s3_access_key or knobs.s3_access_key_file), bool(knobs.s3_secret_key or knobs.s3_secret_key_file))
    if access != key:
        there, missing = ("-s3AccessKey", "-s3SecretKeyFile") if access else ("-s3SecretKey", "-s3AccessKey")
        raise _bad(target, f"{there} goes with {missing}; without both the client library looks for its own")
    if (knobs.s3_session_token or knobs.s3_session_token_file) and not access:
        raise _bad(target, "a session token goes with the keys that it belongs to: -s3AccessKey, -s3SecretKeyFile")


class Bucket:
    """The bucket, by pyarrow.fs.S3FileSystem."""

    def __init__(self, target: Target, options: Options, clock: Clock) -> None:
        """Asks for the bucket, unless told not to. Raises SendError, without retry where only the operator can mend it."""
        fs: Any = need("pyarrow.fs", "s3")
        self._where = options.where
        self._options = options
        self._clock = clock
        access, key, token = (secret(target, name) for name in ("s3_access_key", "s3_secret_key", "s3_session_token"))
        self._secrets = (key, token, access)
        self._files: Any = None
        try:
            # background_writes and no delayed opening: with any other choice of the two, a stream of which a part could not be
            # written completes the object without that part when it is dropped.
            self._files = fs.S3FileSystem(
                access_key=access or None,
                secret_key=key or None,
                session_token=token or None,
                region=options.region,
                scheme=options.scheme,
                endpoint_override=options.endpoint or None,
                connect_timeout=min(CONNECT_SECONDS, options.answer_seconds),
                request_timeout=options.answer_seconds,
                tls_ca_file_path=options.authority or None,
                background_writes=True,
                allow_delayed_open=False,
                retry_strategy=fs.AwsStandardS3RetryStrategy(max_attempts=1),
            )
            if options.probe:
                self._probe(fs)
        except OSError as error:
            self.close()
            raise failure(self._where, error, self._secrets, at_start=True) from error

    def _probe(self, fs: Any) -> None:
        bucket = self._options.bucket
        if self._files.get_file_info(bucket).type == fs.FileType.NotFound:
            self.close()
            text = f"{self._where}: there is no bucket {bucket}, or these keys may not see it: make it, or look at -s3Bucket and the keys"
            raise SendError("missing", text, retry=False)

    def store(self, key: str, data: Any) -> None:
        """The object, confirmed when this returns. Raises SendError, always worth another try."""
        end = self._clock.monotonic() + TRIES_SECONDS
        for attempt in range(1, self._options.attempts + 1):
            try:
                with self._files.open_output_stream(f"{self._options.bucket}/{key}") as stream:
                    stream.write(data)
                return
            except OSError as error:
                problem = failure(self._where, error, self._secrets)
                wait = self._clock.random() * min(self._options.backoff_cap, BACKOFF_BASE_SECONDS * 2.0**attempt)
                last = attempt == self._options.attempts or self._clock.monotonic() + wait > end
                if last or problem.reason in MENDED_BY_OPERATOR:
                    raise problem from error
            time.sleep(wait)

    def close(self) -> None:
        """Gives the connections back, though an error's traceback still holds this object."""
        self._files = None


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved, files not looked at."""
    Options.of(target)


def open(target: Target, clock: Clock | None = None) -> ObjectSink:
    """Raises SendError, without retry where only the operator can mend it."""
    options = Options.of(target)
    clock = clock or SystemClock()
    encoder = Encoder(options.where)
    bucket = Bucket(target, options, clock)
    return ObjectSink(options.cut, encoder, bucket.store, bucket.close, clock)


def _bad(target: Target, problem: str) -> BadAddress:
    return BadAddress(f"-dest {target.where}: {problem}")
