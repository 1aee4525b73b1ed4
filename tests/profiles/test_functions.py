"""Lines and their functions."""

from __future__ import annotations

import json.decoder
from pathlib import Path

from xtcp_ebpf.profiles.functions import Functions
from xtcp_ebpf.profiles.profile import Frame

SOURCE = """\
x = 1

class A:
    y = 2
    @staticmethod
    def f():
        def g():
            return 3
        return g
    z = 4

async def h(): return 5
"""


def test_each_line_has_its_function(tmp_path: Path) -> None:
    """Functions in functions, in classes, and what stands outside of all."""
    (file := tmp_path / "m.py").write_text(SOURCE)
    functions = Functions()
    names = [functions.frame(str(file), line).name.removeprefix("m.py.") for line in range(1, 13)]
    module, f, g = "<module>", "A.f", "A.f.<locals>.g"
    assert names == [module, module, module, module, module, f, g, g, f, module, module, "h"]
    assert functions.frame(str(file), 8) == Frame(f"m.py.{g}", str(file), 8, 7)


def test_modules_have_their_names() -> None:
    """What is loaded is named as it is imported."""
    decode = json.decoder.JSONDecoder.decode
    line = decode.__code__.co_firstlineno + 1
    assert Functions().frame(decode.__code__.co_filename, line).name == "json.decoder.JSONDecoder.decode"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """They stand for themselves: what is gone, what is no Python, what never was a file."""
    (odd := tmp_path / "odd.py").write_bytes(b"def (\0")
    functions = Functions()
    for file in (str(odd), str(tmp_path / "gone.py"), "<string>", "<frozen importlib._bootstrap>"):
        frame = functions.frame(file, 3)
        assert (frame.file, frame.line, frame.first_line) == (file, 3, 0)
        assert frame.name
