"""`xtcp-ebpf register-schema`: the .proto of the records into a schema registry, or what is there; or onto stdout, for ClickHouse too."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TextIO

from xtcp_ebpf.abc import Target
from xtcp_ebpf.cli.kafka_flags import ENTERED, Command, switched_on
from xtcp_ebpf.destinations import _schema_registry
from xtcp_ebpf.errors import BadAddress, BadFlag, SendError

ME = "xtcp-ebpf register-schema"

COMMAND = Command(
    "register-schema",
    ("topic", "kafkaSchemaUrl", "xtcpProtoFile", *ENTERED),
    {
        "register": ("", "Register the schema, and print its id and version; nothing changes when it is there already.", "on"),
        "get": ("", "Print id and version of the newest that is there.", "off"),
        "subject": ("NAME", "Subject of the schema.", "the topic's: TOPIC-value"),
        "format": ("table|json", "How the answer is printed; json of -get has the schema too.", "table"),
        "show": ("proto|clickhouse", "Print the .proto that comes with the program and end: as registered, or for ClickHouse.", "off"),
    },
)
SHOWN = {"proto": ("xtcp_flat_record.proto",), "clickhouse": ("clickhouse", "xtcp_flat_record.proto")}

_USAGE = (
    f"{ME}: the .proto of the records in a schema registry of Confluent's kind.",
    "",
    f"Usage: {ME} [-flag value ...]",
    "",
    "  A password stands in the URL, or for https in DEST_PASSWORD or -destPasswordFile.",
)
_EXIT = "Exit code: 0; 1 when the registry cannot be reached or refuses; 2 for a wrong flag."


def main(argv: Sequence[str], environ: Mapping[str, str], stdout: TextIO | None = None, stderr: TextIO | None = None) -> int:
    """Run the command; `argv` is what stands behind `register-schema`. Answers the exit code."""
    out, err = stdout or sys.stdout, stderr or sys.stderr
    try:
        return _main(argv, environ, out)
    except (BadFlag, BadAddress) as error:
        print(f"{ME}: {str(error).removeprefix('-dest register-schema:: ')}", file=err)
        return 2
    except SendError as error:
        print(f"{ME}: {str(error).removeprefix('register-schema:: ')}", file=err)
        return 1


def _main(argv: Sequence[str], environ: Mapping[str, str], out: TextIO) -> int:
    loaded, own = COMMAND.load(argv, environ)
    if loaded.wants == "help":
        out.write(COMMAND.help(_USAGE, _EXIT))
        return 0
    if shown := own.get("show"):
        out.write(files("xtcp_ebpf.pb").joinpath(*SHOWN[_one_of("show", shown, *SHOWN)]).read_text())
        return 0
    form = _one_of("format", own.get("format", "table"), "table", "json")
    get = switched_on("get", own)
    if get and switched_on("register", own):
        raise BadFlag("-get", "goes not together with -register")
    target = Target("register-schema", "", knobs=loaded.knobs)
    _schema_registry.check(target)
    registry = _schema_registry.Registry(target)
    subject = own.get("subject") or f"{loaded.knobs.topic}-value"
    found = registry.latest(subject) if get else registry.register(subject, _schema_registry.Source.of(target))
    answer: dict[str, str | int] = {"subject": found.subject, "id": found.id, "version": found.version}
    if form == "json":
        print(json.dumps(answer | ({"schema": found.schema} if get else {})), file=out)
    else:
        print("\n".join(f"{name:9}{value}" for name, value in answer.items()), file=out)
    return 0


def _one_of(flag: str, text: str, *choices: str) -> str:
    if text not in choices:
        raise BadFlag(f"-{flag}", f"{text[:40]!r} is none of {', '.join(choices)}")
    return text
