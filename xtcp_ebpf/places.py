"""Which files and folders the daemon will open while it runs, as the operator named them: some may take a right that must be kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xtcp_ebpf.kernel.privileges import Place
from xtcp_ebpf.knobs import TABLE, Knobs
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.targets import Output, outputs


def places(knobs: Knobs) -> tuple[Place, ...]:
    """Each once. Raises BadFlag or BadAddress, as outputs() does."""
    found = [*_of_daemon(knobs)]
    for output in outputs(knobs):
        found += _of_destination(output)
    return tuple(dict.fromkeys(found))


def listening_ports(knobs: Knobs) -> tuple[int, ...]:
    """TCP ports where it is to listen."""
    address = listen_address.read(knobs.prom_listen) if knobs.prom_listen else None
    return (address.port,) if address and address.port else ()


def _of_daemon(knobs: Knobs) -> Iterator[Place]:
    yield from _read(knobs)
    if knobs.spool_dir:
        yield Place(f"-spoolDir {knobs.spool_dir}", knobs.spool_dir, "make")
    if knobs.prom_listen and (path := listen_address.read(knobs.prom_listen).path) and not path.startswith("@"):
        yield Place(f"-promListen {knobs.prom_listen}", path, "make")
    if knobs.write_files or knobs.dest_write_files:
        yield Place(f"-capturePath {knobs.capture_path}", str(Path(f"{knobs.capture_path}x").parent), "write")


def _of_destination(output: Output) -> Iterator[Place]:
    target = output.target
    if target.scheme == "file":
        yield Place(f"-dest {target.where}", target.address, "make")
    elif target.scheme == "parquet" or (target.scheme in ("unix", "unixgram") and not target.address.startswith("@")):
        yield Place(f"-dest {target.where}", target.address, "write")
    yield from _read(target.knobs)


def _read(knobs: Knobs) -> Iterator[Place]:
    """Secrets, certificates: what may be there anew at each connection."""
    for knob in TABLE:
        if knob.takes == "PATH" and (path := getattr(knobs, knob.attribute)):
            yield Place(f"{knob.name} {path}", str(path), "read")
