"""What every call goes through: may he, is there room, what did it come to. The services behind it know nothing of this.

    serving thread     who is it by what he shows, may he, the rate of all            a refusal costs no thread and reads no message
    thread of a call   who is it by address and certificate, his own rate, a slot     then the request is read, and the service called

grpc is told that all methods are streams of bytes in both directions: so no message is received before there is a slot for its call, and
one that cannot be read is an answer and not a traceback in the log.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any, Final, NamedTuple, TypeAlias

import grpc

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.access import METHODS, Caller, Method, Refusal, Right, Rules, Trust, refusal
from xtcp_ebpf.api.limits import Limits, Patience, Slots, client_of
from xtcp_ebpf.api.rare import Rare
from xtcp_ebpf.api.tokens import Tokens
from xtcp_ebpf.tally import Tally

log = logging.getLogger(__name__)

REQUEST_SECONDS: Final = 10.0
"""For the one request of a call to come."""
REFLECTION_SECONDS: Final = 60.0
"""For a whole stream of reflection: clients open another when they need it."""
_NAMES: Final = ("x509_common_name", "x509_subject_alternative_name")
_AUTHORIZATION: Final = "authorization"

Handler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"


class _No(Exception):
    """The call is not carried out. `word` is for counters."""

    def __init__(self, code: grpc.StatusCode, word: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.word = word
        self.text = text


_TOO_MANY: Final = _No(grpc.StatusCode.RESOURCE_EXHAUSTED, "rate", "too many requests a second: try again (-grpcRate)")


class _AtOnce(ThreadPoolExecutor):
    """Refusals are made by the thread that meets the call: none of the others is woken for them."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **more))
        except Exception as error:
            done.set_exception(error)
        return done


_AT_ONCE: Final = _AtOnce(1)


class Desk(NamedTuple):
    """What the gates of all listeners share."""

    rules: Rules
    tokens: Tokens
    limits: Limits
    slots: Slots
    requests: Patience
    """With calls whose request has not come."""
    reflections: Patience
    tally: Tally
    rare: Rare

    @classmethod
    def furnished(cls, rules: Rules, tokens: Tokens, rate: int, streams: int, tally: Tally, clock: Clock) -> Desk:
        patience = Patience(REQUEST_SECONDS, clock), Patience(REFLECTION_SECONDS, clock)
        return cls(rules, tokens, Limits(rate, clock), Slots(streams), *patience, tally, Rare(log, clock))


