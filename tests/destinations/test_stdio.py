"""This process's own stdout and stderr, in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.tally import Tally

dest, count = sys.argv[1], int(sys.argv[2])
target, tally = registry.parse(dest), Tally()
sender = Sender(target, registry.find(target.scheme), formats.create("csv", ("recordCounter",)), tally, SystemClock(), 1 << 20)
sender.start()
for n in range(1, count + 1):
    if sender.gone.is_set():
        break
    sender.offer(Sealed((bytes([0x52, 3, 0xE0, 3, n % 100]),), 1, 5, "rows"))
    while sender.waiting().rows and not sender.gone.is_set():
        pass
sender.close(5)
sys.exit(3 if sender.gone.is_set() else 0)
"""


def test_header_once_then_rows() -> None:
    """stdout has the header once and each row after it; stderr stays for the log."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, "stdout", "3"], capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"recordCounter\n1\n2\n3\n", b"")


def test_stderr() -> None:
    """stderr takes the payloads just the same."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, "stderr:", "2"], capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"recordCounter\n1\n2\n")


def test_piped_into_head() -> None:
    """`| head -n 2` is normal use: the sender is gone, the process goes on to its end, one line in the log and no traceback."""
    writer = subprocess.Popen([sys.executable, "-c", SCRIPT, "stdout:", "100000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    head = subprocess.run(["head", "-n", "2"], stdin=writer.stdout, capture_output=True, check=True)
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    said = writer.stderr.read().decode()
    writer.stderr.close()
    assert writer.wait(10) == 3
    assert head.stdout == b"recordCounter\n1\n"
    assert said.count("\n") == 1
    assert said.startswith("sending has ended: stdout: the reader has closed it; ")


def test_closed_at_start() -> None:
    """A process started without stdout says so, and writes into no descriptor that took its number."""
    run = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-c", SCRIPT, "stdout", "2"], capture_output=True, check=False)
    assert run.returncode == 3
    assert b"stdout: it was closed when the process started" in run.stderr


def test_into_a_file(tmp_path: Path) -> None:
    """`> file` works, and appending to it a second time is the shell's business: each process writes its header."""
    with (tmp_path / "out").open("ab") as out:
        for _ in range(2):
            subprocess.run([sys.executable, "-c", SCRIPT, "stdout", "1"], stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == b"recordCounter\n1\n" * 2


def test_full_device() -> None:
    """A full device behind stdout is an outage, not the end: close() says what remained."""
    with Path("/dev/full").open("wb") as full:
        script = SCRIPT.replace("while sender.waiting().rows and not sender.gone.is_set():\n        pass", "pass").replace(
            "close(5)", "close(0.1)"
        )
        run = subprocess.run([sys.executable, "-c", script, "stdout", "2"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 0
    assert b"stdout: ENOSPC" in run.stderr
    assert b"2 rows (10 bytes) could not be sent" in run.stderr
