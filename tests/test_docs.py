"""What the documents say of the code is so: fields, flags, commands, counters, reasons, figures, paths and links."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

import pytest

import xtcp_ebpf
from xtcp_ebpf import errors
from xtcp_ebpf.cli import client, ctl, ctl_flags
from xtcp_ebpf.collector import pool, reading
from xtcp_ebpf.config import load
from xtcp_ebpf.destinations import _failure, _stream, registry, udp
from xtcp_ebpf.kernel import netns
from xtcp_ebpf.knobs import BY_FLAG
from xtcp_ebpf.marshal.formats import FORMATS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.values import duration_text
from xtcp_ebpf.wire import trouble

TOP = Path(__file__).resolve().parent.parent
PACKAGE = Path(xtcp_ebpf.__file__).parent
README = (TOP / "README.md").read_text()
DOCS = {path.name: path.read_text() for path in sorted((TOP / "docs").glob("*.md"))}
DOCUMENTS = [*TOP.glob("*.md"), *(TOP / "docs").glob("*.md"), *(TOP / "pcaps").glob("*.md")]
MAKE_TARGETS = [
    "run",
    "test",
    "test-long",
    "check",
    "bench",
    "fuzz",
    "test-sanitize",
    "generate",
    "coverage",
    "wheel",
    "clean",
    "doctor",
    "try-fresh",
    "soak",
    "bench-bpf",
    "bench-closed",
    "bench-sockets",
    "bench-delivery",
    "bench-outage",
    "bench-subscribers",
    "bench-bad-requests",
    "demo-metrics",
    "vm-test",
    "vm-matrix",
    "pcaps",
    "differential",
    "outages",
    "bench-namespaces",
]


def tool(name: str) -> ModuleType:
    """A program of tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, TOP / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def identify(path: Path) -> str:
    """The document as people say it."""
    return path.relative_to(TOP).as_posix()


def test_every_field_has_a_source_or_a_reason_to_have_none() -> None:
    """Each field of the record stands in exactly one of: the table, the stamp, the later ones, the never set ones."""
    assert tool("generate_fields").unexplained() == []


def test_the_field_document_has_every_field_once() -> None:
    """Number, name and type of each; and each from a structure has a meaning."""
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \| ([\w ]+) \|", DOCS["fields.md"], re.MULTILINE)
    assert sorted((int(number), name) for number, name, _ in rows) == [(f.number, f.name) for f in XtcpFlatRecord.DESCRIPTOR.fields]


def commands() -> Iterator[str]:
    """What the README types after `xtcp-ebpf`, comments and redirections left out."""
    for line in re.findall(r"^(?:\$ )?xtcp-ebpf\b(.*)$", README, re.MULTILINE):
        yield re.split(r" +#| [>|]| 2>", line)[0].strip()


def test_flags_that_the_readme_mentions_exist() -> None:
    """In its table, its text, and on its command lines; those that do not exist stand there as examples of that."""
    told = {flag for span in re.findall(r"`(-[A-Za-z][^`]*)`", README) for flag in re.findall(r"(?<!\S)-([A-Za-z][\w.]*)", span)}
    told |= {flag for line in commands() if line.split()[:1] != ["client"] for flag in re.findall(r"(?<!\S)-([A-Za-z][\w.]*)", line)}
    assert told - set(BY_FLAG) == {"frequncy", "watch"}
    assert {"dest", "marshal", "frequency", "timeout", "maxLoops"} <= told


def test_command_lines_of_the_readme_are_right() -> None:
    """Each daemon command is taken by the reader of the command line, but for the two that show what a wrong one gets."""
    wrong = []
    for line in commands():
        words = shlex.split(line.replace("$COLUMNS_WANTED", "netns,tcpInfoRtt"))
        if words[:1] == ["client"]:
            client.COMMAND.load(words[1:], {})
        elif words[:1] == ["ctl"]:
            ctl_flags.read(words[1:], ctl.VERBS)
        if words[:1] in (["client"], ["ctl"]) or words[:1] in (["decode"], ["doctor"], ["ns"], ["receive"]) or line.startswith(":"):
            continue
        try:
            load(words, {})
        except errors.BadFlag:
            wrong.append(line)
    assert wrong == ["-dest tcp:::1:9000", "-frequncy 10s"]


def test_answers_that_the_readme_quotes_are_given() -> None:
    """The words of the two answers are those of the program."""
    for words in (["-dest", "tcp:::1:9000"], ["-frequncy", "10s"]):
        with pytest.raises(errors.BadFlag) as caught:
            load(words, {})
        assert f"xtcp-ebpf: {caught.value}\n" in README


@pytest.mark.parametrize("target", MAKE_TARGETS)
def test_make_targets_exist_and_are_told(target: str) -> None:
    """The Makefile has what CONTRIBUTING lists."""
    assert f"`make {target}`" in (TOP / "CONTRIBUTING.md").read_text()
    assert re.search(rf"^(?:[\w.-]+ )*{target}(?: [\w.-]+)*\s*:(?!=)", (TOP / "Makefile").read_text(), re.MULTILINE)


def test_the_documents_name_no_other_make_target() -> None:
    """A command in a document that does not work is worse than none."""
    for path in DOCUMENTS:
        assert set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", path.read_text(), re.MULTILINE)) <= set(MAKE_TARGETS), identify(path)


def anchors(text: str) -> set[str]:
    """The headings as links name them."""
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


@pytest.mark.parametrize("path", DOCUMENTS, ids=identify)
def test_links_resolve(path: Path) -> None:
    """Each link inside the project leads to a file, and to a heading where it names one."""
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text()):
        if "://" not in link:
            file, _, heading = link.partition("#")
            goal = (path.parent / file).resolve() if file else path
            assert goal.exists(), f"{identify(path)}: {link} leads nowhere"
            assert not heading or heading in anchors(goal.read_text()), f"{identify(path)}: {link}: no such heading"


