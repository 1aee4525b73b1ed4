"""What nats: needs around its client: a loop that knows its connections, and what the client's errors mean."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

from xtcp_ebpf.destinations import _tls
from xtcp_ebpf.errors import SendError

if TYPE_CHECKING:
    from nats.js.api import StreamInfo
    from nats.js.client import JetStreamContext

TOO_LARGE = 10054
"""JetStream: the message is larger than its stream's max_msg_size."""

SAYS = (
    ("authorization violation", "auth", ": -destUser with its password, -destTokenFile or -natsCreds say who we are"),
    ("authentication", "auth", ""),
    ("nkeys: ", "secret", ": the seed in -natsCreds is none"),
    ("permissions violation", "denied", ": the user may not do that"),
    ("maximum payload exceeded", "too_large", ""),
    ("maximum payload", "too_large", ""),
    ("maximum connections", "busy", ""),
    ("unexpected eof", "closed", ": the server has closed the connection"),
    ("connection closed", "closed", ""),
    ("stale connection", "closed", ""),
    ("no info message", "protocol", ": this is no NATS server"),
    ("expecting info", "protocol", ": this is no NATS server"),
)
"""What stands in an error of the client, its word, and what to do."""


class Loop(asyncio.SelectorEventLoop):
    """Knows its connections: asyncio closes one only when the other side has taken everything, and this one may take nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.secure = False
        """The connection that was made last has gone over to TLS."""
        self._made: list[asyncio.Transport] = []

    async def create_connection(self, *args: Any, **options: Any) -> tuple[Any, Any]:
        """As asyncio's."""
        try:
            transport, protocol = await super().create_connection(*args, **options)
        except OSError as error:
            found = re.search(r"\[Errno (\d+)\]", str(error))
            if error.errno is None and found:  # of several addresses of one name, none answers
                raise OSError(int(found[1]), str(error)) from error
            raise
        self._made.append(transport)
        return transport, protocol

    async def start_tls(self, *args: Any, **options: Any) -> Any:
        """As asyncio's."""
        made = await super().start_tls(*args, **options)
        # nats-py leaves this out: without it the stream does not know of TLS, and each end of a connection is a warning in the log.
        args[1].connection_made(made)
        self.secure = True
        return made

    def cut(self) -> None:
        """Ends all connections at once, whatever waits in them."""
        while self._made:
            self._made.pop().abort()


def trouble(where: str, error: BaseException) -> SendError:
    """The SendError for what the client raised or told."""
    if isinstance(error, SendError):
        return error
    if isinstance(error, EOFError) or (isinstance(error, ConnectionError) and error.errno is None):  # asyncio's "Connection lost"
        return SendError("closed", f"{where}: the server has closed the connection")
    if isinstance(error, OSError):
        return _tls.failure(where, error)
    text = f"{type(error).__name__} {error}".lower()
    for sign, reason, hint in SAYS:
        if sign in text:
            never = sign == "maximum payload exceeded"  # than it told us when we connected
            return SendError(reason, f"{where}: {str(error).removeprefix('nats: ')}{hint}", retry=not never)
    return SendError("broker", f"{where}: {type(error).__name__}: {error}")


def no_tls(where: str) -> SendError:
    """-destTls, and a server that does not speak it."""
    return SendError("tls", f"{where}: the server offers no TLS, so nothing was sent to it: leave out -destTls, or have it speak TLS")


def no_answer(where: str, seconds: float, subject: str) -> SendError:
    """`subject` is that of a message that no stream acknowledged; empty for core NATS."""
    hint = f": is there a JetStream stream for the subject {subject}?" if subject else ""
    return SendError("timeout", f"{where}: no answer within {seconds:g} s{hint}")


def refusal(where: str, subject: str, error: BaseException, limit_known: bool = True) -> SendError:
    """What an error to a publish means, or to the question for the stream of `subject` (empty: core NATS)."""
    name, code = type(error).__name__, getattr(error, "err_code", None)
    if name == "NoStreamResponseError" or (name == "NotFoundError" and code is None):
        make = f"nats stream add XTCP --subjects {subject}"
        return SendError("no_stream", f"{where}: no JetStream stream takes the subject {subject}: make one, such as by: {make}")
    if name == "ServiceUnavailableError" and code is None:
        return SendError("no_stream", f"{where}: JetStream is not enabled there: start nats-server with -js, or leave out -natsJetstream")
    if code is None:
        return trouble(where, error)
    text = f"{where}: JetStream says: {getattr(error, 'description', '')} ({code})"
    # Whoever connects anew asks for the limit, and splits, where that may be asked.
    return SendError("too_large", text, retry=limit_known) if code == TOO_LARGE else SendError("broker", text)


async def stream_of(jetstream: JetStreamContext, subject: str) -> StreamInfo:
    """The stream that takes the subject."""
    return await jetstream.stream_info(await jetstream.find_stream_name_by_subject(subject))
