"""In a guest: captures of every scene, with the text of ss beside each, into /out. `python3 -m vm.guest.captures`

The last is of sockets that are destroyed: what the kernel tells of each when it goes, which no dump has.
"""

from __future__ import annotations

import hashlib
import os
import re
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from vm.guest import decoding, dumps, scenes

import capture  # isort: skip

from xtcp_ebpf.wire import pcap

OUT: Final = Path("/out")
DESTROYED: Final = "destroyed"
WHOLE: Final = "whole"
_GROUPS: Final = (1, 3)
"""SKNLGRP_INET_TCP_DESTROY and its twin for IPv6."""
_SOL_NETLINK, _ADD_MEMBERSHIP = 270, 1
_QUIET_S: Final = 3.0


def version() -> str:
    """The kernel's own version, which Debian does not put into the release: 5.10.262."""
    uname = os.uname()
    found = re.search(r"Debian (\d+\.\d+(?:\.\d+)?)", uname.version) or re.match(r"(\d+\.\d+(?:\.\d+)?)", uname.release)
    return found[1] if found else uname.release


def iproute() -> str:
    """Version of ss, as it says it."""
    found = re.search(r"iproute2-[\d.]*\d", capture.run("ss", "-V"))
    return found[0] if found else "unknown"


def one(name: str) -> None:
    """Play a scene in this process, capture it, write it down."""
    lacks = frozenset(os.environ.get("XTCP_GUEST_LACKS", "").split(","))
    if name == DESTROYED:
        replies = destroyed()
        data = pcap.header() + b"".join(pcap.packet(*reply) for reply in replies)
        _keep(name, data, capture.text_of(replies, ("-OH",)), "destroy events of IPv4 and IPv6 sockets", ("-OH",))
        return
    scene = (dumps.without_mptcp if "mptcp" in lacks else scenes.whole) if name == WHOLE else scenes.SCENES[name]
    street = scenes.Played(scene)
    plans = dumps.PLANS if name == WHOLE else {"legacy": dumps.PLANS["legacy"]}
    for plan, (what, requests, layout) in plans.items():
        data, text, _ = capture.take(requests, layout, live=name == WHOLE and plan != "bare")
        _keep(plan if name == WHOLE else name, data, text, f"{what}: {(scene.__doc__ or '').strip().splitlines()[0]}", layout)
    street.close()


def _keep(name: str, data: bytes, text: str, what: str, layout: tuple[str, ...]) -> None:
    """The two files, and their lines of the manifest."""
    rows = decoding.records(data)
    if not rows:
        raise SystemExit(f"{name}: nothing was captured")
    if wrong := decoding.differences(rows, text):
        raise SystemExit(f"{name}: " + "\n".join(wrong))
    folder = OUT / version().replace(".", "_")
    folder.mkdir(parents=True, exist_ok=True)
    command = f"{' '.join((*capture.SS, *layout))} ({iproute()}) on the bytes of {name}.pcap"
    with (OUT / "MANIFEST.tsv").open("a") as manifest:
        for suffix, content, told in (("pcap", data, what), ("ss", text.encode(), command)):
            path = folder / f"{name}.{suffix}"
            path.write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            manifest.write(f"{folder.name}/{path.name}\t{version()}\t{told}\t{len(rows)}\t{digest}\n")


def destroyed() -> list[tuple[int, bytes]]:
    """Connections of both families are closed, reset, aborted while they connect; what the kernel tells of each."""
    street = capture.Street()
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, capture.NETLINK_SOCK_DIAG) as diag:
        diag.bind((0, 0))  # without an address of its own a socket is taken for the kernel's, and passed over
        for group in _GROUPS:
            diag.setsockopt(_SOL_NETLINK, _ADD_MEMBERSHIP, group)
        for family, host in ((capture.V4, capture.LOCAL4), (capture.V6, capture.LOCAL6)):
            listener = street.listen(family, host)
            _closed(street, listener)
            _reset(street, listener)
            client, server = street.pair(listener)
            client.shutdown(socket.SHUT_WR)
            server.close()
            client.close()
            listener.close()
        diag.settimeout(_QUIET_S)
        found = []
        while True:
            try:
                found.append((time.time_ns(), diag.recv(32768)))
            except TimeoutError:
                return found


def _closed(street: capture.Street, listener: socket.socket) -> None:
    """In order, after data both ways."""
    for size in (400, 20_000):
        client, server = street.pair(listener)
        capture.talk((client, server), size=size)
        server.close()
        client.close()


def _reset(street: capture.Street, listener: socket.socket) -> None:
    client, server = street.pair(listener)
    capture.talk((client, server))
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    server.close()


def main() -> int:
    """All scenes that this kernel can play, a process for each."""
    lacks = frozenset(os.environ.get("XTCP_GUEST_LACKS", "").split(","))
    failed = 0
    for name in (WHOLE, *scenes.SCENES, DESTROYED):
        if scenes.NEEDS.get(name) in lacks:
            print(f"     {name}: this kernel lacks it", flush=True)
            continue
        done = subprocess.run([sys.executable, "-m", "vm.guest.captures", name], capture_output=True, text=True)
        failed += done.returncode != 0
        print(
            f"{'FAIL' if done.returncode else 'ok  '} {name} {done.stdout[-3000:] + done.stderr[-3000:] if done.returncode else ''}",
            flush=True,
        )
    return int(failed > 0)


if __name__ == "__main__":
    if sys.argv[1:]:
        one(sys.argv[1])
    else:
        sys.exit(main())
