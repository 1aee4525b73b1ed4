"""`valkey:HOST:PORT[/DB]`: one message for each payload, published to the channel that -topic names; Redis works as well.

PUBLISH reaches those who are subscribed at that moment and nobody else. With -valkeyStream each payload is an entry, field `envelope`, of
the stream of that name, and is confirmed by its id; -valkeyMaxlen bounds the stream, about. Whether a confirmed entry survives kill -9
or a power cut is the server's to say: it does with appendonly yes and appendfsync always.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xtcp_ebpf.abc import Batching, Target
from xtcp_ebpf.destinations import _address, _tls
from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.destinations._secret import secret
from xtcp_ebpf.errors import BadAddress, SendError

log = logging.getLogger(__name__)

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 10.0
MAX_BULK = 512 << 20
"""The server's own default of proto-max-bulk-len."""
UNDER_WAY = 64
"""Commands without an answer: the answers to more might fill a socket that nobody reads meanwhile."""

SAYS = (
    ("AuthenticationError", "auth", ": -destUser and -destPasswordFile say who we are"),
    ("NoPermissionError", "denied", ""),
    ("OutOfMemoryError", "full", ""),
    ("MISCONF", "disk_full", ""),
    ("ReadOnlyError", "read_only", ": this is a replica: name the primary"),
    ("BusyLoadingError", "busy", ": it is reading its data"),
    ("max number of clients", "busy", ""),
    ("WRONGTYPE", "wrong_type", ": the key that -topic names is no stream"),
    ("invalid bulk length", "too_large", ": larger than its proto-max-bulk-len"),
    ("DB index", "missing", ": there is no such database"),
    ("TimeoutError", "timeout", ""),
    ("Connection closed", "closed", ""),
)
"""What stands in the class or the text of an error of the client, its word, and what to do."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the knobs say of one destination."""

    host: str
    port: int
    db: int
    key: str
    """The channel, or the stream."""
    stream: bool
    maxlen: int
    """Entries that the stream keeps, about; 0: all."""
    user: str
    patience: float
    """Seconds for one answer."""

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        knobs = target.knobs
        address, slash, db = target.address.partition("/")
        if address and slash and not (db.isascii() and db.isdigit() and len(db) < 10):
            raise BadAddress(f"-dest {target.where}: the database behind the slash is a number: write {target.scheme}:{address}/0")
        server = replace(target, address=address)
        try:
            host, port = _address.host_port(server if address else target)
        except BadAddress as error:
            raise BadAddress(f"-dest {target.where}: {str(error).removeprefix(f'-dest {server.where}: ')}") from None
        _tls.check(target)
        patience = knobs.produce_timeout or ANSWER_SECONDS
        return cls(host, port, int(db or 0), knobs.topic, knobs.valkey_stream, knobs.valkey_maxlen, knobs.dest_user, patience)

    @property
    def command(self) -> tuple[str | int, ...]:
        """What stands before the payload."""
        if not self.stream:
            return "PUBLISH", self.key
        return "XADD", self.key, *(("MAXLEN", "~", self.maxlen) if self.maxlen else ()), "*", "envelope"


class ValkeySink:
    """Owns the connection, which is never made anew: whoever sends does that."""

    batching = Batching()

    def __init__(self, connection: Any, target: Target, options: Options) -> None:
        self.max_payload: int | None = _limit(connection)
        self._connection = connection
        self._where = target.where
        self._preamble = target.preamble
        self._command = options.command
        self._stream = options.stream
        self._heard = True

    def send(self, payload: bytes) -> None:
        """Raises SendError; without retry when the server will never take it."""
        (problem,) = self.send_all((payload,))
        if problem is not None:
            raise problem

    def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
        """An answer for each, those that came before the connection broke included."""
        answers: list[SendError | None] = []
        try:
            for start in range(0, len(payloads), UNDER_WAY):
                self._group(payloads[start : start + UNDER_WAY], answers)
        except Exception as error:
            answers += [trouble(self._where, error)] * (len(payloads) - len(answers))
        return answers

    def _group(self, payloads: Iterable[bytes], answers: list[SendError | None]) -> None:
        from valkey.exceptions import ResponseError

        sent = 0
        for payload in payloads:
            body = self._preamble + payload if self._preamble else payload
            self._connection.send_packed_command(self._connection.pack_command(*self._command, body))
            sent += 1
        for _ in range(sent):
            try:
                heard = self._connection.read_response()
            except ResponseError as error:
                answers.append(trouble(self._where, error))
            else:
                answers.append(None)
                if not self._stream:
                    self._note_listeners(heard)

    def _note_listeners(self, count: int) -> None:
        if self._heard and not count:
            log.warning(
                "%s: nobody is subscribed to the channel %s: what is published meanwhile reaches no one", self._where, self._command[1]
            )
        self._heard = bool(count)

    def close(self) -> None:
        """Never raises."""
        self._connection.disconnect()


def _limit(connection: Any) -> int:
    """The largest payload; the server's default where we may not ask."""
    from valkey.exceptions import ResponseError

    with contextlib.suppress(ResponseError, IndexError, ValueError):
        connection.send_command("CONFIG", "GET", "proto-max-bulk-len")
        return int(connection.read_response()[1])
    return MAX_BULK


def trouble(where: str, error: Exception) -> SendError:
    """The SendError for what the client raised; a system error below it says more than its own words."""
    below: BaseException | None = error
    while below is not None and not isinstance(below, OSError):
        below = below.__cause__ or below.__context__
    if isinstance(below, OSError):
        return _tls.failure(where, below)
    said = f"{type(error).__name__} {error}"
    for sign, reason, hint in SAYS:
        if sign in said:
            return SendError(reason, f"{where}: the server says {error}{hint}", retry=reason != "too_large")
    return SendError("broker", f"{where}: {said}")


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved."""
    Options.of(target)


def open(target: Target) -> ValkeySink:
    """Connects, logs in and chooses the database. Raises SendError, worth another try unless the client library is missing."""
    module: Any = need("valkey.connection", "valkey")
    options = Options.of(target)
    context = _tls.context(target) if target.knobs.dest_tls else None
    connection = (module.Connection if context is None else module.SSLConnection)(
        host=options.host,
        port=options.port,
        db=options.db,
        username=options.user or None,
        password=secret(target, "dest_password") or None,
        socket_connect_timeout=CONNECT_SECONDS,
        socket_timeout=options.patience,
        lib_name=None,
        lib_version=None,
    )
    if context is not None:
        # Its own way would trust the system's authorities beside -destCa, and take any certificate of theirs whatever its name.
        connection._wrap_socket_with_ssl = lambda sock: context.wrap_socket(sock, server_hostname=options.host)
    try:
        connection.connect()
        return ValkeySink(connection, target, options)
    except Exception as error:
        connection.disconnect()
        raise trouble(target.where, error) from error
