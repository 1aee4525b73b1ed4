"""`xtcp-ebpf decode`, in this process and as a process of its own, on the captures that the project keeps."""

from __future__ import annotations

import csv
import errno
import fcntl
import io
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import msgpack
import pytest

from xtcp_ebpf.cli.decode import FLAGS, main
from xtcp_ebpf.marshal.formats import FORMATS
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope
from xtcp_ebpf.wire import framing, pcap
from xtcp_ebpf.wire.request import NLMSGHDR

TOP = Path(__file__).resolve().parent.parent.parent
(FOLDER,) = (TOP / "pcaps").glob("6_18_44")
LEGACY, BY_FAMILY = FOLDER / "legacy.pcap", FOLDER / "by_family.pcap"
COMMAND = (sys.executable, "-c", "import sys; from xtcp_ebpf.cli.decode import main; sys.exit(main(sys.argv[1:]))")
DONE = NLMSGHDR.pack(20, 3, 2, 7, 9) + bytes(4)


def run(*argv: str, stdin: bytes = b"") -> tuple[int, bytes, str]:
    """(exit code, stdout, stderr)."""
    out, err = io.BytesIO(), io.StringIO()
    code = main(argv, out, err, io.BytesIO(stdin))
    return code, out.getvalue(), err.getvalue()


def records(path: Path, *flags: str) -> list[dict[str, object]]:
    """The capture as jsonl."""
    code, out, _ = run(str(path), *flags)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def packets(path: Path) -> list[pcap.Packet]:
    return list(pcap.Capture(io.BytesIO(path.read_bytes()).read))


def capture(*datagrams: bytes) -> bytes:
    """A capture in which a packet follows another after a second."""
    return pcap.header() + b"".join(pcap.packet(second * 10**9, datagram) for second, datagram in enumerate(datagrams, start=1))


def sockets_of(path: Path) -> int:
    return len(path.with_suffix(".ss").read_text().splitlines())


def test_jsonl_by_default() -> None:
    """Into a pipe go lines of JSON: a row for each socket, numbered from 1, without the namespace, which no capture tells."""
    rows = records(LEGACY)
    assert [row["recordCounter"] for row in rows] == [str(n) for n in range(1, sockets_of(LEGACY) + 1)]
    assert not {"netns", "netnsInode", "netnsCookie", "hostname", "bootId", "pollNumber", "socketFd"} & {key for row in rows for key in row}


def test_time_of_a_dump() -> None:
    """All rows of a dump have the time of its first packet; the next dump has its own, though seq and port id were the same."""
    first, *_, last = packets(LEGACY)
    rows = records(LEGACY)
    assert {row["timestampNs"] for row in rows} == {str(first.timestamp_ns)}
    assert first.timestamp_ns < last.timestamp_ns
    again = pcap.header() + b"".join(
        pcap.packet(packet.timestamp_ns + later, packet.data) for later in (0, 10**9) for packet in packets(LEGACY)
    )
    _, out, err = run("-", stdin=again)
    times = [json.loads(line)["timestampNs"] for line in out.splitlines()]
    assert times == [str(first.timestamp_ns)] * len(rows) + [str(first.timestamp_ns + 10**9)] * len(rows)
    assert "2 dumps" in err


