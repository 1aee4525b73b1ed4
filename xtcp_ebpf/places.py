"""Which files and folders the daemon will open while it runs, as the operator named them: some may take a right that must be kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xtcp_ebpf.kernel.privileges import Place
from xtcp_ebpf.knobs import TABLE, Knobs
from xtcp_ebpf.metrics import listen_address
from xtcp_ebpf.profiles import on_file
from xtcp_ebpf.targets import Output, outputs


def places(knobs: Knobs) -> tuple[Place, ...]:
    """Each once. Raises BadFlag or BadAddress, as outputs() does."""
    found = [*_of_daemon(knobs)]
    for output in outputs(knobs):
        found += _of_destination(output)
    return tuple(dict.fromkeys(found))


def listening_ports(knobs: Knobs) -> tuple[int, ...]:
    """TCP ports where it is to listen."""
    return tuple(dict.fromkeys(address.port for _, address in _listeners(knobs) if address.port))


def may_be_controlled(knobs: Knobs) -> bool:
    """Is there anybody who could have it load BPF programs by gRPC?"""
    if not knobs.grpc_listen or knobs.grpc_control != "guarded":
        return bool(knobs.grpc_listen) and knobs.grpc_control == "open"
    by_file = any(text.startswith(listen_address.UNIX) and not text.startswith(f"{listen_address.UNIX}@") for text in knobs.grpc_listen)
    return bool(knobs.grpc_token_file or knobs.grpc_client_ca or by_file)


def _listeners(knobs: Knobs) -> Iterator[tuple[str, listen_address.Address]]:
    """As written, and as read."""
    if knobs.prom_listen:
        yield f"-promListen {knobs.prom_listen}", listen_address.read(knobs.prom_listen)
    for text in filter(None, knobs.grpc_listen):
        yield f"-grpcListen {text}", listen_address.with_port(text, knobs.grpc_port)


def _of_daemon(knobs: Knobs) -> Iterator[Place]:
    yield from _read(knobs)
    if knobs.spool_dir:
        yield Place(f"-spoolDir {knobs.spool_dir}", knobs.spool_dir, "make")
    for what, address in _listeners(knobs):
        if address.path and not address.path.startswith("@"):
            yield Place(what, address.path, "make")
    if knobs.profile_mode:
        yield Place(f"{on_file.FLAG} {knobs.profile_mode}", on_file.FILES[knobs.profile_mode], "make")
    if knobs.accept_offers:
        yield Place(f"-acceptOffers {knobs.accept_offers}", knobs.accept_offers, "make")
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
