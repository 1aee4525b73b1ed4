"""The child that compiles: what it finds, what it answers, and that it hands over what bcc made."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from xtcp_ebpf.activity import bcc_child
from xtcp_ebpf.activity.bcc_child import COMPILE, IMPORT, LOAD, Answer, Request, brought, found, serve

WORKING = """
import os
class Made:
    def __init__(self, fd): self.fd = self.map_fd = fd
class BPF:
    RAW_TRACEPOINT = 17
    def __init__(self, text, cflags):
        assert text == b"text" and cflags == ["-DX"]
    def __getitem__(self, name): return Made(os.memfd_create("map " + name.decode()))
    def load_func(self, name, kind): return Made(os.memfd_create(f"{kind} {name.decode()}"))
"""


@pytest.fixture(autouse=True)
def _no_bcc_stays() -> Iterator[None]:
    """Modules of that name are for one test."""
    yield
    for name in [name for name in sys.modules if name == "bcc" or name.startswith("bcc.")]:
        del sys.modules[name]


def module(folder: Path, text: str) -> str:
    """A directory with a module bcc in it."""
    folder.mkdir()
    (folder / "bcc.py").write_text(text)
    return str(folder)


def request(*modules: str) -> Request:
    """For two maps and a program."""
    return Request("text", ["-DX"], ["control", "marks"], ["state_raw"], [*modules], 60)


def names(descriptors: list[int]) -> list[str]:
    """What the working module's descriptors are of; closes them."""
    links = [str(Path(f"/proc/self/fd/{descriptor}").readlink()) for descriptor in descriptors]
    for descriptor in descriptors:
        os.close(descriptor)
    return [link.removeprefix("/memfd:").removesuffix(" (deleted)") for link in links]


def test_another_module_of_that_name_is_passed_over(tmp_path: Path) -> None:
    """PyPI has a bcc without BPF: the search goes on behind it, and nothing of it stays imported."""
    stranger, real = module(tmp_path / "a", "X = 1\n"), module(tmp_path / "b", WORKING)
    assert found([stranger, real]).__file__ == f"{real}/bcc.py"
    assert sys.modules["bcc"].__file__ == f"{real}/bcc.py"


def test_a_broken_one_is_passed_over(tmp_path: Path) -> None:
    """One that cannot be imported hides no working one behind it."""
    broken, real = module(tmp_path / "a", "import nowhere\n"), module(tmp_path / "b", WORKING)
    assert found([broken, real]).__file__ == f"{real}/bcc.py"


def test_when_only_the_other_is_there_it_is_named(tmp_path: Path) -> None:
    """Whoever installed the wrong one learns which file that is."""
    stranger = module(tmp_path / "a", "X = 1\n")
    with pytest.raises(ImportError, match=f"{stranger}/bcc.py is another"):
        found([stranger])
    assert "bcc" not in sys.modules


def test_none_at_all() -> None:
    """Directories that do not exist are no error of their own."""
    with pytest.raises(ImportError, match="no module named bcc"):
        found(["/nowhere"])


def test_descriptors_come_in_the_order_of_the_names(tmp_path: Path) -> None:
    """Maps first, then programs, as they were asked for."""
    answer, descriptors = brought(request(module(tmp_path / "a", WORKING)))
    assert answer == Answer()
    assert names(descriptors) == ["map control", "map marks", "17 state_raw"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("raise OSError('libbcc.so.0: cannot open')", Answer(IMPORT, "PLACE: libbcc.so.0: cannot open")),
        ("class BPF:\n def __init__(self, **_): raise Exception('Failed to compile')", Answer(COMPILE, "Failed to compile")),
        ("class BPF:\n def __init__(self, **_): raise ValueError", Answer(COMPILE, "ValueError")),
        (
            "class BPF:\n RAW_TRACEPOINT = 17\n def __init__(self, **_): pass\n def load_func(self, *_): raise Exception('no')",
            Answer(LOAD, "no"),
        ),
    ],
)
def test_what_goes_wrong_is_told_with_its_step(tmp_path: Path, text: str, expected: Answer) -> None:
    """Importing, compiling and loading fail apart from each other, and one without words tells its type."""
    expected = expected._replace(why=expected.why.replace("PLACE", f"{tmp_path}/a/bcc.py"))
    assert brought(request(module(tmp_path / "a", text))) == (expected, [])


def test_one_request_one_answer(tmp_path: Path) -> None:
    """The answer carries the descriptors, and from the request on a clock runs that ends a child that nobody ends."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours, its:
        ours.send(json.dumps(request(module(tmp_path / "a", WORKING))._asdict()).encode())
        try:
            serve(its)
            assert 0 < signal.alarm(0) <= 60
        finally:
            signal.alarm(0)
        received, descriptors, _, _ = socket.recv_fds(ours, bcc_child.LONGEST, 8)
        assert names(descriptors) == ["map control", "map marks", "17 state_raw"]
        assert Answer(**json.loads(received)) == Answer()


def run(channel: socket.socket, its: socket.socket, wanted: Request) -> subprocess.Popen[bytes]:
    """The file itself, as the loader starts it."""
    child = subprocess.Popen([sys.executable, "-I", bcc_child.__file__, str(its.fileno())], pass_fds=[its.fileno()])
    its.close()
    channel.send(json.dumps(wanted._asdict()).encode())
    return child


def test_the_file_stands_alone(tmp_path: Path) -> None:
    """An isolated interpreter runs it without this package, and it ends well without a word."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    alone = "import sys\nassert not [name for name in sys.modules if name.split('.')[0] == 'xtcp_ebpf']\n"
    with ours:
        child = run(ours, its, request(module(tmp_path / "a", WORKING + alone)))
        received, descriptors, _, _ = socket.recv_fds(ours, bcc_child.LONGEST, 8)
        assert child.wait(10) == 0
        assert len(names(descriptors)) == 3, received


def test_a_child_that_nobody_waits_for_ends_by_itself(tmp_path: Path) -> None:
    """Its clock ends it even in the middle of C code, when the parent was killed and cannot."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours:
        endless = module(tmp_path / "a", "import threading\nthreading.Event().wait()\n")
        child = run(ours, its, request(endless)._replace(seconds=1))
    assert child.wait(10) == -signal.SIGALRM
