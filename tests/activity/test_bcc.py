"""bcc's loader with the real bcc on this kernel, and every way in which it can fail, each with a real child."""

from __future__ import annotations

import ast
import ctypes
import fcntl
import mmap
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from activity.made_btf import Made, sockets
from kernel.real_namespaces import Spaces, descriptors, few_descriptors, in_thread

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import bcc, bpf, map_layout
from xtcp_ebpf.activity.bcc import LAYOUT, PROGRAM, SOURCES, load, offsets, places
from xtcp_ebpf.activity.map_layout import Control
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.errors import AssistUnavailable

pytestmark = pytest.mark.kernel

ARRAY, HASH, RING, MMAPABLE = 2, 1, 27, 1 << 10  # BPF_MAP_TYPE_*, BPF_F_MMAPABLE
PAGE = os.sysconf("SC_PAGE_SIZE")


def children() -> set[str]:
    """Processes that this one has started and not yet buried."""
    # A thread may just have ended: that is not told.
    with subprocess.Popen("cat /proc/$PPID/task/*/children 2>/dev/null", shell=True, stdout=subprocess.PIPE, text=True) as process:
        return set(process.communicate()[0].split()) - {str(process.pid)}


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """After each test: no descriptor, no process and no file more than before, however it ended."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    before, had = descriptors(), children()
    yield
    assert descriptors() == before
    assert children() == had
    assert not list(place.iterdir())


def module(folder: Path, text: str) -> list[str]:
    """A directory with a module bcc in it, as `modules` of load."""
    folder.mkdir(parents=True)
    (folder / "bcc.py").write_text(text)
    return [str(folder)]


def altered(folder: Path, old: str, new: str) -> list[Path]:
    """The program with one thing changed, as `sources` of load."""
    folder.mkdir()
    for name in (PROGRAM, LAYOUT):
        text = next(place / name for place in SOURCES if (place / name).exists()).read_text()
        assert old in text or name != PROGRAM
        (folder / name).write_text(text.replace(old, new))
    return [folder]


def refused(**others: object) -> AssistUnavailable:
    """Why it cannot be had."""
    with pytest.raises(AssistUnavailable) as caught:
        load("tracepoints", "raw_tp", 16, True, **others)  # type: ignore[arg-type]  # the test's own
    return caught.value


def told(descriptor: int) -> tuple[int, ...]:
    """type, key bytes, value bytes, entries, flags of a map."""
    kind, _, *others = struct.unpack_from("=6I", bpf.info(descriptor))
    return kind, *others


class Running:
    """The programs attached, and what they write."""

    def __init__(self, objects: Objects, stack: ExitStack, slots: int) -> None:
        self.objects = objects
        self._control = stack.enter_context(mmap.mmap(objects.maps["control"], PAGE))
        self._batch = bpf.Batch(objects.maps["marks"], map_layout.KEY.size, map_layout.MARK_BYTES, slots)
        for tracepoint, program in objects.programs.items():
            stack.callback(os.close, bpf.attach(program, tracepoint))

    def begin(self, epoch: int) -> None:
        self._control[:4] = struct.pack("=I", epoch)

    def control(self) -> Control:
        return Control(*map_layout.CONTROL.unpack_from(self._control))

    def marks(self) -> dict[tuple[int, ...], tuple[int, ...]]:
        keys, values = self._batch.read()
        return dict(zip(map_layout.KEY.iter_unpack(keys), struct.iter_unpack("=II", values), strict=True))


@pytest.fixture
def running() -> Iterator[Callable[..., Running]]:
    """Load and attach until the test ends."""
    with ExitStack() as stack:

        def start(slots: int = 4096, bell: bool = True, **others: object) -> Running:
            objects = load("tracepoints", "raw_tp", slots, bell, **others)  # type: ignore[arg-type]  # the test's own
            stack.callback(objects.close)
            return Running(objects, stack, slots)

        yield start


def connect(spaces: Spaces, namespace: Namespace) -> None:
    """One connection there, made, used and closed."""

    def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
            accepted, _ = server.accept()
            with accepted:
                client.sendall(b"hello")
                assert accepted.recv(8) == b"hello"

    spaces.loopback(namespace)
    spaces.inside(namespace, run)


def test_a_connection_marks_its_namespace(spaces: Spaces, running: Callable[..., Running]) -> None:
    """With the cookie and the inode that the namespace has, in the slot of the epoch; the next epoch uses the other slot."""
    found = running()
    quiet, busy = spaces.known(spaces.make("quiet")), spaces.known(spaces.make("busy"))
    found.begin(4)
    connect(spaces, busy)
    assert found.marks()[busy.cookie, busy.inode] == (4, 0)
    found.begin(5)
    assert found.marks()[busy.cookie, busy.inode] == (4, 0)
    connect(spaces, busy)
    assert found.marks()[busy.cookie, busy.inode] == (4, 5)
    assert (quiet.cookie, quiet.inode) not in found.marks()
    assert (found.control().epoch, found.control().lost) == (5, 0)
    assert 1 <= found.control().created >= len(found.marks())


def test_each_program_is_of_its_tracepoint(running: Callable[..., Running]) -> None:
    """What the kernel has loaded is raw_tp programs of the names that they stand under."""
    found = running(bell=False).objects
    names = {tracepoint: bpf.info(program)[64:80].rstrip(b"\0").decode() for tracepoint, program in found.programs.items()}
    assert names == {"inet_sock_set_state": "state_raw", "tcp_probe": "probe_raw", "tcp_retransmit_skb": "retransmit_raw"}
    assert {struct.unpack_from("=I", bpf.info(program))[0] for program in found.programs.values()} == {17}  # BPF_PROG_TYPE_RAW_TRACEPOINT
    assert (found.loader, found.kind) == ("bcc", "raw_tp")


def test_the_bell_rings_once_for_a_new_namespace(spaces: Spaces, running: Callable[..., Running]) -> None:
    """The ring holds the key of each namespace that was marked for the first time, and of none twice."""
    found = running()
    namespace = spaces.known(spaces.make("new"))
    found.begin(2)
    connect(spaces, namespace)
    found.begin(3)
    connect(spaces, namespace)
    with mmap.mmap(found.objects.maps["bell"], PAGE, mmap.MAP_SHARED, mmap.PROT_READ, offset=PAGE) as ring:
        end = struct.unpack_from("=Q", ring)[0]
    with mmap.mmap(found.objects.maps["bell"], 3 * PAGE, mmap.MAP_SHARED, mmap.PROT_READ, offset=PAGE) as ring:
        rung = [map_layout.KEY.unpack_from(ring, PAGE + at + 8) for at in range(0, end, 8 + map_layout.KEY.size)]
    assert rung.count((namespace.cookie, namespace.inode)) == 1
    assert found.control().unrung == 0


def test_marks_that_find_no_place_are_counted(spaces: Spaces, running: Callable[..., Running]) -> None:
    """A map that is full loses no count: two namespaces, one slot."""
    found = running(slots=1)
    found.begin(2)
    for name in ("one", "two"):
        connect(spaces, spaces.make(name))
    assert found.control().lost >= 1
    assert len(found.marks()) == 1


@pytest.mark.parametrize("bell", [True, False])
def test_the_maps_are_those_of_the_header(bell: bool) -> None:
    """Types, sizes, entries and flags are what layout.py reads: `control` can be mapped, `marks` is a plain hash made beforehand."""
    objects = load("tracepoints", "raw_tp", 321, bell)
    try:
        assert {name: told(descriptor) for name, descriptor in objects.maps.items()} == {
            "control": (ARRAY, 4, map_layout.CONTROL.size, 1, MMAPABLE),
            "marks": (HASH, map_layout.KEY.size, map_layout.MARK_BYTES, 321, 0),
            **({"bell": (RING, 0, 0, max(map_layout.BELL_BYTES, PAGE), 0)} if bell else {}),
        }
        for descriptor in (*objects.maps.values(), *objects.programs.values()):
            assert fcntl.fcntl(descriptor, fcntl.F_GETFD) & fcntl.FD_CLOEXEC
    finally:
        objects.close()


def test_pypis_bcc_is_passed_over(tmp_path: Path, running: Callable[..., Running]) -> None:
    """Where another module of that name comes first, the real one is found behind it, and works."""
    assert running(modules=[*module(tmp_path / "pypi", "X = 1\n"), *places()]).objects.maps


def test_the_child_gets_a_socket_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No descriptor of the daemon's, inheritable or not, and no variable of its environment but the few that are needed."""
    lists = "(sorted(os.listdir('/proc/self/fd'), key=int), sorted(os.environ))"
    told_by_child = f"import os\nclass BPF:\n def __init__(self, **_): raise Exception(repr({lists}))\n"
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/nowhere")
    read, write = os.pipe()
    os.set_inheritable(write, True)
    try:
        text = refused(modules=module(tmp_path / "m", told_by_child)).text
    finally:
        os.close(read)
        os.close(write)
    open_there, environment = ast.literal_eval(text[text.index("(") :])
    assert len(open_there) == 5  # three, the socket, and the directory that is being read
    assert environment == ["BCC_KERNEL_SOURCE", "LC_ALL", "LD_LIBRARY_PATH", "PATH"]


