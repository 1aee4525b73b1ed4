"""The flake as Nix sees it over the stand-in for nixpkgs: evaluated once for all tests of this folder, in a store of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tools"))

import check_nix  # noqa: E402  behind the path that it needs

__all__ = ["TOP", "check_nix", "contrib", "evaluated", "needs_nix", "rendered", "workshop"]

needs_nix = pytest.mark.skipif(not check_nix.present(), reason="no Nix here (apt install nix-bin)")


@contextmanager
def workshop() -> Iterator[tuple[Mapping[str, str], Path]]:
    """An environment for Nix, and a copy of the files that the flake reads; both go away again."""
    with TemporaryDirectory(prefix="xtcp-nix-") as folder:
        try:
            yield check_nix.private(Path(folder)), check_nix.copied(Path(folder))
        finally:
            subprocess.run(["chmod", "-R", "u+w", folder], check=True)


@cache
def evaluated() -> dict[str, Any]:
    """What evaluate.nix answers."""
    with workshop() as (environment, tree):
        line = ("nix-instantiate", "--eval", "--strict", "--json", "--arg", "tree", str(tree), str(tree / "tests/nix/evaluate.nix"))
        answer: dict[str, Any] = json.loads(check_nix.run(environment, *line))
        return answer


def contrib() -> dict[str, dict[str, list[str]]]:
    """contrib's unit, read without Nix: section -> setting -> its values."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in (TOP / "contrib/systemd/xtcp-ebpf.service").read_text().splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            name, _, value = line.partition("=")
            section.setdefault(name, []).append(value)
    return found


def rendered(service: dict[str, Any]) -> str:
    """The unit file that NixOS makes of a service, with programs that are here."""
    unit = {name.capitalize(): " ".join(service[name]) for name in ("description", "documentation", "wants", "after") if service[name]}
    unit["Description"] = service["description"]
    lines = ["[Unit]", *(f"{name}={value}" for name, value in unit.items()), "[Service]"]
    for name, value in service["serviceConfig"].items():
        values = value if isinstance(value, list) else [value]
        lines += [f"{name}={str(one).lower() if isinstance(one, bool) else one}" for one in values]
    text = "\n".join([*lines, ""])
    for program, here in (("/bin/xtcp-ebpf", "/bin/true"), ("/bin/kill", shutil.which("kill") or "/bin/kill")):
        words = {
            word for word in text.replace('"', " ").replace("=", " ").split() if word.startswith("/nix/store") and word.endswith(program)
        }
        for word in words:
            text = text.replace(word, here)
    return text
