"""The linter of C sources: each rule catches its mistake, and ours have none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"
sys.path.insert(0, str(TOOLS))

from lint_c import LONGEST, SOURCES, lint, main  # noqa: E402  behind the path that it needs

GOOD = """static uint32_t load32(const uint8_t *p) { uint32_t v; memcpy(&v, p, sizeof v); return v; }

static void work(void)
{
    Py_buffer a, b;
    if (!PyArg_ParseTuple(args, "y*y*", &a, &b))
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    load32(a.buf);  /* no PyErr_Clear() here */
    Py_END_ALLOW_THREADS
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    return self;
}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("uint32_t v; memcpy(&v, p, sizeof v); return v;", "return *(const uint32_t *)p;", 1, "cast pointer"),
        ("memcpy(&v, p, sizeof v);", "v = ((struct pair *)p)->a + *(struct pair *)p;", 1, "cast pointer"),
        ("memcpy(&v, p, sizeof v);", "strcpy(to, p);", 1, "strcpy knows no bounds"),
        ("memcpy(&v, p, sizeof v);", 'sprintf (to, "%s", p);', 1, "sprintf knows no bounds"),
        ("load32(a.buf);", "load32(a.buf); PyErr_Clear();", 9, "PyErr_Clear() without the GIL"),
        ("memcpy(&v, p, sizeof v);", "PyErr_NoMemory();", 1, "in load32, which runs without the GIL"),
        ("PyBuffer_Release(&b);", "", 5, "Py_buffer b is never released"),
        ("Py_BEGIN_ALLOW_THREADS", "if (!a.len) return self;\n    Py_BEGIN_ALLOW_THREADS", 8, "returns before a, b is released"),
    ],
)
def test_each_mistake_is_found(right: str, wrong: str, line: int, said: str) -> None:
    """A good source with one mistake put in gives one finding, at its line."""
    assert lint(GOOD) == []
    assert GOOD.count(right) == 1
    ((at, what),) = lint(GOOD.replace(right, wrong))
    assert at == line
    assert said in what


def test_a_long_file_is_a_finding() -> None:
    """One line more than a person wants to read."""
    assert lint("\n" * LONGEST) == []
    assert lint("\n" * (LONGEST + 1)) == [(LONGEST + 1, f"more than {LONGEST} lines")]


def test_all_of_ours_is_clean() -> None:
    """Every C file of the package."""
    assert [path.name for path in SOURCES] == [
        "_select.c",
        "_messages.c",
        "_exact.c",
        "_receive.c",
        "_visit.c",
        "_columns.c",
        "_accumulate.c",
        "_engine.c",
        "_table.h",
    ]
    assert main([]) == 0


def test_from_the_command_line(tmp_path: Path) -> None:
    """A finding is printed with file and line, and the exit status is 1."""
    bad = tmp_path / "bad.c"
    bad.write_text("\nint x = gets(y);\n")
    done = subprocess.run([sys.executable, str(TOOLS / "lint_c.py"), str(bad)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, f"{bad}:2: gets knows no bounds\n")