class Gate(grpc.ServerInterceptor):
    """Of listeners that are trusted alike. `certified`: who comes here has shown a certificate."""

    def __init__(self, desk: Desk, trust: Trust, certified: bool) -> None:
        self._desk = desk
        self._trust = trust
        self._certified = certified
        self._unnamed = replace(desk.rules, names=frozenset[str]())
        """For as long as nobody has looked at the certificate."""

    def intercept_service(
        self, continuation: Callable[[grpc.HandlerCallDetails], Handler | None], handler_call_details: grpc.HandlerCallDetails
    ) -> Handler | None:
        """grpc's name. Called by the serving thread for each call."""
        desk = self._desk
        if late := desk.requests.sweep() + desk.reflections.sweep():
            desk.tally.add("grpc_refused:slow", late)
        method = METHODS.get(handler_call_details.method)
        inner = continuation(handler_call_details) if method else None
        desk.tally.add(f"grpc_calls:{method.name if method and inner else 'unknown'}")
        if method is None or inner is None:
            desk.tally.add("grpc_ended:UNIMPLEMENTED")
            return None
        caller = self._caller(handler_call_details.invocation_metadata)
        if no := refusal(self._unnamed, method.right, caller):
            return self._refused(method, _said(no))
        if not desk.limits.admit(caller.known):
            return self._refused(method, _TOO_MANY)

        def carried(requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[Any]:
            return self._carry(method, inner, caller, requests, context)

        return grpc.stream_stream_rpc_method_handler(carried, response_serializer=inner.response_serializer)

    def may_control(self, context: grpc.ServicerContext) -> bool:
        """May he who made this call?"""
        caller = self._caller(context.invocation_metadata())._replace(certificate=self._names(context))
        return refusal(self._desk.rules, Right.CONTROL, caller) is None

    def _caller(self, metadata: Iterable[tuple[str, str | bytes]]) -> Caller:
        shown = next((value for key, value in metadata if key == _AUTHORIZATION), None)
        return Caller(self._trust, self._desk.tokens.worth(shown), () if self._certified else None)

    def _names(self, context: grpc.ServicerContext) -> tuple[str, ...] | None:
        if not self._certified:
            return None
        found: Mapping[str, Iterable[bytes]] = context.auth_context()  # type: ignore[assignment]  # the stubs have one, there are several
        return tuple(dict.fromkeys(name.decode(errors="replace") for key in _NAMES for name in found.get(key, ())))

    def _refused(self, method: Method, no: _No) -> Handler:
        def say(_requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[bytes]:
            self._count(method, no, context)
            context.abort(no.code, no.text)

        say.experimental_thread_pool = _AT_ONCE  # type: ignore[attr-defined]  # grpc looks for it; one that does not takes its own thread
        return grpc.stream_stream_rpc_method_handler(say)

    def _count(self, method: Method, no: _No, context: grpc.ServicerContext) -> None:
        self._desk.tally.merge({f"grpc_refused:{no.word}": 1, f"grpc_ended:{no.code.name}": 1})
        self._desk.rare.say(logging.WARNING, no.word, f"gRPC: {method.name} is refused to {client_of(context.peer())}: {no.text}")

    def _carry(
        self, method: Method, inner: Handler, caller: Caller, requests: Iterator[bytes], context: grpc.ServicerContext
    ) -> Iterator[Any]:
        desk, ended, client = self._desk, "CANCELLED", ""  # when this generator is given up, too
        try:
            caller = caller._replace(certificate=self._names(context))
            client = self._enter(method, caller, context)
            yield from self._answers(method, inner, requests, context)
            ended = _name(context)
        except _No as no:
            ended = ""
            self._count(method, no, context)
            context.abort(no.code, no.text)
        except grpc.RpcError:  # the client has gone
            raise
        except Exception as error:
            if type(error) is Exception and not error.args:  # as abort() raises it
                ended = _name(context)
                raise
            ended = "INTERNAL"
            desk.rare.say(logging.ERROR, f"{method.name} {type(error).__name__}", f"gRPC: {method.name} could not be answered", trace=True)
            context.abort(grpc.StatusCode.INTERNAL, "a defect: the daemon's log says where")
        finally:
            if client:
                desk.slots.give_back(method.room, client)
            if ended:
                desk.tally.add(f"grpc_ended:{ended}")
                if method.right is Right.CONTROL:
                    self._tell(method, caller, context, ended)

    def _enter(self, method: Method, caller: Caller, context: grpc.ServicerContext) -> str:
        """Who it is, for the slot that he has now. Raises _No."""
        desk = self._desk
        if no := refusal(desk.rules, method.right, caller):
            raise _said(no)
        client = f"{caller} at {client_of(context.peer())}"
        if not desk.limits.admit_client(client):
            raise _No(grpc.StatusCode.RESOURCE_EXHAUSTED, "client_rate", "too many requests a second of this client: try again (-grpcRate)")
        # All programs of this machine have one address: among them nobody is told from the others.
        shared = method.room != "records" or self._trust is Trust.FAR
        if not desk.slots.take(method.room, client, shared):
            most, flag = desk.slots.most[method.room], " (-grpcStreams)" if method.room == "records" else ""
            text = f"too many calls of this kind at a time: there are {most}{flag}"
            raise _No(grpc.StatusCode.RESOURCE_EXHAUSTED, f"{method.room}_taken", text)
        return client

    def _answers(self, method: Method, inner: Handler, requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[Any]:
        desk, read = self._desk, _reader(inner.request_deserializer)
        if inner.request_streaming:
            patience = desk.reflections if method.room == "reflection" else None
            if patience:
                patience.begin(context)
            try:
                yield from _called(inner, map(read, requests), context)
            finally:
                if patience:
                    patience.end(context)
            return
        desk.requests.begin(context)
        try:
            request = next(requests, None)
        finally:
            desk.requests.end(context)
        if request is None:
            raise _No(grpc.StatusCode.INVALID_ARGUMENT, "bad_request", "the call came without its request")
        yield from _called(inner, read(request), context)

    def _tell(self, method: Method, caller: Caller, context: grpc.ServicerContext, ended: str) -> None:
        text = f"gRPC: {method.name} by {client_of(context.peer())}, {caller}: {ended}"
        if ended == "OK":
            log.info("%s", text)
        else:
            self._desk.rare.say(logging.INFO, f"{method.name} {ended}", text)


def _said(no: Refusal) -> _No:
    return _No(grpc.StatusCode.PERMISSION_DENIED if no.known else grpc.StatusCode.UNAUTHENTICATED, no.word, no.text)


def _called(inner: Handler, argument: Any, context: grpc.ServicerContext) -> Iterable[Any]:
    """What the service answers. Of the four one is there."""
    if inner.response_streaming:
        return (inner.unary_stream or inner.stream_stream)(argument, context)  # type: ignore[misc]
    return ((inner.unary_unary or inner.stream_unary)(argument, context),)  # type: ignore[misc]


def _name(context: grpc.ServicerContext) -> str:
    code = context.code()  # type: ignore[attr-defined]  # the stubs do not know it; it is there since 1.45
    return code.name if isinstance(code, grpc.StatusCode) else "OK" if code is None else "UNKNOWN"


def _reader(deserializer: Callable[[bytes], Any] | None) -> Callable[[bytes], Any]:
    def read(raw: bytes) -> Any:
        if deserializer is None:
            return raw
        try:
            return deserializer(raw)
        except Exception:  # whatever protobuf makes of bytes that are none of its own
            raise _No(grpc.StatusCode.INVALID_ARGUMENT, "bad_request", "the request is not the message that this method takes") from None

    return read
