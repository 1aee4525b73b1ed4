"""The loader that needs no object built beforehand: bcc compiles bpf/tracepoints.bcc.c on this host.

    parent   reads from the kernel's BTF where the members stand that the program reads; makes a tree of headers; starts the child
    child    (bcc_child.py) compiles, loads, sends the descriptors, ends: none of LLVM's 120 MB ever is in the daemon

bcc insists on kernel headers. The program needs nothing of the kernel's, and headers that do not match do harm: it gets a few of our own.
"""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import IO, Final

from xtcp_ebpf.activity import bcc_child, btf, map_layout
from xtcp_ebpf.activity.objects import Objects
from xtcp_ebpf.errors import AssistUnavailable, errno_text

PROGRAM: Final = "tracepoints.bcc.c"
LAYOUT: Final = "activity.h"
SOURCES: Final = (Path(__file__).parents[2] / "bpf", Path(__file__).parent / "built")
"""Where those two are: in a checkout, and where they were installed."""
TRACEPOINTS: Final = {"inet_sock_set_state": "state_raw", "tcp_probe": "probe_raw", "tcp_retransmit_skb": "retransmit_raw"}
SECONDS: Final = 60.0
"""For the child: it needs half of one, and more where all is cold and slow."""

_PAGE_BYTES: Final = os.sysconf("SC_PAGE_SIZE")
_TYPES: Final = """
typedef unsigned char __u8, u8;
typedef unsigned short __u16, u16, __be16;
typedef unsigned int __u32, u32, __be32, __wsum;
typedef unsigned long long __u64, u64;
typedef signed char __s8, s8;
typedef short __s16, s16;
typedef int __s32, s32;
typedef long long __s64, s64;
typedef _Bool bool;
typedef unsigned long size_t, uintptr_t;
#define __aligned_u64 __u64 __attribute__((aligned(8)))
"""
_VERSION: Final = """
#define KERNEL_VERSION(a, b, c) (((a) << 16) + ((b) << 8) + (c))
#define LINUX_VERSION_CODE KERNEL_VERSION(5, 5, 0)
"""
_HEADERS: Final = {
    "linux/kconfig.h": "#define CONFIG_BPF_SYSCALL 1\n",
    "linux/types.h": _TYPES,
    "linux/version.h": _VERSION,
    "asm/page.h": f"#define PAGE_SIZE {_PAGE_BYTES}\n",
    "linux/bpf_common.h": "",
    "linux/log2.h": "",
    "uapi/linux/bpf.h": "",
    "uapi/linux/if_packet.h": "",
    "uapi/linux/ptrace.h": "",
}
"""All that bcc's own headers include; it has <linux/bpf.h> inside."""
_SAID: Final = "said"
_LINES: Final = 12
_SAID_BYTES: Final = 16384
"""Of what compiler and verifier say, this much is read, and its last lines kept."""
_MOST_DESCRIPTORS: Final = 16
_NO_DESCRIPTORS: Final = (errno.EMFILE, errno.ENFILE)


