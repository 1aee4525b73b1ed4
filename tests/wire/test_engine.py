"""Choosing an engine, the C engine's own dangers, and both engines on messages that nobody has thought of."""

from __future__ import annotations

import os
import resource
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from fake_kernel import PORTID, done, row
from growth import growths
from hypothesis import given, settings
from hypothesis import strategies as st
from messages import ATTRIBUTE, EMPTY, SEQ, STAMP, ULP, Pair, Reserver, agree, decode, nested, one, pattern, records
from mutations import datagrams, mutated

from xtcp_ebpf import wire
from xtcp_ebpf.abc import Decoded, Engine, Stamp
from xtcp_ebpf.errors import EngineUnavailable
from xtcp_ebpf.wire.engine import CHOICES, choose
from xtcp_ebpf.wire.layout import layout, pack
from xtcp_ebpf.wire.trouble import KINDS

needs_c = pytest.mark.skipif(bool(os.environ.get("XTCP_PURE")), reason="XTCP_PURE: there is no C engine here")
INFO = ATTRIBUTE["tcp_info"]


@needs_c
def test_the_c_engine_is_there() -> None:
    """Tests that ran without it would prove nothing about it."""
    assert [choose(choice, layout())[0].name for choice in CHOICES] == ["c", "c", "python"]
    assert [choose(choice, layout())[1] for choice in CHOICES] == ["", "", ""]


@needs_c
def test_the_sanitized_engine_is_the_one_that_runs() -> None:
    """Under XTCP_SANITIZE the loaded engine is the build with sanitizers; otherwise it is the ordinary one."""
    from xtcp_ebpf.wire import _engine

    instrumented = b"__asan_init" in Path(_engine.__file__).read_bytes()
    assert instrumented == bool(os.environ.get("XTCP_SANITIZE")), _engine.__file__


def test_without_the_c_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """`auto` falls back and says so; `c` refuses and says what to do; `python` has nothing to say."""
    monkeypatch.delattr(wire, "_engine", raising=False)
    monkeypatch.setitem(sys.modules, "xtcp_ebpf.wire._engine", None)
    engine, said = choose("auto", layout())
    assert engine.name == "python"
    assert "C compiler" in said and "times slower" in said
    with pytest.raises(EngineUnavailable, match="install a C compiler"):
        choose("c", layout())
    assert choose("python", layout())[1] == ""


def _new(packed: bytes, kinds: object = KINDS, decoded: object = Decoded) -> object:
    from xtcp_ebpf.wire import _engine

    return _engine.Engine(packed, kinds, decoded)  # type: ignore[arg-type]  # also wrong ones


@needs_c
def test_a_packed_table_that_is_cut_is_refused() -> None:
    """At every length but the right one."""
    packed = pack(layout())
    for cut in range(len(packed)):
        with pytest.raises(ValueError, match="does not fit this engine"):
            _new(packed[:cut])
    with pytest.raises(ValueError, match="left over"):
        _new(packed + b"\0")
    _new(packed)


@needs_c
@pytest.mark.parametrize("kinds", [KINDS[:-1], (*KINDS, "x"), ()])
def test_kinds_of_another_version_are_refused(kinds: tuple[str, ...]) -> None:
    """An engine that numbers troubles otherwise than the names would tell lies."""
    with pytest.raises(ValueError, match="kinds of trouble"):
        _new(pack(layout()), kinds)


@needs_c
@pytest.mark.parametrize(
    "arguments", [(), (1, KINDS, Decoded), ("text", KINDS, Decoded), (b"", list(KINDS), Decoded), (b"", None, Decoded), (b"", KINDS, 5)]
)
def test_an_engine_of_wrong_arguments(arguments: tuple[object, ...]) -> None:
    """A TypeError, before anything is read."""
    from xtcp_ebpf.wire import _engine

    with pytest.raises(TypeError):
        _engine.Engine(*arguments)  # type: ignore[arg-type]  # that is the test


@needs_c
@pytest.mark.parametrize("parent", [1, 63, 64, 65535])
def test_a_table_whose_message_has_a_parent(parent: int) -> None:
    """Slot 0 is the message itself; a parent of it would be followed out of the table."""
    packed = bytearray(pack(layout()))
    packed[6:8] = parent.to_bytes(2, sys.byteorder)
    with pytest.raises(ValueError, match="no parent"):
        _new(bytes(packed))


@needs_c
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
@settings(deadline=None, max_examples=400)
def test_a_damaged_table_is_refused_or_harmless(damage: list[tuple[int, int]]) -> None:
    """Every index in the table is checked when it is loaded: what is taken can write a wrong row, but not one byte out of bounds."""
    packed = bytearray(pack(layout()))
    for at, value in damage:
        packed[at % len(packed)] = value
    try:
        engine = _new(bytes(packed))
    except ValueError:
        return
    datagram = one((INFO, pattern(280)), (ATTRIBUTE["INET_DIAG_CONG"], b"cubic\0"), (ULP, nested((1, b"tls\0"), (2, nested((5, b""))))))
    engine.decode(datagram, None, None, Stamp(b"h" * 50, b"m" * 50, b"t" * 50), Reserver(), 1, 0)  # type: ignore[attr-defined]  # an object of C


