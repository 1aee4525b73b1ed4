"""The whole server: when it opens, what it takes, what it bounds, how it ends."""

from __future__ import annotations

import logging
import resource
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import grpc
import pytest
from api.open_api import CONFIG, RECORDS, SECONDS, ScriptedDaemon, World, ask, code, opened, told
from servers.process import until

from xtcp_ebpf.api import grpc_server
from xtcp_ebpf.api.grpc_server import MOST_CONNECTIONS, MOST_REQUEST_BYTES, Api, most_connections
from xtcp_ebpf.api.subscribers import Subscribers
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import BadFlag, UsageError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.tally import Tally

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0\x04\0\0\0\0\0"
GOAWAY = 7


def api(written: bool, **knobs: Any) -> Api:
    tally, clock = Tally(), SystemClock()
    return Api(replace(Knobs(), **knobs), ScriptedDaemon(), Subscribers(1 << 20, tally, clock), tally, clock, written=written)


def test_an_address_that_was_asked_for_must_be_had(caplog: pytest.LogCaptureFixture) -> None:
    """One that was not is done without, with a warning; and nothing of what was opened before it stays."""
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.create_server(("127.0.0.1", 0)) as free:
        port, other = taken.getsockname()[1], free.getsockname()[1]
        free.close()
        listen = (f"127.0.0.1:{other}", f"127.0.0.1:{port}")
        with pytest.raises(UsageError, match=rf"^-grpcListen 127.0.0.1:{port}: EADDRINUSE"):
            api(True, grpc_listen=listen)
        without = api(False, grpc_listen=("127.0.0.1",), grpc_port=port)
        assert without.addresses == []
        without.set_serving(True)
        without.close(0.0)
    assert caplog.messages[-1].startswith(f"no gRPC: -grpcListen 127.0.0.1:{port}: EADDRINUSE")
    with socket.create_server(("127.0.0.1", other)):
        pass


def test_when_nothing_is_opened() -> None:
    """With -maxLoops the default is not, what was asked for is; an empty -grpcListen never is."""
    assert api(False, max_loops=3).addresses == []
    assert api(True, grpc_listen=()).addresses == []
    asked = api(True, max_loops=3, grpc_listen=("127.0.0.1:0",))
    assert len(asked.addresses) == 1
    asked.close(0.0)


def test_knobs_that_do_not_fit_are_named(tmp_path: Path) -> None:
    """With their flag, before anything listens."""
    token = tmp_path / "token"
    token.write_text("x")
    with pytest.raises(BadFlag, match=r"^-grpcTokenFile: a token would go to :0 in clear"):
        api(True, grpc_listen=(":0",), grpc_token_file=str(token))
    for written in (True, False):
        with pytest.raises(UsageError, match=r"^-grpcTokenFile .*none: ENOENT"):
            api(written, grpc_listen=("127.0.0.1:0",), grpc_token_file=str(tmp_path / "none"))
        with pytest.raises(UsageError, match=r"^-grpcTlsCert .*none: ENOENT"):
            api(written, grpc_listen=("127.0.0.1:0",), grpc_tls_cert=str(tmp_path / "none"), grpc_tls_key=str(token))


