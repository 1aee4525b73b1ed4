"""The client of schema registries, against one that the tests have written from Confluent's public API: a real one cannot be had here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from servers.certificates import Certificates
from servers.http_sink import HANG_UP, Answer
from servers.schema_registry import SchemaRegistry

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations._schema_registry import Registered, Registry, Source, check
from xtcp_ebpf.errors import BadAddress, SendError
from xtcp_ebpf.knobs import Knobs

TOP = Path(__file__).resolve().parent.parent.parent


def target(url: str, **knobs: Any) -> Target:
    return Target("kafka", "h:9092", knobs=Knobs(kafka_schema_url=url, **knobs))


def shipped() -> Source:
    return Source.of(target("http://h"))


def failed(registry: Registry, reason: str = "schema") -> str:
    with pytest.raises(SendError) as error:
        registry.latest("s")
    assert error.value.reason == reason
    return str(error.value)


def test_registers_once() -> None:
    """The same schema twice is one id and one version, and is only asked for the second time; the newest is what was registered."""
    with SchemaRegistry() as server:
        registry = Registry(target(server.url))
        first = registry.register("xtcp-value", shipped())
        assert (first.subject, first.id, first.version) == ("xtcp-value", 1, 1)
        begun = len(server.requests)
        assert registry.register("xtcp-value", shipped()) == first
        assert [(one.method, one.target) for one in server.requests[begun:]] == [("POST", "/subjects/xtcp-value")]
        assert registry.latest("xtcp-value") == first
        assert first.schema == shipped().text
        assert {one.headers["content-type"] for one in server.requests} == {"application/vnd.schemaregistry.v1+json"}


def test_a_changed_schema_is_a_new_version(tmp_path: Path) -> None:
    """Under the same subject, with an id of its own; the older one keeps its version."""
    (tmp_path / "mine.proto").write_text(shipped().text + "\nmessage More {}\n")
    with SchemaRegistry() as server:
        registry = Registry(target(server.url))
        registry.register("s", shipped())
        changed = registry.register("s", Source.of(target(server.url, xtcp_proto_file=str(tmp_path / "mine.proto"))))
        assert (changed.id, changed.version) == (2, 2)
        assert registry.register("s", shipped()).version == 1
        assert registry.latest("s").version == 2


def test_shipped_is_that_of_the_repository() -> None:
    """Without -xtcpProtoFile the .proto of the package is taken, which is the repository's behind a line that says so."""
    text = shipped().text
    assert text.startswith("// Written by tools/generate_schemas.py")
    assert text.partition("\n")[2] == (TOP / "proto/xtcp_flat_record/v1/xtcp_flat_record.proto").read_text()