@given(datagrams())
@settings(deadline=None, max_examples=150)
def test_engines_agree_on_valid_messages(engines: Pair, datagram: bytes) -> None:
    """Any sockets with any attributes: the same answer, rows that Google's parser gives back byte by byte."""
    assert agree(engines, datagram, stamp=STAMP).sockets <= 8


@given(mutated(datagrams()), st.integers(1, 3), st.integers(0, 3), st.sampled_from([None, SEQ]), st.sampled_from([None, PORTID]))
@settings(deadline=None, max_examples=250)
def test_engines_agree_on_damaged_messages(
    engines: Pair, datagram: bytes, modulus: int, ordinal: int, seq: int | None, portid: int | None
) -> None:
    """Bytes changed, cut out, put in, doubled; lengths that lie: still the same answer."""
    agree(engines, datagram, stamp=STAMP, modulus=modulus, ordinal=ordinal, seq=seq, portid=portid)


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=200)
def test_engines_agree_on_any_attributes(engines: Pair, raw: bytes) -> None:
    """A right header with anything at all behind it."""
    message = bytearray(row(SEQ) + raw)
    message[:4] = len(message).to_bytes(4, sys.byteorder)
    agree(engines, bytes(message))


def _paths(engine: Engine) -> list[Callable[[], object]]:
    """A call for each way out of decode."""
    full = one((INFO, pattern(280)), (99, b""), (ATTRIBUTE["INET_DIAG_CONG"], b"\xff")) * 5 + done(SEQ, 300)

    def refuse(n: int) -> int:
        raise LookupError(n)

    def refused(call: Callable[[], object]) -> Callable[[], object]:
        def run() -> None:
            with suppress(LookupError, TypeError, ValueError, OverflowError):
                call()

        return run

    return [
        lambda: decode(engine, full, stamp=STAMP),
        lambda: decode(engine, b""),
        refused(lambda: decode(engine, full, reserve=refuse)),
        refused(lambda: decode(engine, full, reserve=lambda _: "x")),  # type: ignore[arg-type,return-value]  # a wrong type is the point
        refused(lambda: decode(engine, full, modulus=0)),
        refused(lambda: decode(engine, full, modulus=-5)),
        refused(lambda: decode(engine, "text")),  # type: ignore[arg-type]  # a wrong type is the point
    ]


def test_no_object_is_left_behind(engine: Engine) -> None:
    """Hundreds of times through every way out, the number of Python's memory blocks stays as it was."""
    times = 1000 if engine.name == "c" else 100
    assert [growth for growth in growths(_paths(engine), times) if growth >= times // 2] == []


@needs_c
def test_no_scratch_memory_is_left_behind(engines: Pair) -> None:
    """200 rows of 1 MiB each, whether the decode succeeds or its reserve fails, do not stay in memory."""
    stamp = Stamp(bytes(2**20), b"", b"")

    def refuse(n: int) -> int:
        raise LookupError(n)

    def run(times: int) -> None:
        for _ in range(times):
            decode(engines.c, one(), stamp=stamp)
            with pytest.raises(LookupError):
                decode(engines.c, one(), stamp=stamp, reserve=refuse)

    run(3)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run(200)
    limit = 300_000 if os.environ.get("XTCP_SANITIZE") else 50_000  # freed memory waits in the sanitizer's quarantine
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < limit


@needs_c
def test_engines_are_gone_when_they_are_dropped() -> None:
    """Making and dropping engines, and failing to make one, leaves no memory blocks behind."""
    packed = pack(layout())

    def fail() -> None:
        with suppress(ValueError):
            _new(packed[:-1])

    assert max(growths([lambda: _new(packed), fail], 500)) < 250


def test_one_engine_serves_all_threads(engines: Pair) -> None:
    """Four threads decode different datagrams with one engine, at once, without the GIL: each gets its own rows."""
    wrong: set[int] = set()

    def work(cookie: int) -> None:
        datagram = b"".join(row(SEQ, cookie=cookie, attributes=((INFO, pattern(280)),)) for _ in range(50))
        for _ in range(100):
            wrong.update(
                r.inet_diag_msg_socket_cookie for r in records(decode(engines.c, datagram)) if r.inet_diag_msg_socket_cookie != cookie
            )

    threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == set()


@needs_c
def test_a_datagram_that_changes_while_it_is_read(engines: Pair) -> None:
    """Nobody may do that; who does gets nonsense, but no write out of bounds: sockets that appear after the count are not taken."""
    few, many = row(SEQ + 1) * 200, row(SEQ) * 200
    buffer = bytearray(few)
    over = threading.Event()

    def change() -> None:
        while not over.is_set():
            buffer[:] = many
            buffer[:] = few

    thread = threading.Thread(target=change)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    thread.start()
    try:
        for _ in range(300):
            assert len(decode(engines.c, buffer, stamp=EMPTY).chunk) <= 200 * 200
    finally:
        over.set()
        thread.join()
        sys.setswitchinterval(interval)
