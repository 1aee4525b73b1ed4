"""Which function a line of a file belongs to: memory is traced by lines alone."""

from __future__ import annotations

import ast
import sys
from bisect import bisect_right
from pathlib import Path

from xtcp_ebpf.profiles.profile import Frame


class Functions:
    """Files are read when they are first asked for. One that cannot be read stands for itself, with its lines."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[list[int], list[tuple[str, int]]]] = {}
        self._modules = {file: name for name, module in list(sys.modules.items()) if (file := getattr(module, "__file__", None))}

    def frame(self, file: str, line: int) -> Frame:
        """With the name of the function, its module in front."""
        if file not in self._files:
            self._files[file] = self._read(file)
        begins, names = self._files[file]
        at = bisect_right(begins, line) - 1
        if at < 0:
            return Frame(self._module(file), file, line)
        name, first_line = names[at]
        return Frame(f"{self._module(file)}.{name}", file, line, first_line)

    def _module(self, file: str) -> str:
        return self._modules.get(file) or Path(file).name or "?"

    def _read(self, file: str) -> tuple[list[int], list[tuple[str, int]]]:
        try:
            tree = ast.parse(Path(file).read_bytes())
        except (OSError, SyntaxError, ValueError):
            return [], []
        at_line: dict[int, tuple[str, int]] = {1: ("<module>", 1)}
        _mark(tree, "", ("<module>", 1), at_line)
        begins = sorted(at_line)
        return begins, [at_line[begin] for begin in begins]


def _mark(node: ast.AST, prefix: str, outer: tuple[str, int], at_line: dict[int, tuple[str, int]]) -> None:
    """Where each function begins, and behind its end the one around it again."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            named = prefix + child.name
            is_class = isinstance(child, ast.ClassDef)
            inner = outer if is_class else (named, child.lineno)
            if not is_class:
                at_line[child.lineno] = inner
            _mark(child, f"{named}." if is_class else f"{named}.<locals>.", inner, at_line)
            at_line.setdefault((child.end_lineno or child.lineno) + 1, outer)
        else:
            _mark(child, prefix, outer, at_line)
