"""xtcp_flat_record.v1.XTCPFlatRecordService: records as they are collected, to whoever wants them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, NoReturn

import grpc
from google.protobuf.message import DecodeError

from xtcp_ebpf.api import record_filter, responses
from xtcp_ebpf.api.record_filter import BadFilter
from xtcp_ebpf.api.responses import Chooser, Message, Piece
from xtcp_ebpf.api.selection import Damaged, choose
from xtcp_ebpf.api.subscribers import Closed, Subscribers, TooManyStreams
from xtcp_ebpf.api.subscription import Item, Subscription
from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb

log = logging.getLogger(__name__)

SERVICE: Final = pb.DESCRIPTOR.services_by_name["XTCPFlatRecordService"].full_name
PAUSE_SECONDS: Final = 0.01
"""Between two requests of one stream: who sends more has to wait, and not the daemon."""

Trigger = Callable[[grpc.ServicerContext], None]
"""Have the daemon poll soon, as far as this caller may; returns at once and raises nothing."""


class Kind(NamedTuple):
    """One of the methods."""

    method: str
    request: Any
    """The message's class."""
    build: Callable[[Piece, int], Iterator[Message]]

    @property
    def one_by_one(self) -> bool:
        return self.build is responses.flat


FLAT: Final = Kind("FlatRecords", pb.FlatRecordsRequest, responses.flat)
POLL_FLAT: Final = Kind("PollFlatRecords", pb.PollFlatRecordsRequest, responses.flat)
ENVELOPES: Final = Kind("Envelopes", pb.EnvelopesRequest, responses.envelope)
POLL_ENVELOPES: Final = Kind("PollEnvelopes", pb.PollEnvelopesRequest, responses.envelope)


