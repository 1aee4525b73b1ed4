"""The C engine built so that it tells which of its places have run."""

from __future__ import annotations

import ctypes
import importlib.machinery
import importlib.util
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

from xtcp_ebpf import wire
from xtcp_ebpf.abc import Decoded, Engine
from xtcp_ebpf.wire.layout import layout, pack
from xtcp_ebpf.wire.trouble import KINDS

SOURCE = Path(wire.__path__[0]) / "_engine.c"
FLAGS = ["-std=c11", "-O1", "-g", "-fPIC", "-DPy_LIMITED_API=0x030B0000", f"-I{sysconfig.get_path('include')}"]


class Guided:
    """Engine of abc.py."""

    name = "c with coverage"

    def __init__(self, library: Path) -> None:
        loader = importlib.machinery.ExtensionFileLoader("_engine", str(library))
        spec = importlib.util.spec_from_file_location("_engine", library, loader=loader)
        assert spec is not None
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
        self.decode = module.Engine(pack(layout()), KINDS, Decoded).decode


def guided_engine(build: Path) -> tuple[Engine, Callable[[], int]]:
    """The engine, and how many of its places have run so far. Raises CalledProcessError where gcc cannot build it."""
    build.mkdir(parents=True, exist_ok=True)
    library = build / "_engine.so"
    objects = []
    for source, more in ((SOURCE, ["-fsanitize-coverage=trace-pc"]), (Path(__file__).with_name("coverage.c"), [])):
        objects.append(str(build / source.with_suffix(".o").name))
        subprocess.run(["gcc", *FLAGS, *more, "-c", str(source), "-o", objects[-1]], check=True)
    subprocess.run(["gcc", "-shared", *objects, "-o", str(library)], check=True)
    places = ctypes.CDLL(str(library)).xtcp_places
    places.restype = ctypes.c_uint32
    return Guided(library), places
