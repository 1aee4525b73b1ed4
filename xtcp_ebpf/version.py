"""What this build calls itself."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program() -> str:
    """`xtcp-ebpf 0.1.0`, as it stands on every record."""
    try:
        return f"xtcp-ebpf {version('xtcp-ebpf')}"
    except PackageNotFoundError:
        return "xtcp-ebpf (not installed)"
