"""Are the Nix files right, as far as that can be said without nixpkgs? docs/nix.md tells what this shows and what it does not.

    parse       every *.nix of the project, by the real Nix
    evaluate    all outputs of flake.nix by `nix flake check`, over tests/nix/stub in nixpkgs' stead; nothing is built or fetched

Exit code: 0, also where there is no Nix, which it then says; 1 when Nix finds a fault. It uses a store of its own in a temporary folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).resolve().parents[1]
READ = ("flake.nix", "nix", "contrib", "pyproject.toml", "setup.py", "README.md", "LICENSE", "bpf", "xtcp_ebpf", "tests/nix")
"""What the flake's evaluation reads, and what it is checked with."""
NOT_SOURCE = shutil.ignore_patterns("__pycache__", "*.so", "built", "*.orig", "*.rej")
ABSENT = "Nix is not here, so flake.nix and nix/ were not checked: apt-get install --no-install-recommends nix-bin"
SETTINGS = """\
experimental-features = nix-command flakes
sandbox = false
build-users-group =
substituters =
"""
SECONDS = 300


class Wrong(Exception):
    """Nix says no; its words."""


def present() -> bool:
    """Both programs of Nix are here."""
    return all(map(shutil.which, ("nix", "nix-instantiate")))


def copied(into: Path, top: Path = TOP) -> Path:
    """The files that are read, as a tree of their own. Nix would else take all there is, .venv too."""
    tree = into / "tree"
    for name in READ:
        if (top / name).is_dir():
            shutil.copytree(top / name, tree / name, ignore=NOT_SOURCE)
        else:
            tree.mkdir(exist_ok=True)
            shutil.copy2(top / name, tree / name)
    return tree


def private(folder: Path) -> dict[str, str]:
    """The environment of a Nix that has its store and its settings below `folder`, and nothing of this machine's."""
    (folder / "settings").mkdir()
    (folder / "settings/nix.conf").write_text(SETTINGS)
    others = {name: value for name, value in os.environ.items() if not name.startswith(("NIX_", "XDG_"))}
    own = {"HOME": str(folder), "NIX_CONF_DIR": str(folder / "settings"), "NIX_REMOTE": f"local?root={folder / 'store'}", "NIX_PATH": ""}
    return others | own


def run(environment: Mapping[str, str], *line: str | Path) -> str:
    """What it prints. Raises Wrong."""
    done = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=SECONDS, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise Wrong(done.stderr.strip())
    return done.stdout


def parse(environment: Mapping[str, str], tree: Path) -> int:
    """The number of files. Raises Wrong."""
    files = sorted(tree.rglob("*.nix"))
    run(environment, "nix-instantiate", "--parse", *files)
    return len(files)


def evaluate(environment: Mapping[str, str], tree: Path) -> None:
    """All outputs. Raises Wrong."""
    stub = f"path:{tree / 'tests/nix/stub'}"
    line = ("nix", "flake", "check", "--no-build", "--no-write-lock-file", "--override-input", "nixpkgs", stub, f"path:{tree}")
    run(environment, *line)


def check(top: Path) -> str:
    """What was found right. Raises Wrong."""
    with TemporaryDirectory(prefix="xtcp-nix-") as folder:
        environment, tree = private(Path(folder)), copied(Path(folder), top)
        try:
            files = parse(environment, tree)
            evaluate(environment, tree)
        finally:
            run(environment, "chmod", "-R", "u+w", folder)  # what is in a store may not be written
    return f"{files} Nix files parse, and the flake's outputs evaluate over tests/nix/stub; nixpkgs itself was not there"


def main(argv: Sequence[str]) -> int:
    """Check the tree of this file, or the one that is named."""
    if not present():
        print(ABSENT)
        return 0
    try:
        print(check(Path(argv[0]) if argv else TOP))
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
