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
from typing import Final

from vm.guest.paths import PROJECT

SUITES: Final = (
    "tests/kernel",
    "tests/conformance/test_openers.py",
    "tests/conformance/test_activities.py",
    "tests/activity/test_libbpf.py",
)
SKIPS: Final = {
    r"nsfs file handles|opens no namespace by its number": "nsfs_handles",
    r"namespaces? cookies": "walk",
    r"no walk|bpf_loop": "walk",
    r"MPTCP": "mptcp",
    r"locked memory": "unaccounted",
}
"""What a skip says -> what the kernel has to lack for it."""


def tests(lacks: frozenset[str]) -> str:
    """Their numbers."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short", f"--junitxml={report}", *SUITES]
        done = subprocess.run(line, cwd=PROJECT, capture_output=True, text=True)
        cases = list(ElementTree.parse(report).iter("testcase"))
    bad, skipped, passed = [], [], 0
    for case in cases:
        name = f"{case.get('classname')}.{case.get('name')}"
        skip = case.find("skipped")
        failure = next((found for kind in ("failure", "error") if (found := case.find(kind)) is not None), None)
        if failure is not None:
            bad.append(f"{name}: {(failure.get('message') or '').splitlines()[0][:200]}")
        elif skip is not None:
            reason = skip.get("message") or ""
            if not any(re.search(said, reason) and lacked in lacks for said, lacked in SKIPS.items()):
                bad.append(f"{name}: left out, and this kernel lacks nothing of the kind: {reason}")
            skipped.append(name)
        else:
            passed += 1
    if bad or not passed:
        print(done.stdout[-12000:])
    assert passed, done.stdout[-2000:] + done.stderr[-2000:]
    assert not bad, f"{len(bad)} of {len(cases)}:\n" + "\n".join(bad)
    return f"{passed} passed, {len(skipped)} left out for what this kernel lacks"
