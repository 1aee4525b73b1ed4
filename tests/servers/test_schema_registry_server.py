"""The tests' own schema registry, held to the public REST API's words; Confluent's registry itself cannot be had here."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorProto

from servers.schema_registry import CONTENT_TYPE, SchemaRegistry

OURS = (Path(__file__).resolve().parents[2] / "proto/xtcp_flat_record/v1/xtcp_flat_record.proto").read_text()
INNER = 'syntax = "proto3";\npackage a;\nmessage Inner { int32 one = 1; }\n'
OUTER = 'syntax = "proto3";\nimport "a/inner.proto";\nimport "google/protobuf/timestamp.proto";\nmessage Outer { a.Inner inner = 1; }\n'
NEEDED = [{"name": "a/inner.proto", "subject": "inner", "version": 1}]


@pytest.fixture
def registry() -> Iterator[SchemaRegistry]:
    """Empty, without credentials."""
    with SchemaRegistry() as made:
        yield made


def asked(registry: SchemaRegistry, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
    """Status and what the JSON says. A body makes it a POST."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(registry.url + path, data, {"Content-Type": CONTENT_TYPE, **headers})
    try:
        with urlopen(request, timeout=5) as answer:
            assert answer.headers["Content-Type"] == CONTENT_TYPE
            return answer.status, json.load(answer)
    except HTTPError as error:
        with error:
            return error.code, json.load(error)


def protobuf(text: str, *references: object) -> dict[str, object]:
    return {"schemaType": "PROTOBUF", "schema": text, **({"references": references} if references else {})}


def test_registers_and_tells(registry: SchemaRegistry) -> None:
    """The same schema has one id wherever and however often it is registered; versions are counted in each subject."""
    assert asked(registry, "/subjects/rows-value/versions", protobuf(OURS)) == (200, {"id": 1})
    assert asked(registry, "/subjects/rows-value/versions", protobuf(OURS)) == (200, {"id": 1})
    assert asked(registry, "/subjects/rows-value/versions", protobuf(INNER)) == (200, {"id": 2})
    other = f"/subjects/{quote('a/b c', safe='')}/versions"
    assert asked(registry, other, protobuf(INNER)) == (200, {"id": 2})
    assert asked(registry, "/subjects/rows-value/versions") == (200, [1, 2])
    newest = {"subject": "rows-value", "version": 2, "id": 2, "schemaType": "PROTOBUF", "schema": INNER}
    assert asked(registry, "/subjects/rows-value/versions/latest") == (200, newest)
    assert asked(registry, "/subjects/rows-value/versions/1")[1]["schema"] == OURS
    assert asked(registry, "/schemas/ids/1") == (200, {"schemaType": "PROTOBUF", "schema": OURS})
    assert asked(registry, "/subjects/rows-value", protobuf(INNER))[1]["version"] == 2
    assert asked(registry, "/subjects") == (200, ["a/b c", "rows-value"])
    registry.restart()
    assert asked(registry, "/schemas/ids/2")[1]["schema"] == INNER


def test_references(registry: SchemaRegistry) -> None:
    """A schema that imports another compiles only with it, and tells of it again; well-known types need no mention."""
    assert asked(registry, "/subjects/outer/versions", protobuf(OUTER))[1]["error_code"] == 42201
    assert asked(registry, "/subjects/outer/versions", protobuf(OUTER, *NEEDED))[1]["error_code"] == 42201
    asked(registry, "/subjects/inner/versions", protobuf(INNER))
    status, said = asked(registry, "/subjects/outer/versions", protobuf(OUTER, *NEEDED))
    assert (status, said) == (200, {"id": 2})
    assert asked(registry, "/schemas/ids/2")[1]["references"] == NEEDED
    shown = asked(registry, "/schemas/ids/2?format=serialized")[1]["schema"]
    assert [one.name for one in FileDescriptorProto.FromString(base64.b64decode(shown)).message_type] == ["Outer"]


def test_refusals(registry: SchemaRegistry) -> None:
    """Each error has the status and the number of the API."""
    post = "/subjects/s/versions"
    assert asked(registry, "/subjects/s/versions/latest")[1]["error_code"] == 40401
    assert asked(registry, post, protobuf("message {"))[0] == 422
    assert asked(registry, post, {"schema": '"string"'})[1]["error_code"] == 42201
    assert asked(registry, post, ["x"])[1]["error_code"] == 422
    assert asked(registry, post, protobuf(INNER, {"name": "../x", "subject": "s", "version": 1}))[1]["error_code"] == 42201
    assert asked(registry, post) == (404, {"error_code": 40401, "message": "Subject 's' not found."})
    asked(registry, post, protobuf(INNER))
    assert asked(registry, "/subjects/s/versions/2") == (404, {"error_code": 40402, "message": "Version 2 not found."})
    assert asked(registry, "/subjects/s/versions/x")[1]["error_code"] == 42202
    assert asked(registry, "/subjects/s", protobuf(OURS))[1]["error_code"] == 40403
    assert asked(registry, "/schemas/ids/2")[1]["error_code"] == 40403
    assert asked(registry, "/nothing")[0] == 404
    registry.script(503)
    with pytest.raises(ValueError, match="Expecting value"):
        asked(registry, "/subjects")


def test_credentials() -> None:
    """Basic ones, and nothing for who has none."""
    with SchemaRegistry("u", "p:w") as registry:
        assert asked(registry, "/subjects") == (401, {"error_code": 401, "message": "Unauthorized"})
        basic = base64.b64encode(b"u:p:w").decode()
        assert asked(registry, "/subjects", Authorization=f"Basic {basic}") == (200, [])
