"""What is compiled: the C engine and the other C parts, and the BPF programs. All optional: without compilers it is pure Python."""

import os
import shutil
import subprocess
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Werror"]
SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"] if os.environ.get("XTCP_SANITIZE") else []
FLAGS = [*WARNINGS, "-O1", "-g", "-fno-omit-frame-pointer", *SANITIZERS] if SANITIZERS else [*WARNINGS, "-O3", "-falign-loops=32"]

BPF = Path("bpf")
BUILT = Path("xtcp_ebpf/activity/built")
COMPILED_AT_RUN_TIME = ("activity.h", "tracepoints.bcc.c")


def extension(name: str, source: str, *depends: str) -> Extension:
    return Extension(
        name,
        [source],
        depends=[*depends],
        define_macros=[("Py_LIMITED_API", "0x030B0000")],
        py_limited_api=True,
        optional=not os.environ.get("XTCP_REQUIRE_C"),
        extra_compile_args=FLAGS,
        extra_link_args=SANITIZERS,
    )


class BuildAll(build_ext):
    """The extensions, then the BPF objects beside the module that loads them."""

    def run(self) -> None:
        super().run()
        into = BUILT if self.inplace else Path(self.build_lib) / BUILT
        into.mkdir(parents=True, exist_ok=True)
        for name in COMPILED_AT_RUN_TIME:
            shutil.copyfile(BPF / name, into / name)
        for source in sorted(BPF.glob("*.bpf.c")):
            self._compile(source, into / f"{source.name.removesuffix('.c')}.o")

    def _compile(self, source: Path, target: Path) -> None:
        # The processor's own headers, which clang leaves out for BPF, and which <linux/types.h> includes.
        headers = [f"-isystem{path}" for path in Path("/usr/include").glob("*-linux-gnu*")]
        command = [os.environ.get("CLANG", "clang"), "-O2", "-g", "-Wall", "-Werror", "-target", "bpf", *headers]
        part = target.with_suffix(".part")
        try:
            subprocess.run([*command, f"-ffile-prefix-map={Path.cwd()}=.", "-c", str(source), "-o", str(part)], check=True)
            part.replace(target)
        except (OSError, subprocess.CalledProcessError) as error:
            target.unlink(missing_ok=True)
            part.unlink(missing_ok=True)
            if os.environ.get("XTCP_REQUIRE_BPF"):
                raise
            self.announce(f"{target.name} is left out, the daemon will run without BPF or compile with bcc: {error}", level=3)

    def get_outputs(self) -> list[str]:
        return [*super().get_outputs(), *map(str, (Path(self.build_lib) / BUILT).glob("*"))]


setup(
    cmdclass={"build_ext": BuildAll},
    ext_modules=[
        extension("xtcp_ebpf.wire._engine", "xtcp_ebpf/wire/_engine.c", "xtcp_ebpf/wire/_table.h"),
        extension("xtcp_ebpf.kernel._visit", "xtcp_ebpf/kernel/_visit.c"),
        extension("xtcp_ebpf.kernel._receive", "xtcp_ebpf/kernel/_receive.c"),
        extension("xtcp_ebpf.marshal._columns", "xtcp_ebpf/marshal/_columns.c"),
        extension("xtcp_ebpf.api._select", "xtcp_ebpf/api/_select.c"),
        extension("xtcp_ebpf.exact._exact", "xtcp_ebpf/exact/_exact.c"),
        extension("xtcp_ebpf.tcp_stats._accumulate", "xtcp_ebpf/tcp_stats/_accumulate.c"),
        extension("xtcp_ebpf.closed._messages", "xtcp_ebpf/closed/_messages.c"),
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