@pytest.mark.parametrize("path", DOCUMENTS, ids=identify)
def test_paths_that_documents_name_exist(path: Path) -> None:
    """Tests that prove a line, tools, source files: what stands in backticks with its folder is there."""
    for named in re.findall(r"`((?:tests|tools|proto|pcaps|xtcp_ebpf)/[\w./-]+\.\w+)`", path.read_text()):
        if "NAME" not in named:
            assert (TOP / named).exists() or named in ("tests/a/test_b.py", "xtcp_ebpf/a/b.py", "xtcp_ebpf/a/_b.py"), (
                f"{identify(path)}: {named}"
            )


@cache
def calls() -> list[tuple[str, ast.Call]]:
    """(what is called, the call), of all that stand anywhere in the package."""
    nodes = (node for path in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text())))
    return [(ast.unparse(node.func), node) for node in nodes if isinstance(node, ast.Call)]


def counters() -> Iterator[str]:
    """Every counter's name, or what it begins with where the rest is a reason, from the calls that bump them."""
    for what, call in calls():
        if what.endswith(("tally.add", "tally.merge")):
            texts = [child for argument in call.args[:1] for child in ast.walk(argument)]
            inner = {id(part) for text in texts if isinstance(text, ast.JoinedStr) for part in ast.walk(text) if part is not text}
            for text in texts:
                if isinstance(text, ast.JoinedStr) and isinstance(first := text.values[0], ast.Constant):
                    yield str(first.value)
                elif isinstance(text, ast.Constant) and isinstance(text.value, str) and id(text) not in inner:
                    yield text.value


def test_every_counter_is_documented() -> None:
    """In the table of docs/troubleshooting.md, by its name."""
    found = set(counters())
    assert {"polls", "dumps", "offered_rows", "sent_rows", "dropped_rows:", "dumps_failed:", "send_errors:", "trouble_"} <= found
    for name in found:
        start, colon, _ = name.partition(":")
        assert f"`{start}{colon}" in DOCS["troubleshooting.md"], f"the counter {name} is not documented"


def first_arguments(name: str) -> set[str]:
    """The texts that stand first in calls of this name, anywhere in the package."""
    of_that_name = [call for what, call in calls() if what.rpartition(".")[2] == name and call.args]
    return {str(call.args[0].value) for call in of_that_name if isinstance(call.args[0], ast.Constant)}


def test_every_reason_is_documented() -> None:
    """Reasons of failed dumps, of failed sends, of dropped rows, and kinds of trouble: each has its row."""
    opening = (
        set(netns._REASONS.values())
        | {"recycled", "not_a_namespace", "elsewhere"}
        | first_arguments("OpenError")
        | first_arguments("Stranded")
    )
    kinds: list[type[errors.ReplyError]] = [errors.ReplyError, *errors.ReplyError.__subclasses__()]
    replies = {kind.reason for kind in kinds}
    dumps = opening | replies | {"refused", "interrupted", "overrun", "poll_timeout", "hung", "defect", "system"}
    assert not {reason for reason in dumps if f"| `{reason}` |" not in DOCS["troubleshooting.md"]}
    # `write` is decode's, which counts nothing; the sender drops for row_too_large, which stands with the reasons of dropped rows.
    sends = set(_failure.REASONS.values()) | first_arguments("SendError") - {"write", "row_too_large"}
    assert not {reason for reason in sends if f"| `{reason}` |" not in DOCS["destinations.md"]}
    drops = first_arguments("_end") | {"queue_full", "row_too_large", "spool_full", "spool_damaged", "marshal", "late"}
    assert not {reason for reason in drops if f"| `{reason}` |" not in DOCS["troubleshooting.md"]}
    assert not {kind for kind in trouble.KINDS if f"| `{kind}` |" not in DOCS["troubleshooting.md"]}


def test_formats_and_schemes_are_documented() -> None:
    """Each that works in its document and in the README; each that is to come by name."""
    for name in FORMATS:
        assert re.search(rf"^## .*\b{name}\b", DOCS["formats.md"], re.MULTILINE)
        assert name in README
    for entry in entry_points(group=registry.GROUP):
        assert f"`{entry.name}`" in DOCS["destinations.md"]
        assert entry.name in BY_FLAG["dest"].text


def test_figures_are_those_of_the_code() -> None:
    """Bounds and defaults that documents quote."""
    hold = f"{reading.HOLD_BYTES >> 20} MiB"
    assert hold in DOCS["architecture.md"]
    assert hold in DOCS["exactness.md"]
    assert f"groups of {reading.GROUP_BYTES >> 10} KiB" in DOCS["architecture.md"]
    assert reading.ATTEMPTS == 3
    assert "three times in all" in DOCS["exactness.md"]
    assert f"{pool.GRACE_SECONDS:.0f} s after its deadline" in DOCS["exactness.md"]
    assert f"{udp.MAX_V4} bytes by IPv4, {udp.MAX_V6} by IPv6" in DOCS["destinations.md"]
    assert f"takes nothing for {_stream.SEND_SECONDS:.0f} s" in DOCS["destinations.md"]
    assert f"connects within {_stream.CONNECT_SECONDS:.0f} s" in DOCS["destinations.md"]
    usual = load([], {}).knobs
    for told in (
        f"| `-frequency` | {duration_text(usual.frequency)} |",
        f"| `-pollJitterPct` | {usual.poll_jitter_pct} |",
        f"| {usual.envelope_flush_rows}, {usual.envelope_flush_bytes >> 10} KiB |",
        f"| `-queueBytes` | {usual.queue_bytes >> 20} MiB |",
    ):
        assert told in README
