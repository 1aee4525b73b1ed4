"""Which way there is, in C or in Python, and that it is the one that is meant."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from made_bodies import PURE, body

from xtcp_ebpf.exact.bodies import BODY_BYTES, cookies
from xtcp_ebpf.exact.gets import CGets, Gets, choose


@pytest.mark.skipif(PURE, reason="XTCP_PURE: there is nothing in C here")
def test_the_part_in_c_is_built() -> None:
    """Tests that ran without it would prove nothing about it; under XTCP_SANITIZE it is the build with sanitizers."""
    from xtcp_ebpf.exact import _exact

    chosen, said = choose(CGets)
    assert (chosen.name, said) == ("c", "")
    assert (b"__asan_init" in Path(_exact.__file__).read_bytes()) == bool(os.environ.get("XTCP_SANITIZE"))


@pytest.mark.skipif(PURE, reason="XTCP_PURE: there is nothing in C here")
def test_what_changes_while_it_is_read_is_harmless() -> None:
    """Another thread writes over what is picked from and joined, with the interpreter's lock given up: nothing is written out of bounds."""
    gets, ended = choose(CGets)[0], threading.Event()
    few, all_of_them = body(1) * 5000, b"".join(body(n) for n in range(5000))
    changing = bytearray(few)

    def change() -> None:
        while not ended.is_set():
            changing[:] = all_of_them
            changing[:] = few

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for n in range(60):
            for made in (gets.pick(all_of_them, changing[48:56]), gets.joined(changing, body(n)), gets.pick(changing, cookies([2, 3]))):
                assert len(made) % BODY_BYTES == 0
    finally:
        ended.set()
        thread.join()


def test_without_it_there_is_the_other_and_it_says_so() -> None:
    """What is missing, what it costs, and the way out."""

    def missing() -> Gets:
        raise ImportError("no module named _exact")

    chosen, said = choose(missing)
    assert chosen.name == "python"
    assert "no module named _exact" in said
    assert "install a C compiler" in said
