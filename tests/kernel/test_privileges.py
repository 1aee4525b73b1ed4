"""What is given up is gone from every thread for good; what is kept is kept because without it something is lost, and that is named."""

from __future__ import annotations

import ast
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from end_to_end.street import PATIENCE, environment, records
from kernel import given_up
from kernel.real_namespaces import Spaces

from xtcp_ebpf.abc import Namespace
from xtcp_ebpf.activity import probe, rules
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.kernel import nsfs, privileges
from xtcp_ebpf.kernel.privileges import NUMBERS, Facts, Place
from xtcp_ebpf.knobs import Knobs

ALL = (1 << 41) - 1
HOST = Facts(effective=ALL, highest=40)
EVERYWHERE = {"CAP_SYS_ADMIN", "CAP_SYS_PTRACE", "CAP_NET_ADMIN", "CAP_DAC_READ_SEARCH"}
HERE = EVERYWHERE | ({"CAP_SYS_RESOURCE"} if privileges.look([], ()).locked_memory else set())
"""On this kernel: before Linux 5.11 BPF maps count as locked memory."""
BEST = rules.choose(probe.collect(ALL), "auto", "auto").tries[0].source
"""The source that this kernel can have: no walk before Linux 5.19."""
FILE = Place("-dest file:/x/y", "/x/y", "make")
SOMEBODY = 54321
LOW_PORT = 7
FLAGS = ("-maxLoops", "2", "-frequency", "200ms", "-timeout", "190ms")


@pytest.mark.parametrize(
    ("knobs", "facts", "control", "kept"),
    [
        (Knobs(), HOST, True, EVERYWHERE),
        (Knobs(bpf="off"), HOST, False, EVERYWHERE),
        (Knobs(namespaces="own"), HOST, False, {"CAP_NET_ADMIN", "CAP_BPF", "CAP_PERFMON"}),
        (Knobs(namespaces="own", bpf="off"), HOST, True, {"CAP_NET_ADMIN", "CAP_BPF", "CAP_PERFMON"}),
        (Knobs(namespaces="own", bpf="off"), HOST, False, {"CAP_NET_ADMIN"}),
        (Knobs(namespaces="own"), replace(HOST, highest=37), False, {"CAP_NET_ADMIN", "CAP_SYS_ADMIN"}),
        (Knobs(privsep=True, bpf="require"), replace(HOST, locked_memory=True), True, {"CAP_NET_ADMIN"}),
        (Knobs(), replace(HOST, locked_memory=True), False, EVERYWHERE | {"CAP_SYS_RESOURCE"}),
        (Knobs(bpf="off"), replace(HOST, locked_memory=True), False, EVERYWHERE),
        (Knobs(), replace(HOST, low_ports=(88,)), False, EVERYWHERE | {"CAP_NET_BIND_SERVICE"}),
        (Knobs(), replace(HOST, places=((FILE, "CAP_DAC_OVERRIDE"),)), False, EVERYWHERE | {"CAP_DAC_OVERRIDE"}),
        (Knobs(), replace(HOST, effective=1 << 21), True, {"CAP_SYS_ADMIN"}),
        (Knobs(), replace(HOST, effective=0), True, set()),
    ],
)
def test_what_stays(knobs: Knobs, facts: Facts, control: bool, kept: set[str]) -> None:
    """It follows from what the daemon is told and what its host is, and nothing that is not held is kept."""
    assert privileges.keep(knobs, facts, control=control) == kept


def test_each_has_its_reason() -> None:
    """A reason names the port, or the file, as the operator wrote it; what the operator asks for stays because of that."""
    facts = replace(HOST, low_ports=(88, 443), places=((FILE, "CAP_DAC_OVERRIDE"),))
    why = privileges.reasons(Knobs(), facts, also=("CAP_SYS_RESOURCE",))
    assert why.keys() == EVERYWHERE | {"CAP_NET_BIND_SERVICE", "CAP_DAC_OVERRIDE", "CAP_SYS_RESOURCE"}
    assert why["CAP_NET_BIND_SERVICE"] == "listens on port 88, 443"
    assert why["CAP_DAC_OVERRIDE"] == "writes -dest file:/x/y, a file of another user"
    assert why["CAP_SYS_RESOURCE"] == "-keepCapabilities names it"
    assert all(text and ";" not in text for text in why.values())


