"""A channel to a daemon: what is shown there, and how often it is asked whether it lives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import grpc

from xtcp_ebpf.client import server_address
from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.errors import UsageError, errno_text

PING_SECONDS = 119
"""As the predecessor's clients; servers permit one a minute."""
PING_ANSWER_SECONDS = 20
MOST_MESSAGE_BYTES = 256 << 20
MOST_FILE_BYTES = 1 << 20

_OPTIONS: tuple[tuple[str, int], ...] = (
    ("grpc.keepalive_time_ms", PING_SECONDS * 1000),
    ("grpc.keepalive_timeout_ms", PING_ANSWER_SECONDS * 1000),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.http2.max_pings_without_data", 0),
    ("grpc.max_receive_message_length", MOST_MESSAGE_BYTES),
    ("grpc.enable_http_proxy", 0),  # one that the environment names seldom leads to a daemon on loopback
    ("grpc.enable_retries", 0),  # who calls decides, and says so
    ("grpc.use_local_subchannel_pool", 1),  # else a new channel waits for as long as the last one would have
)


class Connection:
    """A channel, and what goes with each call. The files are read anew for each Connection."""

    def __init__(self, access: Access) -> None:
        """Raises UsageError for a file that cannot be read. Nothing is sent yet."""
        self.where = str(access.server)
        self.metadata: Sequence[tuple[str, str]] = ()
        if access.token_file:
            self.metadata = (("authorization", f"Bearer {_token(access.token_file)}"),)
        target = server_address.target(access.server)
        if access.encrypted:
            self.channel = grpc.secure_channel(target, _credentials(access), options=_OPTIONS)
        else:
            self.channel = grpc.insecure_channel(target, options=_OPTIONS)

    def close(self) -> None:
        """Ends the calls that are under way."""
        self.channel.close()

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _credentials(access: Access) -> grpc.ChannelCredentials:
    ca = _file("-ca", access.ca) if access.ca else None
    cert = _file("-cert", access.cert) if access.cert else None
    key = _file("-key", access.key) if access.key else cert
    for flag, path, content in (("-ca", access.ca, ca), ("-cert", access.cert, cert)):
        if content is not None and b"-----BEGIN CERTIFICATE-----" not in content:
            raise UsageError(f"{flag} {path}: there is no certificate in PEM form in it")
    if key is not None and b"PRIVATE KEY-----" not in key:
        raise UsageError(f"{'-key' if access.key else '-cert'} {access.key or access.cert}: there is no private key in PEM form in it")
    return grpc.ssl_channel_credentials(ca, key, cert)


def _token(path: str) -> str:
    try:
        token = _file("-tokenFile", path).decode("ascii").strip()
    except UnicodeDecodeError:
        token = " "
    if not token or not token.isprintable() or " " in token:
        raise UsageError(f"-tokenFile {path}: {'it is no token: ASCII without spaces' if token else 'the file is empty'}")
    return token


def _file(flag: str, path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{flag} {path}: {errno_text(error.errno or 0)}") from error
    if len(content) > MOST_FILE_BYTES:
        raise UsageError(f"{flag} {path}: it has more than {MOST_FILE_BYTES} bytes: it is another file that is meant")
    return content
