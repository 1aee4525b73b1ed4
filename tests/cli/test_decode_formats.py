"""`xtcp-ebpf decode` on what it and the daemon wrote themselves: any format to any format."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from xtcp_ebpf.cli.decode import main
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.marshal.formats import FORMATS
from xtcp_ebpf.unmarshal.readers import READERS
from xtcp_ebpf.wire import framing

TOP = Path(__file__).resolve().parents[2]
(CAPTURE,) = (TOP / "pcaps").glob("6_18_44/by_family.pcap")
COMMAND = (sys.executable, "-c", "import sys; from xtcp_ebpf.cli.decode import main; sys.exit(main(sys.argv[1:]))")


def run(*argv: str, stdin: bytes = b"") -> tuple[int, bytes, str]:
    """(exit code, stdout, stderr)."""
    out, err = io.BytesIO(), io.StringIO()
    code = main(argv, out, err, io.BytesIO(stdin))
    return code, out.getvalue(), err.getvalue()


def made(name: str, capture: Path = CAPTURE) -> bytes:
    """The rows of a capture in this format."""
    code, out, _ = run(str(capture), "-marshal", name, "-hostname", 'h "1", ü\n')
    assert code == 0
    return out


@pytest.mark.parametrize("target", FORMATS)
@pytest.mark.parametrize("source", READERS)
def test_any_to_any(source: str, target: str) -> None:
    """From each format that can be read to each there is: the same bytes as straight from the capture, and the format is recognised."""
    code, out, err = run("-", "-marshal", target, stdin=made(source))
    assert (code, out) == (0, made(target))
    assert err.startswith(f"xtcp-ebpf decode: {len(made('jsonl').splitlines())} rows of ")


@pytest.mark.parametrize("capture", sorted((TOP / "pcaps").glob("*/legacy.pcap")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_capture(capture: Path) -> None:
    """The rows of real kernels, through every format and back, are the same to the last byte."""
    wanted = made("protobufList", capture)
    for name in READERS:
        assert run("-", "-marshal", "protobufList", "-from", name, stdin=made(name, capture))[:2] == (0, wanted), name


def test_a_file_of_the_destination(tmp_path: Path) -> None:
    """What `file:` appended in several batches is read from its path, all of it."""
    path = tmp_path / "rows"
    target = registry.parse(f"file:{path}")
    sink = registry.find("file").open(target)
    frame = made("protobufList")
    for _ in range(3):
        sink.send(frame)
    sink.close()
    code, out, err = run(str(path))
    assert (code, out) == (0, made("jsonl") * 3)
    assert "of 3 whole frames of protobufList" in err


def test_columns() -> None:
    """-columns as for a capture; a table has its lines."""
    code, out, _ = run("-", "-marshal", "csv", "-columns", "recordCounter,inetDiagMsgState", stdin=made("msgpack"))
    assert (code, out.splitlines()[0]) == (0, b"recordCounter,inetDiagMsgState")
    code, out, _ = run("-", "-marshal", "table", stdin=made("protoJson"))
    assert code == 0
    assert out.startswith(b"NETNS")


@pytest.mark.parametrize("name", READERS)
def test_a_cut_file(name: str, tmp_path: Path) -> None:
    """What stands before the cut is written, whole rows of the last frame too; the place is told; exit code 1."""
    whole = made("jsonl").splitlines()
    path = tmp_path / "cut"
    path.write_bytes(made(name)[:-40])
    code, out, err = run(str(path))
    assert (code, out.splitlines()) == (1, whole[:-1])
    summary, damage = err.splitlines()
    assert f"{len(whole) - 1} rows of " in summary
    assert damage.startswith(f"xtcp-ebpf decode: {path}: the last ")
    assert "is cut off" in damage
    assert "(at byte " in damage


def test_damage_in_the_middle() -> None:
    """The frames before it are written, and nothing behind it: where the next begins nobody knows."""
    frame = made("protobufList")
    code, out, err = run("-", stdin=frame * 2 + b"\x05junk!" + frame)
    assert (code, out) == (1, made("jsonl") * 2)
    assert f"here stands something else (at byte {2 * len(frame) + 1})" in err


def test_nothing_before_the_damage() -> None:
    """Then nothing is written, not even a header, and only the damage is told."""
    code, out, err = run("-", "-marshal", "csv", "-from", "jsonl", stdin=b"hello\n")
    assert (code, out, err.count("\n")) == (1, b"", 1)


def test_a_frame_of_a_terabyte() -> None:
    """It is refused by what it announces."""
    code, out, err = run("-", stdin=framing.varint(1 << 40) + b"\x52")
    assert (code, out) == (1, b"")
    assert "a frame of 1099511627776 bytes is announced: there is none above 67108864 (at byte 0)" in err


def test_no_rows() -> None:
    """An empty file is nothing by itself, and a whole one when one says what it is: a header comes of it."""
    assert run("-", stdin=b"")[0] == 1
    for name in READERS:
        assert run("-", "-from", name, "-marshal", "csv", "-columns", "nsid", stdin=b"")[:2] == (0, b"nsid\n")


def test_said_beats_looked_at() -> None:
    """-from is believed: what does not fit it is damage."""
    code, _, err = run("-", "-from", "msgpack", stdin=made("jsonl"))
    assert code == 1
    assert "this is no row in msgpack" in err
    code, out, _ = run(str(CAPTURE), "-from", "pcap", "-hostname", "x")
    assert (code, json.loads(out.splitlines()[0])["hostname"]) == (0, "x")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("-", "-from", "jsnl"), "-from: there is no format 'jsnl' (did you mean jsonl?); what can be read is pcap, protobufList"),
        (("-", "-from", "table"), "-from: a table is for eyes"),
        (("-", "-from"), "-from: needs a value"),
        (("-", "-hostname", "x"), "-hostname: goes with a capture; this is jsonl"),
        (("-", "-engine", "python", "-from", "jsonl"), "-engine: goes with a capture; this is jsonl"),
        (("-", "-deserializers", "all"), "-deserializers: goes with a capture; this is jsonl"),
    ],
)
def test_wrong_flags(argv: tuple[str, ...], said: str) -> None:
    """What cannot be meant is told before anything is written; exit code 2."""
    code, out, err = run(*argv, stdin=b'{"nsid":1}\n')
    assert (code, out) == (2, b"")
    assert said in err


def test_rows_stay_as_they_are() -> None:
    """From protobufList to protobufList a row keeps its bytes, also what this version does not know; elsewhere that is told."""
    strange = b"\x08\x01\xfa\xff\x01\x03new"
    frame = bytes((len(strange) + 2, framing.ROW_TAG, len(strange))) + strange
    code, out, err = run("-", "-marshal", "protobufList", stdin=frame)
    assert (code, out) == (0, frame)
    assert "1 row with fields that this version does not know, which only protobufList hands on" in err


@pytest.mark.parametrize("name", READERS)
def test_a_stream(name: str) -> None:
    """From stdin rows are written as soon as they are whole, while the stream goes on."""
    data = made(name)
    lines = made("jsonl").splitlines(keepends=True)
    with subprocess.Popen((*COMMAND, "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(data)
        process.stdin.flush()
        assert [process.stdout.readline() for _ in lines] == lines
        process.stdin.write(data[:100])
        process.stdin.close()
        assert process.stdout.read() == b""
        assert b"is cut off" in process.stderr.read() or name in ("csv", "tsv")
    assert process.returncode == 1


def test_memory_stays_bounded() -> None:
    """Frames beyond number, and one as large as one may be, go through with less than 200 MB for data."""
    frame = made("protobufList")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_DATA, (200 << 20, 200 << 20));"
    command = (sys.executable, "-c", limit + COMMAND[2], "-", "-marshal", "protobufList")
    some = frame * (1 + (8 << 20) // len(frame))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stderr
        for _ in range(4):
            process.stdin.write(some)
        # One frame that is as large as a frame may be, and never ends.
        process.stdin.write(framing.varint(64 << 20) + b"\x52\x7f" + bytes(60 << 20))
        process.stdin.close()
        err = process.stderr.read().decode()
    assert process.returncode == 1
    assert "the last frame is cut off: 62914562 of its 67108864 bytes are there" in err
