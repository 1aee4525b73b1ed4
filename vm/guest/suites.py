"""The project's own tests of the kernel, in this guest: none may fail.

None may be left out either, but for what the kernel is known to lack.
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from vm.guest.paths import PROJECT

SUITES: Final = (
    "tests/kernel",
    "tests/conformance/test_openers.py",
    "tests/conformance/test_activities.py",
    "tests/activity/test_libbpf.py",
)
SKIPS: Final = {
    r"nsfs file handles|opens no namespace by its number": "nsfs_handles",
    r"namespaces? (have )?(no )?cookies": "cookies",
    r"hash of its own": "own_hash",
    r"no walk|bpf_loop": "walk",
    r"MPTCP": "mptcp",
    r"locked memory": "unaccounted",
}
"""What a skip says -> what the kernel has to lack for it."""


class Run(NamedTuple):
    """What came of one run of pytest."""

    failed: list[str]
    strange: list[str]
    """Left out for what the kernel does not lack."""
    passed: int
    skipped: int
    said: str


def tests(lacks: frozenset[str]) -> str:
    """Their numbers. What fails is tried once more: on an emulated processor a poll of 200 ms may be too short."""
    with TemporaryDirectory() as folder:
        first = last = _run(Path(folder), lacks)
        passed = first.passed
        if first.failed and passed:
            last = _run(Path(folder), lacks, "--last-failed", "--last-failed-no-failures=none")
            passed += last.passed
    bad = [*last.failed, *first.strange]
    if bad or not passed:
        print(last.said[-12000:])
    assert passed, "no test has passed"
    assert not bad, f"{len(bad)} failed or were left out wrongly:\n" + "\n".join(bad)
    twice = f", {len(first.failed)} of them at the second try" if first.failed else ""
    return f"{passed} passed{twice}, {first.skipped} left out for what this kernel lacks"


def _run(folder: Path, lacks: frozenset[str], *more: str) -> Run:
    report = folder / "report.xml"
    line = [sys.executable, "-m", "pytest", "-q", "-o", f"cache_dir={folder}/cache", "--tb=short", f"--junitxml={report}", *more]
    done = subprocess.run([*line, *SUITES], cwd=PROJECT, capture_output=True, text=True)
    failed, strange, skipped, passed = [], [], 0, 0
    for case in ElementTree.parse(report).iter("testcase"):
        name = f"{case.get('classname')}.{case.get('name')}"
        skip = case.find("skipped")
        failure = next((found for kind in ("failure", "error") if (found := case.find(kind)) is not None), None)
        if failure is not None:
            failed.append(f"{name}: {(failure.get('message') or '?').splitlines()[0][:200]}")
        elif skip is None:
            passed += 1
        else:
            skipped += 1
            reason = skip.get("message") or ""
            if not any(re.search(words, reason) and lacked in lacks for words, lacked in SKIPS.items()):
                strange.append(f"{name}: left out, and this kernel lacks nothing of the kind: {reason}")
    return Run(failed, strange, passed, skipped, done.stdout + done.stderr)
