"""`xtcp-ebpf nstest`: bounded, and nothing stays, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from end_to_end.street import COMMAND, environment, run

from xtcp_ebpf.churn.spaces import leftovers, remove

PREFIX = f"xn{os.getpid() % 10000}"


@contextmanager
def running(*flags: str) -> Iterator[subprocess.Popen[str]]:
    """In the background, with ten namespaces there."""
    command = [*COMMAND, "nstest", "-prefix", PREFIX, "-initial", "10", *flags]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            end = time.monotonic() + 20
            while len(leftovers(PREFIX)) < 10:
                assert time.monotonic() < end
                assert process.poll() is None
                time.sleep(0.01)
            yield process
        finally:
            process.kill()
            process.wait()
            for name in leftovers(PREFIX):
                remove(name)


def figures(text: str) -> dict[str, str]:
    """The summary."""
    return dict((part.strip() for part in (line[:22], line[22:])) for line in text.splitlines())  # type: ignore[misc]  # pairs


@pytest.mark.kernel
def test_bounded_in_number() -> None:
    """-steps: so many births and deaths, traffic flowed, a summary, and everything is gone."""
    done = run("nstest", "-prefix", PREFIX, "-initial", "4", "-rate", "100", "-steps", "10", "-traffic", "-gaps", "1ms", "--payloads=16,64")
    assert done.returncode == 0, done.stderr
    told = figures(done.stdout)
    assert (told["born"], told["died"], told["live at the end"], told["connections opened"], told["errors"]) == ("14", "10", "4", "28", "0")
    assert int(told["bytes sent"]) >= int(told["bytes received"]) > 0
    assert leftovers(PREFIX) == []


@pytest.mark.kernel
def test_bounded_in_time() -> None:
    """-duration ends it, without sockets when none are asked for."""
    done = run("nstest", "-prefix", PREFIX, "-initial", "2", "-sleep", "50ms", "-duration", "300ms")
    assert done.returncode == 0, done.stderr
    told = figures(done.stdout)
    assert 3 <= int(told["died"]) <= 7
    assert told["connections opened"] == "0"
    assert leftovers(PREFIX) == []


@pytest.mark.kernel
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_and_nothing_stays(number: signal.Signals) -> None:
    """The summary comes, the exit code is 0, and a second signal does not leave anything behind."""
    with running("-traffic", "-rate", "50") as process:
        process.send_signal(number)
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        assert (process.returncode, "born" in out) == (0, True), err
        assert leftovers(PREFIX) == []


@pytest.mark.kernel
def test_clean_after_kill() -> None:
    """What nobody could clean up is removed by -clean, and named."""
    with running() as process:
        process.kill()
        process.wait()
        left = leftovers(PREFIX)
        assert len(left) >= 10
        done = run("nstest", "-prefix", PREFIX, "-clean")
        assert done.returncode == 0
        assert all(name in done.stdout for name in left)
        assert leftovers(PREFIX) == []


@pytest.mark.kernel
def test_links_too() -> None:
    """With -links each has a pair while it lives."""
    before = set(os.listdir("/sys/class/net"))  # noqa: PTH208  names
    done = run("nstest", "-prefix", PREFIX, "-initial", "3", "-links", "-steps", "2", "-rate", "50")
    assert done.returncode == 0, done.stderr
    assert set(os.listdir("/sys/class/net")) <= before  # noqa: PTH208  names


@pytest.mark.kernel
def test_clean_takes_links_too() -> None:
    """The pairs of a killed run go with its namespaces."""
    before = set(os.listdir("/sys/class/net"))  # noqa: PTH208  names
    with running("-links") as process:
        process.kill()
        process.wait()
        assert set(os.listdir("/sys/class/net")) > before  # noqa: PTH208  names
        assert run("nstest", "-prefix", PREFIX, "-clean").returncode == 0
        end = time.monotonic() + 10
        while not set(os.listdir("/sys/class/net")) <= before:  # noqa: PTH208  names
            assert time.monotonic() < end
            time.sleep(0.01)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-initial", "many"), "-initial: 'many' is no whole number"),
        (("-rate", "0"), "-rate: '0' is no number above 0"),
        (("-duration", "5"), "-duration: '5' is no duration"),
        (("-payloads", "16,x"), "-payloads: '16,x' is no whole number"),
        (("-prefix", "a/b"), "-prefix: 'a/b' is no name"),
        (("-prefix", "é"), "-prefix: 'é' is no name"),
        (("-churn",), "unrecognized arguments: -churn"),
    ],
)
def test_wrong_flags(words: tuple[str, ...], said: str) -> None:
    """Named, with exit code 2."""
    done = run("nstest", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_help() -> None:
    """Every flag with its default."""
    done = run("nstest", "-help")
    assert done.returncode == 0
    for word in ("-initial", "(100)", "-traffic", "-clean", "-links", "16,256,4096"):
        assert word in done.stdout


@pytest.mark.kernel
def test_not_root() -> None:
    """Said at once."""
    done = run("nstest", before=("setpriv", "--reuid=65534", "--clear-groups", "--inh-caps=-all"))
    assert done.returncode == 1
    assert "as root" in done.stderr


@pytest.mark.kernel
def test_what_does_not_fit() -> None:
    """More descriptors than there may be: told before anything is made."""
    done = run("nstest", "-prefix", PREFIX, "-initial", "1000", "-traffic", before=("prlimit", "--nofile=200:200"))
    assert done.returncode == 1
    assert "take 6070 descriptors, the limit is 200" in done.stderr
    assert leftovers(PREFIX) == []