@pytest.mark.parametrize(("source", "kind"), [("walk", "raw_tp"), ("tracepoints", "tp_btf")])
def test_what_bcc_is_not_for(source: str, kind: str) -> None:
    """The other source and the other kind are refused before anything is started, and the way out is named."""
    with pytest.raises(AssistUnavailable, match="-bpfLoader libbpf") as caught:
        load(source, kind, 16, True)
    assert caught.value.reason == "bcc"


def test_without_bcc() -> None:
    """It says what to install."""
    error = refused(modules=[])
    assert error.reason == "bcc"
    assert "apt install python3-bpfcc" in error.text


def test_without_the_library_of_bcc(tmp_path: Path) -> None:
    """The module alone is not enough; the loader's words are in the text."""
    error = refused(modules=module(tmp_path / "m", "import ctypes\nctypes.CDLL('libbcc.so.nowhere')\n"))
    assert error.reason == "bcc"
    assert "libbcc.so.nowhere" in error.text


def test_a_program_that_does_not_compile(tmp_path: Path) -> None:
    """The compiler's last words are in the text."""
    error = refused(sources=altered(tmp_path / "s", "int state_raw(", "nonsense state_raw("))
    assert error.reason == "bcc_compile"
    assert "unknown type name 'nonsense'" in error.text


