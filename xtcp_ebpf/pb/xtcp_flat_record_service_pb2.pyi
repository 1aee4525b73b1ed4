from xtcp_ebpf.pb import xtcp_flat_record_pb2 as _xtcp_flat_record_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RecordFilter(_message.Message):
    __slots__ = ("netns", "ports", "source_ports", "destination_ports", "states", "prefixes", "every_nth")
    NETNS_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    SOURCE_PORTS_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_PORTS_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    PREFIXES_FIELD_NUMBER: _ClassVar[int]
    EVERY_NTH_FIELD_NUMBER: _ClassVar[int]
    netns: _containers.RepeatedScalarFieldContainer[str]
    ports: _containers.RepeatedScalarFieldContainer[int]
    source_ports: _containers.RepeatedScalarFieldContainer[int]
    destination_ports: _containers.RepeatedScalarFieldContainer[int]
    states: _containers.RepeatedScalarFieldContainer[int]
    prefixes: _containers.RepeatedScalarFieldContainer[str]
    every_nth: int
    def __init__(self, netns: _Optional[_Iterable[str]] = ..., ports: _Optional[_Iterable[int]] = ..., source_ports: _Optional[_Iterable[int]] = ..., destination_ports: _Optional[_Iterable[int]] = ..., states: _Optional[_Iterable[int]] = ..., prefixes: _Optional[_Iterable[str]] = ..., every_nth: _Optional[int] = ...) -> None: ...

class FlatRecordsRequest(_message.Message):
    __slots__ = ("filter",)
    FILTER_FIELD_NUMBER: _ClassVar[int]
    filter: RecordFilter
    def __init__(self, filter: _Optional[_Union[RecordFilter, _Mapping]] = ...) -> None: ...

class FlatRecordsResponse(_message.Message):
    __slots__ = ("xtcp_flat_record",)
    XTCP_FLAT_RECORD_FIELD_NUMBER: _ClassVar[int]
    xtcp_flat_record: _xtcp_flat_record_pb2.XtcpFlatRecord
    def __init__(self, xtcp_flat_record: _Optional[_Union[_xtcp_flat_record_pb2.XtcpFlatRecord, _Mapping]] = ...) -> None: ...

class PollFlatRecordsRequest(_message.Message):
    __slots__ = ("filter",)
    FILTER_FIELD_NUMBER: _ClassVar[int]
    filter: RecordFilter
    def __init__(self, filter: _Optional[_Union[RecordFilter, _Mapping]] = ...) -> None: ...

class PollFlatRecordsResponse(_message.Message):
    __slots__ = ("xtcp_flat_record",)
    XTCP_FLAT_RECORD_FIELD_NUMBER: _ClassVar[int]
    xtcp_flat_record: _xtcp_flat_record_pb2.XtcpFlatRecord
    def __init__(self, xtcp_flat_record: _Optional[_Union[_xtcp_flat_record_pb2.XtcpFlatRecord, _Mapping]] = ...) -> None: ...

class EnvelopesRequest(_message.Message):
    __slots__ = ("filter",)
    FILTER_FIELD_NUMBER: _ClassVar[int]
    filter: RecordFilter
    def __init__(self, filter: _Optional[_Union[RecordFilter, _Mapping]] = ...) -> None: ...

class PollEnvelopesRequest(_message.Message):
    __slots__ = ("filter",)
    FILTER_FIELD_NUMBER: _ClassVar[int]
    filter: RecordFilter
    def __init__(self, filter: _Optional[_Union[RecordFilter, _Mapping]] = ...) -> None: ...

class EnvelopesResponse(_message.Message):
    __slots__ = ("envelope", "poll_number", "poll_end")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    POLL_NUMBER_FIELD_NUMBER: _ClassVar[int]
    POLL_END_FIELD_NUMBER: _ClassVar[int]
    envelope: _xtcp_flat_record_pb2.Envelope
    poll_number: int
    poll_end: bool
    def __init__(self, envelope: _Optional[_Union[_xtcp_flat_record_pb2.Envelope, _Mapping]] = ..., poll_number: _Optional[int] = ..., poll_end: bool = ...) -> None: ...