def test_what_the_operator_may_ask_for() -> None:
    """Names as people write them; one that nothing needs, or that is none, is refused with those that there are."""
    assert privileges.asked(["CAP_SYS_RESOURCE", "dac_override", "all"]) == ("CAP_SYS_RESOURCE", "CAP_DAC_OVERRIDE", "all")
    assert privileges.asked([]) == ()
    for name in ("CAP_CHOWN", "ALL", "", "root"):
        with pytest.raises(BadFlag, match=f"-keepCapabilities: '{name}' is none .* CAP_BPF, and all"):
            privileges.asked([name])


def child(*flags: str, **given: Any) -> dict[str, Any]:
    """What given_up.py says."""
    line = [sys.executable, "-W", "error", given_up.__file__, json.dumps({"flags": [*FLAGS, *flags], **given})]
    path = os.pathsep.join([environment()["PYTHONPATH"], str(Path(given_up.__file__).parents[1])])
    done = subprocess.run(line, env=environment({"PYTHONPATH": path}), capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def numbers(mask: str) -> set[int]:
    """The capabilities of a mask, as status tells it."""
    return {number for number in range(64) if int(mask, 16) >> number & 1}


class Host:
    """Three namespaces with listeners that carry a mark: by a mount, by a mount that only somebody else may see, by a process alone."""

    def __init__(self, folder: Path) -> None:
        self.spaces = Spaces(folder / "netns")
        self.mounted = self._listening(self.spaces.make("web"))
        closed = folder / "closed"
        closed.mkdir(mode=0o700)
        self.closed = self._listening(self.spaces.make("shut"))
        self.spaces.mount(self.closed.path, closed / "shut")
        self.spaces.remove(self.closed)
        os.chown(closed, SOMEBODY, SOMEBODY)
        held = self._listening(self.spaces.make("held"))
        line = [sys.executable, "-c", f"{ENTER}\nprint('in', flush=True)\ninput()", held.path]
        self._process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        assert self._process.stdout.readline() == "in\n"
        self.spaces.remove(held)
        self.held = held
        self.out = folder / "rows"
        self.flags = ("-netnsDirs", f"{folder}/netns,{closed}", "-dest", f"file:{self.out}", "-marshal", "protobufList", "-skip", "none")

    def _listening(self, namespace: Namespace) -> Namespace:
        def listen() -> None:
            sock = socket.socket()
            self.spaces.keep(sock)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_MARK, 7)
            sock.bind(("127.0.0.1", 0))
            sock.listen()

        self.spaces.loopback(namespace)
        self.spaces.inside(namespace, listen)
        return namespace

    @property
    def inodes(self) -> set[int]:
        """Of all three."""
        return {self.mounted.inode, self.closed.inode, self.held.inode}

    def rows(self) -> set[tuple[int, int, str, int]]:
        """(inode, the socket's cookie, name of the namespace, mark) of what was written; then it is taken away."""
        found = {
            (row.netns_inode, row.inet_diag_msg_socket_cookie, row.netns, row.mark)
            for row in (records(self.out) if self.out.exists() else ())
            if row.netns_inode in self.inodes
        }
        self.out.unlink(missing_ok=True)
        return found

    def close(self) -> None:
        self._process.communicate("\n", timeout=PATIENCE)
        self.spaces.remove_all()