def test_a_header_that_bcc_misses(tmp_path: Path) -> None:
    """A bcc of another version may include what our tree lacks: the file is named, and the way out."""
    error = refused(sources=altered(tmp_path / "s", "#include <activity.h>", "#include <activity.h>\n#include <linux/nowhere.h>"))
    assert error.reason == "headers"
    assert "wants linux/nowhere.h" in error.text
    assert "-bpfLoader libbpf" in error.text


def test_a_program_that_the_verifier_refuses(tmp_path: Path) -> None:
    """Its words are in the text."""
    error = refused(sources=altered(tmp_path / "s", "ctx->args[0]", "ctx->args[1000]"))
    assert error.reason == "bcc_load"
    assert "invalid bpf_context access" in error.text


def test_without_the_right_to_load() -> None:
    """Neither CAP_BPF nor CAP_SYS_ADMIN: the kernel's refusal is told, and who knows more."""
    libc = ctypes.CDLL(None)

    def run() -> AssistUnavailable:
        for capability in (21, 39):  # CAP_SYS_ADMIN, CAP_BPF: what this thread starts is without them too
            assert libc.prctl(24, capability, 0, 0, 0) == 0  # PR_CAPBSET_DROP
        return refused()

    error = in_thread(run)
    assert error.reason == "bcc_load"
    assert "Operation not permitted" in error.text
    assert "xtcp-ebpf doctor" in error.text


