"""Walks along the kernel's list of namespaces, while many are born and die."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from activity.sources_to_try import opened
from kernel.real_namespaces import Spaces

pytestmark = pytest.mark.kernel


def test_namespaces_torn_down_under_the_walk(tmp_path: Path) -> None:
    """Each walk answers; no inode has the cookie of another; it is whole, or torn and says so; when it is whole, the living are in it."""
    made: dict[int, int] = {}  # cookie -> inode
    pools = [Spaces(tmp_path / str(n)) for n in range(3)]
    kept = [pools[0].known(pools[0].make(f"kept{n}")) for n in range(5)]
    errors: list[BaseException] = []
    ended = threading.Event()

    def churn(spaces: Spaces) -> None:
        try:
            while not ended.is_set():
                born = [spaces.known(spaces.make(f"n{n}")) for n in range(8)]
                made.update((n.cookie, n.inode) for n in born)
                for namespace in born:
                    spaces.remove(namespace)
        except BaseException as error:
            errors.append(error)

    walk = opened("walk-libbpf-tp_btf")
    threads = [threading.Thread(target=churn, args=(spaces,)) for spaces in pools]
    seen: dict[int, int] = {}
    whole = walks = 0
    try:
        for thread in threads:
            thread.start()
        until = time.monotonic() + 1
        while time.monotonic() < until and not errors:
            marks = walk.read()
            walks += 1
            whole += marks.whole
            assert marks.whole or marks.lost == "torn", marks
            assert len(marks.seen) == len(marks.by_number)
            for inode, cookie in marks.seen.items():
                assert seen.setdefault(cookie, inode) == inode
            if marks.whole:
                assert {n.inode: n.cookie for n in kept}.items() <= marks.seen.items()
    finally:
        ended.set()
        for thread in threads:
            thread.join()
        for spaces in pools:
            spaces.remove_all()
        walk.close()
    assert not errors, errors
    assert all(made[cookie] == inode for cookie, inode in seen.items() if cookie in made)
    assert len(made.keys() & seen.keys()) > 10, "none of those that came and went was ever seen"
    assert whole > walks * 0.9
