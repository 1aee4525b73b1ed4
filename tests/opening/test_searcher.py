"""The searcher tells what is new, once, and takes nothing that cannot be meant."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces

from xtcp_ebpf.kernel.discovery.search import Discovery
from xtcp_ebpf.opening.search_frames import ONE, TWO, Ask
from xtcp_ebpf.opening.searcher import Searcher
from xtcp_ebpf.tally import Tally

OWN = Path("/proc/self/ns/net").stat().st_ino


def test_each_is_told_once() -> None:
    """The first answer has all, the next nothing but counts."""
    searcher = Searcher(lambda tally: Discovery(own_only=True, tally=tally))
    first = searcher.answer(TWO.pack(Ask.FIND, True, False))
    assert first is not None
    assert [entry[:4] for entry in first["namespaces"]] == [[OWN, "default", "", "own"]]
    assert first["counts"] == {"searches": 1, "namespaces_appeared:own": 1}
    assert searcher.answer(TWO.pack(Ask.FIND, False, False)) == {"counts": {"searches": 1}}
    assert searcher.answer(bytes([Ask.CURRENT])) == {}


@pytest.mark.kernel
def test_descriptors_to_wait_for(spaces: Spaces) -> None:
    """They are handed over with the first answer, and not again while they are the same; a mount is news then."""
    search = Discovery(directories=[str(spaces.directory)], tally=Tally())
    searcher = Searcher(lambda _: search)
    searcher.answer(TWO.pack(Ask.FIND, False, False))
    assert searcher.fresh_fds() == search.fds != ()
    assert searcher.fresh_fds() == ()
    made = spaces.make("later")
    news = searcher.answer(bytes([Ask.CURRENT]))
    assert news is not None
    assert made.inode in [entry[0] for entry in news["namespaces"]]
    forgotten = next(entry for entry in news["namespaces"] if entry[0] == made.inode)
    spaces.remove(made)
    assert searcher.answer(ONE.pack(Ask.FORGET, made.inode, forgotten[7], 0)) == {}
    news = searcher.answer(TWO.pack(Ask.FIND, False, False))
    assert news is not None
    assert made.inode not in [entry[0] for entry in news["namespaces"]]
    search.close()


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"\0", b"\x63", bytes([Ask.FIND]), TWO.pack(Ask.FIND, True, True) + b"x", bytes([Ask.SEEN])),
        *(bytes([Ask.LEARNED]) + b"x" * 9, bytes([Ask.MORE]) + b"x" * 15, TWO.pack(Ask.SEEN, True, True)),
    ],
)
def test_junk(body: bytes) -> None:
    """It is a ValueError, or one of struct: the process ends with it."""
    with pytest.raises((ValueError, struct.error)):
        Searcher(lambda tally: Discovery(own_only=True, tally=tally)).answer(body)
