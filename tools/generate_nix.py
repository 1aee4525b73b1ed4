"""Write nix/flags.json, of which the NixOS module makes its options, from the table of knobs. With --check: fail when it is not fresh."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from xtcp_ebpf.cli.help import usual
from xtcp_ebpf.knob import Knob
from xtcp_ebpf.knobs import TABLE

DOCUMENT = Path(__file__).resolve().parent.parent / "nix" / "flags.json"


def document() -> str:
    """The whole file."""
    return json.dumps({knob.flag: _option(knob) for knob in TABLE if _is_option(knob)}, indent=1, ensure_ascii=False) + "\n"


def _is_option(knob: Knob) -> bool:
    """What a service can be told on its command line: no secret, and nothing that prints and ends (such flags have no variable)."""
    return knob.status == "works" and bool(knob.flag and knob.env) and knob.secret != "whole"


def _option(knob: Knob) -> dict[str, object]:
    return {
        "env": knob.env[0],
        "kind": knob.kind,
        "choices": list(knob.choices),
        "low": knob.low,
        "high": knob.high,
        "file": knob.takes == "PATH",
        "text": knob.text,
        "usual": usual(knob) or ("off" if knob.kind == "bool" else "nothing"),
    }


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when the file is stale")
    arguments = parser.parse_args(argv)
    if not arguments.check:
        DOCUMENT.write_text(document())
    elif not DOCUMENT.exists() or DOCUMENT.read_text() != document():
        print(f"stale: {DOCUMENT.name}; run: python tools/generate_nix.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
