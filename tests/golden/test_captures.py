"""Both engines on every capture, against each other, against Google's parser and against the text of ss beside it.

The project's own captures are in pcaps/. Others are looked for in $XTCP_PCAPS, or in ../shared/pcaps beside the repository.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import struct
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest
import ss

from xtcp_ebpf.abc import Engine, Namespace, NamespaceId
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.wire import framing
from xtcp_ebpf.wire.engine import CEngine
from xtcp_ebpf.wire.groups import groups
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.pcap import Capture
from xtcp_ebpf.wire.reference import PythonEngine

TOP = Path(__file__).resolve().parent.parent.parent
OWN = TOP / "pcaps"
OTHERS = Path(os.environ.get("XTCP_PCAPS") or TOP.parent / "shared" / "pcaps")
OWN_CAPTURES = sorted(OWN.glob("*/*.pcap"))
CAPTURES = OWN_CAPTURES + sorted(OTHERS.glob("*/*.pcap"))
SCENES = {path for path in OWN_CAPTURES if path.stem not in ("legacy", "by_family", "bare")}
"""Each shows one thing alone; the others have all of it."""

SS_CANNOT = {"iproute2-6.1.0": {"rcv_wnd", "rehash"}}
"""Version of ss -> words that only later ones print."""
OTHER_MOMENT = "6_6_44"
"""The text beside these captures was taken at another moment: it tells which sockets there are, not their counters."""
OTHER_CLIENT = "tcp_10_sockets.pcap"
"""And beside this one of them after the client had been started anew: with other ports of its own."""

STAMP = Identity("host", "version", "boot", "location", "label", "tag").stamp(
    Namespace(3, "name", "", "own"), NamespaceId(3, 4), 5, poll=6, socket_fd=7, reader=8
)


def _id(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _left_out() -> list[object]:
    """Says in the report that captures of other kernels were not there."""
    if OTHERS.is_dir():
        return []
    why = f"no captures of other kernels: {OTHERS} is not there (XTCP_PCAPS names another folder)"
    return [pytest.param(None, id="other-kernels-left-out", marks=pytest.mark.skip(reason=why))]


every_capture = pytest.mark.parametrize("path", [*(pytest.param(path, id=_id(path)) for path in CAPTURES), *_left_out()])


class Result(NamedTuple):
    """One dump of a capture, decoded."""

    records: tuple[XtcpFlatRecord, ...]
    sockets: int


@lru_cache
def datagrams(path: Path) -> tuple[bytes, ...]:
    """The packets of a capture."""
    return tuple(bytes(packet.data) for packet in Capture(io.BytesIO(path.read_bytes()).read))


def decode(engine: Engine, path: Path, modulus: int = 1) -> list[tuple[object, ...]]:
    """What the engine makes of each packet, ordinals and counters running on."""
    numbering, ordinal = Numbering(), 0
    out: list[tuple[object, ...]] = []
    for datagram in datagrams(path):
        decoded = engine.decode(datagram, None, None, STAMP, numbering.reserve, modulus, ordinal)
        ordinal = 0 if decoded.end is not None else ordinal + decoded.sockets
        out.append(tuple(decoded))
    return out


@lru_cache(512)
def dumps(path: Path) -> list[Result]:
    """The capture's dumps by the C engine, with all groups; what has no end counts as one."""
    done, open_records, sockets = [], [], 0
    for datagram in datagrams(path):
        decoded = CEngine(layout()).decode(datagram, None, None, STAMP, Numbering().reserve)
        open_records += [XtcpFlatRecord.FromString(bytes(record)) for record in framing.records(decoded.chunk)]
        sockets += decoded.sockets
        if decoded.end is not None:
            done.append(Result(tuple(open_records), sockets))
            open_records, sockets = [], 0
    return [*done, Result(tuple(open_records), sockets)] if open_records else done


def rows(path: Path) -> list[XtcpFlatRecord]:
    return [record for dump in dumps(path) for record in dump.records]


def text_beside(path: Path) -> Path | None:
    """The text of ss that belongs to a capture."""
    if path.is_relative_to(OWN):
        return path.with_suffix(".ss")
    text = path.with_name(re.sub(r"tcp_(10+)_sockets", r"ss_tcp_info_a_\1", path.stem))
    return text if text.exists() else None


def manifest() -> Iterator[dict[str, str]]:
    head, *lines = (OWN / "MANIFEST.tsv").read_text().splitlines()
    for line in lines:
        yield dict(zip(head.split("\t"), line.split("\t"), strict=True))


def cannot_print(path: Path, printed: list[ss.Words]) -> set[str]:
    """Words that are missing in the text because its ss does not know them, or was not asked for them."""
    unknown = set() if any("inet-sockopt" in words for words in printed) else {"inet-sockopt"}
    if path.is_relative_to(OWN):
        name = str(path.with_suffix(".ss").relative_to(OWN))
        (version,) = (
            found[0] for line in manifest() if line["file"] == name and (found := re.search(r"iproute2-[\d.]+\d", line["command"]))
        )
        unknown |= SS_CANNOT[version]
    return unknown


def test_there_are_captures_of_our_own() -> None:
    """A fresh clone has golden tests: an empty folder is a failure."""
    assert len(OWN_CAPTURES) >= 3


@pytest.mark.parametrize("path", [*(pytest.param(path, id=_id(path)) for path in CAPTURES if path not in SCENES), *_left_out()])
@pytest.mark.parametrize("enabled", ["all", "default", "none", "info,cong"])
@pytest.mark.parametrize("modulus", [1, 3])
def test_engines_agree(path: Path, enabled: str, modulus: int) -> None:
    """The C engine gives the reference's bytes, counts and troubles, whatever is decoded, and however many rows are wanted."""
    plan = layout(groups(enabled))
    assert decode(CEngine(plan), path, modulus) == decode(PythonEngine(plan), path, modulus)


