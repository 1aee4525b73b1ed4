"""The package as others get it: the sdist, the wheel, an installation without a compiler. No network: what the build needs is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from email import message_from_string
from email.message import Message
from importlib.metadata import EntryPoint
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

pytestmark = pytest.mark.long

TOP = Path(__file__).resolve().parent.parent
NOT_SOURCE = ignore_patterns(".*", "build", "dist", "*.egg-info", "*.so", "__pycache__", "built")
CAPTURE = next((TOP / "pcaps").rglob("*.pcap"))
with (TOP / "pyproject.toml").open("rb") as _file:
    PROJECT = tomllib.load(_file)["project"]


def run(*command: str | Path, cwd: Path, **environ: str) -> str:
    """What the command says on both streams; it has to succeed."""
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "XTCP_", "CC", "COV"))}
    done = subprocess.run(
        command, cwd=cwd, env={**outer, **environ}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def built(source: Path, into: Path, **environ: str) -> tuple[Path, Path]:
    """sdist and, from the sdist, the wheel."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", into, source, cwd=into.parent, **environ)
    (sdist,), (wheel,) = into.glob("*.tar.gz"), into.glob("*.whl")
    return sdist, wheel


def installed(wheel: Path, where: Path) -> Path:
    """The bin folder of a new environment with the wheel; what the wheel depends on is borrowed from ours."""
    venv.create(where, with_pip=False)
    python = where / "bin" / "python"
    (site,) = where.glob("lib/python*/site-packages")
    # A folder in a .pth: its modules are seen, its own .pth files, and with them our editable installation, are not.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=where)
    module = run(python, "-c", "import xtcp_ebpf; print(xtcp_ebpf.__file__)", cwd=where)
    assert Path(module.strip()).is_relative_to(where)
    return where / "bin"