def test_without_the_library(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Who asked for gRPC is told what to install; who did not, too, and the daemon goes on."""
    monkeypatch.setitem(sys.modules, "grpc_health.v1.health", None)
    with pytest.raises(UsageError, match=r"pip install 'xtcp-ebpf\[grpc\]'"):
        api(True, grpc_listen=("127.0.0.1:0",))
    assert api(False, grpc_listen=("127.0.0.1:0",)).addresses == []
    assert caplog.messages[-1].startswith("no gRPC: -grpcListen: the Python module grpc_health.v1.health cannot be loaded")


def test_where_it_answers_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """A line for each listener, and a warning where anybody may control."""
    caplog.set_level(logging.INFO)
    with opened(grpc_listen=("127.0.0.1:0", ":0"), grpc_control="open") as world:
        local, far = map(str, world.api.addresses)
        assert f"gRPC: {local}" in caplog.messages
        assert f"gRPC: {far}" in caplog.messages
        assert f"gRPC: whoever reaches {far} may change this daemon (-grpcControl open)" in caplog.messages


def test_messages_are_bounded() -> None:
    """One that is too large, also when it was packed small, is refused without being held, and the connection goes on."""
    with opened() as world:
        channel = world.channel(max_send_message_length=-1)
        for size, compression in ((MOST_REQUEST_BYTES + 1, grpc.Compression.NoCompression), (100 << 20, grpc.Compression.Gzip)):
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            call = channel.unary_unary(f"{CONFIG}Get")
            zeros = bytes(size)
            assert (
                told(lambda call=call, zeros=zeros, how=compression: call(zeros, timeout=SECONDS, compression=how))[0]
                == "RESOURCE_EXHAUSTED"
            )
            del zeros
            assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250 << 10  # KiB: the client's own copy, and no second one
        assert code(channel, f"{CONFIG}Get") == "OK"


@contextmanager
def raw(world: World) -> Iterator[socket.socket]:
    """A connection that has said the first words of HTTP/2, and heard those of the server."""
    with socket.create_connection(("127.0.0.1", world.api.addresses[0].port), SECONDS) as sock:
        sock.sendall(PREFACE)
        assert sock.recv(9)
        yield sock


def test_pings_are_permitted() -> None:
    """Each 60 s, as the predecessor's clients send them, without a call: here faster, more than the library lets pass by itself."""
    with opened() as world, raw(world) as sock:
        heard = bytearray()
        ended = threading.Event()

        def hear() -> None:
            while data := sock.recv(4096):
                heard.extend(data)
            ended.set()

        thread = threading.Thread(target=hear, daemon=True)
        thread.start()
        for number in range(5):
            sock.sendall(b"\0\0\x08\x06\0\0\0\0\0" + struct.pack(">Q", number))
            answered = b"\0\0\x08\x06\x01\0\0\0\0" + struct.pack(">Q", number)
            until(lambda answered=answered: answered in heard, "the answer to a ping")
            assert not ended.wait(0.3)
        sock.shutdown(socket.SHUT_RDWR)
        thread.join(SECONDS)


def test_connections_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """One too many is closed at once; those that were served go on; who says nothing is gone after a while, and others come in."""
    monkeypatch.setattr(grpc_server, "MOST_CONNECTIONS", 20)
    monkeypatch.setattr(grpc_server, "HANDSHAKE_MS", 1000)
    with opened() as world, ExitStack() as stack:
        served = world.channel()
        assert code(served, f"{CONFIG}Get") == "OK"
        where = ("127.0.0.1", world.api.addresses[0].port)
        silent = [stack.enter_context(closing(socket.create_connection(where, SECONDS))) for _ in range(40)]
        until(lambda: sum(map(gone, silent)) >= 20, "the end of those too many")
        assert code(served, f"{CONFIG}Get") == "OK"
        until(lambda: all(map(gone, silent)), "the end of all that say nothing")
        assert code(world.channel(use_local_subchannel_pool=1), f"{CONFIG}Get") == "OK"


def gone(sock: socket.socket) -> bool:
    try:
        sock.setblocking(False)
        while sock.recv(4096):
            pass
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def test_connections_leave_descriptors_for_the_collection() -> None:
    """At most a quarter of what the process may open, however many addresses; without a limit the usual number."""
    assert most_connections(1, 1024) == 256 == MOST_CONNECTIONS
    assert most_connections(4, 1024) == 64
    assert most_connections(1, 65536) == MOST_CONNECTIONS
    assert most_connections(1, resource.RLIM_INFINITY) == MOST_CONNECTIONS
    assert most_connections(4, 64) == 8


def test_threads_come_on_demand() -> None:
    """Calls in a row need two or three, and not one each."""
    with opened() as world:
        channel = world.channel()
        for _ in range(20):
            ask(channel, f"{CONFIG}Get")
        assert len([thread for thread in threading.enumerate() if thread.name.startswith("grpc_")]) <= 6


def test_the_end() -> None:
    """Streams are ended, the address is free, a second time does nothing, and no thread and no descriptor of it stays."""
    with opened() as world:  # what the library keeps for ever is there from the first time on
        ask(world.channel(), f"{CONFIG}Get")
    before = descriptors()
    with opened() as world:
        stream = world.channel(use_local_subchannel_pool=1).unary_stream(f"{RECORDS}FlatRecords")(b"", timeout=SECONDS)
        stream.initial_metadata()
        world.subscribers.close()
        world.api.close(1.0)
        assert told(lambda: list(stream))[0] == "UNAVAILABLE"
        with socket.create_server(("127.0.0.1", world.api.addresses[0].port)):
            pass
        world.api.close(1.0)
    until(lambda: descriptors() <= before, "the end of all descriptors")
    until(lambda: not [one for one in threading.enumerate() if one.name.startswith(("grpc_", "grpc-"))], "the end of all threads")


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_all_descriptors_are_close_on_exec() -> None:
    """No program that the daemon starts has one of them."""
    import fcntl

    with opened(grpc_listen=("127.0.0.1:0", "[::1]:0")) as world:
        ask(world.channel(), f"{CONFIG}Get")
        open_to_children = []
        for entry in Path("/proc/self/fd").iterdir():
            try:
                kind = str(entry.readlink())
                if kind.startswith(("socket:", "anon_inode:")) and not fcntl.fcntl(int(entry.name), fcntl.F_GETFD) & fcntl.FD_CLOEXEC:
                    open_to_children.append((entry.name, kind))
            except OSError:
                continue  # closed meanwhile
        assert not [one for one in open_to_children if int(one[0]) > 2]
