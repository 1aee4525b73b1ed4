"""Captured bytes become records, by both engines, and are held against the text of ss."""

from __future__ import annotations

import io
from typing import Final

from vm.guest import paths  # noqa: F401  for the oracle

import ss  # isort: skip

from xtcp_ebpf.abc import Engine, Namespace, NamespaceId
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import XtcpFlatRecord
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.wire import framing
from xtcp_ebpf.wire.engine import CEngine
from xtcp_ebpf.wire.layout import layout
from xtcp_ebpf.wire.pcap import Capture
from xtcp_ebpf.wire.reference import PythonEngine

TOO_NEW: Final = {"rcv_wnd", "rehash"}
"""Words that the guest's ss (iproute2 6.1) does not print."""
HARMLESS: Final = {("request", 0)}
STAMP = Identity("guest", "version").stamp(Namespace(3, "name", "", "own"), NamespaceId(3, 4), 5, poll=6, socket_fd=7, reader=8)

Records = list[XtcpFlatRecord]


def records(pcap: bytes) -> Records:
    """The capture's rows. Raises AssertionError when the engines disagree, or either met something that it did not understand."""
    c, python = _decoded(CEngine(layout()), pcap), _decoded(PythonEngine(layout()), pcap)
    assert c == python, "the engines disagree"
    found: Records = []
    for decoded in c:
        strange = {*(decoded[3] or {})} - HARMLESS
        assert not strange, f"the decoder met {strange}"
        found += [XtcpFlatRecord.FromString(bytes(record)) for record in framing.records(decoded[0])]
    return found


def _decoded(engine: Engine, pcap: bytes) -> list[tuple[bytes, int, int | None, dict[tuple[str, int], int] | None]]:
    numbering = Numbering()
    found = []
    for packet in Capture(io.BytesIO(pcap).read):
        decoded = engine.decode(bytes(packet.data), None, None, STAMP, numbering.reserve)
        found.append((bytes(decoded.chunk), decoded.rows, decoded.end, decoded.trouble))
    return found


def differences(rows: Records, text: str) -> list[str]:
    """Where they and the text of ss disagree: sockets, and words of each."""
    printed = {ss.identity(words): words for words in ss.parse(text)}
    named = {ss.identity(ss.words(row)): row for row in rows}
    found = [f"only in ss: {one}" for one in printed.keys() - named.keys()] + [f"not in ss: {one}" for one in named.keys() - printed.keys()]
    if len(named) != len(rows):
        found.append(f"{len(rows)} rows are of {len(named)} sockets")
    for one in printed.keys() & named.keys():
        found += [f"{one}: {each}" for each in ss.differences(printed[one], named[one], TOO_NEW)]
    return found
