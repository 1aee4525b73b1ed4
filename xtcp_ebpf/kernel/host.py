"""What the host says of itself."""

from __future__ import annotations

from pathlib import Path


def boot_id(proc: str = "/proc") -> str:
    """The random id of this boot; "" where the kernel does not tell."""
    try:
        return Path(proc, "sys/kernel/random/boot_id").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
