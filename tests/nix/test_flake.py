"""flake.nix and what it imports: outputs, package, image and checks are what pyproject.toml and the sources want; faults are found."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from nix.evaluated import TOP, check_nix, evaluated, needs_nix, workshop

from vm.guest.checks import CHECKS as CHECKS_OF_GUESTS
from xtcp_ebpf.cli.help import COMMANDS

PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]
CHECKS = {"package", "lint", "tests", "house", "help", "rights"}
PERHAPS = {"python3-nkeys", "python3-pyroscope-io"}
"""No nixpkgs that could be looked at has them: the package takes them where they are."""
KERNELS = {"6_1", "6_12", "6_18"}
SINKS = {"kafka", "nats", "nsq", "valkey", "s3", "clickhouse"}


def named(requirements: Sequence[str]) -> set[str]:
    """As nixpkgs names them, in our stand-in."""
    return {"python3-" + re.split(r"[<>=]", each)[0] for each in requirements}


def test_check_nix_finds_no_fault() -> None:
    """`make check`: every file parses, the outputs are a flake's; without Nix it says what was not checked."""
    done = subprocess.run([sys.executable, str(TOP / "tools/check_nix.py")], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert ("outputs evaluate" in done.stdout) if check_nix.present() else (done.stdout.strip() == check_nix.ABSENT)


def test_without_nix_it_says_so() -> None:
    """The line names the package to install, and the step does not fail for it."""
    line = [sys.executable, str(TOP / "tools/check_nix.py")]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, env={"PATH": "/nowhere"}, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, check_nix.ABSENT)
    assert "nix-bin" in done.stdout


@pytest.fixture(scope="module")
def bench() -> Iterator[tuple[Mapping[str, str], Path]]:
    """One workshop for all faults."""
    with workshop() as found:
        yield found


@needs_nix
@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"),
    [
        ("flake.nix", "each checks;", "each checks", "syntax error"),
        ("flake.nix", "overlays.default = final: prev:", "overlays.default = one: two:", "overlay"),
        ("nix/oci.nix", "  cacert,\n  dockerTools", "  dockerTools", "undefined variable 'cacert'"),
        ("nix/package.nix", "pyproject = true", "pyprojekt = true", "buildPythonApplication takes no pyprojekt"),
        ("nix/package.nix", "../setup.py", "../setup.pyx", "no such file"),
        ("nix/nixos-tests/nsq.nix", "pkgs.nsq ]", "pkgs.nsqq ]", "nsqq"),
        ("nix/nixos-tests/nats.nix", "jetstream = true", "jetstreams = true", "services.nats.jetstreams' does not exist"),
        ("nix/nixos-tests/valkey.nix", "valkeyMaxlen = 1000", 'valkeyMaxlen = "1000"', "is not of type"),
        (
            "nix/nixos-tests/namespaces.nix",
            "settings.dest",
            "settings.location",
            "Failed assertions: services.xtcp-ebpf: set settings.dest",
        ),
        ("contrib/systemd/xtcp-ebpf.service", "[Install]", "[Install", "neither a section nor a setting"),
    ],
)
def test_a_fault_is_found(bench: tuple[Mapping[str, str], Path], file: str, right: str, wrong: str, said: str) -> None:
    """Syntax, a flake's schema, names, arguments, files, options, types, assertions, and the unit that is read: each fails the check."""
    environment, tree = bench
    text = (tree / file).read_text()
    assert right in text
    (tree / file).write_text(text.replace(right, wrong))
    try:
        with pytest.raises(check_nix.Wrong, match=re.escape(said)):
            check_nix.evaluate(environment, tree)
    finally:
        (tree / file).write_text(text)


@needs_nix
def test_the_outputs() -> None:
    """Packages, image, shell, module and checks are there, for both kinds of machine; every derivation can be made."""
    found = evaluated()
    tests = {f"vm-{name}" for name in {*SINKS, "namespaces", "bpf", "rights", *(f"kernel-{kernel}" for kernel in KERNELS)}}
    assert {name: set(value["x86_64-linux"]) for name, value in found["outputs"].items()} == {
        "packages": {"default", "oci", "xtcp-ebpf"},
        "devShells": {"default"},
        "checks": CHECKS | tests,
    }
    assert all(value["x86_64-linux"] == value["aarch64-linux"] for value in found["outputs"].values())
    paths = [path for one in found["derivations"].values() for path in one.values()]
    assert all(re.fullmatch(r"/nix/store/[a-z0-9]{32}-[\w.-]+\.drv", path) for path in paths)
    assert found["overlay"]
    assert found["formatter"] == "nixfmt"


@needs_nix
def test_the_package_has_what_pyproject_wants() -> None:
    """Version, build system, requirements, and those of every extra: the Nix package can reach every destination."""
    found, package = evaluated(), evaluated()["package"]
    extras = {name: named(each) for name, each in PROJECT["optional-dependencies"].items()}
    without = {name: each - PERHAPS for name, each in extras.items()}
    assert {name: set(each) for name, each in found["extras"].items()} == without
    assert {name: set(each) for name, each in found["extras_with_all"].items()} == extras
    assert set(package["dependencies"]) == named(PROJECT["dependencies"]).union(*without.values())
    assert package["version"] == PROJECT["version"]
    assert package["program"] in PROJECT["scripts"]
    assert package["build"] == ["python3-setuptools"]


