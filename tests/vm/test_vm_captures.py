"""What a guest captured is taken only when it is what its manifest says, and does not disturb what was there."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from vm.captures import HEAD, MANIFEST, Unfit, take


def tar(files: dict[str, bytes]) -> bytes:
    """As a guest sends it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(f"./{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def line(name: str, data: bytes) -> str:
    """Of the manifest."""
    return f"{name}\t6.1.1\ttype 18\t3\t{hashlib.sha256(data).hexdigest()}\n"


def test_taken(tmp_path: Path) -> None:
    """Files in their places; lines of other kernels stay, those of the same files are replaced, all in order."""
    (tmp_path / MANIFEST).write_text(f"{HEAD}\n6_1_1/a.pcap\told\n6_18_44/z.pcap\tkept\n")
    files = {"6_1_1/a.pcap": b"new", "6_1_1/a.ss": b"text"}
    manifest = "".join(line(name, data) for name, data in files.items()).encode()
    assert take(tar({**files, MANIFEST: manifest}), tmp_path) == 2
    assert (tmp_path / "6_1_1/a.pcap").read_bytes() == b"new"
    wanted = [HEAD, *(line(name, data).strip() for name, data in files.items()), "6_18_44/z.pcap\tkept"]
    assert (tmp_path / MANIFEST).read_text().splitlines() == wanted


@pytest.mark.parametrize("files", [{"6_1_1/a.pcap": b"x"}, {"6_1_1/a.pcap": b"x", "6_1_1/b.pcap": b"y"}])
def test_what_is_not_as_written_down(files: dict[str, bytes], tmp_path: Path) -> None:
    """Another digest, or a file that the manifest does not name: nothing is taken."""
    with pytest.raises(Unfit):
        take(tar({**files, MANIFEST: line("6_1_1/a.pcap", b"other").encode()}), tmp_path)
    assert not (tmp_path / "6_1_1").exists()
