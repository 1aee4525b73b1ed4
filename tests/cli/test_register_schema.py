"""`xtcp-ebpf register-schema`, against a registry that the tests have written from the public API."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from servers.schema_registry import SchemaRegistry

from xtcp_ebpf.cli.register_schema import main
from xtcp_ebpf.destinations._kafka_framing import message_index

TOP = Path(__file__).resolve().parent.parent.parent


def run(*argv: str, **environ: str) -> tuple[int, str, str]:
    """(exit code, stdout, stderr)."""
    out, err = io.StringIO(), io.StringIO()
    return main(argv, environ, out, err), out.getvalue(), err.getvalue()


def test_registers_and_gets() -> None:
    """Id and version as a table; twice is the same; -get tells the newest, as json with its schema."""
    with SchemaRegistry() as registry:
        flags = ("-kafkaSchemaUrl", registry.url, "-topic", "tcp")
        table = "subject  tcp-value\nid       1\nversion  1\n"
        assert run(*flags) == (0, table, "")
        assert run(*flags, "-register") == (0, table, "")
        assert run(*flags, "-get") == (0, table, "")
        code, out, _ = run(*flags, "-get", "-format", "json")
        answer = json.loads(out)
        assert (code, answer["subject"], answer["id"], answer["version"]) == (0, "tcp-value", 1, 1)
        assert message_index(answer["schema"]) == 0
        code, out, _ = run(*flags, "-format=json")
        assert json.loads(out) == {"subject": "tcp-value", "id": 1, "version": 1}


def test_another_file_and_subject(tmp_path: Path) -> None:
    """-xtcpProtoFile is what is registered, under the -subject that is given; variables hold as for the daemon."""
    (tmp_path / "a.proto").write_text('syntax = "proto3"; message Envelope {}\n')
    with SchemaRegistry() as registry:
        code, out, _ = run("-xtcpProtoFile", str(tmp_path / "a.proto"), "-subject", "mine", KAFKA_SCHEMA_URL=registry.url)
        assert (code, out.split()[1]) == (0, "mine")
        assert json.loads(registry.requests[1].body)["schema"].startswith('syntax = "proto3"; message Envelope')


def test_nothing_there() -> None:
    """A subject that is not there, a registry that is not there, and wrong credentials end with 1 and one line, without the password."""
    with SchemaRegistry("u", "right") as registry:
        url = registry.url.replace("//", "//u:hush@")
        code, out, err = run("-kafkaSchemaUrl", url)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "wrong user or password" in err
        assert "hush" not in err
        code, _, err = run("-get", "-kafkaSchemaUrl", registry.url.replace("//", "//u:right@"))
        assert (code, err.count("\n")) == (1, 1)
        assert "there is no subject xtcp-value" in err
    code, _, err = run("-kafkaSchemaUrl", registry.url)
    assert code == 1
    assert err.startswith(f"xtcp-ebpf register-schema: -kafkaSchemaUrl {registry.url}: ")
    assert "nobody listens there" in err


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        (("-get", "-register"), "-get: goes not together with -register"),
        (("-format", "xml"), "-format: 'xml' is none of table, json"),
        (("-kafkaSchemaUrl", "localhost"), "-kafkaSchemaUrl localhost: write http://HOST:PORT"),
        (("-show", "x"), "-show: 'x' is none of proto, clickhouse"),
        (("-dest", "null"), "means nothing to register-schema"),
        (("-nonsense",), "there is no such flag"),
        (("word",), "is no flag"),
    ],
)
def test_wrong_flags(argv: tuple[str, ...], text: str) -> None:
    """Exit code 2 and a message that names the flag."""
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert text in err


def test_shows_what_the_package_brings() -> None:
    """The .proto for a registry, and that for ClickHouse, as the tools wrote them."""
    for name, path in (("proto", "xtcp_flat_record.proto"), ("clickhouse", "clickhouse/xtcp_flat_record.proto")):
        assert run("-show", name) == (0, (TOP / "xtcp_ebpf/pb" / path).read_text(), "")


def test_help() -> None:
    """On stdout, with each flag."""
    code, out, err = run("-help")
    assert (code, err) == (0, "")
    assert "-kafkaSchemaUrl" in out
    assert "-show proto|clickhouse" in out
