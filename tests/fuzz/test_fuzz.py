"""The fuzzer itself: a short run is clean, a difference is found and written down, a seed repeats a run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "wire")]

from fuzzing import Difference, Fuzzer, check  # noqa: E402  behind the path that it needs
from messages import Pair, both_engines, one  # noqa: E402  as above
from seeds import made  # noqa: E402  as above

from xtcp_ebpf.abc import Datagram, Decoded, Reserve, Stamp  # noqa: E402  as above
from xtcp_ebpf.wire.layout import layout  # noqa: E402  as above
from xtcp_ebpf.wire.reference import PythonEngine  # noqa: E402  as above


class Forgetful(PythonEngine):
    """An engine with a defect: it never tells of trouble."""

    def decode(
        self, datagram: Datagram, seq: int | None, portid: int | None, stamp: Stamp, reserve: Reserve, modulus: int = 1, ordinal: int = 0
    ) -> Decoded:
        return super().decode(datagram, seq, portid, stamp, reserve, modulus, ordinal)._replace(trouble=None)


def test_a_short_run_from_the_command_line(tmp_path: Path) -> None:
    """Two seconds over all captures find no difference; the last line says how much was tried."""
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", "2", "--seed", "1", "--output", str(tmp_path)]
    done = subprocess.run(command, cwd=HERE.parents[1], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "execs" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_difference_is_found() -> None:
    """From valid messages alone, mutation provokes the trouble that the defective engine hides, soon."""
    fuzzer = Fuzzer(Pair(Forgetful(layout()), PythonEngine(layout())), seed=1)
    fuzzer.feed(one((5, b"\1")))
    with pytest.raises(Difference, match="python: Decoded"):
        for _ in range(500):
            fuzzer.feed(fuzzer.next())


def test_a_seed_repeats_a_run() -> None:
    """The same seed tries the same inputs."""
    runs = []
    for _ in range(2):
        fuzzer = Fuzzer(both_engines(), seed=5)
        for data in made():
            fuzzer.feed(data)
        for _ in range(300):
            fuzzer.feed(fuzzer.next())
        runs.append(fuzzer.corpus)
    assert runs[0] == runs[1]
    assert len(runs[0]) > len(made())


def test_every_variant_of_a_call_is_tried() -> None:
    """With and without a stamp, a sequence number, a modulus: all 64 are clean on a plain row."""
    pair = both_engines()
    assert {check(pair, one(), variant).sockets for variant in range(64)} == {1}
