"""Visits in C and in Python are the same visit: the same answers to the same errands, the same refusals, the same steps."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kernel.real_namespaces import Spaces, descriptors, few_descriptors, in_thread, refuse, where

from xtcp_ebpf.kernel import nsfs
from xtcp_ebpf.kernel.visit import MAX_BYTES, MAX_FILES, Home, Step, Visit, Visiting, choose, in_python

pytestmark = pytest.mark.kernel

STEADY = (b"if_inet6", b"tcp")
"""Files of which two readings are the same."""
BOTH: list[Visiting] = [choose(), in_python]
needs_c = pytest.mark.skipif(bool(os.environ.get("XTCP_PURE")), reason="XTCP_PURE: there is no C visit here")
in_both = pytest.mark.parametrize("visit", BOTH, ids=["c", "python"])


def home_of_thread() -> Home:
    """Three descriptors of the calling thread."""
    descriptor = os.open("/proc/thread-self/ns/net", nsfs.HANDLE_FLAGS)
    found = os.fstat(descriptor)
    links, net = (os.open(f"/proc/thread-self/{name}", os.O_RDONLY | os.O_DIRECTORY) for name in ("ns", "net"))
    return Home(descriptor, found.st_ino, found.st_dev, links, net)


def close(home: Home) -> None:
    for descriptor in (home.descriptor, home.links, home.net):
        os.close(descriptor)


@pytest.fixture
def home() -> Iterator[Home]:
    """Of the test's own thread."""
    made = home_of_thread()
    yield made
    close(made)


def alike(home: Home, *errand: Any) -> Visit:
    """What both answer; the diag sockets, which differ, are checked and closed, and the thread is home."""
    answers = []
    for visit in BOTH:
        at, before = where(), descriptors()
        answer = visit(home, *errand)
        assert where() == at
        if answer.fd >= 0:
            with socket.socket(fileno=answer.fd) as diag:
                assert (diag.family, diag.proto) == (socket.AF_NETLINK, 4)
                assert (diag.getsockname()[0], diag.getpeername()) == (answer.portid, (0, 0))
                assert not diag.get_inheritable()
            answer = answer._replace(fd=0, portid=0)
        assert descriptors() == before
        answers.append(answer)
    assert answers[0] == answers[1]
    return answers[0]


@needs_c
def test_the_c_visit_is_chosen() -> None:
    """Where it was built; and under XTCP_SANITIZE it is the build with sanitizers, otherwise the ordinary one."""
    from xtcp_ebpf.kernel import _visit

    assert choose() is not in_python
    instrumented = b"__asan_init" in Path(_visit.__file__).read_bytes()
    assert instrumented == bool(os.environ.get("XTCP_SANITIZE")), _visit.__file__


