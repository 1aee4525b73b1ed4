"""A capture of inet_diag replies becomes rows: the part of `xtcp-ebpf decode` that knows of dumps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from xtcp_ebpf.abc import Engine, Namespace, NamespaceId
from xtcp_ebpf.cli.rows_out import count
from xtcp_ebpf.errors import errno_text
from xtcp_ebpf.record.batch import Batch
from xtcp_ebpf.record.stamp import Identity, Numbering
from xtcp_ebpf.wire.pcap import Capture, Packet
from xtcp_ebpf.wire.request import NLMSGHDR


class Captured:
    """Packets in, rows into the batch; remembers what was met. `live`: each dump is handed on as soon as it is complete."""

    def __init__(self, read: Callable[[int], bytes], engine: Engine, identity: Identity, batch: Batch, live: bool) -> None:
        self._capture = Capture(read)
        self._engine = engine
        self._identity = identity
        self._batch = batch
        self._live = live
        self._numbering = Numbering()
        self._started: dict[tuple[int, int], int] = {}
        self._rows = self._dumps = 0
        self._refused: Counter[int] = Counter()
        self._trouble: Counter[tuple[str, int]] = Counter()

    @property
    def met(self) -> bool:
        """There was a packet."""
        return bool(self._capture.packets or self._capture.skipped)

    def run(self) -> None:
        """To the end of the capture. Raises CaptureError where it is damaged."""
        for packet in self._capture:
            if self._feed(packet) and self._live:
                self._batch.flush("poll_end")

    def _feed(self, packet: Packet) -> bool:
        """Decode one packet. True when a dump ends with it."""
        dump = _dump(packet)
        started = self._started.get(dump, packet.timestamp_ns)
        stamp = self._identity.stamp(Namespace(0, "", "", ""), NamespaceId(0, 0), started, poll=0, socket_fd=0, reader=0)
        decoded = self._engine.decode(packet.data, None, None, stamp, self._numbering.reserve)
        if decoded.rows:
            self._batch.add([(decoded.chunk, decoded.rows)])
        self._rows += decoded.rows
        self._trouble.update(decoded.trouble or {})
        if decoded.end is None:
            if decoded.sockets:
                self._started[dump] = started
            return False
        self._started.pop(dump, None)
        self._dumps += 1
        if decoded.end:
            self._refused[decoded.end] += 1
        return True

    def summary(self) -> Iterator[str]:
        """What there is to say in the end."""
        capture, unfinished = self._capture, len(self._started)
        yield f"{count(self._rows, 'row')} of {count(self._dumps + unfinished, 'dump')} in {count(capture.packets, 'packet')}"
        if unfinished:
            yield f"{count(unfinished, 'dump')} without an end"
        for errno, times in sorted(self._refused.items()):
            yield f"{count(times, 'dump')} refused with {errno_text(errno)}"
        if capture.cut:
            yield f"{count(capture.cut, 'packet')} cut by the capture's snaplen"
        if capture.skipped:
            yield "passed over: " + ", ".join(f"{count(times, 'packet')} ({reason})" for reason, times in sorted(capture.skipped.items()))
        if self._trouble:
            met = sorted(self._trouble.items())
            yield "met: " + ", ".join(f"{kind}{f' {number}' if number else ''} {times}x" for (kind, number), times in met)


def _dump(packet: Packet) -> tuple[int, int]:
    """Sequence number and port id: whose dump the packet is a part of."""
    if len(packet.data) < NLMSGHDR.size:
        return 0, 0
    _, _, _, seq, portid = NLMSGHDR.unpack_from(packet.data)
    return seq, portid