class RecordService:
    """Each stream keeps one thread of the server's pool as long as it lasts: give the pool more than -grpcStreams threads.

    Requests and responses are bytes to gRPC, so generated code cannot register it: add_to() does.
    """

    def __init__(self, subscribers: Subscribers, trigger: Trigger) -> None:
        self._subscribers = subscribers
        self._trigger = trigger
        self._selector, remark = choose()
        if remark:
            log.warning("%s", remark)

    def add_to(self, server: grpc.Server) -> None:
        """Have the server answer our calls."""
        server.add_generic_rpc_handlers((self.handler(),))

    def handler(self) -> grpc.GenericRpcHandler:
        """All methods. Bytes in, bytes out."""
        once, asked = grpc.unary_stream_rpc_method_handler, grpc.stream_stream_rpc_method_handler
        methods: dict[str, Any] = {kind.method: once(self._once(kind)) for kind in (FLAT, ENVELOPES)}
        methods |= {kind.method: asked(self._asked(kind)) for kind in (POLL_FLAT, POLL_ENVELOPES)}
        return grpc.method_handlers_generic_handler(SERVICE, methods)

    def _once(self, kind: Kind) -> Callable[[bytes, grpc.ServicerContext], Iterator[bytes]]:
        def records(request: bytes, context: grpc.ServicerContext) -> Iterator[bytes]:
            subscription = self._open(kind, context)
            try:
                chooser = self._chooser(kind, request, context)
                self._listen(subscription, context)
                yield from self._serve(kind, subscription, chooser, context)
            finally:
                self._subscribers.leave(subscription)

        return records

    def _asked(self, kind: Kind) -> Callable[[Iterator[bytes], grpc.ServicerContext], Iterator[bytes]]:
        def records(requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[bytes]:
            subscription = self._open(kind, context)
            try:
                first = next(requests, None)
                if first is None:
                    subscription.end("done")
                    return
                chooser = self._chooser(kind, first, context)
                self._listen(subscription, context)  # before the first request is heard: its poll may begin at once
                hear = (requests, subscription, context)
                threading.Thread(target=self._hear, args=hear, name="grpc-requests", daemon=True).start()
                yield from self._serve(kind, subscription, chooser, context)
            finally:
                self._subscribers.leave(subscription)

        return records

    def _hear(self, requests: Iterator[bytes], subscription: Subscription, context: grpc.ServicerContext) -> None:
        """In a thread of its own: each request is a poll. The client's end of requests is the end of the stream, after what is due."""
        try:
            while True:
                # First the number, then the request for it: a poll that begins between them counts as the one asked for.
                due = self._subscribers.next_poll
                self._subscribers.tally.add("grpc_polls_asked")
                self._trigger(context)
                if subscription.left.wait(PAUSE_SECONDS) or next(requests, None) is None:
                    break
            subscription.finish_after(due)
        except grpc.RpcError:  # the call is over
            subscription.end("gone")

    def _open(self, kind: Kind, context: grpc.ServicerContext) -> Subscription:
        try:
            subscription = self._subscribers.open(kind.method, kind.one_by_one)
        except TooManyStreams as error:
            context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, str(error))
        except Closed as error:
            context.abort(grpc.StatusCode.UNAVAILABLE, str(error))
        subscription.cancel = context.cancel  # type: ignore[assignment]  # what it answers is of no use
        if not context.add_callback(lambda: self._subscribers.finish(subscription)):
            self._subscribers.finish(subscription)
        return subscription

    def _chooser(self, kind: Kind, request: bytes, context: grpc.ServicerContext) -> Chooser:
        try:
            return Chooser(self._selector, record_filter.read(kind.request.FromString(request).filter))
        except DecodeError:
            self._refuse(context, "bad_request", f"the request is no {kind.request.DESCRIPTOR.full_name}")
        except BadFilter as error:
            self._refuse(context, "bad_filter", str(error))

    def _refuse(self, context: grpc.ServicerContext, reason: str, text: str) -> NoReturn:
        self._subscribers.tally.add(f"grpc_streams_refused:{reason}")
        context.abort(grpc.StatusCode.INVALID_ARGUMENT, text)

    def _listen(self, subscription: Subscription, context: grpc.ServicerContext) -> None:
        self._subscribers.listen(subscription)
        context.send_initial_metadata(())  # so that the client knows that it gets all from here on

    def _serve(self, kind: Kind, subscription: Subscription, chooser: Chooser, context: grpc.ServicerContext) -> Iterator[bytes]:
        try:
            while items := subscription.take(responses.MESSAGE_BYTES):
                yield from self._messages(kind, subscription, chooser, items)
        except Damaged as error:
            subscription.end("damaged")
            log.error("a stream of records ended: %s", error)
        self._tell(subscription, context)

    def _messages(self, kind: Kind, subscription: Subscription, chooser: Chooser, items: list[Item]) -> Iterator[bytes]:
        """Those of some Envelopes, until they are through or the stream ends."""
        rows = sum(item.sealed.rows for item in items if item.sealed)
        done = sent = before = messages = sent_bytes = 0
        try:
            for piece in responses.pieces(items):
                self._subscribers.let_poll(subscription)
                for message in kind.build(chooser.choose(piece), items[0].poll):
                    self._subscribers.let_poll(subscription)
                    if subscription.ending:
                        return
                    yield message.data
                    sent += message.rows
                    sent_bytes += len(message.data)
                    messages += 1
                done += piece.rows
                before = sent
        finally:
            counts = {"grpc_rows_sent": sent, "grpc_bytes_sent": sent_bytes, "grpc_messages_sent": messages}
            if subscription.ending in ("behind", "stalled"):
                counts["grpc_rows_missed"] = missed = rows - done - (sent - before)
                subscription.missed_rows += missed
            self._subscribers.tally.merge({name: count for name, count in counts.items() if count})

    def _tell(self, subscription: Subscription, context: grpc.ServicerContext) -> None:
        """How it ended. `done` and `gone` need no words."""
        ending = subscription.ending
        if ending in ("behind", "stalled"):
            context.set_trailing_metadata(
                (("xtcp-rows-missed", str(subscription.missed_rows)), ("xtcp-queue-bytes", str(subscription.queue_bytes)))
            )
            context.abort(
                grpc.StatusCode.RESOURCE_EXHAUSTED,
                f"you have missed {subscription.missed_rows} records: more than {subscription.queue_bytes} bytes (-grpcQueueBytes) waited"
                " for you; read faster, ask for Envelopes, set a filter, or raise the limit",
            )
        if ending == "closing":
            context.abort(grpc.StatusCode.UNAVAILABLE, "the daemon ends, or serves elsewhere")
        if ending == "damaged":
            context.abort(grpc.StatusCode.INTERNAL, "a row was damaged: the daemon's log says where")
