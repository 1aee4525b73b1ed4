"""One stream of records: whole Envelopes, or from a server that does not know those, the predecessor's, record by record."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import grpc
from google.protobuf.empty_pb2 import Empty
from google.protobuf.message import DecodeError
from google.protobuf.unknown_fields import UnknownFieldSet

from xtcp_ebpf.client.call_failed import CallFailed, failure
from xtcp_ebpf.client.channel import Connection
from xtcp_ebpf.client.inbox import Arrived, Inbox
from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb
from xtcp_ebpf.wire import framing

SERVICE = "/xtcp_flat_record.v1.XTCPFlatRecordService/"
JOIN_SECONDS = 5.0
_TAG = bytes((framing.ROW_TAG,))


class Stream:
    """Reads in a thread of its own until it is closed. Use `take` from one thread."""

    def __init__(self, connection: Connection, wanted: pb.RecordFilter, poll_seconds: float | None = None) -> None:
        """`poll_seconds`: have the daemon poll at once, and again so often; None: its own polls only."""
        self._connection = connection
        self._wanted = wanted
        self._poll_seconds = poll_seconds
        self._inbox = Inbox()
        self._closed = threading.Event()
        self._call: Any = None
        self.one_by_one = False
        """The server knows no Envelopes: it sends records alone, says nothing of polls, and filters nothing."""
        self._reader = threading.Thread(target=self._read, name="records", daemon=True)
        self._reader.start()

    def take(self, seconds: float) -> list[Arrived]:
        """All that has come; nothing when nothing did within so many seconds. Raises CallFailed when the stream is over and empty."""
        return self._inbox.take(seconds)

    def close(self) -> None:
        """Ends the call; the connection stays."""
        self._closed.set()
        self._inbox.close()
        if self._call is not None:
            self._call.cancel()
        self._reader.join(JOIN_SECONDS)

    def _read(self) -> None:
        try:
            try:
                self._pump(self._envelopes(), _envelope)
            except CallFailed as error:
                if error.code != "UNIMPLEMENTED":
                    raise
                self.one_by_one = True
                self._pump(self._flat(), _record)
            raise CallFailed("UNAVAILABLE", f"{self._connection.where}: the server has ended the stream")
        except Exception as error:  # a defect too: who waits for records must hear of it
            self._inbox.fail(error)

    def _pump(self, call: Any, read: Callable[[bytes], Arrived]) -> None:
        self._call = call
        if self._closed.is_set():  # close() came before there was a call
            call.cancel()
        where = self._connection.where
        try:
            for message in call:
                if not self._inbox.put(read(message)):
                    return
        except grpc.RpcError as error:
            raise failure(where, error) from error
        except (DecodeError, ValueError) as error:
            call.cancel()
            raise CallFailed("INVALID_ARGUMENT", f"{where}: what it sends is no record of ours: {error}") from error

    def _envelopes(self) -> Any:
        # Without a deserialiser: the rows are handed on as they came, not made into objects and back.
        if self._poll_seconds is None:
            request = pb.EnvelopesRequest(filter=self._wanted)
            return self._unary("Envelopes")(request.SerializeToString(), metadata=self._connection.metadata)
        return self._bidirectional("PollEnvelopes")(self._asking(pb.PollEnvelopesRequest), metadata=self._connection.metadata)

    def _flat(self) -> Any:
        if self._poll_seconds is None:
            request = pb.FlatRecordsRequest(filter=self._wanted)
            return self._unary("FlatRecords")(request.SerializeToString(), metadata=self._connection.metadata)
        return self._bidirectional("PollFlatRecords")(self._asking(pb.PollFlatRecordsRequest), metadata=self._connection.metadata)

    def _unary(self, method: str) -> Any:
        return self._connection.channel.unary_stream(SERVICE + method)

    def _bidirectional(self, method: str) -> Any:
        return self._connection.channel.stream_stream(SERVICE + method)

    def _asking(self, kind: type[pb.PollEnvelopesRequest] | type[pb.PollFlatRecordsRequest]) -> Iterator[bytes]:
        yield kind(filter=self._wanted).SerializeToString()
        while not self._closed.wait(self._poll_seconds):
            yield kind().SerializeToString()


def _parts(message: bytes) -> dict[int, Any]:
    """Number -> value of its fields, messages as bytes."""
    unknown = UnknownFieldSet(Empty.FromString(message))
    return {part.field_number: part.data for part in map(unknown.__getitem__, range(len(unknown)))}


def _envelope(message: bytes) -> Arrived:
    parts = _parts(message)
    chunk = parts.get(1, b"")
    return Arrived(chunk, sum(1 for _ in framing.rows(chunk)), parts.get(2, 0), bool(parts.get(3, 0)))


def _record(message: bytes) -> Arrived:
    record = _parts(message).get(1, b"")
    return Arrived(_TAG + framing.varint(len(record)) + record, 1)
