"""The command line as a program: commands, exit codes, and what it says when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from end_to_end.street import COMMAND, environment, run

from xtcp_ebpf.cli.main import main
from xtcp_ebpf.version import program


@pytest.mark.parametrize(
    "words", [["-help"], ["--help"], ["-h"], ["help"], ["run", "-help"], ["decode", "-help"], ["doctor", "-help"], ["-dest", "x", "-help"]]
)
def test_help(words: list[str]) -> None:
    """However it is asked for: on stdout, exit code 0, stderr empty."""
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "xtcp-ebpf" in done.stdout


@pytest.mark.parametrize("words", [["-v"], ["--v"], ["run", "-v"]])
def test_version(words: list[str]) -> None:
    """Program, engine, Python, on one line."""
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{program()}, engine ")
    assert done.stdout.endswith(f", Python {sys.version.split()[0]}\n")


def test_the_installed_command() -> None:
    """`xtcp-ebpf` and `python -m xtcp_ebpf` are the same."""
    script = Path(sys.executable).parent / "xtcp-ebpf"
    done = subprocess.run([script, "-v"], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout == run("-v").stdout


@pytest.mark.parametrize("command", ["walk", "Run", "decode.pcap", ""])
def test_unknown_commands(command: str) -> None:
    """The word, and which commands there are."""
    done = run(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"xtcp-ebpf: {command}: there is no such command; there are run, client, ctl, decode, receive" in done.stderr


@pytest.mark.parametrize(
    ("words", "env", "named"),
    [
        (["-frequency", "10"], {}, "-frequency"),
        (["--frequncy=10s"], {}, "--frequncy"),
        (["-frequency=1s", "-timeout=2s"], {}, "-timeout"),
        (["-marshal", "xml"], {}, "-marshal"),
        (["-dest", "pigeon:coop"], {}, "-dest"),
        (["-dest", "kafka:broker"], {}, "-dest"),
        (["-dest", "pace=1,null"], {}, "-dest"),
        (["-dest", "tcp:host"], {}, "-dest"),
        (["-deserializers", "info,nfo"], {}, "-deserializers"),
        (["-columns", "nosuch", "-marshal", "csv"], {}, "-columns"),
        (["-topic", ""], {}, "-topic"),
        ([], {"POLL_FREQUENCY": "often"}, "POLL_FREQUENCY"),
        ([], {"DEST": "pigeon:coop"}, "DEST"),
        ([], {"MODULUS": "0"}, "MODULUS"),
        (["run", "decode"], {}, "decode"),
        (["-maxLoops", "1", "extra"], {}, "extra"),
    ],
)
def test_bad_flags(words: list[str], env: dict[str, str], named: str) -> None:
    """Exit code 2 before anything is done, and the message names the flag or the variable as it was written; no traceback."""
    done = run(*words, env=env)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("xtcp-ebpf: ")
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_all_that_is_wrong_is_said_at_once() -> None:
    """One run tells every mistake, flags and environment alike."""
    done = run("-modulus", "0", "-marshal", "xml", env={"POLL_TIMEOUT": "soon"})
    assert done.returncode == 2
    assert all(name in done.stderr for name in ("-modulus", "-marshal", "POLL_TIMEOUT"))


def test_the_effective_configuration() -> None:
    """-conf: flag, environment and default, each with its source."""
    done = run("-conf", "-frequency", "3s", env={"LABEL": "a b"})
    assert (done.returncode, done.stderr) == (0, "")
    lines = {line.split("=")[0]: line for line in done.stdout.splitlines()}
    assert lines["-frequency"].split() == ["-frequency=3s", "#", "flag", "-frequency"]
    assert lines["-label"].startswith("-label='a b'")
    assert lines["-label"].endswith("# environment LABEL")
    assert lines["-modulus"].endswith("# default")


@pytest.mark.parametrize("words", [["-help"], ["-conf"], ["-v"], ["doctor"]])
def test_a_full_disk_behind_stdout(words: list[str]) -> None:
    """Said in one line, exit code 1: nobody takes an empty file for an answer."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *words], env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "xtcp-ebpf: stdout: ENOSPC (No space left on device)\n")


@pytest.mark.parametrize("words", [["-help"], ["-conf"], ["-v"]])
def test_nobody_reads_stdout(words: list[str]) -> None:
    """A pipe whose reader has gone: silence, and not success."""
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run([*COMMAND, *words], env=environment(), stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_descriptors(closed: str) -> None:
    """A program that was started without stdout or stderr has no traceback to give."""
    line = " ".join([*COMMAND, "-conf", closed])
    done = subprocess.run(["sh", "-c", line], env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_called_from_python(capsys: pytest.CaptureFixture[str]) -> None:
    """`main` answers the exit code; the arguments are given, or the process's."""
    assert main(["-v"]) == 0
    assert main(["nosuch"]) == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("xtcp-ebpf")
    assert "nosuch" in captured.err