def load(
    source: str,
    kind: str,
    slots: int,
    bell: bool,
    *,
    sources: Sequence[Path] = SOURCES,
    vmlinux: Path = btf.VMLINUX,
    modules: Sequence[str] | None = None,
    seconds: float = SECONDS,
) -> Objects:
    """Loader of objects.py, for source tracepoints and kind raw_tp.

    `modules`: directories where bcc may be, after the interpreter's own; None: where distributions have it.
    AssistUnavailable.reason: `bcc` (not installed), `headers` (bcc wants more, or there is no place for them), `btf`, `bcc_compile`,
    `bcc_load` (the verifier, or a right that is missing), `bcc_timeout`, `bcc_died`, `no_objects` (the program was not installed),
    `descriptors`.
    """
    if (source, kind) != ("tracepoints", "raw_tp"):
        raise AssistUnavailable(
            "bcc", f"bcc compiles raw_tp programs of the source tracepoints, not {kind} of {source}: use -bpfLoader libbpf"
        )
    maps = ["control", "marks", *(["bell"] if bell else [])]
    pages = -(-map_layout.BELL_BYTES // _PAGE_BYTES) if bell else 0
    try:
        text, header = _texts(sources)
        flags = [f"-DSLOTS={slots}", f"-DBELL_PAGES={pages}", *offsets(vmlinux)]
        found_in = [*(places() if modules is None else modules)]
        request = bcc_child.Request(text, flags, maps, [*TRACEPOINTS.values()], found_in, int(seconds) + 5)
        with _headers({**_HEADERS, LAYOUT: header}) as tree, (tree / _SAID).open("a+b", buffering=0) as said:
            descriptors = _answer(request, tree, said, seconds)
    except OSError as error:
        if error.errno in _NO_DESCRIPTORS:
            text = "no file descriptor left to load with bcc: raise the limit (ulimit -n, LimitNOFILE=)"
            raise AssistUnavailable("descriptors", text) from error
        text = f"no place for the headers that bcc wants ({error}): set TMPDIR to a directory that can be written"
        raise AssistUnavailable("headers", text) from error
    programs = dict(zip(TRACEPOINTS, descriptors[len(maps) :], strict=True))
    return Objects("bcc", kind, dict(zip(maps, descriptors, strict=False)), programs)


def places() -> list[str]:
    """Directories where distributions have bcc. It is pure Python: whichever interpreter it is for, ours reads it."""
    return ["/usr/lib/python3/dist-packages", *sorted(map(str, Path("/usr").glob("lib*/python3*/site-packages")), reverse=True)]


def offsets(vmlinux: Path = btf.VMLINUX) -> list[str]:
    """Where this kernel has what the program reads, as flags for the compiler. Raises AssistUnavailable (`btf`)."""
    try:
        with btf.opened(vmlinux) as kernel:
            net = kernel.member("sock", "__sk_common", "skc_net")
            inum = kernel.member("net", "ns", "inum")
            try:
                cookie = kernel.member("net", "net_cookie")
            except KeyError:  # before 5.7
                cookie = btf.Member(0, 0, 0)
    except OSError as error:
        if error.errno in _NO_DESCRIPTORS:
            raise
        text = f"cannot read {vmlinux} ({errno_text(error.errno or 0)}): the kernel must be built with CONFIG_DEBUG_INFO_BTF"
        raise AssistUnavailable("btf", text) from error
    except (ValueError, KeyError, IndexError, struct.error) as error:
        raise AssistUnavailable("btf", f"{vmlinux} does not tell where a socket has its namespace: {error!r}") from error
    if (net.size, inum.size) != (8, 4):
        text = f"{vmlinux} has skc_net of {net.size} bytes and inum of {inum.size}, not 8 and 4: it takes CONFIG_NET_NS and 64 bits"
        raise AssistUnavailable("btf", text)
    flags = [f"-DSOCK_NET={net.byte}", f"-DNET_INUM={inum.byte}"]
    # Before 5.12 it is a structure, and 0 until somebody asks for it.
    return [*flags, f"-DNET_COOKIE={cookie.byte}"] if (cookie.kind, cookie.size) == (btf.INT, 8) else flags


def _texts(sources: Iterable[Path]) -> tuple[str, str]:
    for place in sources:
        if (place / PROGRAM).exists():
            return (place / PROGRAM).read_text(), (place / LAYOUT).read_text()
    raise AssistUnavailable("no_objects", f"{PROGRAM} was not installed: install again")


@contextmanager
def _headers(texts: Mapping[str, str]) -> Iterator[Path]:
    """A directory for the child, with these files in include/."""
    tree = Path(tempfile.mkdtemp(prefix="xtcp-ebpf-bcc-"))
    paths = [tree / "include" / name for name in texts]
    try:
        for path, text in zip(paths, texts.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        yield tree
    finally:
        # One by one: rmtree takes descriptors, of which there may be none left.
        with suppress(OSError):
            for path in (*paths, tree / _SAID):
                path.unlink(missing_ok=True)
            for folder in sorted({folder for path in paths for folder in path.parents if folder.is_relative_to(tree)}, reverse=True):
                folder.rmdir()
        rmtree(tree, ignore_errors=True)  # whatever else is there: a core dump


def _answer(request: bcc_child.Request, tree: Path, said: IO[bytes], seconds: float) -> list[int]:
    """Start the child and wait for it. It is gone in any case when this returns or raises."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with ours:
        with its:
            child = _start(its.fileno(), tree, said)
        try:
            ours.settimeout(seconds)
            ours.send(json.dumps(request._asdict()).encode())
            received, descriptors = _received(ours)
            if not received:
                raise _died(child.wait(), said)
        except TimeoutError:
            raise AssistUnavailable("bcc_timeout", f"bcc took longer than {seconds:g} s to compile, and was ended{_words(said)}") from None
        except (BrokenPipeError, ConnectionResetError):
            raise _died(child.wait(), said) from None
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
    answer = bcc_child.Answer(**json.loads(received))
    if answer.step:
        raise _refused(answer, said)
    if len(descriptors) != len(request.maps) + len(request.programs):
        for descriptor in descriptors:
            os.close(descriptor)
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
    return descriptors


def _start(channel: int, tree: Path, said: IO[bytes]) -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}  # an interpreter may need it to start
    try:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", "-W", "ignore", bcc_child.__file__, str(channel)],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "BCC_KERNEL_SOURCE": str(tree), **kept},
            cwd=tree,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            pass_fds=(channel,),
            start_new_session=True,
        )
    except OSError as error:
        if error.errno in _NO_DESCRIPTORS:
            raise
        text = f"cannot start {sys.executable or 'the interpreter'} to compile with bcc: {errno_text(error.errno or 0)}"
        raise AssistUnavailable("bcc_died", text) from error


def _received(channel: socket.socket) -> tuple[bytes, list[int]]:
    """What the child answers, empty when it ended without; descriptors are close-on-exec (socket.recv_fds cannot ask for that)."""
    numbers = array("i")
    room = socket.CMSG_LEN(_MOST_DESCRIPTORS * numbers.itemsize)
    received, ancillary, _, _ = channel.recvmsg(bcc_child.LONGEST, room, socket.MSG_CMSG_CLOEXEC)
    for level, kind, data in ancillary:
        if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
            numbers.frombytes(data[: len(data) - len(data) % numbers.itemsize])
    return received, [*numbers]


def _refused(answer: bcc_child.Answer, said: IO[bytes]) -> AssistUnavailable:
    words = _words(said)
    if answer.step == bcc_child.IMPORT:
        return AssistUnavailable("bcc", f"bcc is not here ({answer.why}): apt install python3-bpfcc{words}")
    if missing := re.search(r"'([^']+)' file not found", words):
        text = f"this version of bcc wants {missing[1]}, which our stand-in for kernel headers lacks: use -bpfLoader libbpf"
        return AssistUnavailable("headers", text + words)
    if answer.step == bcc_child.COMPILE and "could not open bpf map" not in words:
        return AssistUnavailable("bcc_compile", f"bcc cannot compile {PROGRAM}: {answer.why}{words}")
    text = f"the kernel refused what bcc made of {PROGRAM}: {answer.why}; `xtcp-ebpf doctor` says what is missing"
    return AssistUnavailable("bcc_load", text + words)


def _died(code: int, said: IO[bytes]) -> AssistUnavailable:
    how = f"by signal {-code} ({signal.strsignal(-code)})" if code < 0 else f"with exit code {code}"
    hint = "; it takes 130 MB of memory" if code == -signal.SIGKILL else ""
    return AssistUnavailable("bcc_died", f"the process that compiles with bcc ended {how}{hint}{_words(said)}")


def _words(said: IO[bytes]) -> str:
    """The last lines that compiler, verifier and interpreter have said."""
    size = said.seek(0, os.SEEK_END)
    said.seek(max(0, size - _SAID_BYTES))
    lines = [line.strip() for line in said.read().decode(errors="replace").splitlines() if line.strip()]
    return f"; its last words: {'; '.join(lines[-_LINES:])}" if lines else ""
