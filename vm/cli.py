"""python -m vm: guests with other kernels."""

from __future__ import annotations

import argparse
import io
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from vm import boot, captures, images, kernels, matrix
from vm.channel import NoAnswer
from vm.store import Unavailable, say
from vm.userspace import userspace

TOP = Path(__file__).resolve().parents[1]
NO_ANSWER, UNAVAILABLE, LATE = 120, 121, 124
"""Exit codes of our own; all others are the command's."""


def main(argv: Sequence[str]) -> int:
    """Answers the exit code."""
    options = _parser().parse_args(argv)
    try:
        return int(options.do(options))
    except (KeyError, ValueError) as error:
        return _complain(str(error.args[0]), 2)
    except Unavailable as error:
        return _complain(str(error), UNAVAILABLE)
    except NoAnswer as error:
        return _complain(f"no answer: {error}", NO_ANSWER)


def _complain(text: str, code: int) -> int:
    print(f"vm: {text}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m vm", description=__doc__)
    commands = parser.add_subparsers(required=True)
    run = commands.add_parser("run", help="run a command in a guest; its exit code is ours")
    run.add_argument("--kernel", required=True, help="of the table: " + ", ".join(kernel.name for kernel in kernels.KERNELS))
    run.add_argument("--seconds", type=float, default=300.0, help="for the command (300)")
    run.add_argument("--memory", type=int, default=boot.MEMORY_MB, metavar="MB", help=f"of the guest ({boot.MEMORY_MB})")
    run.add_argument("--append", default="", help="more words for the kernel's command line")
    run.add_argument("--project", type=Path, default=TOP, help="another checkout than this one")
    run.add_argument("--out", type=Path, metavar="FOLDER", help="where to put what the command leaves in the guest's /out")
    run.add_argument("command", nargs="+", metavar="-- COMMAND", help="runs in /project of the guest, as root")
    run.set_defaults(do=_run)
    matrix = commands.add_parser("matrix", help="checks on kernels, and a table; exit code 1 unless all were shown on all")
    matrix.add_argument("--kernels", default="all", help="all, quick, or names joined by commas (all)")
    matrix.add_argument("--checks", default="", help="names joined by commas (all)")
    matrix.add_argument("--project", type=Path, default=TOP, help="another checkout than this one")
    matrix.add_argument("--table", type=Path, metavar="FILE", help="where to write the table too")
    matrix.set_defaults(do=_matrix)
    capture = commands.add_parser("capture", help="captures of kernels for pcaps/")
    capture.add_argument("--kernels", default="all", help="all, quick, or names joined by commas (all)")
    capture.add_argument("--project", type=Path, default=TOP, help="another checkout than this one")
    capture.add_argument("folder", type=Path, nargs="?", default=TOP / "pcaps", help="where they go (pcaps)")
    capture.set_defaults(do=_capture)
    shown = commands.add_parser("list", help="the kernels, and why they are in the list")
    shown.set_defaults(do=_list)
    fetch = commands.add_parser("fetch", help="fetch kernels and userspace into the cache")
    fetch.add_argument("--update", action="store_true", help="look in the archive for newer ones than those that are here")
    fetch.add_argument("kernels", nargs="*", metavar="KERNEL", help="all of the table unless named")
    fetch.set_defaults(do=_fetch)
    return parser


def _run(options: argparse.Namespace) -> int:
    with TemporaryDirectory(prefix="xtcp-vm-") as work:
        ready = boot.Ready(kernels.named(options.kernel), options.project.resolve(), Path(work))
        job = boot.Job(options.command, options.seconds, memory_mb=options.memory, append=options.append)
        outcome = ready.run(job, boot.to(sys.stdout.buffer, sys.stderr.buffer))
    say(f"{outcome.release} ({outcome.accel}): up after {outcome.up_s:.1f} s, the command took {outcome.seconds:.1f} s")
    if options.out and outcome.tar:
        with tarfile.open(fileobj=io.BytesIO(outcome.tar)) as tar:
            tar.extractall(options.out, filter="data")
    if outcome.late:
        return _complain(f"the command was ended after {options.seconds:.0f} s", LATE)
    return outcome.code if outcome.code >= 0 else 128 - outcome.code


def _matrix(options: argparse.Namespace) -> int:
    wanted, checks = _kernels(options.kernels), matrix.chosen([name for name in options.checks.split(",") if name])
    columns = matrix.run(wanted, checks, options.project.resolve())
    print(matrix.summary(columns, checks))
    if options.table:
        options.table.write_text(matrix.table(columns, checks) + "\n")
    return int(not all(column.good(checks) for column in columns))


def _capture(options: argparse.Namespace) -> int:
    try:
        return int(captures.run(_kernels(options.kernels), options.project.resolve(), options.folder) > 0)
    except captures.Unfit as error:
        return _complain(str(error), 1)


def _kernels(names: str) -> list[kernels.Kernel]:
    if names == "all":
        return [*kernels.KERNELS]
    return [kernels.named(name) for name in (kernels.QUICK if names == "quick" else names.split(","))]


def _list(_options: argparse.Namespace) -> int:
    for kernel in kernels.KERNELS:
        print(f"{kernel.name:5} {kernel.suite:18} {kernel.why}")
    return 0


def _fetch(options: argparse.Namespace) -> int:
    gone = []
    for kernel in [kernels.named(name) for name in options.kernels] or kernels.KERNELS:
        try:
            print(f"{kernel.name:5} {images.image(kernel, options.update).version}")
        except images.NotInArchive as error:
            gone.append(kernel)
            print(f"{kernel.name:5} {error}")
    userspace(TOP, options.update)
    return int(any(not kernel.passing for kernel in gone))
