"""A client of a schema registry that speaks Confluent's REST API: asks for schemas, registers them with those that they import.

It follows no redirects and uses no proxies. Its credentials stand in the URL; over https, -destUser and its password do as well.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _tls
from xtcp_ebpf.destinations._kafka_framing import imports
from xtcp_ebpf.destinations._secret import secret
from xtcp_ebpf.errors import BadAddress, SendError, errno_text
from xtcp_ebpf.mask import masked

ANSWER_SECONDS = 5.0
MOST_BYTES = 8 << 20
TYPE = "application/vnd.schemaregistry.v1+json"
SHIPPED = "xtcp_flat_record.proto"

NOT_THERE = (404,)
STATUS = {
    401: "wrong user or password",
    403: "this user may not",
    409: "it is not compatible with an earlier version",
    422: "the registry does not take it",
}
"""What the status alone says; the registry's own words follow."""

Reference = dict[str, str | int]


class Registered(NamedTuple):
    """A version of a subject."""

    subject: str
    id: int
    """By which messages name it."""
    version: int
    """0: not told."""
    schema: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A .proto as text, and where its imports are looked for: beside it and in the folders above."""

    text: str
    path: Path | None = None
    """None: it comes with the program."""

    @classmethod
    def of(cls, target: Target) -> Source:
        """That of -xtcpProtoFile, or the one that comes with the program. Raises SendError `schema`, without retry."""
        named = target.knobs.xtcp_proto_file
        if not named:
            return cls(files("xtcp_ebpf.pb").joinpath(SHIPPED).read_text())
        try:
            return cls(Path(named).read_text(), Path(named).resolve())
        except OSError as error:
            raise _unreadable(target, errno_text(error.errno or 0)) from error
        except UnicodeDecodeError:
            raise _unreadable(target, "it is not UTF-8 text") from None

    def imported(self, name: str) -> Source:
        """Raises SendError `schema`, without retry."""
        for folder in self.path.parents if self.path else ():
            if (found := folder / name).is_file():
                return Source(found.read_text(), found)
        raise SendError(
            "schema", f"{self.path or SHIPPED} imports {name}, which is neither beside it nor below a folder above", retry=False
        )


@dataclass
class Registry:
    """Each request is a connection of its own: there are few. All raise SendError `schema`, or that of the connection."""

    target: Target
    patience: float = ANSWER_SECONDS
    _url: SplitResult = field(init=False)

    def __post_init__(self) -> None:
        self._url = _split(self.target)
        self.where = f"-kafkaSchemaUrl {masked(self.target.knobs.kafka_schema_url)}"

    def latest(self, subject: str) -> Registered:
        """The newest version. Raises SendError `schema` when there is none."""
        found = self._ask("GET", f"/subjects/{quote(subject, '')}/versions/latest")
        if found is None:
            raise SendError("schema", f"{self.where}: there is no subject {subject}: register-schema makes it")
        return self._registered(subject, found)

    def register(self, subject: str, source: Source) -> Registered:
        """The same schema is registered once, however often it is asked for: with all that it imports, each under its own name."""
        body = {"schemaType": "PROTOBUF", "schema": source.text, "references": self._references(source, ())}
        path = f"/subjects/{quote(subject, '')}"
        found = self._ask("POST", path, body)
        if found is None:
            made = self._ask("POST", f"{path}/versions", body)
            # Some answer with the id alone.
            found = made if made is None or "version" in made else self._ask("POST", path, body) or made
        if found is None:
            raise SendError("schema", f"{self.where}: 404 for {path}/versions: this is no schema registry")
        return self._registered(subject, found)

    def _references(self, source: Source, above: Sequence[str]) -> list[Reference]:
        found: list[Reference] = []
        for name in imports(source.text):
            if name in above:
                raise SendError("schema", f"{name} imports itself, by way of {', '.join(above)}", retry=False)
            part = source.imported(name)
            body = {"schemaType": "PROTOBUF", "schema": part.text, "references": self._references(part, (*above, name))}
            self._ask("POST", f"/subjects/{quote(name, '')}/versions", body)
            version = self._ask("POST", f"/subjects/{quote(name, '')}", body)
            if version is None:
                raise SendError("schema", f"{self.where}: {name} was registered and is not there")
            found.append({"name": name, "subject": name, "version": self._registered(name, version).version})
        return found

    def _registered(self, subject: str, answer: dict[str, Any]) -> Registered:
        try:
            return Registered(subject, int(answer["id"]), int(answer.get("version", 0)), str(answer.get("schema", "")))
        except (KeyError, TypeError, ValueError):
            raise SendError("schema", f"{self.where}: this is no schema registry: it answered {str(answer)[:80]!r}") from None

    def _ask(self, method: str, path: str, body: object = None) -> dict[str, Any] | None:
        """None: it is not there."""
        headers = {"Accept": TYPE, "Content-Type": TYPE, **self._credentials()}
        secure = self._url.scheme == "https"
        host, port = self._url.hostname or "", self._url.port
        made = HTTPSConnection(host, port, timeout=self.patience, context=_tls.context(self.target)) if secure else None
        connection = made or HTTPConnection(host, port, timeout=self.patience)
        try:
            connection.request(method, self._url.path.rstrip("/") + path, None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            status, content = response.status, response.read(MOST_BYTES)
        except OSError as error:
            raise _tls.failure(self.where, error) from error
        except HTTPException as error:
            raise SendError("schema", f"{self.where}: this is no HTTP server: {error!r}") from error
        finally:
            connection.close()
        return self._understood(f"{method} {path}", status, content)

    def _understood(self, what: str, status: int, content: bytes) -> dict[str, Any] | None:
        try:
            answer = json.loads(content)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise SendError("schema", f"{self.where}: this is no schema registry: {status} and {content[:80]!r} for {what}")
        if status in NOT_THERE and "error_code" in answer:
            return None
        if status != 200:
            said = str(answer.get("message", ""))[:500]
            meaning = STATUS.get(status, "the registry has failed" if status >= 500 else "")
            raise SendError("schema", f"{self.where}: {': '.join(filter(None, (f'{status} for {what}', meaning, said)))}")
        return answer

    def _credentials(self) -> dict[str, str]:
        user, password = unquote(self._url.username or ""), unquote(self._url.password or "")
        if not user and self._url.scheme == "https":
            user, password = self.target.knobs.dest_user, secret(self.target, "dest_password")
        if not user:
            return {}
        return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def check(target: Target) -> None:
    """Raises BadAddress when -kafkaSchemaUrl cannot be meant. Touches nothing."""
    _split(target)


def _split(target: Target) -> SplitResult:
    given = target.knobs.kafka_schema_url
    try:
        url = urlsplit(given)
        usable = url.scheme in ("http", "https") and url.hostname and (url.port is None or url.port) and not url.query and not url.fragment
    except ValueError:
        usable = None
    if not usable:
        raise BadAddress(f"-dest {target.where}: -kafkaSchemaUrl {masked(given)}: write http://HOST:PORT or https://HOST:PORT")
    return url


def _unreadable(target: Target, problem: str) -> SendError:
    return SendError("schema", f"-xtcpProtoFile {target.knobs.xtcp_proto_file}: {problem}", retry=False)
