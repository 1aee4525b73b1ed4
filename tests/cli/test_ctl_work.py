"""Each command of ctl at a real ConfigService behind a real Api."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from api.steered_daemon import STANDING
from cli.served_daemon import BASE, Served

from xtcp_ebpf.cli.ctl import main
from xtcp_ebpf.errors import BadFlag


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with Served() as made:
        yield made


@pytest.fixture
def daemon(served: Served) -> Served:
    """As if it had just begun."""
    served.control.start_anew(BASE)
    return served


def run(daemon: Served, *argv: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """(exit code, stdout, stderr)."""
    out, err = io.BytesIO(), io.StringIO()
    code = main(("-target", daemon.target, *argv), out, err, io.BytesIO(stdin))
    return code, out.getvalue().decode(), err.getvalue()


def test_get_and_reconfigure(daemon: Served, tmp_path: Path) -> None:
    """What get writes changes nothing; one edited field changes that; a secret is neither shown nor lost."""
    code, text, _ = run(daemon, "get")
    config = json.loads(text)
    assert (code, config["pollFrequency"], config["s3SecretKey"]) == (0, "10s", "")
    assert "hush" not in text
    assert run(daemon, "reconfigure", stdin=text.encode()) == (0, "nothing that `ctl get` shows has changed\n", "")
    config["label"] = "after"
    file = tmp_path / "config.json"
    file.write_text(json.dumps(config))
    assert run(daemon, "reconfigure", "-file", str(file)) == (0, 'label: "before" -> "after"\n', "")
    assert daemon.control.now == replace(BASE, label="after")
    assert run(daemon, "reconfigure", stdin=b'{"label": ""}')[1] == 'label: "after" -> ""\n'


def test_set(daemon: Served) -> None:
    """Several at once, by either name; what changed is told."""
    code, out, err = run(daemon, "set", "frequency=1m", "skip=idle", "max_stale=7")
    assert (code, out.splitlines(), err) == (0, ['pollFrequency: "10s" -> "60s"', 'skip: "auto" -> "idle"', "maxStale: 10 -> 7"], "")
    assert daemon.control.now == replace(BASE, frequency=60.0, skip="idle", max_stale=7)


def test_what_the_daemon_refuses(daemon: Served) -> None:
    """Every bad field is named, by both names; exit code 1; nothing has changed."""
    code, out, err = run(daemon, "set", "frequency=1s", "grpcListen=h:x")
    assert (code, out) == (1, "")
    assert "poll_timeout (-timeout)" in err or "poll_frequency (-frequency)" in err
    daemon.control.refuses = [BadFlag("-dest", "is away"), BadFlag("-label", "is odd")]
    code, _, err = run(daemon, "set", "label=x")
    assert code == 1
    assert "dest (-dest): is away" in err
    assert "label (-label): is odd" in err
    assert daemon.control.now == BASE


def test_set_poll_frequency(daemon: Served) -> None:
    """One of them, or both."""
    assert run(daemon, "set-poll-frequency", "-frequency", "20s")[:2] == (0, 'pollFrequency: "10s" -> "20s"\n')
    assert run(daemon, "set-poll-frequency", "-frequency=30s", "-timeout=2s")[0] == 0
    assert daemon.control.now == replace(BASE, frequency=30.0, timeout=2.0)
    assert run(daemon, "set-poll-frequency")[0] == 2
    assert run(daemon, "set-poll-frequency", "-timeout", "90s")[0] == 1


def test_polls(daemon: Served) -> None:
    """One, a burst, and one burst too many."""
    assert run(daemon, "trigger-poll")[:2] == (0, "a poll is asked for\n")
    assert daemon.control.polls == [(1, 0.0)]
    code, _, err = run(daemon, "poll-burst")
    assert code == 1
    assert "a burst is under way" in err
    daemon.control.polls.clear()
    assert run(daemon, "poll-burst")[:2] == (0, "6 polls, 10s apart\n")
    assert daemon.control.polls == [(6, 10.0)]
    assert "count: 0 is out of range" in run(daemon, "poll-burst", "-count", "0")[2]


def test_set_s3(daemon: Served) -> None:
    """Refused without an s3parquet destination; both parts with one."""
    code, _, err = run(daemon, "set-s3", "-flush-interval", "1m")
    assert code == 1
    assert "no destination is s3parquet" in err
    base = replace(BASE, dest=("s3Bucket=rows,s3parquet:http://s3:9000",))
    daemon.control.start_anew(base)
    assert run(daemon, "set-s3", "-flush-interval", "1m", "-threshold-bytes", "1048576")[0] == 0
    assert daemon.control.now == replace(base, s3_flush_interval=60.0, s3_parquet_flush_bytes=1 << 20)
    for flags in ((), ("-threshold-bytes", "0"), ("-threshold-bytes", "x"), ("-flush-interval", "1")):
        assert run(daemon, "set-s3", *flags)[0] == 2


def test_activity(daemon: Served) -> None:
    """bpf and skip, each with what belongs to it."""
    assert run(daemon, "bpf", "off")[:2] == (0, 'bpf: "auto" -> "off"\nactivity: walk by libbpf (the walk needs Linux 5.19)\n')
    assert run(daemon, "bpf", "require", "-source", "tracepoints", "-loader", "bcc")[0] == 0
    assert run(daemon, "skip", "idle", "-maxStale", "3")[0] == 0
    wanted = replace(BASE, bpf="require", bpf_source="tracepoints", bpf_loader="bcc", skip="idle", max_stale=3)
    assert daemon.control.now == wanted
    for argv in (("bpf", "on"), ("bpf", "off", "-source", "x"), ("skip", "x"), ("skip", "idle", "-maxStale", "0")):
        assert run(daemon, *argv)[0] == 2
    assert daemon.control.now == wanted


def test_status(daemon: Served) -> None:
    """A table, or JSON for programs."""
    code, out, _ = run(daemon, "status")
    assert code == 0
    assert out.startswith("0.1.0, since ")
    assert "namespaces: 7 known" in out
    found = json.loads(run(daemon, "status", "-format", "json")[1])
    assert found["namespaces"]["known"] == str(STANDING.facts.known)
    assert len(found["destinations"]) == 2
    assert run(daemon, "status", "-format", "x")[0] == 2


def test_files_that_are_no_configuration(daemon: Served, tmp_path: Path) -> None:
    """Missing: 1; not JSON, not text, too large: 2; nothing is asked."""
    binary, large = tmp_path / "binary", tmp_path / "large"
    binary.write_bytes(b"\xff\xfe")
    large.write_bytes(b" " * 4_000_001)
    for file, code, text in (
        (tmp_path / "none", 1, "ENOENT"),
        (tmp_path, 1, "EISDIR"),
        (binary, 2, "is not UTF-8 text"),
        (large, 2, "has more than 4000000 bytes"),
    ):
        found, _, err = run(daemon, "reconfigure", "-file", str(file))
        assert (found, text in err) == (code, True), err
    assert run(daemon, "reconfigure", stdin=b"{")[0] == 2
    assert daemon.control.waits == []