def test_two_dumps_in_turns() -> None:
    """Packets of two dumps that come in turns keep each their own time."""
    ours = packets(LEGACY)[0]
    theirs = bytearray(ours.data)
    at = 0
    while at < len(theirs):
        struct.pack_into("=I", theirs, at + 8, 4711)
        at += struct.unpack_from("=I", theirs, at)[0] + 3 & ~3
    made = capture(bytes(ours.data), bytes(theirs), bytes(ours.data), bytes(theirs))
    _, out, err = run("-", stdin=made)
    each = len(out.splitlines()) // 4
    seconds = [int(json.loads(line)["timestampNs"]) // 10**9 for line in out.splitlines()]
    assert seconds == [1] * each + [2] * each + [1] * each + [2] * each
    assert "2 dumps in 4 packets; 2 dumps without an end" in err


def test_hostname() -> None:
    """-hostname names the captured host; this one's own name would be a lie."""
    assert {row["hostname"] for row in records(LEGACY, "-hostname", "web1")} == {"web1"}


def test_deserializers() -> None:
    """Only the groups that are asked for are decoded."""
    keys = {key for row in records(LEGACY, "-deserializers", "cong") for key in row}
    assert "congestionAlgorithmString" in keys
    assert not [key for key in keys if key.startswith("tcpInfo")]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(name: str) -> None:
    """Each format that there is holds every socket, and both engines give the same bytes."""
    code, out, err = run(str(BY_FAMILY), "-marshal", name, "-engine", "c")
    assert (code, err.count("\n")) == (0, 1)
    assert run(str(BY_FAMILY), "-marshal", name, "-engine", "python") == (code, out, err)
    expected = sockets_of(LEGACY)
    if name == "protobufList":
        size, start = framing.read_varint(out, 0)
        assert len(Envelope.FromString(out[start:]).row) == expected
        assert start + size == len(out)
    elif name == "msgpack":
        assert len(list(msgpack.Unpacker(io.BytesIO(out)))) >= 1
    elif name in ("csv", "tsv"):
        lines = list(csv.reader(io.StringIO(out.decode()), delimiter="," if name == "csv" else "\t"))
        assert len(lines) == expected + 1
    elif name in ("jsonl", "humanize"):
        assert len(out.splitlines()) == expected
    elif name == "protoJson":
        assert len(json.loads(out)["row"]) == expected
    else:
        assert out.count(b"\n") >= expected


def test_columns() -> None:
    """-columns chooses, and the header comes once, also when there is no row."""
    code, out, _ = run(str(LEGACY), "-marshal", "csv", "-columns", "recordCounter,inetDiagMsgState")
    assert (code, out.splitlines()[0]) == (0, b"recordCounter,inetDiagMsgState")
    assert len(out.splitlines()) == sockets_of(LEGACY) + 1
    code, out, _ = run("-", "-marshal", "csv", "-columns", "recordCounter,inetDiagMsgState", stdin=capture())
    assert (code, out.splitlines()) == (0, [b"recordCounter,inetDiagMsgState"])


def test_summary() -> None:
    """What was met and passed over stands in one line on stderr."""
    row = bytes(packets(LEGACY)[0].data[:400])
    request = NLMSGHDR.pack(16, 20, 0x301, 1, 0)
    refused = NLMSGHDR.pack(36, 2, 0, 8, 9) + struct.pack("=i", -errno.EPERM) + bytes(16)
    made = capture(request, row, DONE, refused)
    other = pcap.packet(0, DONE).replace(pcap.COOKED.pack(4, 824, 4), pcap.COOKED.pack(4, 824, 16))
    cut = struct.pack("=IIII", 1, 0, 16 + len(DONE), 999) + pcap.COOKED.pack(4, 824, 4) + DONE
    code, _, err = run("-", stdin=made + other + cut)
    assert code == 0
    assert err.count("\n") == 1
    assert "in 5 packets" in err
    assert "1 dump refused with EPERM (Operation not permitted)" in err
    assert "1 packet cut by the capture's snaplen" in err
    assert "passed over: 1 packet (netlink family 16)" in err
    assert "met: bad_length 1x, request 1x" in err


def test_short_packet() -> None:
    """A packet without room for a netlink message is counted, not fatal."""
    code, out, err = run("-", stdin=capture(b"abc"))
    assert (code, out) == (0, b"")
    assert "met: bad_length 1x" in err


def test_dump_without_sockets() -> None:
    """An empty dump is one dump and no output: no empty Envelope, no empty table."""
    for name in ("protobufList", "table"):
        code, out, err = run("-", "-marshal", name, stdin=capture(DONE))
        assert (code, out) == (0, b"")
        assert "0 rows of 1 dump in 1 packet\n" in err


@pytest.mark.parametrize("data", [b"", b"State Recv-Q\n", pcap.header()[:10]])
def test_no_capture(tmp_path: Path, data: bytes) -> None:
    """What is no capture: the reason, exit code 1, and nothing on stdout, not even a header."""
    path = tmp_path / "x.pcap"
    path.write_bytes(data)
    code, out, err = run(str(path), "-marshal", "csv")
    assert (code, out) == (1, b"")
    assert err.startswith(f"xtcp-ebpf decode: {path}: ")
    assert "(at byte " in err
    assert err.count("\n") == 1


def test_cut_off_capture() -> None:
    """What stands before the damage is written; then the summary and the damage with its offset; exit code 1."""
    data = BY_FAMILY.read_bytes()
    code, out, err = run("-", stdin=data[:-7])
    assert code == 1
    assert len(out.splitlines()) == sockets_of(LEGACY)
    summary, damage = err.splitlines()
    assert "rows of 2 dumps" in summary
    assert "1 dump without an end" in summary
    assert "-: the capture ends within a packet" in damage


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "which capture?"),
        (("a.pcap", "b.pcap"), "b.pcap"),
        (("-dest", "null", "x"), "-dest: means nothing to decode"),
        (("-marshal", "jsnl", "x"), "did you mean jsonl"),
        (("-columns", "recordCounter", "x"), "-columns: goes with"),
        (("-deserializers", "nothing", "x"), "-deserializers"),
        (("-engine", "rust", "x"), "-engine"),
        (("-wrong", "1", "x"), "-wrong"),
    ],
)
def test_wrong_flags(argv: tuple[str, ...], said: str) -> None:
    """A wrong command line: exit code 2, and a message that says what would be right."""
    code, out, err = run(*argv)
    assert (code, out) == (2, b"")
    assert said in err


