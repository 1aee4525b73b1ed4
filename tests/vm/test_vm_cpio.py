"""The initramfs: a newc archive as the kernel's documentation has it."""

from __future__ import annotations

from vm.cpio import Entry, archive


def unpacked(data: bytes) -> list[tuple[str, int, bytes]]:
    """(name, mode, content) of each member up to the trailer."""
    found, at = [], 0
    while True:
        assert data[at : at + 6] == b"070701"
        fields = [int(data[at + 6 + 8 * n : at + 14 + 8 * n], 16) for n in range(13)]
        size, length = fields[6], fields[11]
        name = data[at + 110 : at + 110 + length - 1].decode()
        start = at + 110 + length + 3 & ~3
        if name == "TRAILER!!!":
            assert start == len(data)
            return found
        found.append((name, fields[1], data[start : start + size]))
        at = start + size + 3 & ~3


def test_files_and_folders() -> None:
    """Each folder stands once and before its files; what is to be run may be run."""
    made = archive([Entry("init", b"#!/busybox sh\n", True), Entry("modules/a/x.ko", b"123"), Entry("modules/a/y.ko", b"")])
    assert len(made) % 4 == 0
    assert unpacked(made) == [
        ("init", 0o100755, b"#!/busybox sh\n"),
        ("modules", 0o40755, b""),
        ("modules/a", 0o40755, b""),
        ("modules/a/x.ko", 0o100644, b"123"),
        ("modules/a/y.ko", 0o100644, b""),
    ]
