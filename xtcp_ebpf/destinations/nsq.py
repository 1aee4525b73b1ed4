"""`nsq:HOST:PORT`: one message for each payload, published to the topic of that nsqd and acknowledged by it.

nsqd has a message in memory when it says OK; with -mem-queue-size=0 and -sync-every=1 it is on disk a moment later, and kill -9 costs
one at most. Its answer to IDENTIFY does not tell its -max-msg-size: 1 MiB is taken for it, and what it says when it refuses a larger
message is remembered. Heartbeats are declined, so that a connection may rest for as long as a poll takes.
"""

from __future__ import annotations

import json
import re
import socket
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xtcp_ebpf.abc import Batching, Target
from xtcp_ebpf.destinations import _address, _tls
from xtcp_ebpf.destinations._secret import secret
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.version import program

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 10.0
MAX_MESSAGE = 1 << 20
"""nsqd's own default of -max-msg-size."""
MAX_ANSWER = 65536
UNDER_WAY = 64
"""Messages without an answer: the answers to more might fill a socket that nobody reads meanwhile."""

TOPIC = re.compile(r"[.a-zA-Z0-9_-]{1,64}(#ephemeral)?")
TOO_BIG = re.compile(r"too big \d+ > (\d+)")

_limits: dict[str, int] = {}
"""What the nsqd at an address said of the largest message that it takes."""

