"""The far end of streams of records, in a process of its own so that its CPU does not count: takes everything and keeps nothing.

python -m bench.subscribed ADDRESS NAME;NAME;...     one stream for each name; says `up` when all are, then its counts at each line that it
                                                     reads; ends with its standard input

A stream that is ended comes again after RETRY_SECONDS, as a client would. The process is nice: on a real host it is elsewhere.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

import grpc

from xtcp_ebpf.pb import xtcp_flat_record_service_pb2 as pb

SERVICE: Final = pb.DESCRIPTOR.services_by_name["XTCPFlatRecordService"].full_name
TOP: Final = Path(__file__).resolve().parent.parent
PROCESSES: Final = 2
RETRY_SECONDS: Final = 0.5
NICE: Final = 19


class Way(NamedTuple):
    """What one stream asks for."""

    method: str
    request: Any


def _some(**parts: Any) -> pb.RecordFilter:
    return pb.RecordFilter(**parts)


WAYS: Final = {
    "envelopes": Way("Envelopes", pb.EnvelopesRequest()),
    "envelopes, port": Way("Envelopes", pb.EnvelopesRequest(filter=_some(ports=[443, 8443]))),
    "envelopes, 1 of 100": Way("Envelopes", pb.EnvelopesRequest(filter=_some(states=[1], prefixes=["0.0.0.0/0", "::/0"], every_nth=100))),
    "records, 1 of 100": Way("FlatRecords", pb.FlatRecordsRequest(filter=_some(every_nth=100))),
    "records": Way("FlatRecords", pb.FlatRecordsRequest()),
}


class Streams:
    """All streams of this process, and what came."""

    def __init__(self, address: str, names: list[str]) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()
        self._up = [threading.Event() for _ in names]
        for name, up in zip(names, self._up, strict=True):
            threading.Thread(target=self._take, args=(name, up), daemon=True).start()

    def wait(self) -> None:
        """Until every stream is open."""
        for up in self._up:
            up.wait()

    def read(self) -> dict[str, int]:
        """`messages:NAME`, `bytes:NAME`, `ended:NAME`, since the last time."""
        with self._lock:
            counts, self._counts = dict(self._counts), Counter()
        return counts

    def _take(self, name: str, up: threading.Event) -> None:
        way = WAYS[name]
        request = way.request.SerializeToString()
        options = (("grpc.use_local_subchannel_pool", 1), ("grpc.max_receive_message_length", 4 << 20))
        with grpc.insecure_channel(self._address, options=options) as channel:
            while True:
                try:
                    call: Any = channel.unary_stream(f"/{SERVICE}/{way.method}")(request)
                    call.initial_metadata()
                    up.set()
                    for message in call:
                        self._add({f"messages:{name}": 1, f"bytes:{name}": len(message)})
                except grpc.RpcError:
                    self._add({f"ended:{name}": 1})
                if threading.Event().wait(RETRY_SECONDS):
                    return

    def _add(self, counts: dict[str, int]) -> None:
        with self._lock:
            self._counts.update(counts)


class Clients:
    """Such processes, for who measures."""

    def __init__(self, address: str, names: list[str]) -> None:
        shares = [names[place::PROCESSES] for place in range(min(PROCESSES, len(names)))]
        command = [sys.executable, "-m", "bench.subscribed", address]
        self._processes = [
            subprocess.Popen([*command, ";".join(share)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=TOP)
            for share in shares
        ]
        for process in self._processes:
            assert _pipe(process.stdout).readline() == "up\n"

    def read(self) -> Counter[str]:
        """What came since the last time."""
        counts: Counter[str] = Counter()
        for process in self._processes:
            print(file=process.stdin, flush=True)
            counts.update(json.loads(_pipe(process.stdout).readline()))
        return counts

    def close(self) -> None:
        for process in self._processes:
            _pipe(process.stdin).close()
        for process in self._processes:
            process.wait(10)
            _pipe(process.stdout).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe
    return pipe


def main(address: str, names: list[str]) -> None:
    os.nice(NICE)
    streams = Streams(address, names)
    streams.wait()
    print("up", flush=True)
    for _line in sys.stdin:
        print(json.dumps(streams.read()), flush=True)
    os._exit(0)  # its threads wait for streams that others end


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].split(";"))
