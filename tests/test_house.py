"""The rules of CONTRIBUTING.md that a machine can check: layers, mirror, sizes, docstrings, names, generated files."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from subprocess import run

import pytest

from xtcp_ebpf.pb.xtcp_flat_record_pb2 import DESCRIPTOR

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "xtcp_ebpf"
TESTS = TOP / "tests"

LAYERS = (
    {"", "errors", "tally", "knob", "clock", "version", "mask", "log_level", "pb"},
    {"delivery_knobs", "values"},
    {"knobs"},
    {"abc"},
    {"marks"},
    {"wire"},
    {"record"},
    {"marshal", "kernel", "activity", "exact"},
    {"scheduler", "collector", "delivery", "destinations", "unmarshal", "assist", "churn", "closed", "opening", "profiles", "tcp_stats"},
    {"targets", "metrics", "config_fields"},
    {"config_message"},
    {"config_json"},
    {"quiet", "sorting"},
    {"reads"},
    {"config", "poller", "reads_start", "receiving", "places", "changes", "client"},
    {"api"},
    # The top is a stair: the daemon's parts, what builds them, what is typed, what `python -m` finds.
    {"collection", "outlets", "steering", "listeners"},
    {"sight"},
    {"daemon"},
    {"cli"},
    {"__main__"},
)
"""The rooms of each layer, lowest first; "" is the package's own __init__."""

NOT_PURE = {
    "asyncio",
    "ctypes",
    "fcntl",
    "logging",
    "multiprocessing",
    "os",
    "select",
    "signal",
    "socket",
    "subprocess",
    "threading",
    "time",
}
PURE = (
    "wire/*.py",
    "scheduler.py",
    "sorting.py",
    "marks.py",
    "activity/map_layout.py",
    "activity/rules.py",
    "activity/sockets_layout.py",
    "activity/sockets_rules.py",
    "exact/bodies.py",
    "exact/counts.py",
    "exact/cost.py",
)

WITHOUT_TEST = {
    "__main__.py": "two lines that call cli.main, which has its tests",
}
"""Source file -> why it needs no test file of its own."""

LONGEST = {".py": 400, ".c": 600, ".h": 600}
LONGER = {"xtcp_ebpf/wire/schema.py": "the table: one row, one line"}

BANNED = {"utils", "util", "common", "misc", "helpers", "helper", "manager", "managers"}
MACHINES = tuple(f"/{folder}/" for folder in ("work", "home", "Users", "root"))
FOLDERS = ("xtcp_ebpf", "bpf", "tests", "tools", "bench", "docs", "proto", "pcaps", "contrib", "nix", "vm", ".ci")


@lru_cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(), str(path))


def sources() -> list[Path]:
    """Every module of the package but the generated ones."""
    found = sorted(path for path in PACKAGE.rglob("*.py") if "pb" not in path.relative_to(PACKAGE).parts)
    assert len(found) > 40
    return found


def written() -> list[Path]:
    """Every file of the project that people write or read."""
    found = [path for folder in FOLDERS for path in (TOP / folder).rglob("*") if path.is_file()]
    found += [path for path in TOP.iterdir() if path.is_file() and not path.name.startswith(".coverage")]
    return sorted(path for path in found if "__pycache__" not in path.parts and path.suffix not in (".so", ".pyc"))


def name(path: Path) -> str:
    """The path as people say it."""
    return path.relative_to(TOP).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it that stands."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(path)}:{node.lineno}: relative import"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "xtcp_ebpf" else (module,)


def room(module: str) -> str:
    """`wire` for xtcp_ebpf.wire.dump."""
    return module.split(".")[1] if "." in module else ""


