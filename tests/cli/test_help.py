"""What -help prints, and docs/flags.md, which comes from the same table."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from xtcp_ebpf.cli import client, ctl, ctl_flags
from xtcp_ebpf.cli.help import COMMANDS, EXAMPLES, render, takes, usual
from xtcp_ebpf.config import COMMANDS as KNOWN_COMMANDS
from xtcp_ebpf.config import load
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import BY_FLAG, GROUPS, TABLE
from xtcp_ebpf.marshal.formats import FORMATS
from xtcp_ebpf.wire.groups import KNOWN

TOP = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("width", [60, 72, 80, 96, 100, 132])
def test_no_line_is_wider_than_asked(width: int) -> None:
    """It can be read in any usual terminal: the bound is a bound, and no line ends in blanks."""
    lines = render(width).splitlines()
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_a_very_narrow_terminal_gets_sixty_columns() -> None:
    """Below 60 columns a flag with its text cannot be told apart."""
    assert render(10) == render(60)


@pytest.mark.parametrize("knob", TABLE, ids=lambda k: k.name)
@pytest.mark.parametrize("width", [60, 96])
def test_every_knob_stands_in_it(knob: Knob, width: int) -> None:
    """A working flag has a line of its own with default and variable; the others at least their name."""
    text = render(width)
    if knob.status != "works":
        assert knob.name in text[text.index("Not in this version") :].split()
        return
    (line,) = [n for n, line in enumerate(text.splitlines()) if line.split()[:1] == [knob.name]]
    below = text.splitlines()[line:]
    end = next((n for n, line in enumerate(below[1:], 1) if not line.startswith("      ")), len(below))
    about = " ".join(" ".join(below[:end]).split())
    assert about.startswith(f"{knob.name} {takes(knob)}".rstrip())
    assert knob.text in about
    assert not usual(knob) or f"({usual(knob)})" in about
    assert all(f"[{name}]" in about for name in knob.env)


def test_its_order() -> None:
    """Examples, commands, the groups of flags, and what is not for now at the end."""
    text = render()
    heads = ["Examples", "Commands", "Flags", *GROUPS, "Not in this version", "Without meaning here"]
    places = [text.index(f"\n{head}") for head in heads]
    assert places == sorted(places)
    assert tuple(name.split()[0] for name, _ in COMMANDS) == KNOWN_COMMANDS


@pytest.mark.parametrize("example", [e for e, _ in EXAMPLES])
def test_every_example_can_be_typed(example: str) -> None:
    """The command line reads each of them without a complaint; those of gRPC read their own."""
    if example.split()[1:2] == ["client"]:
        assert client.COMMAND.load(example.split()[2:], {})[0].wants == "run"
        return
    if example.split()[1:2] == ["ctl"]:
        assert ctl_flags.read(example.split()[2:], ctl.VERBS).verb == example.split()[2]
        return
    words = [word for word in example.partition(" >")[0].split()[1:] if word not in ("ns", "-watch")]
    operands = 1 if words[:1] in (["decode"], ["receive"]) else 0
    assert load(words[operands:], {}, operands=operands).wants == "run"


def test_the_names_it_tells_are_those_that_exist() -> None:
    """Formats, destinations and decoder groups in the texts are exactly the ones that can be had."""

    def named(flag: str) -> set[str]:
        text = BY_FLAG[flag].text.replace(",", " ").replace(".", " ")
        return {word.partition(":")[0] for word in text.partition(":")[2].split()}

    assert named("marshal") == set(FORMATS)
    assert named("dest") == {entry.name for entry in entry_points(group="xtcp_ebpf.destinations")}
    assert set(KNOWN) <= named("deserializers")


def test_the_document_is_fresh_and_names_every_knob() -> None:
    """docs/flags.md is what the table says now."""
    done = subprocess.run([sys.executable, TOP / "tools" / "generate_flags.py", "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    text = (TOP / "docs" / "flags.md").read_text()
    for knob in TABLE:
        assert not knob.flag or f"| `-{knob.flag}" in text
        assert all(f"`{name}`" in text for name in knob.env)