@needs_nix
def test_the_package_fits_the_sources() -> None:
    """What it patches stands there once, what it imports exists, it takes all that setup.py reads, and insists on C and BPF."""
    package = evaluated()["package"]
    ((file, words, instead),) = re.findall(r"substituteInPlace (\S+) \\\n +--replace-fail '(.*)' '(.*)'", package["postPatch"])
    text = (TOP / file).read_text()
    assert text.count(words) == 1
    assert re.search(r'"/nix/store/[^"]+-libbpf/lib/libbpf\.so\.1"', instead)
    compile(text.replace(words, instead), file, "exec")
    for module in package["pythonImportsCheck"]:
        place = TOP.joinpath(*module.split("."))
        assert [*place.parent.glob(f"{place.name}.py"), *place.parent.glob(f"{place.name}.c")], module
    assert {"XTCP_REQUIRE_C", "XTCP_REQUIRE_BPF", "CLANG"} <= set(re.findall(r"XTCP_REQUIRE_\w+|CLANG", (TOP / "setup.py").read_text()))
    assert package["env"]["XTCP_REQUIRE_C"] == package["env"]["XTCP_REQUIRE_BPF"] == "1"
    assert package["env"]["CLANG"].endswith("-clang-unwrapped/bin/clang")
    assert re.findall(r"-(libbpf|linuxHeaders)/include", package["env"]["C_INCLUDE_PATH"]) == ["libbpf", "linuxHeaders"]
    assert set(package["files"]) == {"LICENSE", "README.md", "bpf", "pyproject.toml", "setup.py", "xtcp_ebpf"}


def test_bpf_compiles_as_the_package_does_it(tmp_path: Path) -> None:
    """clang without a system's headers and without its own finds all that it needs by C_INCLUDE_PATH alone."""
    headers = ("/usr/include", *map(str, Path("/usr/include").glob("*-linux-gnu*")))
    for source in sorted((TOP / "bpf").glob("*.bpf.c")):
        line = ["clang", "--sysroot=/nonexistent", "-resource-dir", "/nonexistent", "-O2", "-g", "-Wall", "-Werror", "-target", "bpf"]
        into = tmp_path / f"{source.stem}.o"
        environment = {"PATH": "/usr/bin:/bin", "C_INCLUDE_PATH": ":".join(headers)}
        done = subprocess.run([*line, "-c", source, "-o", into], env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr


@needs_nix
def test_the_image() -> None:
    """It starts the daemon, asks it for its health, and knows whom to trust."""
    image = evaluated()["image"]
    (program,) = image["config"]["Entrypoint"]
    assert program.endswith(f"-xtcp-ebpf-{PROJECT['version']}/bin/xtcp-ebpf")
    assert image["config"]["Healthcheck"]["Test"] == ["CMD", program, "-healthcheck"]
    assert image["config"]["Healthcheck"]["Interval"] == 30 * 10**9
    assert image["tag"] == PROJECT["version"]
    assert "/etc/ssl/certs/ca-bundle.crt" in image["config"]["Env"][0]


@needs_nix
def test_the_shell_compiles_bpf_too() -> None:
    """The same compiler and headers as the package's."""
    shell, package = evaluated()["shell"], evaluated()["package"]["env"]
    assert (shell["CLANG"], shell["C_INCLUDE_PATH"]) == (package["CLANG"], package["C_INCLUDE_PATH"])
    assert "-libbpf/lib" in shell["LD_LIBRARY_PATH"]


def test_what_the_checks_run_is_there() -> None:
    """Files, folders and tests that nix/checks.nix names exist, and so do the guest's checks that a machine runs."""
    named = re.findall(r"tests/[\w/.]+(?:::\w+)?", (TOP / "nix/checks.nix").read_text())
    assert len(named) > 8
    for name in named:
        path, _, test = name.partition("::")
        assert (TOP / path).exists(), path
        assert f"def {test}" in (TOP / path).read_text() if test else True
    (checks,) = re.findall(r'^checks = "(.*)"$', (TOP / "nix/nixos-tests/kernel.py").read_text(), re.MULTILINE)
    assert set(checks.split()) < CHECKS_OF_GUESTS.keys()


@needs_nix
def test_the_check_of_help_works(tmp_path: Path) -> None:
    """Its script, run here by the command as it is: every command of -help is asked, run itself too, and answers."""
    (tmp_path / "xtcp-ebpf").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m xtcp_ebpf "$@"\n')
    (tmp_path / "xtcp-ebpf").chmod(0o755)
    script = "set -eu -o pipefail\n" + evaluated()["help"].replace("touch $out", "")
    own = {"PATH": f"{tmp_path}:/usr/bin:/bin", "PYTHONPATH": str(TOP)}
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == [name.split()[0] for name, _ in COMMANDS]


def test_the_branch_is_no_commit() -> None:
    """The input is a branch until somebody who reaches it writes flake.lock."""
    assert 'nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable"' in (TOP / "flake.nix").read_text()