def place(path: Path) -> str:
    """The room in which a source file stands."""
    first = path.relative_to(PACKAGE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def layer(which: str) -> int:
    """The number of a room's layer."""
    numbers = [number for number, rooms in enumerate(LAYERS) if which in rooms]
    assert numbers, f"xtcp_ebpf/{which} stands in no layer: give it one in LAYERS and in docs/architecture.md"
    return numbers[0]


@pytest.mark.parametrize("path", sources(), ids=name)
def test_a_module_imports_only_from_lower_layers(path: Path) -> None:
    """Nothing from above, nothing from a sibling room; inside one room everything is allowed. Lazy imports count."""
    here = place(path)
    for module in imported(path):
        if module.split(".")[0] == "xtcp_ebpf" and (there := room(module)) != here:
            assert layer(there) < layer(here), f"{name(path)} (layer {layer(here)}) imports {module} (layer {layer(there)})"


@pytest.mark.parametrize("path", [path for pattern in PURE for path in sorted(PACKAGE.glob(pattern))], ids=name)
def test_what_is_pure_imports_nothing_that_acts(path: Path) -> None:
    """No socket, no file system, no time, no threads, no log, not even inside a function."""
    assert not {module.split(".")[0] for module in imported(path)} & NOT_PURE


def test_every_room_stands_in_a_layer() -> None:
    """The list of layers names all rooms that exist and none that does not."""
    assert {place(path) for path in sources()} | {"pb"} == set().union(*LAYERS)


@pytest.mark.parametrize("path", [p for p in sources() if p.name != "__init__.py"], ids=name)
def test_each_module_has_its_test_file(path: Path) -> None:
    """xtcp_ebpf/a/b.py and xtcp_ebpf/a/_b.py are tested by tests/a/test_b.py."""
    inside = path.relative_to(PACKAGE)
    wanted = TESTS / inside.parent / f"test_{path.stem.lstrip('_')}.py"
    exempt = inside.as_posix() in WITHOUT_TEST
    assert wanted.exists() != exempt, f"{name(wanted)} " + ("is there: take it off WITHOUT_TEST" if exempt else "is missing")


def test_names_of_test_files_are_unique() -> None:
    """pytest imports them by their names alone, and the helpers beside them too."""
    counts = Counter(path.name for path in TESTS.rglob("*.py") if path.name not in ("conftest.py", "__init__.py", "__main__.py"))
    assert not {file for file, times in counts.items() if times > 1}


@pytest.mark.parametrize("path", [path for path in written() if path.suffix in LONGEST], ids=name)
def test_rooms_are_small(path: Path) -> None:
    """A file that has outgrown its limit is split, not excused; what protoc writes has the length that it has."""
    if path.parent != PACKAGE / "pb" and name(path) not in LONGER:
        lines = len(path.read_text().splitlines())
        assert lines <= LONGEST[path.suffix], f"{name(path)} has {lines} lines: split it by what its parts know"


@pytest.mark.parametrize("path", sorted(TESTS.rglob("test_*.py")), ids=name)
def test_every_test_says_what_it_proves(path: Path) -> None:
    """A docstring on each test function, wherever it stands."""
    silent = [
        node.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert not silent, f"{name(path)}: no docstring: {', '.join(silent)}"


@pytest.mark.parametrize("path", sources(), ids=name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    """A docstring on each module; and none but the commands prints."""
    assert ast.get_docstring(tree(path)), f"{name(path)}: no docstring"
    if place(path) != "cli":
        calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
        assert not [c.lineno for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"], f"{name(path)} prints"


def test_no_room_is_named_for_nothing() -> None:
    """`helpers` says that nobody knew where a thing belongs."""
    assert not [name(path) for path in written() if BANNED & {part.partition(".")[0].lstrip("_") for part in path.relative_to(TOP).parts}]


def test_no_file_knows_the_machine_where_it_was_written() -> None:
    """No path of a build machine or of somebody's home, in text or in captures."""
    for path in written():
        content = path.read_bytes()
        found = [word for word in MACHINES if re.search(rb"(?<![\w.>])" + word.encode(), content)]
        assert not found, f"{name(path)} mentions {found[0]}"


@pytest.mark.parametrize("tool", ["generate_flags.py", "generate_fields.py", "generate_schemas.py", "generate_nix.py"])
def test_generated_documents_are_fresh(tool: str) -> None:
    """The tool would write what is there."""
    checked = run([sys.executable, TOP / "tools" / tool, "--check"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.skipif(not find_spec("grpc_tools"), reason="no protoc here (group `proto`); the next test compares fields without it")
def test_generated_code_is_fresh() -> None:
    """protoc would write what is in xtcp_ebpf/pb, byte for byte."""
    checked = run([sys.executable, TOP / "tools" / "generate_pb.py", "--check"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_generated_code_has_the_fields_of_the_proto() -> None:
    """The same without protoc: each message's fields with name, number and type."""
    text = (TOP / "proto/xtcp_flat_record/v1/xtcp_flat_record.proto").read_text()
    for message, body in re.findall(r"^message (\w+) \{\n(.*?)^\}", text, re.DOTALL | re.MULTILINE):
        wanted = {
            (field, int(number), kind) for kind, field, number in re.findall(r"^ +(?:repeated )?(\w+) (\w+) = (\d+);", body, re.MULTILINE)
        }
        fields = DESCRIPTOR.message_types_by_name[message].fields
        assert wanted == {(field.name, field.number, kind_of(field)) for field in fields}
    assert set(re.findall(r"^message (\w+)", text, re.MULTILINE)) == set(DESCRIPTOR.message_types_by_name)


def kind_of(field: object) -> str:
    """The type of a field as a .proto names it."""
    named = getattr(field, "enum_type", None) or getattr(field, "message_type", None)
    if named:
        return str(named.name)
    constants = {number: word for word, number in vars(type(field)).items() if word.startswith("TYPE_")}
    return str(constants[field.type]).removeprefix("TYPE_").lower()  # type: ignore[attr-defined]  # the stubs do not know upb's class


POLLS = 3
DAEMON_UNDER_WATCH = f"""
import fcntl, os, threading
from xtcp_ebpf.config import load
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.kernel.discovery.search import Discovery

one_looks = threading.Lock()

def held():
    found = {{}}
    with one_looks:
        for number in map(int, os.listdir("/proc/self/fd")):
            try:
                found[number] = os.readlink(f"/proc/self/fd/{{number}}"), bool(fcntl.fcntl(number, fcntl.F_GETFD) & fcntl.FD_CLOEXEC)
            except OSError:
                pass  # closed meanwhile; the listing's own is always one of them
    return found

class Watched(Discovery):
    def find(self, *how, **more):
        between.append(set(held()))
        return super().find(*how, **more)

    def current(self):
        between.append(set(held()))
        return super().current()

def watch():
    while not ended.wait(0.0002):
        seen.update((number, *what) for number, what in held().items() if number not in before)

before, between, seen, ended = held(), [], set(), threading.Event()
knobs = load("-dest null -frequency 1s -timeout 900ms -pollJitterPct 0 -maxLoops {POLLS} -netlinkers 2 -skip none".split(), {{}}).knobs
watcher = threading.Thread(target=watch)
watcher.start()
daemon = Daemon(knobs, discovery=Watched())
code = daemon.run()
ended.set()
watcher.join()
assert (code, daemon.tally["polls"]) == (0, {POLLS}), (code, daemon.tally.read())
assert daemon.tally["dumps"] >= {POLLS}, daemon.tally.read()
assert len(seen) >= 4, f"the watcher saw too little: {{seen}}"
libbpf = "/sys/kernel/btf/vmlinux"  # libbpf 1.1 opens it so, for as long as it loads; nothing is started meanwhile
assert not [one for one in seen if not one[2] and one[1] != libbpf], f"without close-on-exec: {{seen}}"
assert all(held == between[0] for held in between), f"held between polls: {{between}}"
del daemon  # with it goes the descriptor that a signal handler may write to until the very end
left = held()
assert left.keys() == before.keys(), f"left behind: {{[left[n] for n in left.keys() - before.keys()]}}"
"""


def test_the_daemon_leaves_no_descriptor_behind() -> None:
    """The same descriptors before and after it, the same between any two polls, and none that a child would inherit."""
    child = run([sys.executable, "-c", DAEMON_UNDER_WATCH], capture_output=True, text=True, timeout=60)
    assert child.returncode == 0, child.stderr
