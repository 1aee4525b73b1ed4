"""What the host says of itself."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from xtcp_ebpf.kernel.host import boot_id


def test_this_host() -> None:
    """A UUID, the same at every look."""
    assert str(uuid.UUID(boot_id())) == boot_id()


def test_a_procfs_given(tmp_path: Path) -> None:
    """Without the line's end."""
    file = tmp_path / "sys/kernel/random/boot_id"
    file.parent.mkdir(parents=True)
    file.write_text("b007\n")
    assert boot_id(str(tmp_path)) == "b007"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\n"])
def test_where_the_kernel_does_not_tell(tmp_path: Path, content: bytes | None) -> None:
    """No file, or one that is no text: an empty id, never an error."""
    if content is not None:
        file = tmp_path / "sys/kernel/random/boot_id"
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
    assert boot_id(str(tmp_path)) == ""
