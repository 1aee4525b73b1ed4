"""The project's captures of every kernel: made in guests (guest/captures.py), put into pcaps/, and named in its manifest."""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from vm import boot, images, project
from vm.kernels import Kernel
from vm.store import say

HEAD: Final = "file\tkernel\tcommand\tsockets\tsha256"
MANIFEST: Final = "MANIFEST.tsv"
SECONDS: Final = 900.0


class Unfit(RuntimeError):
    """What a guest sent back is not what its manifest says."""


def run(kernels: Sequence[Kernel], top: Path, into: Path) -> int:
    """Captures of each, one after the other. Answers how many kernels failed. Raises NoAnswer, Unavailable, Unfit."""
    failed = 0
    with TemporaryDirectory(prefix="xtcp-vm-") as folder:
        work = Path(folder)
        image = project.project(top, work)
        for kernel in kernels:
            say(f"captures of {kernel.name}")
            try:
                ready = boot.Ready(kernel, top, work, image)
            except images.NotInArchive as error:
                say(f"{error}; its captures stay as they are")
                failed += not kernel.passing
                continue
            job = boot.Job(["python3", "-m", "vm.guest.captures"], SECONDS)
            outcome = ready.run(job, boot.to(sys.stderr.buffer, sys.stderr.buffer))
            failed += outcome.code != 0
            if outcome.tar:
                say(f"{kernel.name}: {take(outcome.tar, into)} files")
    return failed


def take(tar: bytes, into: Path) -> int:
    """Put the files where they belong and their lines into the manifest. Answers their number. Raises Unfit."""
    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        files = {member.name.removeprefix("./"): _read(archive, member) for member in archive if member.isfile()}
    fresh = {line.split("\t")[0]: line for line in files.pop(MANIFEST, b"").decode().splitlines()}
    if fresh.keys() != files.keys():
        raise Unfit(f"the manifest of the guest and its files differ: {sorted(fresh.keys() ^ files.keys())}")
    for name, line in fresh.items():
        if hashlib.sha256(files[name]).hexdigest() != line.split("\t")[4]:
            raise Unfit(f"{name} is not what the guest wrote down")
    for name, data in files.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(data)
    kept = {line.split("\t")[0]: line for line in _lines(into / MANIFEST)}
    (into / MANIFEST).write_text(
        "\n".join([HEAD, *(line for _, line in sorted({**kept, **fresh}.items(), key=lambda each: _order(each[0])))]) + "\n"
    )
    return len(files)


def _order(name: str) -> tuple[list[int], str]:
    """6_1_192 before 6_12_117."""
    kernel, _, file = name.partition("/")
    return [int(number) for number in kernel.split("_") if number.isdigit()], file


def _lines(manifest: Path) -> list[str]:
    return manifest.read_text().splitlines()[1:] if manifest.exists() else []


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    return file.read() if file else b""
