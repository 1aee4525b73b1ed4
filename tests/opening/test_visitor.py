"""The process that enters namespaces opens nothing else, and ends when it is asked for what cannot be meant."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces, in_thread, where
from opening.hiring import hired

from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.visit import Step, Visit, visit
from xtcp_ebpf.opening import visitor
from xtcp_ebpf.opening.handover import Handover
from xtcp_ebpf.opening.roles import Kind, Role
from xtcp_ebpf.opening.visit_frames import Asked, pack_ask, read_answer
from xtcp_ebpf.opening.visitor import Visitor

pytestmark = pytest.mark.kernel
IN_OPEN = 0x20


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A file, and a descriptor that is readable when somebody opens it."""
    libc = ctypes.CDLL(None)
    ears = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    path = tmp_path / "device"
    path.write_text("to open this would do something")
    assert libc.inotify_add_watch(ears, os.fsencode(path), IN_OPEN) >= 0
    yield path, ears
    os.close(ears)


def test_what_is_no_namespace_is_never_opened(opened: tuple[Path, int]) -> None:
    """A file that is none is told apart without being opened: a device, opened, may do what nobody wants."""
    path, ears = opened

    def work() -> tuple[int, int]:
        made = Visitor(visit)
        try:
            found = made.go(Asked(bytes(path), None, 0, (), True, False))
            return found.step, found.fd
        finally:
            made.close()

    assert in_thread(work) == (Step.KIND, -1)
    with pytest.raises(BlockingIOError):
        os.read(ears, 4096)
    path.read_text()
    assert struct.unpack_from("=iI", os.read(ears, 4096))[1] == IN_OPEN


def test_serve(spaces: Spaces) -> None:
    """A question has its answer, with the same number; whoever asked stays where it is."""
    namespace = spaces.make("a")
    home = where()
    with hired({Role.VISIT: visitor.serve}) as openers:
        connection, ready = openers.hire(Role.VISIT, 1, 5.0)
        assert ready.body in (visitor.HANDLES, visitor.NO_HANDLES)
        connection.send(Kind.ASK, 77, pack_ask(Asked(os.fsencode(namespace.path), None, namespace.inode, (), True, True)))
        frame = connection.receive()
        found = read_answer(frame.body, frame.descriptors)
        assert (frame.number, found.step, found.inode, found.place) == (77, Step.DONE, namespace.inode, namespace.inode)
        with socket.socket(fileno=found.fd) as diag:
            assert diag.getsockname()[0] == found.portid
        connection.close()
    assert where() == home


@pytest.mark.parametrize(("kind", "body"), [(Kind.ASK, b""), (Kind.ASK, b"?" * 60), (Kind.ANSWER, b""), (77, b"x")])
def test_junk_ends_it(kind: int, body: bytes) -> None:
    """It has nothing to lose, and whoever sends junk has."""
    with hired({Role.VISIT: visitor.serve}) as openers:
        connection, _ = openers.hire(Role.VISIT, 1, 5.0)
        connection.send(kind, 1, body)
        with pytest.raises(ConnectionResetError):
            connection.receive()
        connection.close()


def test_where_it_is_seen_to_be(spaces: Spaces) -> None:
    """In mid-visit /proc/<pid>/ns/net of the visitor is its home: a search must not take it for somebody who lives there."""
    namespace = spaces.make("a")

    def tell(connection: Handover) -> None:
        def way(*_: object) -> Visit:
            handle = os.open(namespace.path, os.O_RDONLY)
            nsfs.enter(handle)
            os.close(handle)
            inside = Path("/proc/thread-self/ns/net").stat().st_ino
            return Visit(Step.DONE, 0, inside, Path(f"/proc/{os.getpid()}/ns/net").stat().st_ino, (), -1, 0, 0)

        visitor.serve(connection, way)  # type: ignore[arg-type]  # a Visiting that looks at nothing of what it is asked

    with hired({Role.VISIT: tell}) as openers:
        connection, _ = openers.hire(Role.VISIT, 1, 5.0)
        connection.send(Kind.ASK, 1, pack_ask(Asked(os.fsencode(namespace.path), None, 0, (), False, False)))
        found = read_answer(connection.receive().body, ())
        assert (found.inode, found.place) == (namespace.inode, Path("/proc/self/ns/net").stat().st_ino)
        connection.close()