def test_a_child_that_takes_too_long(tmp_path: Path) -> None:
    """It is killed, with all it has started, and what it said is told."""
    seconds = str(100_000 + os.getpid())
    endless = f"import subprocess\nprint('warming up', flush=True)\nsubprocess.run(['sleep', '{seconds}'])\n"
    error = refused(modules=module(tmp_path / "m", endless), seconds=0.5)
    assert error.reason == "bcc_timeout"
    assert "longer than 0.5 s" in error.text
    assert "warming up" in error.text
    assert not [path for path in Path("/proc").glob("[0-9]*/cmdline") if cmdline(path) == f"sleep\0{seconds}\0".encode()]


def cmdline(path: Path) -> bytes:
    """Of a process that may be gone meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import os\nos.kill(os.getpid(), 9)\n", "signal 9 (Killed); it takes 130 MB of memory"),
        ("import os\nos.abort()\n", f"signal {signal.SIGABRT.value} (Aborted)"),
        ("import os\nprint('good bye', flush=True)\nos._exit(3)\n", "exit code 3; its last words: good bye"),
        ("class BPF:\n def __init__(self, **_): raise SystemExit(4)\n", "exit code 4"),
    ],
)
def test_a_child_that_dies(tmp_path: Path, text: str, words: str) -> None:
    """How it ended and what it said last are told."""
    error = refused(modules=module(tmp_path / "m", text))
    assert error.reason == "bcc_died"
    assert words in error.text


def test_a_child_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter that is not there is named."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    error = refused()
    assert error.reason == "bcc_died"
    assert "/nowhere/python" in error.text


def test_a_child_that_ends_before_it_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter that is none ends at once, in the middle of our request or before it: both are told alike."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    for _ in range(10):
        error = refused()
        assert (error.reason, "exit code 1" in error.text) == ("bcc_died", True)


def test_no_place_for_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A temporary directory that cannot be written is told with the way out."""
    monkeypatch.setattr(tempfile, "tempdir", "/proc/nowhere")
    error = refused()
    assert error.reason == "headers"
    assert "TMPDIR" in error.text


def test_a_program_that_was_not_installed(tmp_path: Path) -> None:
    """It is named."""
    error = refused(sources=[tmp_path])
    assert error.reason == "no_objects"
    assert PROGRAM in error.text


@pytest.mark.parametrize("free", [0, 1, 2, 3, 5, 7])
def test_few_descriptors(free: int) -> None:
    """However few are left, too few even for what the child has made ready: none is kept, and no file either."""
    with few_descriptors(free):
        error = refused()
    assert error.reason == "descriptors"
    assert "LimitNOFILE" in error.text


def test_the_kernels_types_missing(tmp_path: Path) -> None:
    """No file, a file that is none, and one without network namespaces are told apart, each with its reason."""
    for name, data, words in (
        ("a", None, "CONFIG_DEBUG_INFO_BTF"),
        ("b", b"nonsense" * 10, "no BTF"),
        ("c", Made().data(), "'sock'"),
        ("d", sockets(net_bytes=0), "CONFIG_NET_NS"),
        ("e", sockets(net_bytes=4), "64 bits"),
    ):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        error = refused(vmlinux=tmp_path / name)
        assert error.reason == "btf"
        assert words in error.text
        assert str(tmp_path / name) in error.text


@pytest.mark.parametrize(("cookie", "flags"), [("u64", ["-DNET_COOKIE=200"]), ("atomic", []), ("", [])])
def test_the_cookie_of_older_kernels_is_left_out(tmp_path: Path, cookie: str, flags: list[str]) -> None:
    """Before 5.12 it is a structure that stays 0 until somebody asks, before 5.7 there is none: then inodes alone are the keys."""
    (tmp_path / "vmlinux").write_bytes(sockets(cookie))
    assert offsets(tmp_path / "vmlinux") == ["-DSOCK_NET=48", "-DNET_INUM=116", *flags]


def test_without_a_cookie_the_inode_is_the_key(spaces: Spaces, running: Callable[..., Running], monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that older kernels get, run on this one, marks (0, inode)."""
    monkeypatch.setattr(bcc, "offsets", lambda _: [flag for flag in offsets() if "COOKIE" not in flag])
    found = running()
    namespace = spaces.make("old")
    found.begin(7)
    connect(spaces, namespace)
    assert found.marks()[0, namespace.inode] == (0, 7)
