"""The machines' tests, as far as they go without a machine: what the driver would say of each script, and the guest's own, run for real."""

from __future__ import annotations

import ast
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from end_to_end.street import COMMAND, ONCE, environment
from nix.evaluated import TOP, evaluated, needs_nix

from vm.kernels import KERNELS

MACHINES = TOP / "nix/nixos-tests"
GUEST = MACHINES / "guest"
DRIVER = Path(__file__).parent / "driver_globals.py"
PATIENCE_S = 60.0
BROUGHT = {
    "nats-rows": "nats-rows",
    "nsq_tail": "nsq",
    "valkey-cli": "valkey",
    "parquet-rows": "parquet-rows",
    "expect-rows": "expect-rows",
    "xtcp-ebpf": "xtcp-ebpf-",
    "curl": "curl",
    "python3": "python3-env",
}
"""Command -> package that a machine has to have for it."""
FROM_SERVICES = {"clickhouse-client"}
EVERYWHERE = {
    *("cat", "cd", "chmod", "cp", "false", "find", "grep", "journalctl", "ls", "mkdir", "ps", "setpriv", "sort", "systemctl"),
    *("systemd-analyze", "tail", "test", "timeout", "tr", "true", "wc"),
}
"""Every NixOS has them."""


@needs_nix
def test_each_script_is_what_the_driver_takes(tmp_path: Path) -> None:
    """mypy agrees with the machines' methods and with every name; a machine that no node has is found."""
    for name, test in evaluated()["machines"].items():
        ast.parse(test["script"], name)
        nodes = "".join(f"{node} = Machine()\n" for node in test["nodes"])
        (tmp_path / f"{name.replace('-', '_')}.py").write_text(f"{DRIVER.read_text()}\n{nodes}{_without_future(test['script'])}")
    wrong = tmp_path / "wrong.py"
    wrong.write_text(f"{DRIVER.read_text()}\nmachine = Machine()\nmachine.wait_for_port(1)\nother.succeed('true')\n")
    line = [sys.executable, "-m", "mypy", "--config-file=", f"--cache-dir={tmp_path}/cache", "--check-untyped-defs", str(tmp_path)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)
    errors = [text for text in done.stdout.splitlines() if "error:" in text]
    assert len(errors) == 2, done.stdout
    assert all("wrong.py" in text for text in errors), done.stdout


def _without_future(script: str) -> str:
    return script.replace("from __future__ import annotations\n", "")


@needs_nix
def test_each_command_is_on_its_machine() -> None:
    """What the scripts call is in the machine's packages, of its services, or on every NixOS."""
    called = set()
    for name, test in evaluated()["machines"].items():
        programs = [program for node in test["nodes"].values() for program in node["programs"]]
        for word in _commands(test["script"]):
            called.add(word)
            if word in BROUGHT:
                assert any(program.startswith(BROUGHT[word]) for program in programs), f"{name}: {word} needs {BROUGHT[word]}"
            else:
                assert word in EVERYWHERE | FROM_SERVICES, f"{name}: {word} is on no machine"
    assert called >= BROUGHT.keys()


def _commands(script: str) -> Iterator[str]:
    """The first word of each command in the strings that go to a machine, or to wait_for_rows."""
    wanted = {"succeed", "fail", "wait_until_succeeds", "wait_for_rows"}
    constants = {
        node.targets[0].id: _text(node.value)
        for node in ast.walk(ast.parse(script))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(ast.parse(script)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in wanted:
            for argument in node.args:
                text = constants.get(argument.id, "") if isinstance(argument, ast.Name) else _text(argument)
                bare = re.sub(r"'[^']*'|\"[^\"]*\"", "Q", text.replace("$(", "; ").replace(")", " "))
                for part in re.split(r"\|\||&&|[|;]", bare):
                    words = [word for word in part.strip(" ({").split() if not re.match(r"[A-Z_]+=|[<>\d]|_", word)]
                    if words and words[0] == "timeout":
                        yield "timeout"
                        words = words[1:]
                    if words and words[0] not in ("}", "Q"):
                        yield words[0]


def _text(node: ast.expr) -> str:
    """A string, with an underscore in place of each value."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "_" for part in node.values)
    if isinstance(node, ast.BinOp):
        return _text(node.left) + _text(node.right)
    return ""


@needs_nix
def test_each_machine_has_what_its_test_waits_for() -> None:
    """Units that a script names are the machine's; kernels are those of vm/kernels.py too; nothing is too large for a laptop."""
    given = {"multi-user.target", "clickhouse.service", "apache-kafka.service", "nats.service"}
    for name, test in evaluated()["machines"].items():
        services = {f"{service}.service" for node in test["nodes"].values() for service in node["services"]}
        named = set(re.findall(r'wait_for_unit\("([^"]+)"\)', test["script"]))
        assert named <= services | given, name
        assert all(512 <= node["memory"] <= 3072 for node in test["nodes"].values())
    kernels = {name.removeprefix("vm-kernel-").replace("_", ".") for name in evaluated()["machines"] if name.startswith("vm-kernel-")}
    assert kernels and kernels <= {kernel.name for kernel in KERNELS}


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Path]:
    """scene.py at work, with names of its own."""
    told = tmp_path / "scene.json"
    line = [sys.executable, str(GUEST / "scene.py")]
    own = {**os.environ, "SCENE": str(told), "SCENE_PREFIX": f"xt{os.getpid()}"}
    with subprocess.Popen(line, env=own, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "all is there\n"
            yield told
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE_S) == 0
    assert not told.exists()
    assert f"xt{os.getpid()}" not in subprocess.run(["ip", "netns"], capture_output=True, text=True, check=True).stdout


def expect(told: Path, rows: str) -> tuple[int, str]:
    """What expect_rows.py says of rows."""
    line = [sys.executable, str(GUEST / "expect_rows.py")]
    done = subprocess.run(line, env={"SCENE": str(told)}, input=rows, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.kernel
def test_the_scene_is_told_right_and_each_fault_is_found(scene: Path, tmp_path: Path) -> None:
    """The daemon's rows pass, from jsonl and from Parquet; a row too few, one too many, a wrong name and no rows at all do not."""
    files = tmp_path / "parquet"
    files.mkdir()
    sinks = f"-dest marshal=jsonl,file:{tmp_path}/rows -dest parquet:{files}"
    flags = [*ONCE, *f"-bpf off -skip none {sinks}".split()]
    done = subprocess.run([*COMMAND, *flags], env=environment(), capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert done.returncode == 0, done.stderr
    rows = (tmp_path / "rows").read_text()
    code, said = expect(scene, "torn}\n" + rows)
    assert (code, "has all of it" in said) == (0, True), said

    line = [sys.executable, str(GUEST / "parquet_rows.py"), str(files)]
    read = subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE_S, check=True).stdout
    assert expect(scene, read)[0] == 0
    assert {len(json.loads(row)) for row in read.splitlines()} == {6}

    blue = json.loads(scene.read_text())[0]
    one = [row for row in rows.splitlines() if f'"{blue["inode"]}"' in row and '"inetDiagMsgState":10,' in row]
    assert len(one) == 1
    assert expect(scene, "\n".join(row for row in rows.splitlines() if row not in one))[0] == 1
    assert expect(scene, rows + "\n".join(one))[0] == 1
    code, said = expect(scene, rows.replace(f'"netns":"{blue["name"]}"', '"netns":"red"'))
    assert (code, "is called ['red']" in said) == (1, True), said
    assert expect(scene, "")[0] == 1
