"""A kernel that is kept is taken as it is, the newest of its line, and only when nothing of it has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vm import images, store
from vm.images import MODULES, SPEC, VMLINUZ, image
from vm.kernels import named
from vm.store import Unavailable


def keep(version: str, age_s: int, spec: str = SPEC) -> Path:
    """A folder as it is made."""
    folder = store.home() / "kernels" / f"6.1@{version}@{spec}"
    folder.mkdir(parents=True)
    (folder / VMLINUZ).write_bytes(b"kernel")
    (folder / MODULES).write_bytes(b"070701")
    store.seal(folder)
    os.utime(folder, (1e9 - age_s, 1e9 - age_s))
    return folder


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_the_newest_that_is_here() -> None:
    """Without a word to the archive; one with other modules is passed over."""
    keep("6.1.0-50", 20)
    newest = keep("6.1.0-56", 10)
    keep("6.1.0-57", 0, "other")
    assert image(named("6.1")) == images.Image("6.1.0-56", newest / VMLINUZ, newest / MODULES)


def test_a_wrong_checksum() -> None:
    """A kernel that is not what was fetched does not boot."""
    folder = keep("6.1.0-56", 0)
    (folder / VMLINUZ).write_bytes(b"kernel, and more")
    with pytest.raises(Unavailable, match=r"vmlinuz is not what was fetched \(wrong SHA-256\)"):
        image(named("6.1"))
