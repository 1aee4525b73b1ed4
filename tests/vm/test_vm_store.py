"""What is kept is whole, verified before each use, and made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from vm import store
from vm.store import Unavailable, made, verified


def fill(folder: Path) -> None:
    """Two files."""
    (folder / "a").write_bytes(b"first")
    (folder / "b").write_bytes(b"second")


def test_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first use says what it does and where; the second says and does nothing."""
    folder = tmp_path / "kernels" / "6.1"
    assert verified(made(folder, "a kernel", fill)) == folder
    assert f"the first time: a kernel, kept in {folder}" in capsys.readouterr().err
    made(folder, "a kernel", lambda _: pytest.fail("made again"))
    assert capsys.readouterr().err == ""


def test_one_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """A folder has its name only when it is whole; what a killed run has left is removed by the next."""
    folder = tmp_path / "x"
    (tmp_path / f"{store.UNFINISHED}x@old").mkdir()

    def fail(into: Path) -> None:
        fill(into)
        raise Unavailable("no network")

    with pytest.raises(Unavailable, match="no network"):
        made(folder, "x", fail)
    assert [path.name for path in tmp_path.iterdir()] == [".lock-x"]


@pytest.mark.parametrize("damage", ["changed", "gone", "no digests"])
def test_wrong_checksum(tmp_path: Path, damage: str) -> None:
    """One byte that differs, or a file that is missing, is found, and what to do is said."""
    folder = made(tmp_path / "x", "x", fill)
    if damage == "changed":
        (folder / "b").write_bytes(b"sEcond")
    else:
        (folder / ("b" if damage == "gone" else store.DIGESTS)).unlink()
    with pytest.raises(Unavailable, match=rf"{folder}.*made anew"):
        verified(folder)


def test_where_it_is() -> None:
    """Below XDG_CACHE_HOME, or in the home directory's."""
    assert store.home({"XDG_CACHE_HOME": "/c"}) == Path("/c/xtcp-ebpf/vm")
    assert store.home({}) == Path.home() / ".cache/xtcp-ebpf/vm"


def test_a_command_that_fails(tmp_path: Path) -> None:
    """Its last words and its code are told; one that is missing is named with its package."""
    with pytest.raises(Unavailable, match=r"ended with 3:\nout\nerr"):
        store.run(["sh", "-c", "echo out; echo err >&2; exit 3"], tmp_path)
    with pytest.raises(Unavailable, match="no-such-tool is missing: apt install its-package"):
        store.tool("no-such-tool", "its-package")