@pytest.mark.parametrize("path", [pytest.param(path, id=_id(path)) for path in sorted(SCENES)])
def test_engines_agree_on_scenes(path: Path) -> None:
    """The same of what shows one thing alone, with all groups."""
    assert decode(CEngine(layout()), path) == decode(PythonEngine(layout()), path)


@every_capture
def test_google_agrees(path: Path) -> None:
    """Every row is exactly what Google's serialiser makes of it."""
    for chunk, *_ in decode(CEngine(layout()), path):
        assert isinstance(chunk, bytes)
        for record in framing.records(chunk):
            assert XtcpFlatRecord.FromString(bytes(record)).SerializeToString() == record


@every_capture
def test_rows_are_sockets(path: Path) -> None:
    """Each inet_diag_msg of the capture is a row with its own number, and no attribute of these kernels is unknown, short or cut."""
    replies, at = 0, 0
    for datagram in datagrams(path):
        at = 0
        while at < len(datagram):
            length, kind, flags = struct.unpack_from("=IHH", datagram, at)
            replies += kind in (18, 20) and not flags & 1
            at += length + 3 & ~3
    decoded = decode(CEngine(layout()), path)
    records = [XtcpFlatRecord.FromString(bytes(r)) for chunk, *_ in decoded if isinstance(chunk, bytes) for r in framing.records(chunk)]
    assert [record.record_counter for record in records] == list(range(1, replies + 1))
    assert {kind for *_, trouble in decoded if isinstance(trouble, dict) for kind in trouble} <= {("request", 0)}


@pytest.mark.parametrize("path", [pytest.param(p, id=_id(p)) for p in CAPTURES if text_beside(p) and p.parent.name != OTHER_MOMENT])
def test_values_equal_ss(path: Path) -> None:
    """Every word that ss prints, and the absence of those that it does not, for every socket: no tolerance but ss's own rounding."""
    text = text_beside(path)
    assert text
    printed = ss.parse(text.read_text())
    unknown = cannot_print(path, printed)
    records = {ss.identity(ss.words(record)): record for record in rows(path)}
    assert len(rows(path)) == len(printed) == len(records)
    assert sorted(map(ss.identity, printed)) == sorted(records)
    wrong = {ss.identity(words): found for words in printed if (found := ss.differences(words, records[ss.identity(words)], unknown))}
    assert not wrong


@pytest.mark.parametrize(
    "path", [pytest.param(p, id=_id(p)) for p in CAPTURES if text_beside(p) and p.parent.name == OTHER_MOMENT] + _left_out()
)
def test_sockets_equal_ss(path: Path) -> None:
    """The text of another moment has the same sockets; where the client was another, as many of each state and server port."""
    text = text_beside(path)
    assert text
    printed = ss.parse(text.read_text())
    if path.name != OTHER_CLIENT:
        assert {ss.identity(ss.words(record)) for record in rows(path)} == set(map(ss.identity, printed))
        return

    def kinds(sockets: list[ss.Words]) -> Counter[tuple[str, ...]]:
        ours = re.compile(r":(22|40\d\d|\*)$")
        return Counter((w["state"], *(w[end] if ours.search(w[end]) else "a client" for end in ("local", "peer"))) for w in sockets)

    four, six, *others = [[ss.words(record) for record in dump.records] for dump in dumps(path)]
    assert kinds(four + six) == kinds(printed)
    for again in range(0, len(others), 2):
        assert kinds(others[again] + others[again + 1]) == kinds(printed)


def test_manifest() -> None:
    """The manifest names every file of pcaps/<kernel>, with its digest and the number of its sockets, and all are small."""
    lines = list(manifest())
    files = {str(path.relative_to(OWN)) for path in OWN.glob("*/*")}
    assert {line["file"] for line in lines} == files
    assert len(lines) == len(files)
    for line in lines:
        path = OWN / line["file"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == line["sha256"]
        assert path.parent.name == line["kernel"].replace(".", "_")
        assert len(rows(path) if path.suffix == ".pcap" else ss.parse(path.read_text())) == int(line["sockets"])
    assert sum((OWN / name).stat().st_size for name in files) < 20_000_000


def test_own_captures_are_rich() -> None:
    """They show every state that can be held still, every family of words of ss, and all that the newest tcp_info has."""
    printed = [words for path in OWN_CAPTURES for words in ss.parse(path.with_suffix(".ss").read_text())]
    assert {words["state"] for words in printed} == set(ss.STATES) - {"UNKNOWN"}  # UNCONN: what the kernel tells of destroyed sockets
    assert {words["congestion"] for words in printed if "congestion" in words} >= {"reno", "cubic", "bbr"}
    assert {words["shutdown"] for words in printed if "shutdown" in words} == set(ss.SHUTDOWN)
    assert {words["timer"][1:].split(",")[0] for words in printed if "timer" in words} == {"on", "keepalive", "timewait", "persist"}
    seen = {name for words in printed for name in words}
    assert seen >= set(ss.OPTIONS) | {"fwmark", "uid", "v6only", "tclass", "bbr", "token", "md5keys", "inet-sockopt"}
    assert seen >= {"lost", "backoff", "retrans", "rwnd_limited", "notsent", "unacked", "dsack_dups", "ssthresh"}
    assert any("%lo" in words["local"] for words in printed)
    assert any("[::ffff:" in words["local"] for words in printed)
    records = [record for path in OWN_CAPTURES for record in rows(path)]
    assert max(record.tcp_info_bytes for record in records) == 280
    assert any(record.tcp_info_received_e0_bytes or record.tcp_info_delivered_e0_bytes for record in records)
    assert any(not record.tcp_info_bytes for record in records)