def test_without_the_c() -> None:
    """Where it was not, the Python one is taken, and nothing fails."""
    code = (
        "import sys; sys.modules['xtcp_ebpf.kernel._visit'] = None\n"
        "from xtcp_ebpf.kernel import visit\n"
        "assert visit.visit is visit.in_python"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_errand(spaces: Spaces, home: Home, tmp_path: Path) -> None:
    """By path, by handle and at home, reading, opening, confirming and nothing at all; and all that is in the way."""
    namespace = spaces.known(spaces.make("a"))
    spaces.listen(namespace, 2)
    path, inode = os.fsencode(namespace.path), namespace.inode
    handle = nsfs.pack_handle(namespace.cookie, inode) if nsfs.opens_handles("/proc/thread-self/ns/net") else None
    plain, fifo = tmp_path / "plain", tmp_path / "fifo"
    plain.touch()
    os.mkfifo(fifo)
    for way in ((path, None), (path, handle), *([(None, handle)] if handle else [])):
        found = alike(home, *way, inode, STEADY, True, True)
        assert found[:4] == (Step.DONE, 0, inode, inode)
        assert found.cookie == namespace.cookie
        assert len((found.files[1] or b"").splitlines()) == 1 + 2
        assert alike(home, *way, inode) == Visit(Step.DONE, 0, inode, 0, (), -1, 0, 0)
    assert alike(home, None, None, 5, STEADY[:1], True)[:4] == (Step.DONE, 0, home.inode, 0)
    assert alike(home, path, None, 0)[:3] == (Step.DONE, 0, inode)
    assert alike(home, path, None, inode + 1)[:3] == (Step.INODE, 0, inode)
    for stray in (plain, fifo, tmp_path, Path("/dev/null")):
        assert alike(home, os.fsencode(stray), None, 0)[:3] == (Step.KIND, 0, stray.stat().st_ino)
    assert alike(home, b"/proc/self/ns/mnt", None, 0)[:2] == (Step.ENTER, errno.EINVAL)
    assert alike(home, b"/nowhere", None, 0)[:2] == (Step.OPEN, errno.ENOENT)
    assert alike(home, b"", None, 0)[:2] == (Step.OPEN, errno.ENOENT)
    assert alike(home, path, None, inode, (), True, True)[:2] == (Step.DONE, 0)
    assert alike(home._replace(links=home.net), path, None, inode, STEADY, True, True)[:4] == (Step.PLACE, errno.ENOENT, inode, 0)
    assert alike(home._replace(inode=1), path, None, inode)[:3] == (Step.AT_HOME, 0, 0)
    assert alike(home._replace(descriptor=home.net), path, None, inode)[:3] == (Step.AT_HOME, 0, 0)
    assert alike(home._replace(descriptor=-1), path, None, inode)[:3] == (Step.AT_HOME, 0, 0)


@pytest.mark.skipif(not nsfs.opens_handles("/proc/self/ns/net"), reason="no nsfs file handles before Linux 6.18")
def test_handles_that_do_not_open(spaces: Spaces, home: Home) -> None:
    """ESTALE is the last word; where the handle means nothing to the kernel the path is tried, and without one that is the error."""
    namespace = spaces.known(spaces.make("a"))
    path, inode = os.fsencode(namespace.path), namespace.inode
    stale = nsfs.pack_handle(namespace.cookie + (1 << 40), inode)
    assert alike(home, path, stale, inode)[:3] == (Step.OPEN, errno.ESTALE, 0)
    good = nsfs.pack_handle(namespace.cookie, inode)

    def work(place: bytes | None) -> Visit:
        own = home_of_thread()
        refuse("open_by_handle_at", 0, own.descriptor, errno.EOPNOTSUPP)
        try:
            return alike(own, place, good, inode, STEADY, True)
        finally:
            close(own)

    assert in_thread(lambda: work(path))[:3] == (Step.DONE, 0, inode)
    assert in_thread(lambda: work(None))[:3] == (Step.OPEN, errno.EOPNOTSUPP, 0)


def test_files(home: Home, spaces: Spaces, tmp_path: Path) -> None:
    """Whole or not at all: up to MAX_BYTES, None for what is not there, and what fails ends it with those before it."""
    path = os.fsencode(spaces.make("a").path)
    sizes = {size: tmp_path / str(size) for size in (0, 1, MAX_BYTES, MAX_BYTES + 1)}
    for size, place in sizes.items():
        place.write_bytes(os.urandom(size))
    whole = tuple(os.fsencode(place) for place in sizes.values())[:3]
    for at in (path, None):
        found = alike(home, at, None, 0, (*whole, b"no such file"))
        assert found.files == (*(place.read_bytes() for place in list(sizes.values())[:3]), None)
        assert found.step == Step.DONE
        long = os.fsencode(sizes[MAX_BYTES + 1])
        assert alike(home, at, None, 0, (whole[1], long, whole[0]), True)[0:2] == (Step.FILES, errno.EFBIG)
        found = alike(home, at, None, 0, (whole[1], os.fsencode(tmp_path)), True)
        assert (found.step, found.errno, len(found.files), found.fd) == (Step.FILES, errno.EISDIR, 1, -1)
        assert alike(home._replace(net=-1), at, None, 0, (b"x",))[:2] == (Step.FILES, errno.EBADF)


@pytest.mark.parametrize(
    ("call", "argument", "of", "number", "step"),
    [
        ("setns", 0, "descriptor", errno.EPERM, Step.BACK),
        ("socket", 2, 4, errno.ENOBUFS, Step.SOCKET),
        ("getsockopt", 2, 71, errno.EIO, Step.SOCKET),
        ("getsockopt", 2, 71, errno.ENOPROTOOPT, Step.DONE),
        ("openat", 0, "net", errno.EACCES, Step.FILES),
    ],
)
@in_both
def test_what_the_kernel_refuses(spaces: Spaces, visit: Visiting, call: str, argument: int, of: str | int, number: int, step: Step) -> None:
    """Each step by the errno of the kernel; the thread is home but where that is what was refused, and no descriptor is left."""
    namespace = spaces.make("a")

    def work() -> tuple[Visit, str]:
        home = home_of_thread()
        refuse(call, argument, getattr(home, of) if isinstance(of, str) else of, number)
        before = descriptors()
        found = visit(home, os.fsencode(namespace.path), None, namespace.inode, STEADY, True)
        if found.fd >= 0:
            os.close(found.fd)
        assert descriptors() == before
        close(home)
        return found, where()

    found, place = in_thread(work)
    assert found[:2] == (step, 0 if step == Step.DONE else number)
    assert (found.fd >= 0) is (step == Step.DONE)
    assert (found.cookie != 0) is (step == Step.BACK and spaces.known(namespace).cookie != 0)  # no cookies before Linux 5.14
    assert place == f"net:[{namespace.inode}]" if step == Step.BACK else where()


@pytest.mark.parametrize("free", [0, 1])
@in_both
def test_no_descriptor_left(spaces: Spaces, home: Home, visit: Visiting, free: int) -> None:
    """EMFILE at the namespace's own file, or at the first after it."""
    path = os.fsencode(spaces.make("a").path)
    with few_descriptors(free):
        for wanted in ((STEADY, False), ((), True)):
            found = visit(home, path, None, 0, *wanted)
            assert found.errno == errno.EMFILE
            assert found.step == (Step.OPEN if not free else Step.FILES if wanted[0] else Step.SOCKET)


@pytest.mark.parametrize(
    ("errand", "kind"),
    [
        ((b"a\0b", None, 0), ValueError),
        (("text", None, 0), TypeError),
        ((None, "text", 0), TypeError),
        ((None, b"", 0), ValueError),
        ((None, b"\x10\0\0\0\xf1\0\0", 0), ValueError),
        ((None, b"\x10\0\0\0\xf1\0\0\0" + bytes(15), 0), ValueError),
        ((None, b"\x11\0\0\0\xf1\0\0\0" + bytes(16), 0), ValueError),
        ((None, b"\xff\0\0\0\xf1\0\0\0" + bytes(255), 0), ValueError),
        ((None, None, 0, (b"x",) * (MAX_FILES + 1)), ValueError),
        ((None, None, 0, (None,)), TypeError),
        ((None, None, 0, ("sockstat",)), TypeError),
        ((None, None, 0, (b"sock\0stat",)), ValueError),
        ((None, None, 0, [b"sockstat"]), TypeError),
    ],
)
@in_both
def test_errands_that_cannot_be_meant(home: Home, visit: Visiting, errand: Any, kind: type[Exception]) -> None:
    """Names with a NUL, handles of another length than they say, too many files, other types: refused before anything is done."""
    before = descriptors()
    with pytest.raises(kind):
        visit(home, *errand)
    assert descriptors() == before
