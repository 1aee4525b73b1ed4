"""The C engine and the C visit: optional, so that a machine without a compiler gets those in pure Python."""

import os

from setuptools import Extension, setup

WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Werror"]
SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"] if os.environ.get("XTCP_SANITIZE") else []
FLAGS = [*WARNINGS, "-O1", "-g", "-fno-omit-frame-pointer", *SANITIZERS] if SANITIZERS else [*WARNINGS, "-O3", "-falign-loops=32"]


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


setup(
    ext_modules=[
        extension("xtcp_ebpf.wire._engine", "xtcp_ebpf/wire/_engine.c", "xtcp_ebpf/wire/_table.h"),
        extension("xtcp_ebpf.kernel._visit", "xtcp_ebpf/kernel/_visit.c"),
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