def test_unreadable(tmp_path: Path) -> None:
    """A file that is not there, or is none, is named with the system's reason."""
    missing = tmp_path / "missing.pcap"
    assert run(str(missing)) == (1, b"", f"xtcp-ebpf decode: cannot read {missing}: ENOENT (No such file or directory)\n")
    assert run(str(tmp_path)) == (1, b"", f"xtcp-ebpf decode: cannot read {tmp_path}: EISDIR (Is a directory)\n")


def test_help() -> None:
    """-help names every flag that is taken, and no capture is needed for it."""
    code, out, err = run("-help")
    assert (code, err) == (0, "")
    assert all(f"  -{flag} " in out.decode() for flag in FLAGS)
    assert max(map(len, out.decode().splitlines())) <= 120


def test_environment_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """The daemon's variables do not change what a capture says."""
    monkeypatch.setenv("MARSHAL", "csv")
    monkeypatch.setenv("XTCP_HOSTNAME", "another")
    assert "hostname" not in records(LEGACY)[0]


def test_engine_that_was_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C engine: by name it is refused, and `auto` says what it takes instead."""
    monkeypatch.setitem(sys.modules, "xtcp_ebpf.wire._engine", None)
    monkeypatch.delattr("xtcp_ebpf.wire._engine")
    code, out, err = run(str(LEGACY), "-engine", "c")
    assert (code, out) == (1, b"")
    assert "install a C compiler" in err
    code, out, err = run(str(LEGACY))
    assert (code, len(out.splitlines())) == (0, sockets_of(LEGACY))
    assert "decoding in Python" in err


def test_stream() -> None:
    """From stdin, a dump is written as soon as it is complete, while the stream goes on."""
    with subprocess.Popen((*COMMAND, "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(LEGACY.read_bytes())
        process.stdin.flush()
        lines = [process.stdout.readline() for _ in range(sockets_of(LEGACY))]
        assert json.loads(lines[-1])["recordCounter"] == str(len(lines))
        process.stdin.close()
        assert process.stdout.read() == b""
        assert b"1 dump in" in process.stderr.read()
    assert process.returncode == 0


def test_reader_that_goes_away() -> None:
    """`| head` ends it without a word and with exit code 0."""
    many = pcap.header() + b"".join(pcap.packet(packet.timestamp_ns, packet.data) for packet in packets(LEGACY)) * 20
    ours, theirs = os.pipe()
    with subprocess.Popen((*COMMAND, "-"), stdin=subprocess.PIPE, stdout=theirs, stderr=subprocess.PIPE) as process:
        os.close(theirs)
        os.close(ours)
        _, err = process.communicate(many)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.parametrize("flags", [(), ("-marshal", "csv", "-columns", "nsid")])
def test_full_disk(flags: tuple[str, ...]) -> None:
    """A stdout that takes nothing: the reason, and exit code 1, also where Python has it all in its buffer until then."""
    with Path("/dev/full").open("wb") as full:
        command = (COMMAND[0], "-E", *COMMAND[1:], str(LEGACY), *flags)
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot write to stdout: ENOSPC (No space left on device)" in done.stderr


def test_terminal() -> None:
    """On a terminal it is a table, as wide as the terminal."""
    leader, follower = pty.openpty()
    try:
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 101, 0, 0))
        with subprocess.Popen((*COMMAND, str(LEGACY)), stdout=follower, stderr=subprocess.DEVNULL):
            os.close(follower)
            seen = b""
            while b" sockets, 1 namespace" not in seen:
                seen += os.read(leader, 65536)
    finally:
        os.close(leader)
    assert seen.lstrip().startswith(b"NETNS")
    assert max(len(line.decode().rstrip("\r")) for line in seen.split(b"\n")) <= 101