ENTER = f"import ctypes, os, sys; ctypes.CDLL(None).setns(os.open(sys.argv[1], os.O_RDONLY), {nsfs.CLONE_NEWNET})"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Gone when the test ends."""
    made = Host(tmp_path)
    yield made
    made.close()


@pytest.mark.kernel
@pytest.mark.parametrize("bpf", ["require", "off"])
def test_the_same_rows(host: Host, bpf: str) -> None:
    """Without all that was given up each namespace is found by the same name, and has the same sockets with the same marks."""
    before = child(*host.flags, "-bpf", bpf, all=True)
    rows = host.rows()
    assert ({row[0] for row in rows}, {row[3] for row in rows}) == (host.inodes, {7})
    after = child(*host.flags, "-bpf", bpf)
    assert host.rows() == rows
    assert (after["code"], after["kept"]) == (0, sorted(HERE))
    told = {"assist_opened", "assist_refused", "marks_lost", "dumps_failed", "looks_failed", "dump_retries", "polls", "searches_failed"}
    assert {n: after["counters"].get(n) for n in after["counters"] if n.split(":")[0] in told} == {
        n: before["counters"].get(n) for n in before["counters"] if n.split(":")[0] in told
    }


@pytest.mark.kernel
def test_every_thread_has_lost_the_rest(tmp_path: Path) -> None:
    """Poll, readers, sender: each capability of this kernel that is not kept is in none of its sets, and no program can give it back."""
    answer = child("-dest", f"file:{tmp_path}/rows", "-spoolDir", f"{tmp_path}/spool")
    assert len(answer["threads"]) >= 4, answer
    kept = {NUMBERS[name] for name in answer["kept"]}
    for name, rights in answer["threads"].items():
        assert numbers(rights["CapEff"]) == numbers(rights["CapPrm"]) == numbers(rights["CapBnd"]) == kept, name
        assert numbers(rights["CapInh"]) == numbers(rights["CapAmb"]) == set(), name
        assert rights["NoNewPrivs"] == "1", name


@pytest.mark.kernel
@pytest.mark.parametrize(
    ("child_too", "held"), [(False, set()), (True, {NUMBERS[name] for name in HERE & {"CAP_SYS_ADMIN", "CAP_SYS_RESOURCE"}})]
)
def test_what_a_program_that_it_starts_may_do(child_too: bool, held: set[int]) -> None:
    """Nothing, user 0 or not; the one that compiles with bcc what it needs for that, and no more."""
    rights = dict(ast.literal_eval(child(child=child_too)["child"]))
    assert numbers(rights["CapEff"]) == numbers(rights["CapPrm"]) == held
    assert rights["NoNewPrivs"] == "1"


@pytest.mark.kernel
@pytest.mark.skipif(not Path("/usr/lib/python3/dist-packages/bcc").exists(), reason="no bcc here (apt install python3-bpfcc)")
def test_bcc_compiles_with_what_is_left(tmp_path: Path) -> None:
    """The program that loads with bcc gets its rights from what is kept."""
    text = """
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.knobs import Knobs
print(sorted(privileges.settle(Knobs(bpf="require", bpf_loader="bcc"))))
from xtcp_ebpf.activity import bcc
bcc.load("tracepoints", "raw_tp", 64, True).close()
"""
    done = subprocess.run(
        [sys.executable, "-c", text], capture_output=True, text=True, timeout=PATIENCE, cwd=tmp_path, env=environment(), check=False
    )
    assert (done.returncode, done.stdout) == (0, f"{sorted(HERE)}\n"), done.stderr


@pytest.mark.kernel
@pytest.mark.parametrize("scope", ["all", "own"])
def test_bpf_can_be_switched_on_later(scope: str) -> None:
    """What that takes is kept while somebody may do so."""
    answer = child("-dest", "null", "-namespaces", scope, "-bpf", "off", switch={"bpf": "require"})
    assert answer["code"] == 0, answer
    assert [name for name in answer["counters"] if name.startswith("assist_opened")] == ["assist_opened:always", f"assist_opened:{BEST}"]


@pytest.mark.kernel
def test_without_sys_admin(host: Host) -> None:
    """No other namespace is entered: each is counted and named as refused; BPF is refused, and its reason counted."""
    answer = child(*host.flags, without=["CAP_SYS_ADMIN"])
    assert host.rows() == set()
    assert answer["counters"]["dumps_failed:permission"] >= 3
    assert answer["counters"]["assist_refused:no_capability"] == 1
    (line,) = [line for line in answer["said"] if "missing or in part (permission)" in line and "poll 1" in line]
    assert "entering a network namespace takes CAP_SYS_ADMIN" in line


@pytest.mark.kernel
def test_without_sys_ptrace(host: Host) -> None:
    """The namespace that only a process holds is not seen, and the log says how many processes may not be looked into."""
    answer = child(*host.flags, "-bpf", "off", without=["CAP_SYS_PTRACE"])
    assert {row[0] for row in host.rows()} == {host.mounted.inode, host.closed.inode}
    assert [line for line in answer["said"] if "processes in /proc may not be looked into" in line and "grant CAP_SYS_PTRACE" in line]


@pytest.mark.kernel
def test_without_net_admin(host: Host) -> None:
    """All rows are there, and their marks are empty."""
    child(*host.flags, without=["CAP_NET_ADMIN"])
    assert {(row[0], row[3]) for row in host.rows()} == {(inode, 0) for inode in host.inodes}


@pytest.mark.kernel
def test_without_dac_read_search(host: Host) -> None:
    """What is mounted in somebody's closed folder is not seen even by user 0, and the log names the folder."""
    answer = child(*host.flags, "-bpf", "off", without=["CAP_DAC_READ_SEARCH"])
    assert {row[0] for row in host.rows()} == {host.mounted.inode, host.held.inode}
    assert [line for line in answer["said"] if "closed may not be read: run as root or grant CAP_DAC_READ_SEARCH" in line]


