"""A schema registry for Protobuf, written from Confluent's public REST API: package registries have none, of theirs or of others.

What it does not do: compatibility (script a 409 for that), deleting, contexts, Avro and JSON schemas. Schemas are compiled by protoc,
with the files that they refer to, so what is accepted here is valid.
"""

from __future__ import annotations

import base64
import binascii
import json
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from google.protobuf.descriptor_pb2 import FileDescriptorSet

from servers.cache import CannotMake, run
from servers.certificates import Certificates
from servers.http_sink import Answer, HttpSink, Request

CONTENT_TYPE = "application/vnd.schemaregistry.v1+json"
FILE = "schema.proto"
LARGEST = 2**31 - 1


class Refused(Exception):
    """An error as the API numbers them; its status is the first three digits."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


@dataclass(frozen=True)
class Reference:
    """`name` as the importing file says it."""

    name: str
    subject: str
    version: int


@dataclass(frozen=True)
class Schema:
    """One schema, which may stand in several subjects under the same id."""

    text: str
    references: tuple[Reference, ...]
    descriptor: bytes
    """Of its file: a serialised FileDescriptorProto."""

    def same(self, other: Schema) -> bool:
        return (self.text, self.references) == (other.text, other.references)


class SchemaRegistry(HttpSink):
    """`user` and `password`: clients must show them (Basic). `requests` has what was asked; `script` answers in its place."""

    def __init__(self, user: str = "", password: str = "", tls: Certificates | None = None, mutual: bool = False) -> None:
        super().__init__(tls, mutual)
        self._credentials = f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}" if user else ""
        self._subjects: dict[str, list[int]] = {}
        self._schemas: list[Schema] = []
        self._one_registers = threading.Lock()
        self.answer = self._answer

    def _answer(self, request: Request) -> Answer:
        try:
            if self._credentials and request.headers.get("authorization") != self._credentials:
                raise Refused(401, "Unauthorized")
            status, said = 200, self._route(request)
        except Refused as error:
            status, said = int(str(error.code)[:3]), {"error_code": error.code, "message": str(error)}
        more = {"WWW-Authenticate": 'Basic realm="SchemaRegistry"'} if status == 401 else {}
        return Answer(status, json.dumps(said).encode(), {"Content-Type": CONTENT_TYPE, **more})

    def _route(self, request: Request) -> object:
        match request.method, [unquote(part) for part in urlsplit(request.target).path.strip("/").split("/")]:
            case "GET", ["subjects"]:
                return sorted(self._subjects)
            case "GET", ["schemas", "types"]:
                return ["PROTOBUF"]
            case "GET", ["schemas", "ids", number]:
                return self._shown(self._by_id(number), request)
            case "GET", ["subjects", subject, "versions"]:
                return list(range(1, len(self._versions(subject)) + 1))
            case "GET", ["subjects", subject, "versions", version]:
                return self._placed(subject, self._version(subject, version), request)
            case "POST", ["subjects", subject, "versions"]:
                return {"id": self._register(subject, self._read(request))}
            case "POST", ["subjects", subject]:
                return self._look_up(subject, self._read(request), request)
        raise Refused(404, "HTTP 404 Not Found")

    def _versions(self, subject: str) -> list[int]:
        """The ids of a subject's schemas, oldest first."""
        if subject not in self._subjects:
            raise Refused(40401, f"Subject '{subject}' not found.")
        return self._subjects[subject]

    def _version(self, subject: str, version: str) -> int:
        newest = len(self._versions(subject))
        if version in ("latest", "-1"):
            return newest
        if not version.isdecimal() or not 1 <= int(version) <= LARGEST:
            raise Refused(42202, f"The specified version '{version}' is not a valid version id.")
        if int(version) > newest:
            raise Refused(40402, f"Version {version} not found.")
        return int(version)

    def _by_id(self, number: str) -> Schema:
        if not number.isdecimal() or not 1 <= int(number) <= len(self._schemas):
            raise Refused(40403, f"Schema {number} not found")
        return self._schemas[int(number) - 1]

    def _shown(self, schema: Schema, request: Request) -> dict[str, object]:
        text = base64.b64encode(schema.descriptor).decode() if request.query.get("format") == "serialized" else schema.text
        shown: dict[str, object] = {"schemaType": "PROTOBUF", "schema": text}
        if schema.references:
            shown["references"] = [vars(reference) for reference in schema.references]
        return shown

    def _placed(self, subject: str, version: int, request: Request) -> dict[str, object]:
        number = self._subjects[subject][version - 1]
        return {"subject": subject, "version": version, "id": number, **self._shown(self._schemas[number - 1], request)}

    def _register(self, subject: str, schema: Schema) -> int:
        with self._one_registers:
            ids = [number for number, known in enumerate(self._schemas, 1) if known.same(schema)]
            if not ids:
                self._schemas.append(schema)
                ids = [len(self._schemas)]
            versions = self._subjects.setdefault(subject, [])
            if ids[0] not in versions:
                versions.append(ids[0])
            return ids[0]

    def _look_up(self, subject: str, schema: Schema, request: Request) -> dict[str, object]:
        for version, number in enumerate(self._versions(subject), 1):
            if self._schemas[number - 1].same(schema):
                return self._placed(subject, version, request)
        raise Refused(40403, "Schema not found")

    def _read(self, request: Request) -> Schema:
        """What a client wants to register. Raises Refused."""
        try:
            said: Mapping[str, Any] = json.loads(request.body)
            text, kind = str(said["schema"]), str(said.get("schemaType", "AVRO"))
            told = said.get("references") or []
            references = tuple(Reference(str(one["name"]), str(one["subject"]), int(one["version"])) for one in told)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Refused(422, f"Invalid request: {error!r}") from error
        if kind != "PROTOBUF":
            raise Refused(42201, f"Invalid schema type {kind}: this registry has PROTOBUF only")
        return Schema(text, references, self._compiled(text, references))

    def _compiled(self, text: str, references: Sequence[Reference]) -> bytes:
        try:
            return base64.b64decode(text, validate=True)  # some clients send a descriptor
        except binascii.Error:
            pass
        with TemporaryDirectory() as folder:
            where = Path(folder)
            self._lay_out(references, where)
            (where / FILE).write_text(text)
            try:
                run([sys.executable, "-m", "grpc_tools.protoc", "-I.", "--descriptor_set_out=set", FILE], where)
            except CannotMake as error:
                raise Refused(42201, f"Invalid schema: {error}") from error
            return FileDescriptorSet.FromString((where / "set").read_bytes()).file[0].SerializeToString()

    def _lay_out(self, references: Sequence[Reference], where: Path) -> None:
        for reference in references:
            path = where / reference.name
            if not path.resolve().is_relative_to(where.resolve()):
                raise Refused(42201, f"Invalid schema: reference {reference.name}")
            try:
                number = self._version(reference.subject, str(reference.version))
            except Refused as error:
                raise Refused(42201, f"Invalid schema: No schema reference found for subject '{reference.subject}': {error}") from error
            schema = self._schemas[self._subjects[reference.subject][number - 1] - 1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(schema.text)
            self._lay_out(schema.references, where)
