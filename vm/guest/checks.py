"""What is shown on every kernel: `python3 -m vm.guest.checks [NAME ...]`, in a guest. Exit code 1 when one fails.

One process for each check; what they say is told as it comes, and /out/checks.json has it all.
XTCP_GUEST_LACKS: what the kernel is known to lack (vm/kernels.py).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

Check = Callable[[frozenset[str]], str]
"""Takes what the kernel is known to lack, answers in a few words what was shown. Raises anything when it was not."""

CHECKS: Final = {
    "dump": "vm.guest.dumps:exact",
    "congestion": "vm.guest.dumps:congestion",
    "families": "vm.guest.dumps:families",
    "bpf": "vm.guest.assist:sources",
    "bcc": "vm.guest.assist:compiled",
    "fallback": "vm.guest.fallbacks:reasons",
    "daemon": "vm.guest.daemons:modes",
    "churn": "vm.guest.daemons:churn",
    "tests": "vm.guest.suites:tests",
    "lockdown": "vm.guest.fallbacks:lockdown",
}
"""Name -> where it is. Lockdown is the last: there is no way back from it."""
SECONDS: Final = {"tests": 1500.0}
USUAL_S: Final = 240.0
_TAIL: Final = 100


def find(name: str) -> Check:
    """The function of a check."""
    module, _, function = CHECKS[name].partition(":")
    found: Check = getattr(__import__(module, fromlist=[function]), function)
    return found


def one(name: str) -> int:
    """Run it here."""
    lacks = frozenset(os.environ.get("XTCP_GUEST_LACKS", "").split(",")) - {""}
    try:
        print(find(name)(lacks))
    except Exception:
        traceback.print_exc(file=sys.stdout)
        return 1
    return 0


def run(name: str) -> dict[str, object]:
    """Run it in a process of its own."""
    began = time.monotonic()
    line = [sys.executable, "-m", "vm.guest.checks", "--one", name]
    try:
        done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=SECONDS.get(name, USUAL_S))
        code, said = done.returncode, done.stdout
    except subprocess.TimeoutExpired as error:
        code, said = 1, (error.stdout or b"").decode(errors="replace") + f"\nnot done after {error.timeout:.0f} s"
    lines = said.strip().splitlines()
    words = lines[-1] if lines else "nothing was said"
    return {"name": name, "ok": code == 0, "seconds": round(time.monotonic() - began, 1), "words": words, "said": "\n".join(lines[-_TAIL:])}


def main(arguments: Sequence[str]) -> int:
    """All, or those that are named."""
    parser = argparse.ArgumentParser(prog="python3 -m vm.guest.checks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(CHECKS))
    parser.add_argument("--one", choices=[*CHECKS], help="this one, in this process")
    options = parser.parse_args(arguments)
    if options.one:
        return one(options.one)
    if unknown := set(options.names) - CHECKS.keys():
        parser.error(f"no such check: {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}")
    results = []
    for name in [name for name in CHECKS if not options.names or name in options.names]:
        results.append(run(name))
        last = results[-1]
        print(
            f"{'ok  ' if last['ok'] else 'FAIL'} {name:10} {last['seconds']:6} s  {last['words'] if last['ok'] else last['said']}",
            flush=True,
        )
    Path("/out/checks.json").write_text(json.dumps(results))
    return int(not all(result["ok"] for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
