"""Choose an engine, and say what was tried."""

from __future__ import annotations

from xtcp_ebpf.abc import Decoded, Engine
from xtcp_ebpf.errors import EngineUnavailable
from xtcp_ebpf.wire.layout import Layout, pack
from xtcp_ebpf.wire.reference import PythonEngine
from xtcp_ebpf.wire.trouble import KINDS

CHOICES = ("auto", "c", "python")


class CEngine:
    """Engine of abc.py in C. Raises ImportError where it was not built."""

    name = "c"

    def __init__(self, layout: Layout) -> None:
        from xtcp_ebpf.wire import _engine

        self.decode = _engine.Engine(pack(layout), KINDS, Decoded).decode


def choose(choice: str, layout: Layout) -> tuple[Engine, str]:
    """The engine for `auto`, `c` or `python`, and what has to be said about it ("" when nothing).

    Raises EngineUnavailable when the C engine is asked for by name and is not there.
    """
    if choice == "python":
        return PythonEngine(layout), ""
    try:
        return CEngine(layout), ""
    except ImportError as error:
        tried = f"the C engine is not there ({error}): install a C compiler and the package again"
        if choice == "c":
            raise EngineUnavailable(tried) from error
        return PythonEngine(layout), f"{tried}; decoding in Python, some 100 times slower"
