"""What is served: health, reflection, and both of our services, by the library's own clients."""

from __future__ import annotations

from pathlib import Path

import grpc
from api.framed_rows import record, sealed
from api.open_api import SECONDS, opened, told
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase
from servers import authority

from xtcp_ebpf.api.access import CONFIG, METHODS, RECORDS
from xtcp_ebpf.pb import xtcp_config_pb2 as pb
from xtcp_ebpf.pb.xtcp_config_pb2_grpc import ConfigServiceStub
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2 import EnvelopesRequest, FlatRecordsRequest
from xtcp_ebpf.pb.xtcp_flat_record_service_pb2_grpc import XTCPFlatRecordServiceStub

READY, NOT_READY = health_pb2.HealthCheckResponse.SERVING, health_pb2.HealthCheckResponse.NOT_SERVING


def test_health() -> None:
    """Of the whole and of each service, before and after the daemon is ready; of a service that is none, NOT_FOUND."""
    with opened() as world:
        stub = health_pb2_grpc.HealthStub(world.channel())
        for ready, status in ((None, NOT_READY), (True, READY), (False, NOT_READY)):
            if ready is not None:
                world.api.set_serving(ready)
            for name in ("", CONFIG, RECORDS):
                assert stub.Check(health_pb2.HealthCheckRequest(service=name), timeout=SECONDS).status == status
        assert told(lambda: stub.Check(health_pb2.HealthCheckRequest(service="none"), timeout=SECONDS))[0] == "NOT_FOUND"


def test_who_watches_health_is_told_of_each_change() -> None:
    """And does not hold up the end."""
    with opened() as world:
        watching = health_pb2_grpc.HealthStub(world.channel()).Watch(health_pb2.HealthCheckRequest(), timeout=SECONDS)
        assert next(watching).status == NOT_READY
        for ready, status in ((True, READY), (False, NOT_READY)):
            world.api.set_serving(ready)
            assert next(watching).status == status
        world.api.close(0.1)
        assert told(lambda: list(watching))[0] in ("CANCELLED", "UNAVAILABLE")


def test_reflection_describes_all_that_is_served() -> None:
    """A client without our .proto finds every service, and its methods are those that the gate knows."""
    with opened() as world:
        database = ProtoReflectionDescriptorDatabase(world.channel())
        names = set(database.get_services())
        assert {CONFIG, RECORDS, "grpc.health.v1.Health"} <= names
        pool = DescriptorPool(database)
        paths = {f"/{name}/{method.name}" for name in names for method in pool.FindServiceByName(name).methods}
        known = {path for path in METHODS if path.split("/")[1] in names}
        assert paths == known or paths == known - {"/grpc.health.v1.Health/List"}  # older libraries have no List


def test_a_call_with_the_generated_client() -> None:
    """The predecessor's way: package, service, message; with gzip, as its client does it."""
    with opened() as world:
        stub = ConfigServiceStub(world.channel())
        for compression in (grpc.Compression.NoCompression, grpc.Compression.Gzip):
            answer = stub.Get(pb.GetRequest(), timeout=SECONDS, compression=compression)
            assert answer.config.dest == "null"


def test_records_come_through(tmp_path: Path) -> None:
    """By the gate and by every kind of listener, in both shapes, as they are offered."""
    papers = authority()
    tls = {"grpc_tls_cert": str(papers.server_cert), "grpc_tls_key": str(papers.server_key)}
    with opened(grpc_listen=(f"unix:{tmp_path}/s", "127.0.0.1:0"), **tls) as world:
        trusting = grpc.ssl_channel_credentials(papers.ca.read_bytes())
        channels = [world.channel(f"unix:{tmp_path}/s"), world.channel(str(world.api.addresses[-1]), trusting)]
        flat = [XTCPFlatRecordServiceStub(channel).FlatRecords(FlatRecordsRequest(), timeout=SECONDS) for channel in channels]
        whole = [XTCPFlatRecordServiceStub(channel).Envelopes(EnvelopesRequest(), timeout=SECONDS) for channel in channels]
        for stream in (*flat, *whole):
            stream.initial_metadata()
        world.subscribers.poll_began(1)
        rows = [record(number) for number in range(3)]
        world.subscribers.offer(sealed(rows))
        world.subscribers.poll_ended(1)
        for stream in flat:
            assert [next(stream).xtcp_flat_record for _ in rows] == rows
        for stream in whole:
            assert list(next(stream).envelope.row) == rows
        for stream in (*flat, *whole):
            stream.cancel()