REASONS = {"E_AUTH_FAILED": "auth", "E_AUTH_FIRST": "auth", "E_UNAUTHORIZED": "denied", "E_PUB_FAILED": "broker", "E_MPUB_FAILED": "broker"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the knobs say of one destination."""

    host: str
    port: int
    topic: str
    patience: float
    """Seconds for one answer."""
    client: str
    """Under which name nsqd shows us."""

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        knobs = target.knobs
        host, port = _address.host_port(target)
        if not TOPIC.fullmatch(knobs.topic):
            raise BadAddress(
                f"-dest {target.where}: -topic {knobs.topic!r} is no topic of NSQ: 1 to 64 letters, digits, dots, dashes and underscores"
            )
        _tls.check(target)
        return cls(host, port, knobs.topic, knobs.produce_timeout or ANSWER_SECONDS, knobs.hostname or socket.gethostname())


class Connection:
    """Commands out, answers in. Owns `sock`. All raise SendError, after which it is of no use."""

    def __init__(self, sock: socket.socket, where: str) -> None:
        self._sock = sock
        self._where = where
        self._held = bytearray()

    def write(self, *parts: bytes) -> None:
        """All of them."""
        try:
            self._sock.sendall(b"".join(parts))
        except OSError as error:
            raise _tls.failure(self._where, error) from error

    def answer(self) -> bytes:
        """The next answer. Raises SendError for an error frame as well."""
        while True:
            size = self._exactly(4)
            if not 4 <= int.from_bytes(size, "big") <= MAX_ANSWER:
                raise SendError("protocol", f"{self._where}: this is no nsqd: its answer begins with {size!r}")
            frame = self._exactly(int.from_bytes(size, "big"))
            kind, text = int.from_bytes(frame[:4], "big"), frame[4:]
            if kind:
                raise refusal(self._where, text.decode(errors="replace"))
            if text != b"_heartbeat_":  # declined, and yet some proxy may send them
                return text
            self.write(b"NOP\n")

    def _exactly(self, size: int) -> bytes:
        while len(self._held) < size:
            try:
                data = self._sock.recv(65536)
            except OSError as error:
                raise _tls.failure(self._where, error) from error
            if not data:
                raise SendError("closed", f"{self._where}: nsqd has closed the connection")
            self._held += data
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken

    def introduce(self, target: Target, options: Options) -> None:
        """Says who we are, and goes over to TLS and proves our right where that is asked for."""
        told = {
            "client_id": options.client,
            "hostname": options.client,
            "user_agent": program().replace(" ", "/"),
            "feature_negotiation": True,
            "heartbeat_interval": -1,
            "tls_v1": target.knobs.dest_tls,
        }
        context = _tls.context(target) if target.knobs.dest_tls else None
        body = json.dumps(told).encode()
        self.write(b"  V2IDENTIFY\n", struct.pack(">I", len(body)), body)
        heard = _features(self._where, self.answer())
        if context is not None:
            if not heard.get("tls_v1"):
                raise SendError("tls", f"{self._where}: this nsqd offers no TLS: it was started without -tls-cert and -tls-key")
            try:
                self._sock = context.wrap_socket(self._sock, server_hostname=options.host)
            except OSError as error:
                raise _tls.failure(self._where, error) from error
            self.answer()
        if heard.get("auth_required"):
            token = secret(target, "dest_token")
            if not token:
                raise SendError("auth", f"{self._where}: this nsqd asks for a secret: give it with -destTokenFile")
            self.write(b"AUTH\n", struct.pack(">I", len(token.encode())), token.encode())
            self.answer()

    def close(self) -> None:
        """Never raises."""
        self._sock.close()


def _features(where: str, answer: bytes) -> dict[str, object]:
    try:
        heard = json.loads(answer)
    except ValueError:
        heard = None
    if not isinstance(heard, dict):
        raise SendError("protocol", f"{where}: this is no nsqd: it answered {answer[:40]!r} to IDENTIFY")
    return heard


def refusal(where: str, text: str) -> SendError:
    """What an error frame means. nsqd closes the connection after nearly all of them."""
    code = text.partition(" ")[0]
    if "TLS required" in text:
        return SendError("tls", f"{where}: nsqd says {text}: speak TLS with -destTls")
    return SendError(REASONS.get(code, "protocol"), f"{where}: nsqd says {text}")


class NsqSink:
    """Owns the connection."""

    batching = Batching()

    def __init__(self, connection: Connection, target: Target, options: Options) -> None:
        self.max_payload: int | None = _limits.get(target.address, MAX_MESSAGE)
        self._connection = connection
        self._where = target.where
        self._address = target.address
        self._preamble = target.preamble
        self._command = f"PUB {options.topic}\n".encode()

    def send(self, payload: bytes) -> None:
        """Raises SendError; without retry when nsqd will never take it."""
        (problem,) = self.send_all((payload,))
        if problem is not None:
            raise problem

    def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
        """An answer for each, those that came before the connection broke included."""
        answers: list[SendError | None] = []
        try:
            for start in range(0, len(payloads), UNDER_WAY):
                self._group(payloads[start : start + UNDER_WAY], answers)
        except SendError as error:
            answers += [self._weighed(error, len(payloads[len(answers)]))]
            answers += [error] * (len(payloads) - len(answers))
        return answers

    def _group(self, payloads: Iterable[bytes], answers: list[SendError | None]) -> None:
        sent = 0
        try:
            for payload in payloads:
                self._connection.write(self._command, struct.pack(">I", len(self._preamble) + len(payload)), self._preamble, payload)
                sent += 1
        except SendError as broken:
            if broken.reason != "timeout":
                self._last_words(sent, answers)
            raise
        for _ in range(sent):
            self._connection.answer()
            answers.append(None)

    def _last_words(self, sent: int, answers: list[SendError | None]) -> None:
        # nsqd closes behind an error, in the middle of a message that is too big: what it said before that is still to be read.
        try:
            for _ in range(sent):
                self._connection.answer()
                answers.append(None)
            self._connection.answer()
        except SendError as told:
            if told.reason not in ("closed", "reset", "timeout"):
                raise

    def _weighed(self, error: SendError, size: int) -> SendError:
        found = TOO_BIG.search(str(error))
        if found is None:
            return error
        limit = _limits[self._address] = int(found[1])
        if limit >= (self.max_payload or 0) or len(self._preamble) + size <= limit:
            return SendError("too_large", str(error), retry=False)
        return SendError("too_large", f"{error}; from now on messages are split to {limit} bytes")

    def close(self) -> None:
        """Never raises."""
        self._connection.close()


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved."""
    Options.of(target)


def open(target: Target) -> NsqSink:
    """Tries each address of the name in turn. Raises SendError, always worth another try."""
    options = Options.of(target)
    try:
        sock = socket.create_connection((options.host, options.port), CONNECT_SECONDS)
    except OSError as error:
        raise _tls.failure(target.where, error) from error
    sock.settimeout(options.patience)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection = Connection(sock, target.where)
    try:
        connection.introduce(target, options)
    except BaseException:
        connection.close()
        raise
    return NsqSink(connection, target, options)
