"""The C engine: optional, so that a machine without a compiler gets the pure Python one."""

import os

from setuptools import Extension, setup

WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Werror"]
SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"] if os.environ.get("XTCP_SANITIZE") else []
FLAGS = [*WARNINGS, "-O1", "-g", "-fno-omit-frame-pointer", *SANITIZERS] if SANITIZERS else [*WARNINGS, "-O3", "-falign-loops=32"]

setup(
    ext_modules=[
        Extension(
            "xtcp_ebpf.wire._engine",
            ["xtcp_ebpf/wire/_engine.c"],
            depends=["xtcp_ebpf/wire/_table.h"],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            py_limited_api=True,
            optional=not os.environ.get("XTCP_REQUIRE_C"),
            extra_compile_args=FLAGS,
            extra_link_args=SANITIZERS,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
