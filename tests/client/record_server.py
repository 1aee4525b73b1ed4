"""A real gRPC server whose records are what the test says: ours, or one like the predecessor's, which knows no Envelopes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent import futures
from pathlib import Path
from typing import Any

import grpc
from conformance.peers import until

from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb
from xtcp_ebpf.pb import xtcp_flat_record_service_pb2_grpc as service
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord

Refusal = tuple[grpc.StatusCode, str]


def rows(*counters: int, **fields: Any) -> list[XtcpFlatRecord]:
    return [XtcpFlatRecord(record_counter=counter, **fields) for counter in counters]


def message(records: list[XtcpFlatRecord], poll: int, end: bool = False) -> pb.EnvelopesResponse:
    return pb.EnvelopesResponse(envelope=Envelope(row=records), poll_number=poll, poll_end=end)


class RecordServer(service.XTCPFlatRecordServiceServicer):
    """Each stream is sent what `send` is given while it is open. With `old` it is like the predecessor's."""

    def __init__(self, address: str = "127.0.0.1:0", old: bool = False, credentials: grpc.ServerCredentials | None = None) -> None:
        self.old = old
        self.refusal: Refusal | None = None
        self.requests: list[Any] = []
        self.metadata: list[dict[str, str]] = []
        self.on_poll: Callable[[int], None] = lambda _number: None
        self.polls_asked = 0
        self._streams: list[queue.Queue[Any]] = []
        self._lock = threading.Lock()
        self._server = grpc.server(futures.ThreadPoolExecutor(8), options=[("grpc.so_reuseport", 0)])
        service.add_XTCPFlatRecordServiceServicer_to_server(self, self._server)
        port = self._server.add_secure_port(address, credentials) if credentials else self._server.add_insecure_port(address)
        self.target = address if address.startswith("unix:") else f"127.0.0.1:{port}"
        self.port = port
        self._server.start()

    def __enter__(self) -> RecordServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        with self._lock:
            for stream in self._streams:
                stream.put(None)
        self._server.stop(0).wait()

    def streams(self, wanted: int = 1) -> None:
        """Waits until so many are open."""
        until(lambda: len(self._streams) >= wanted, f"{wanted} streams")

    def send(self, *what: Any) -> None:
        """A message or a Refusal to every stream that is open."""
        with self._lock:
            for stream in self._streams:
                for one in what:
                    stream.put(one)

    def _stream(self, request: Any, context: grpc.ServicerContext) -> Iterator[Any]:
        mine: queue.Queue[Any] = queue.Queue()
        self.requests.append(request)
        self.metadata.append({str(key): str(value) for key, value in context.invocation_metadata()})
        if self.refusal:
            context.abort(*self.refusal)
        context.add_callback(lambda: mine.put(None))
        with self._lock:
            self._streams.append(mine)
        try:
            while (one := mine.get()) is not None:
                if isinstance(one, tuple):
                    context.abort(*one)
                yield one
        finally:
            with self._lock:
                self._streams.remove(mine)

    def _polled(self, requests: Iterator[Any], context: grpc.ServicerContext) -> Iterator[Any]:
        first = next(requests)

        def rest() -> None:
            self._asked()
            try:
                for _ in requests:
                    self._asked()
            except grpc.RpcError:
                pass  # the client is gone

        threading.Thread(target=rest, daemon=True).start()
        yield from self._stream(first, context)

    def _asked(self) -> None:
        self.streams()
        self.polls_asked += 1
        self.on_poll(self.polls_asked)

    def FlatRecords(self, request: Any, context: grpc.ServicerContext) -> Iterator[Any]:  # noqa: N802  # gRPC's name
        return self._stream(request, context)

    def PollFlatRecords(self, request_iterator: Any, context: grpc.ServicerContext) -> Iterator[Any]:  # noqa: N802  # gRPC's name
        return self._polled(request_iterator, context)

    def Envelopes(self, request: Any, context: grpc.ServicerContext) -> Iterator[Any]:  # noqa: N802  # gRPC's name
        if self.old:
            context.abort(grpc.StatusCode.UNIMPLEMENTED, "unknown method Envelopes")
        return self._stream(request, context)

    def PollEnvelopes(self, request_iterator: Any, context: grpc.ServicerContext) -> Iterator[Any]:  # noqa: N802  # gRPC's name
        if self.old:
            context.abort(grpc.StatusCode.UNIMPLEMENTED, "unknown method PollEnvelopes")
        return self._polled(request_iterator, context)


def server_credentials(cert: Path, key: Path, ca: Path | None = None) -> grpc.ServerCredentials:
    """TLS; with `ca` clients must show a certificate of it."""
    return grpc.ssl_server_credentials([(key.read_bytes(), cert.read_bytes())], ca.read_bytes() if ca else None, ca is not None)
