"""What the kernel forgets of connections that are cut off, saved by a BPF program just before: bpf/closing.bpf.c, seen from user space.

No source of marks: whoever hears of closed connections (closed/) asks for one socket at a time, by its cookie.
"""

from __future__ import annotations

import ctypes
import os
import struct
from typing import Final, NamedTuple

from xtcp_ebpf.activity import bpf, libbpf
from xtcp_ebpf.activity.objects import Objects

SLOTS: Final = 8192
"""Sockets that are remembered, some 2 MB of the kernel's memory; then the oldest make room."""
_SAVED: Final = struct.Struct("=4Q17I2HIH2s16s16s")
"""struct saved of bpf/closing.h."""
_KEY: Final = struct.Struct("=Q")


class Saved(NamedTuple):
    """struct saved of bpf/closing.h, member by member: what a socket's counters were when it got into state CLOSE."""

    bytes_acked: int
    bytes_received: int
    bytes_sent: int
    bytes_retrans: int
    segs_out: int
    segs_in: int
    data_segs_out: int
    data_segs_in: int
    delivered: int
    delivered_ce: int
    total_retrans: int
    dsack_dups: int
    reord_seen: int
    rcv_ooopack: int
    snd_cwnd: int
    snd_ssthresh: int
    srtt_us: int
    """Eight times the round trip time."""
    mdev_us: int
    """Four times its deviation."""
    rcv_mss: int
    rqueue: int
    wqueue: int
    total_rto: int
    total_rto_recoveries: int
    total_rto_time: int
    family: int
    dport: bytes
    """In network order, as the two addresses are."""
    source: bytes
    destination: bytes


class Closing:
    """The program, attached until close(). Raises AssistUnavailable, OSError when it cannot run here."""

    def __init__(self, slots: int = SLOTS) -> None:
        self._objects: Objects = libbpf.load("closing", "tp_btf", slots, bell=False)
        self._map = self._objects.maps["saved"]
        try:
            self._link = bpf.attach(self._objects.programs["inet_sock_set_state"], None)
        except BaseException:
            self._objects.close()
            raise
        self._value = ctypes.create_string_buffer(_SAVED.size)

    def take(self, cookie: int) -> Saved | None:
        """What was saved of that socket, once; None: nothing was, or it had to make room. For one thread. Raises OSError."""
        key = _KEY.pack(cookie)
        try:
            bpf.lookup(self._map, key, self._value)
        except FileNotFoundError:
            return None
        bpf.delete(self._map, key)
        return Saved._make(_SAVED.unpack(self._value.raw))

    def close(self) -> None:
        """Detach it, forget everything."""
        os.close(self._link)
        self._objects.close()
