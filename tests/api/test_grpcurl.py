"""The real grpcurl, which knows us by reflection alone: in clear, by TLS, with a client certificate, by a Unix socket, with a token."""

from __future__ import annotations

import json
from pathlib import Path

from api.open_api import TOKEN, opened
from servers import authority
from servers.grpcurl import grpcurl

SERVICES = [
    "grpc.health.v1.Health",
    "grpc.reflection.v1alpha.ServerReflection",
    "xtcp_config.v1.ConfigService",
    "xtcp_flat_record.v1.XTCPFlatRecordService",
]
GET, TRIGGER = "xtcp_config.v1.ConfigService/Get", "xtcp_config.v1.ConfigService/TriggerPoll"


def test_in_clear(tmp_path: Path) -> None:
    """It lists, describes and calls; what it may not do it is told, and with the token it may."""
    token = tmp_path / "token"
    token.write_text(TOKEN)
    with opened(grpc_token_file=str(token)) as world:
        where = world.where
        assert grpcurl("-plaintext", where, "list") == (0, "\n".join(SERVICES) + "\n")
        done, said = grpcurl("-plaintext", where, "describe", "xtcp_flat_record.v1.FlatRecordsRequest")
        assert (done, ".xtcp_flat_record.v1.RecordFilter filter = 300;" in said) == (0, True)
        done, said = grpcurl("-plaintext", where, GET)
        assert (done, json.loads(said)["config"]["dest"]) == (0, "null")
        assert grpcurl("-plaintext", where, "grpc.health.v1.Health/Check") == (0, '{\n  "status": "NOT_SERVING"\n}\n')
        done, said = grpcurl("-plaintext", where, TRIGGER)
        assert (done, "Code: Unauthenticated" in said, "authorization: Bearer TOKEN" in said) == (64 + 16, True, True)
        assert grpcurl("-plaintext", "-H", f"authorization: Bearer {TOKEN}", where, TRIGGER) == (0, "{}\n")
        assert world.daemon.triggers == 1


def test_by_tls() -> None:
    """With the authority's certificate, and with a client's where one is asked for."""
    papers = authority()
    tls = {"grpc_tls_cert": str(papers.server_cert), "grpc_tls_key": str(papers.server_key)}
    with opened(**tls) as world:
        assert grpcurl("-cacert", str(papers.ca), world.where, "list") == (0, "\n".join(SERVICES) + "\n")
    with opened(**tls, grpc_client_ca=str(papers.ca)) as world:
        shown = ("-cert", str(papers.client_cert), "-key", str(papers.client_key))
        assert grpcurl("-cacert", str(papers.ca), *shown, world.where, TRIGGER) == (0, "{}\n")
        assert grpcurl("-connect-timeout", "1", "-cacert", str(papers.ca), world.where, "list")[0] != 0


def test_by_a_unix_socket(tmp_path: Path) -> None:
    """There it controls without a token."""
    with opened(grpc_listen=(f"unix:{tmp_path}/s",)) as world:
        assert grpcurl("-plaintext", f"unix://{tmp_path}/s", TRIGGER) == (0, "{}\n")
        assert world.daemon.triggers == 1
