"""Mistakes that a C compiler lets pass, looked for as text in the C engine and the other C parts.

python tools/lint_c.py [FILE ...]        prints what it finds; exit status 1 when there is anything
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "xtcp_ebpf"
SOURCES = sorted(
    path for room in ("wire", "kernel", "marshal", "api", "tcp_stats", "closed", "exact") for path in (PACKAGE / room).glob("*.[ch]")
)
LONGEST = 600

CAST_LOAD = re.compile(r"\*\s*\(\s*(?:const\s+)?(?:u?int(?:16|32|64)_t|struct\s+\w+|int|long|short|unsigned[\w ]*)\s*(?:const\s*)?\*\s*\)")
UNBOUNDED = re.compile(r"\b(v?sprintf|strcpy|strcat|stpcpy|gets|sscanf|alloca|strlen)\s*\(")
PYTHON = re.compile(r"\b_?Py\w*\s*\(")
CALL = re.compile(r"\b([a-z_]\w*)\s*\(")
FUNCTION = re.compile(r"^[a-zA-Z][^;={}]*?\b(\w+)\([^;{}]*\)\s*\{([^\n]*\}$|.*?^\})", re.MULTILINE | re.DOTALL)
WITHOUT_GIL = re.compile(r"Py_BEGIN_ALLOW_THREADS(.*?)Py_END_ALLOW_THREADS", re.DOTALL)
BUFFERS = re.compile(r"\bPy_buffer\s+([^;*]+);")

Finding = tuple[int, str]


def _plain(text: str) -> str:
    """Comments and literals become blanks of the same length: lines and offsets stay."""
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.DOTALL)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _reached(start: str, bodies: dict[str, str]) -> Iterator[str]:
    """Names of the file's functions that this text calls, and those that they call."""
    todo, seen = [start], set[str]()
    while todo:
        for name in CALL.findall(todo.pop()):
            if name in bodies and name not in seen:
                seen.add(name)
                todo.append(bodies[name])
                yield name


def _buffers(body: str, start: int, text: str) -> Iterator[Finding]:
    """Each Py_buffer of a function is released, and nothing returns between having it and that."""
    for declared in BUFFERS.finditer(body):
        names = [name.strip() for name in declared[1].split(",")]
        releases = [re.search(rf"PyBuffer_Release\s*\(\s*&{name}\s*\)", body) for name in names]
        for name, release in zip(names, releases, strict=True):
            if not release:
                yield _line(text, start + declared.start()), f"Py_buffer {name} is never released"
        had = re.search(r"return\s+NULL\s*;", body)  # the way out when the arguments did not parse: nothing is held yet
        last = max((release.start() for release in releases if release), default=0)
        for early in re.finditer(r"\breturn\b", body[:last]):
            if had and early.start() > had.start():
                yield _line(text, start + early.start()), f"returns before {', '.join(names)} is released"


def lint(source: str) -> list[Finding]:
    """(line, what is wrong) of a C source, in the order of its lines."""
    text = _plain(source)
    found = [(_line(text, m.start()), "a load through a cast pointer: use memcpy") for m in CAST_LOAD.finditer(text)]
    found += [(_line(text, m.start()), f"{m[1]} knows no bounds") for m in UNBOUNDED.finditer(text)]
    functions = {m[1]: m for m in FUNCTION.finditer(text)}
    bodies = {name: m[2] for name, m in functions.items()}
    for region in WITHOUT_GIL.finditer(text):
        found += [(_line(text, region.start(1) + m.start()), f"{m[0]}) without the GIL") for m in PYTHON.finditer(region[1])]
        for name in _reached(region[1], bodies):
            at = functions[name].start(2)
            calls = PYTHON.finditer(bodies[name])
            found += [(_line(text, at + m.start()), f"{m[0]}) in {name}, which runs without the GIL") for m in calls]
    for name, m in functions.items():
        found += _buffers(bodies[name], m.start(2), text)
    if source.count("\n") > LONGEST:
        found.append((LONGEST + 1, f"more than {LONGEST} lines"))
    return sorted(found)


def main(paths: list[str]) -> int:
    bad = 0
    for path in map(Path, paths or [*map(str, SOURCES)]):
        for line, what in lint(path.read_text()):
            print(f"{path}:{line}: {what}")
            bad = 1
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