@dataclass(frozen=True)
class Made:
    """What was built of the checkout as it is."""

    source: Path
    sdist: Path
    wheel: Path
    bin: Path

    def in_wheel(self) -> set[str]:
        """The files of the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            return set(archive.namelist())

    def metadata(self, name: str) -> str:
        """A file of the wheel's dist-info."""
        with zipfile.ZipFile(self.wheel) as archive:
            return archive.read(f"xtcp_ebpf-{PROJECT['version']}.dist-info/{name}").decode()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Built once, from a copy: nothing is left in the checkout."""
    folder = tmp_path_factory.mktemp("package")
    source = copytree(TOP, folder / "source", ignore=NOT_SOURCE)
    (folder / "dist").mkdir()
    sdist, wheel = built(source, folder / "dist", XTCP_REQUIRE_C="1", XTCP_REQUIRE_BPF="1")
    return Made(source, sdist, wheel, installed(wheel, folder / "venv"))


def test_the_installed_command_has_the_c_engine(made: Made, tmp_path: Path) -> None:
    """In an environment of its own, away from the checkout: the version of pyproject.toml, engine c, and a capture decoded with it."""
    assert run(made.bin / "xtcp-ebpf", "-v", cwd=tmp_path).startswith(f"xtcp-ebpf {PROJECT['version']}, engine c, Python ")
    rows = run(made.bin / "xtcp-ebpf", "decode", CAPTURE, "-engine", "c", "-marshal", "jsonl", cwd=tmp_path)
    assert rows.startswith("{")
    assert rows == run(made.bin / "xtcp-ebpf", "decode", CAPTURE, "-engine", "python", "-marshal", "jsonl", cwd=tmp_path)


def test_the_module_runs_as_the_command_does(made: Made, tmp_path: Path) -> None:
    """`python -m xtcp_ebpf` is the same program."""
    assert run(made.bin / "python", "-m", "xtcp_ebpf", "-v", cwd=tmp_path) == run(made.bin / "xtcp-ebpf", "-v", cwd=tmp_path)


def test_without_a_compiler_it_is_pure_python_and_says_so(made: Made, tmp_path: Path) -> None:
    """The wheel builds and installs with a compiler that fails; -v names the engine, the cause and the way out; -engine c is refused."""
    (tmp_path / "dist").mkdir()
    _sdist, wheel = built(made.source, tmp_path / "dist", CC="/bin/false", CLANG="/bin/false")
    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if name.endswith((".so", ".o"))]
    command = installed(wheel, tmp_path / "venv") / "xtcp-ebpf"
    said = run(command, "-v", cwd=tmp_path)
    assert "engine python (the C engine is not there (" in said
    assert "install a C compiler" in said
    assert run(command, "decode", CAPTURE, "-marshal", "csv", cwd=tmp_path)
    refused = subprocess.run((command, "decode", CAPTURE, "-engine", "c"), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "the C engine is not there" in refused.stderr


def test_without_clang_there_are_no_bpf_programs_and_it_says_what_to_install(made: Made, tmp_path: Path) -> None:
    """Nothing else is missing: the C engine is there, and doctor names the packages that bring the programs."""
    (tmp_path / "dist").mkdir()
    _sdist, wheel = built(made.source, tmp_path / "dist", CLANG="clang-that-is-not-there")
    command = installed(wheel, tmp_path / "venv") / "xtcp-ebpf"
    assert "engine c" in run(command, "-v", cwd=tmp_path)
    assert "apt install clang libbpf-dev" in run(command, "doctor", cwd=tmp_path)


def test_one_wheel_for_every_python(made: Made) -> None:
    """The C engine keeps to the stable ABI of the oldest Python that is supported, and the tag says so."""
    name, version, python, abi, _platform = made.wheel.stem.split("-")
    assert (name, version, python, abi) == ("xtcp_ebpf", PROJECT["version"], "cp311", "abi3")
    assert "xtcp_ebpf/wire/_engine.abi3.so" in made.in_wheel()


def test_the_wheel_has_the_package_and_no_more(made: Made) -> None:
    """Every module and type stub of the package and the marker that it is typed; BPF programs compiled, and as C for bcc; no
    other C source, no tests, tools or benchmarks."""
    files = made.in_wheel()
    kinds = ("*.py", "*.pyi", "*.proto", "py.typed")
    ours = {path.relative_to(made.source).as_posix() for kind in kinds for path in (made.source / "xtcp_ebpf").rglob(kind)}
    dist_info = {name for name in files if name.startswith(f"xtcp_ebpf-{PROJECT['version']}.dist-info/")}
    compiled = {
        f"xtcp_ebpf/{part}.abi3.so"
        for part in (
            "wire/_engine",
            "kernel/_visit",
            "kernel/_receive",
            "marshal/_columns",
            "api/_select",
            "tcp_stats/_accumulate",
            "closed/_messages",
            "exact/_exact",
        )
    }
    bpf = {
        f"xtcp_ebpf/activity/built/{name}"
        for name in ("walk.bpf.o", "tracepoints.bpf.o", "closing.bpf.o", "sockets.bpf.o", "tracepoints.bcc.c", "activity.h")
    }
    assert files - dist_info == ours | compiled | bpf
    assert any(name.endswith("/LICENSE") for name in dist_info)


def test_the_metadata_is_that_of_pyproject(made: Made) -> None:
    """Dependencies, extras, the oldest Python, the command, and one entry point for each destination that has a module to load."""
    metadata: Message = message_from_string(made.metadata("METADATA"))
    extras = PROJECT.get("optional-dependencies", {})
    assert metadata["Requires-Python"] == PROJECT["requires-python"]
    assert set(metadata.get_all("Provides-Extra", [])) == set(extras)
    assert len(metadata.get_all("Requires-Dist", [])) == len(PROJECT["dependencies"]) + sum(map(len, extras.values()))
    entries = made.metadata("entry_points.txt")
    wanted = {"console_scripts": PROJECT["scripts"], **PROJECT["entry-points"]}
    for group, points in wanted.items():
        for name, value in points.items():
            assert f"{name} = {value}" in entries.split(f"[{group}]")[1].split("\n[")[0]
            assert EntryPoint(name, value, group).load()


def test_the_sdist_has_what_building_and_testing_need(made: Made) -> None:
    """All of the checkout: sources of the C engine, stubs, .proto, tests, captures, tools; nothing that a build made."""
    with tarfile.open(made.sdist) as archive:
        files = {name.partition("/")[2] for name in archive.getnames()}
    wanted = [path for path in made.source.rglob("*") if path.is_file() and "egg-info" not in str(path) and "build" not in path.parts]
    missing = {path.relative_to(made.source).as_posix() for path in wanted} - files
    assert not missing
    assert {
        "xtcp_ebpf/wire/_engine.c",
        "xtcp_ebpf/kernel/_visit.c",
        "xtcp_ebpf/kernel/_receive.c",
        "xtcp_ebpf/marshal/_columns.c",
        "xtcp_ebpf/api/_select.c",
        "xtcp_ebpf/tcp_stats/_accumulate.c",
        "xtcp_ebpf/closed/_messages.c",
        "xtcp_ebpf/exact/_exact.c",
        "xtcp_ebpf/wire/_engine.pyi",
        "bpf/walk.bpf.c",
        "bpf/mark.h",
        "proto/xtcp_flat_record/v1/xtcp_flat_record.proto",
    } <= files
    assert not [name for name in files if name.endswith((".so", ".o", ".pyc"))]
