"""What is remembered of sockets: within its bound, within its memory, and quick to look into."""

from __future__ import annotations

import os
import random
import struct
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from threading import Thread

import pytest
from made_bodies import PURE, best, body

from xtcp_ebpf.exact.bodies import BODY_BYTES, Unfit, cookies
from xtcp_ebpf.exact.gets import Gets
from xtcp_ebpf.exact.known import Known

A, B = (1, 0.0), (2, 0.5)
MANY = 100_000


def many(count: int) -> bytes:
    """So many bodies with cookies from 1 on."""
    out = bytearray(count * BODY_BYTES)
    for n in range(count):
        struct.pack_into("=BB2xIHH28xHH4xII", out, n * BODY_BYTES, 2, 6, 0x1FFF, n & 0xFFFF, 80, n >> 16, 0, n + 1, 0)
    return bytes(out)


def packed(*numbers: int) -> bytes:
    return b"".join(body(n, port=n) for n in numbers)


def test_a_namespace_is_known_from_its_dump_on(gets: Gets) -> None:
    """Births before it are not kept: nothing could be made of them. After it they are added; what is gone is taken away."""
    known = Known(gets, 100)
    assert known.bodies(A) is known.pick(A, cookies([1])) is None
    assert not known.add(A, packed(1))
    assert known.replace(A, packed(1, 2, 3))
    assert known.add(A, packed(3, 4))
    assert known.add(A, b"")
    found = known.bodies(A)
    assert found == packed(1, 2, 3, 4)
    assert known.drop(A, found, (0, 2))
    assert (known.bodies(A), known.sockets, len(known)) == (packed(2, 4), 2, 1)
    assert known.pick(A, cookies([4, 1])) == packed(4)


def test_what_changed_meanwhile_is_not_dropped_from(gets: Gets) -> None:
    """The numbers of those gone are places in what was asked: a birth in between leaves all as it is, and they are told again."""
    known = Known(gets, 100)
    known.replace(A, packed(1, 2))
    before = known.bodies(A)
    assert before is not None
    known.add(A, packed(3))
    assert not known.drop(A, before, (0,))
    assert not known.drop(B, before, (0,))
    assert known.bodies(A) == packed(1, 2, 3)
    assert before == packed(1, 2), "what was handed out stays as it is"


def test_the_bound_holds_for_all_together(gets: Gets) -> None:
    """Who would lead beyond it is not known, by a dump or by a birth; the others stay, and it may come back when there is room."""
    known = Known(gets, 5)
    assert known.replace(A, packed(1, 2, 3))
    assert not known.replace(B, packed(4, 5, 6))
    assert (known.bodies(B), known.sockets) == (None, 3)
    assert known.replace(B, packed(4, 5))
    assert not known.add(B, packed(6))
    assert (known.bodies(B), known.sockets) == (None, 3)
    assert known.replace(A, packed(1, 2, 3, 4, 5)), "its own place counts for it"
    assert not known.replace(A, packed(*range(6)))
    assert (len(known), known.sockets) == (0, 0)


def test_namespaces_are_forgotten(gets: Gets) -> None:
    """One, those that are not there any more, all; the bound has the room again."""
    known = Known(gets, 4)
    known.replace(A, packed(1, 2))
    known.replace(B, packed(3, 4))
    known.forget(A)
    known.forget(A)
    assert (known.bodies(A), known.sockets) == (None, 2)
    assert known.replace(A, packed(1, 2))
    known.keep({A, (9, 9.0)})
    assert (known.bodies(A), known.bodies(B), known.sockets) == (packed(1, 2), None, 2)
    known.forget_all()
    assert (len(known), known.sockets) == (0, 0)


def test_a_namespace_without_sockets_is_known(gets: Gets) -> None:
    """Its listeners are not remembered, and its births are."""
    known = Known(gets, 4)
    assert known.replace(A, b"")
    assert known.bodies(A) == b""
    assert known.add(A, packed(1))


def test_half_a_body_is_refused(gets: Gets) -> None:
    """Nothing is changed by it."""
    known = Known(gets, 4)
    with pytest.raises(Unfit):
        known.replace(A, b"x")
    assert len(known) == 0


def test_several_threads() -> None:
    """The sum that the bound is held by stays right."""
    known = Known(best(), 10_000)

    def work(number: int) -> None:
        chance = random.Random(number)
        for _ in range(300):
            key = (chance.randrange(8), 0.0)
            chance.choice(
                [known.forget, lambda key: known.replace(key, packed(*range(chance.randrange(9)))), lambda key: known.add(key, packed(7))]
            )(key)

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert known.sockets == sum(len(known.bodies((n, 0.0)) or b"") for n in range(8)) // BODY_BYTES


MEASURE = f"""
import sys
sys.path[:0] = {[str(Path(__file__).parent), str(Path(__file__).parents[1])]}
from made_bodies import best, body
from test_known import A, MANY, Known, many

def memory(which):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(which))

one = many(4 * MANY)
known = Known(best(), 4 * MANY + 10)
before = memory("VmRSS")
with open("/proc/self/clear_refs", "w") as peak:
    peak.write("5")
known.replace(A, one[:-56])
known.add(A, body(2**40))
assert known.sockets == 4 * MANY
print(memory("VmHWM") - before)
"""


@pytest.mark.skipif(bool(os.environ.get("XTCP_SANITIZE")), reason="XTCP_SANITIZE: its allocator takes more, and gives back late")
def test_memory() -> None:
    """At most 150 bytes for each socket at the worst moment, when a birth is joined and old and new stand side by side; 60 at rest.

    The peak of a process of its own, so that what C allocates counts; at rest as Python counts.
    """
    child = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, timeout=60, check=False)
    assert child.returncode == 0, child.stderr
    assert int(child.stdout) / (4 * MANY) < 150
    one = many(MANY)
    tracemalloc.start()
    try:
        known = Known(best(), MANY + 10)
        known.replace(A, bytearray(one))
        known.add(A, body(2**40))
        at_rest, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert known.sockets == MANY + 1
    assert at_rest / MANY < 60


@pytest.mark.skipif(PURE, reason="XTCP_PURE: the time is that of the part in C")
def test_a_thousand_of_a_hundred_thousand() -> None:
    """-skip quiet asks for the active ones: they are found in milliseconds, all of them and no others (the best of five tries)."""
    known = Known(best(), MANY)
    known.replace(A, many(MANY))
    wanted = random.Random(1).sample(range(1, MANY + 1), 1000)
    took = []
    for _ in range(5):
        began = time.thread_time()
        found = known.pick(A, cookies(wanted))
        took.append(time.thread_time() - began)
    assert found is not None
    assert sorted(int.from_bytes(found[at + 48 : at + 52], "little") for at in range(0, len(found), BODY_BYTES)) == sorted(wanted)
    assert min(took) < 0.05