def test_what_it_imports_is_registered_first(tmp_path: Path) -> None:
    """Imports of imports too, each under its own name, found below a folder above; the registry's compiler takes the whole."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/base.proto").write_text('syntax = "proto3"; package p; message Base { int32 n = 1; }\n')
    (tmp_path / "a/mid.proto").write_text('syntax = "proto3"; package p; import "a/b/base.proto"; message Mid { Base base = 1; }\n')
    (tmp_path / "a/top.proto").write_text(
        'syntax = "proto3"; package p; import "a/mid.proto"; import "google/protobuf/timestamp.proto";\n'
        "message Envelope { Mid mid = 1; google.protobuf.Timestamp at = 2; }\n"
    )
    with SchemaRegistry() as server:
        where = target(server.url, xtcp_proto_file=str(tmp_path / "a/top.proto"))
        registry = Registry(where)
        made = registry.register("t-value", Source.of(where))
        assert made.version == 1
        assert registry.latest("a/b/base.proto").version == 1
        body = json.loads(next(one for one in server.requests if one.target == "/subjects/t-value/versions").body)
        assert body["references"] == [{"name": "a/mid.proto", "subject": "a/mid.proto", "version": 1}]


def test_imports_that_cannot_be_had(tmp_path: Path) -> None:
    """A missing one, and one that comes back to itself, are told by name, without another try."""
    (tmp_path / "x.proto").write_text('syntax = "proto3"; import "gone.proto"; message Envelope {}\n')
    (tmp_path / "y.proto").write_text('syntax = "proto3"; import "y.proto"; message Envelope {}\n')
    with SchemaRegistry() as server:
        for name, text in (("x.proto", "imports gone.proto, which is neither beside it"), ("y.proto", "y.proto imports itself")):
            where = target(server.url, xtcp_proto_file=str(tmp_path / name))
            with pytest.raises(SendError, match=text) as error:
                Registry(where).register("s", Source.of(where))
            assert (error.value.reason, error.value.retry) == ("schema", False)


def test_proto_file_that_cannot_be_read(tmp_path: Path) -> None:
    """Missing, or no text."""
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    for path, text in ((tmp_path / "gone", "ENOENT"), (tmp_path / "binary", "not UTF-8")):
        with pytest.raises(SendError, match=text) as error:
            Source.of(target("http://h", xtcp_proto_file=str(path)))
        assert (error.value.reason, error.value.retry) == ("schema", False)
        assert str(error.value).startswith(f"-xtcpProtoFile {path}: ")


def test_no_such_subject() -> None:
    """Told with the way out."""
    with SchemaRegistry() as server:
        assert "there is no subject s: register-schema makes it" in failed(Registry(target(server.url)))


def test_credentials_in_the_url() -> None:
    """Percent-encoded; wrong ones are told as such, without the password."""
    with SchemaRegistry("us:er", "p@ss word") as server:
        place = server.url.removeprefix("http://")
        good = Registry(target(f"http://us%3Aer:p%40ss%20word@{place}"))
        assert good.register("s", shipped()).version == 1
        text = failed(Registry(target(f"http://us%3Aer:hush@{place}")))
        assert "401 for GET /subjects/s/versions/latest: wrong user or password: Unauthorized" in text
        assert "hush" not in text
        assert "wrong user or password" in failed(Registry(target(server.url)))


def test_credentials_of_the_destination_go_over_https_alone(tmp_path: Path) -> None:
    """-destUser and its password are for the registry too where it is an https one; over http they are not sent."""
    certificates = Certificates(tmp_path)
    access = {"dest_user": "u", "dest_password": "hush"}
    with SchemaRegistry("u", "hush", tls=certificates) as server:
        assert Registry(target(server.url, dest_ca=str(certificates.ca), **access)).register("s", shipped()).version == 1
        assert "-destCa" in failed(Registry(target(server.url, **access)), "tls")
    with SchemaRegistry("u", "hush") as plain:
        assert "wrong user or password" in failed(Registry(target(plain.url, **access)))
        assert not [one for one in plain.requests if "authorization" in one.headers]


@pytest.mark.parametrize(
    ("status", "body", "text"),
    [
        (409, {"error_code": 409, "message": "field 1 changed"}, "not compatible with an earlier version: field 1 changed"),
        (422, {"error_code": 42201, "message": "Invalid schema"}, "the registry does not take it: Invalid schema"),
        (403, {"error_code": 40301, "message": "no"}, "this user may not: no"),
        (500, {"error_code": 50001, "message": "store"}, "the registry has failed: store"),
        (404, {"message": "nothing"}, "404"),
        (200, {"id": "x"}, "this is no schema registry"),
        (200, ["id"], "this is no schema registry"),
        (301, {}, "301"),
    ],
)
def test_answers_that_are_no(status: int, body: object, text: str) -> None:
    """What each status means, and the registry's own words; a redirect is not followed."""
    with SchemaRegistry() as server:
        server.script(Answer(status, json.dumps(body).encode(), {"Location": "http://127.0.0.1:1/"}))
        said = failed(Registry(target(server.url)))
        assert said.startswith(f"-kafkaSchemaUrl {server.url}: ")
        assert text in said


def test_a_server_of_another_kind() -> None:
    """A web page, a closed connection and nobody at all are three different messages."""
    with SchemaRegistry() as server:
        server.script(Answer(200, b"<html>"), HANG_UP)
        assert "this is no schema registry: 200 and b'<html>'" in failed(Registry(target(server.url)))
        with pytest.raises(SendError):
            Registry(target(server.url)).latest("s")
    assert "nobody listens there" in failed(Registry(target(server.url)), "refused")


def test_a_registry_that_says_nothing() -> None:
    """It is left when the time is over."""
    with SchemaRegistry() as server:
        server.script(Answer(200, b"{}", after=1.0))
        assert "timed out" in failed(Registry(target(server.url), patience=0.1), "timeout")


def test_a_registry_that_answers_a_registration_with_the_version() -> None:
    """Newer ones tell all at once: nothing more is asked."""
    with SchemaRegistry() as server:
        missing = Answer(404, json.dumps({"error_code": 40401, "message": ""}).encode())
        server.script(missing, Answer(200, json.dumps({"id": 7, "version": 3}).encode()))
        assert Registry(target(server.url)).register("s", shipped()) == Registered("s", 7, 3)
        assert len(server.requests) == 2


def test_path_of_a_registry_behind_a_proxy() -> None:
    """What stands behind the host in the URL goes before each request's path; a subject is one part of it, whatever it is called."""
    with SchemaRegistry() as server:
        server.script(404)
        with pytest.raises(SendError):
            Registry(target(f"{server.url}/registry/")).latest("a/b c")
        assert server.requests[-1].target == "/registry/subjects/a%2Fb%20c/versions/latest"


@pytest.mark.parametrize("url", ["localhost:8081", "ftp://h", "http://", "http://h:99999", "http://h?x=1", "http://h:x", "http://h/#a"])
def test_wrong_urls(url: str) -> None:
    """Refused at the start, by a message with the flag."""
    with pytest.raises(BadAddress, match="write http://HOST:PORT") as error:
        check(target(url))
    assert "-kafkaSchemaUrl" in str(error.value)


def test_password_in_a_wrong_url_is_not_repeated() -> None:
    """Not even then."""
    with pytest.raises(BadAddress) as error:
        check(target("http://u:hush@h:0?x"))
    assert "hush" not in str(error.value)
