"""A knob that nothing reads is a lie to the operator."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import xtcp_ebpf
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import BY_ATTRIBUTE, TABLE

PACKAGE = Path(xtcp_ebpf.__file__).parent
ACTIONS = {"help", "v", "conf", "xtcp_config_json"}  # config.load answers these as Loaded.wants, and reads the last one itself


def read_in_the_package() -> set[str]:
    """Each attribute taken of something that is called `knobs`, outside the table and its reader."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).as_posix() in ("knobs.py", "config.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value).rpartition(".")[2].lstrip("_") == "knobs":
                found.add(node.attr)
            elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("secret", "read") and node.args[1:]:
                found |= {f"{name.value}{twin}" for name in node.args[1:2] if isinstance(name, ast.Constant) for twin in ("", "_file")}
    return found


READ = read_in_the_package()


@pytest.mark.parametrize("knob", [k for k in TABLE if k.status == "works"], ids=lambda k: k.name)
def test_a_knob_that_works_has_a_reader(knob: Knob) -> None:
    """Somewhere outside config.py stands `knobs.<name>`."""
    assert knob.attribute in READ | ACTIONS, f"nothing reads knobs.{knob.attribute}: -{knob.flag} would do nothing"


def test_nothing_reads_a_knob_that_does_not_work() -> None:
    """What is refused or ignored by name is not used behind the operator's back."""
    read = {name for name in READ if name in BY_ATTRIBUTE}
    assert not {name for name in read if BY_ATTRIBUTE[name].status != "works"}