@pytest.mark.kernel
@pytest.mark.parametrize("name", ["CAP_BPF", "CAP_PERFMON"])
def test_without_half_of_bpf(name: str) -> None:
    """In a sidecar, which has no CAP_SYS_ADMIN, either half is needed, and the one that is missing is named."""
    flags = ("-namespaces", "own", "-bpf", "require", "-dest", "null")
    assert child(*flags)["counters"][f"assist_opened:{BEST}"] == 1
    answer = child(*flags, without=[name])
    assert f"AssistUnavailable: -bpf require: bpf: not in effect: {name} (CAP_SYS_ADMIN would do too)" in answer["error"]


@pytest.mark.kernel
def test_without_dac_override(tmp_path: Path) -> None:
    """A file in somebody's folder is written while the capability is kept for it; without, the destination says that it may not."""
    folder = tmp_path / "somebody"
    folder.mkdir(mode=0o700)
    os.chown(folder, SOMEBODY, SOMEBODY)
    dest = f"file:{folder}/rows"
    answer = child("-dest", dest, places=[(f"-dest {dest}", f"{folder}/rows", "make")])
    assert (answer["code"], set(answer["kept"])) == (0, HERE | {"CAP_DAC_OVERRIDE"})
    assert (folder / "rows").stat().st_size
    answer = child("-dest", f"{dest}-2")
    assert (answer["code"], set(answer["kept"])) == (1, HERE)
    assert [line for line in answer["said"] if line.startswith("ERROR") and f"{dest}-2" in line and "EACCES" in line], answer["said"]


@pytest.mark.kernel
def test_without_net_bind_service() -> None:
    """A port below the first free one is listened on while the capability is kept for it; without, the error names address and errno."""
    answer = child("-dest", "null", ports=[LOW_PORT])
    assert (answer["code"], set(answer["kept"])) == (0, HERE | {"CAP_NET_BIND_SERVICE"})
    answer = child("-dest", "null", ports=[LOW_PORT], without=["CAP_NET_BIND_SERVICE"])
    assert answer["error"] == f"UsageError: cannot listen on tcp:127.0.0.1:{LOW_PORT}: EACCES (Permission denied)"


