"""`nats:HOST:PORT[,HOST:PORT...]`: one message for each payload, on the subject that -topic names.

Core NATS by default: sent means that the server took it; it keeps nothing, and whoever is not subscribed then never sees it. With
-natsJetstream each message is acknowledged by the stream that covers the subject. The client has a thread of its own, so that the server's
pings are answered between polls. It never reconnects: whoever sends does that, to a server of the list that is chosen anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from xtcp_ebpf.abc import Batching, Target
from xtcp_ebpf.destinations import _address, _nats, _tls
from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.destinations._nats import Loop, trouble
from xtcp_ebpf.destinations._secret import read, secret
from xtcp_ebpf.errors import BadAddress, SendError

if TYPE_CHECKING:
    from nats.aio.client import Client
    from nats.js.client import JetStreamContext

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 10.0
ASK_SECONDS = 2.0
"""How long we wait to hear of the stream: who may only publish is told nothing."""
CLOSE_SECONDS = 1.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Options:
    """What the knobs say of one destination."""

    servers: tuple[tuple[str, int], ...]
    subject: str
    jetstream: bool
    creds: str
    """Path of a credentials file; empty: none."""
    user: str
    patience: float
    """Seconds for the answer to what is sent at once."""

    @classmethod
    def of(cls, target: Target) -> Options:
        """Raises BadAddress."""
        knobs = target.knobs
        servers = tuple(_server(target, address) for address in target.address.split(","))
        tokens = knobs.topic.split(".")
        if not all(tokens) or any(c.isspace() or not c.isprintable() for c in knobs.topic) or {"*", ">"} & set(tokens):
            problem = "words with dots between them, no spaces, and neither * nor > for a word"
            raise BadAddress(f"-dest {target.where}: -topic {knobs.topic!r} is no subject to publish to: {problem}")
        _tls.check(target)
        return cls(servers, knobs.topic, knobs.nats_jetstream, knobs.nats_creds, knobs.dest_user, knobs.produce_timeout or ANSWER_SECONDS)


def _server(target: Target, address: str) -> tuple[str, int]:
    one = replace(target, address=address)
    try:
        return _address.host_port(one)
    except BadAddress as error:
        raise BadAddress(f"-dest {target.where}: {str(error).removeprefix(f'-dest {one.where}: ')}") from None


def _credentials(target: Target) -> str:
    """The text of -natsCreds. Raises SendError `secret`, without retry."""
    text = read(target, "nats_creds")
    if "BEGIN NATS USER JWT" not in text or "BEGIN USER NKEY SEED" not in text:  # the client would look for them for ever
        problem = "this is no credentials file of NATS: such a one has a user's JWT and its seed"
        raise SendError("secret", f"{target.where}: -natsCreds {target.knobs.nats_creds}: {problem}", retry=False)
    return text


class NatsSink:
    """Owns the connection, the loop and its thread."""

    batching = Batching()

    def __init__(self, target: Target, options: Options) -> None:
        """Connects. Raises SendError."""
        self.max_payload: int | None = None
        self._options = options
        self._where = target.where
        self._preamble = target.preamble
        self._client: Client | None = None
        self._stream: JetStreamContext | None = None
        self._asked = False
        """What the stream takes is known."""
        self._loop = Loop()
        self._over: asyncio.Future[SendError] = self._loop.create_future()
        self._thread = threading.Thread(target=self._loop.run_forever, name="send-nats-loop", daemon=True)
        self._thread.start()
        try:
            self._wait(self._connect(target))
        except BaseException:
            self.close()
            raise

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _connect(self, target: Target) -> None:
        context = _tls.context(target) if target.knobs.dest_tls else None
        password, token = secret(target, "dest_password"), secret(target, "dest_token")
        module: Any = need("nats.aio.client", "nats")
        creds = module.RawCredentials(_credentials(target)) if self._options.creds else None
        problems: list[SendError] = []
        for host, port in random.sample(self._options.servers, len(self._options.servers)):
            name = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            where = self._where if len(self._options.servers) == 1 else f"{self._where} ({name})"
            self._loop.secure = False

            def guarded(text: str, where: str = where) -> Callable[[], str] | None:
                """Given to the server when we are about to log in, and not in the clear where TLS was asked for."""

                def give() -> str:
                    if context is not None and not self._loop.secure:
                        raise _nats.no_tls(where)
                    return text

                return give if text else None

            client: Client = module.Client()
            try:
                async with asyncio.timeout(CONNECT_SECONDS):
                    await client.connect(
                        [f"nats://{name}"],
                        name="xtcp-ebpf",
                        allow_reconnect=False,
                        max_reconnect_attempts=1,  # 0 means for ever
                        reconnect_time_wait=0,
                        connect_timeout=int(CONNECT_SECONDS),
                        error_cb=self._on_error,
                        closed_cb=self._on_close,
                        tls=context,
                        user=guarded(self._options.user),
                        password=guarded(password),
                        token=guarded(token),
                        user_credentials=creds,
                    )
                if context is not None and not self._loop.secure:
                    raise _nats.no_tls(where)
            except Exception as error:
                self._loop.cut()
                problem = trouble(where, error)
                if problem.reason in ("closed", "reset") and self._loop.secure and not target.knobs.dest_cert:
                    problem = SendError("tls", f"{problem} behind TLS: it may ask for a certificate (-destCert)")
                problems.append(problem)
                continue
            self._client = client
            self.max_payload = client.max_payload
            if self._options.jetstream:
                await self._find_stream(client)
            return
        raise SendError(problems[-1].reason, "; ".join(map(str, problems)))

    async def _on_error(self, error: Exception) -> None:
        # While it connects, nats-py would try again on its own; later it only tells.
        if self._client is None:
            raise error
        if not self._over.done() and (problem := trouble(self._where, error)).reason == "denied":
            self._over.set_result(problem)

    async def _on_close(self) -> None:
        if not self._over.done() and self._client is not None:
            self._over.set_result(trouble(self._where, self._client.last_error or EOFError()))

    async def _find_stream(self, client: Client) -> None:
        """So that a missing one is said at once, and what is too large for it is split."""
        self._stream = client.jetstream(timeout=self._options.patience)
        asking = asyncio.ensure_future(_nats.stream_of(self._stream, self._options.subject))
        either: set[asyncio.Future[Any]] = {asking, self._over}
        await asyncio.wait(either, timeout=ASK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if asking.done():
            try:
                found = asking.result()
            except Exception as error:
                raise _nats.refusal(self._where, self._options.subject, error) from error
            self._asked = True
            if found.config.no_ack:
                raise SendError("no_stream", f"{self._where}: the stream {found.config.name} acknowledges nothing: set its no_ack to false")
            if (most := found.config.max_msg_size or 0) > 0:
                self.max_payload = min(most, client.max_payload)
        else:
            asking.cancel()
            if self._over.done() and client.is_connected:
                if "for subscription" in str(problem := self._over.result()):
                    raise problem  # no acknowledgement would reach us
                self._over = self._loop.create_future()  # who may only publish is not allowed to ask

    def send(self, payload: bytes) -> None:
        """Raises SendError; without retry when the server will never take it."""
        (problem,) = self.send_all((payload,))
        if problem is not None:
            raise problem

    def send_all(self, payloads: Sequence[bytes]) -> Sequence[SendError | None]:
        """An answer for each; core NATS answers for all at once."""
        return self._wait(self._deliver(payloads))

    async def _deliver(self, payloads: Sequence[bytes]) -> list[SendError | None]:
        works = [self._acknowledged(payload) for payload in payloads] if self._stream else [self._flushed(payloads)]
        tasks = [asyncio.ensure_future(work) for work in works]
        everything = asyncio.ensure_future(asyncio.wait(tasks))
        either: set[asyncio.Future[Any]] = {everything, self._over}
        await asyncio.wait(either, timeout=self._options.patience, return_when=asyncio.FIRST_COMPLETED)
        everything.cancel()
        answers = [self._answer(task) for task in tasks]
        return answers if self._stream else answers * len(payloads)

    def _answer(self, task: asyncio.Task[None]) -> SendError | None:
        error = task.exception() if task.done() else TimeoutError()
        task.cancel()
        # A server that does not let us publish says so, and then answers our ping all the same.
        if self._over.done() and (error or not self._stream):
            return self._over.result()
        if error is None:
            return None
        subject = self._options.subject if self._stream else ""
        if isinstance(error, TimeoutError):
            return _nats.no_answer(self._where, self._options.patience, subject)
        return _nats.refusal(self._where, subject, error, self._asked)

    async def _acknowledged(self, payload: bytes) -> None:
        assert self._stream is not None
        await self._stream.publish(self._options.subject, self._preamble + payload, timeout=self._options.patience + 1)

    async def _flushed(self, payloads: Sequence[bytes]) -> None:
        assert self._client is not None
        for payload in payloads:
            await self._client.publish(self._options.subject, self._preamble + payload)
        # Its flush writes the ping before what is published but not yet written: only the second one comes behind that.
        await self._client.flush(int(self._options.patience) + 1)
        await self._client.flush(int(self._options.patience) + 1)

    def close(self) -> None:
        """Never raises."""
        self._wait(self._leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _leave(self) -> None:
        if self._client is not None:
            with contextlib.suppress(Exception):
                async with asyncio.timeout(CLOSE_SECONDS):
                    await self._client.close()
        self._loop.cut()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others, timeout=CLOSE_SECONDS)
        await asyncio.sleep(0)


def check(target: Target) -> None:
    """Raises BadAddress. Names are not resolved."""
    Options.of(target)


def open(target: Target) -> NatsSink:
    """Tries each server of the list once. Raises SendError, worth another try unless the client library is missing."""
    need("nats.aio.client", "nats")
    options = Options.of(target)
    if options.creds:
        need("nkeys", "nats")
    return NatsSink(target, options)