@pytest.mark.kernel
def test_which_places_take_a_right(tmp_path: Path) -> None:
    """The kernel is asked: a closed folder to read from takes the one right, to write the other; ours, one that is not there, none."""
    closed, ours = tmp_path / "closed", tmp_path / "ours"
    closed.mkdir(mode=0o700)
    ours.mkdir()
    (closed / "key").write_text("secret")
    (closed / "folder").mkdir()
    (closed / "open").touch()
    shutil.chown(closed / "open", SOMEBODY)
    (closed / "open").chmod(0o666)
    shutil.chown(closed, SOMEBODY)
    shutil.chown(closed / "folder", SOMEBODY)
    wanted = {
        Place("a", f"{closed}/key", "read"): "CAP_DAC_READ_SEARCH",
        Place("b", f"{closed}/rows", "make"): "CAP_DAC_OVERRIDE",
        Place("c", f"{closed}/folder", "make"): "CAP_DAC_OVERRIDE",
        Place("d", f"{closed}/not-there/rows", "make"): "",
        Place("e", f"{ours}/rows", "make"): "",
        Place("f", f"{ours}/key", "read"): "",
        Place("g", "/dev/null", "make"): "",
        Place("h", f"{closed}/open", "write"): "CAP_DAC_READ_SEARCH",
        Place("i", f"{closed}/key", "write"): "CAP_DAC_READ_SEARCH",
        Place("j", f"{closed}/folder", "write"): "CAP_DAC_OVERRIDE",
    }
    before = given_up.threads()
    facts = privileges.look([*wanted], [0, 1, LOW_PORT, 65535])
    assert dict(facts.places) == {place: capability for place, capability in wanted.items() if capability}
    assert facts.low_ports == (1, LOW_PORT)
    assert given_up.threads() == before


@pytest.mark.kernel
def test_who_holds_nothing_keeps_nothing(tmp_path: Path) -> None:
    """A user without any right is told of no place that would take one, closed or not, and may give up what there is."""
    (tmp_path / "closed").mkdir(mode=0o700)
    text = f"""
from xtcp_ebpf.kernel import privileges
places = [privileges.Place("a", "{tmp_path}/closed/x", use) for use in ("read", "write", "make")]
print(privileges.look(places).places, privileges.settle(__import__("xtcp_ebpf.knobs").knobs.Knobs(), places))
"""
    line = ["setpriv", f"--reuid={SOMEBODY}", "--clear-groups", "--bounding-set=-all", "--inh-caps=-all", sys.executable, "-c", text]
    done = subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE, check=False, env=environment())
    assert (done.returncode, done.stdout) == (0, "() {}\n"), done.stderr


@pytest.mark.kernel
def test_one_line_says_what_stays() -> None:
    """Each capability with its reason, by number; without any, and where nothing is given up, it says so."""
    text = """
import logging
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.knobs import Knobs
logging.basicConfig(level=logging.INFO, format="%(message)s")
privileges.settle(Knobs(namespaces="own", bpf="off"), control=False)
privileges.settle(Knobs(), also=("all",))
privileges.drop(())
privileges.settle(Knobs())
"""
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, timeout=PATIENCE, check=True, env=environment())
    first, second, third = done.stderr.splitlines()
    assert first.startswith("rights: all are given up for good but CAP_NET_ADMIN (lets the kernel tell socket marks")
    assert second == "rights: -keepCapabilities all: the daemon runs with all that it was started with"
    assert third == "rights: all are given up for good: not one is left"


@pytest.mark.kernel
def test_only_the_first_thread_gives_up() -> None:
    """With a second one there, which would keep its rights, nothing is given up at all."""
    text = """
import threading
from pathlib import Path
from xtcp_ebpf.kernel import caps, privileges
before, done = caps.read(), threading.Event()
threading.Thread(target=done.wait).start()
try:
    privileges.drop(())
except RuntimeError as error:
    print(error, before == caps.read(), caps.read().no_new_privs)
done.set()
"""
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, timeout=PATIENCE, check=True, env=environment())
    assert done.stdout == "2 threads: rights are given up before the second one starts True False\n"


@pytest.mark.kernel
def test_a_kernel_that_refuses() -> None:
    """Where rights cannot be given up the daemon does not start, and the message says how it would all the same."""
    text = """
import ctypes
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.kernel import privileges
assert not ctypes.CDLL(None).prctl(28, 0b11 << 6, 0, 0, 0)  # no ambient capability may be raised, for ever
try:
    privileges.drop(["CAP_SYS_ADMIN"], child=True)
except UsageError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, timeout=PATIENCE, check=True, env=environment())
    assert done.stdout == (
        "capabilities cannot be given up (ambient capabilities: EPERM (Operation not permitted)); "
        "with -keepCapabilities all the daemon runs with all that it was started with\n"
    )
