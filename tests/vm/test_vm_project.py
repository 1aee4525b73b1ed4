"""What of the project goes into a guest, and when its package is built anew."""

from __future__ import annotations

from pathlib import Path

from vm.project import _files, _state


def checkout(top: Path) -> None:
    """With sources, and with what building leaves."""
    for name in (
        "xtcp_ebpf/a.py",
        "xtcp_ebpf/_a.abi3.so",
        "xtcp_ebpf/__pycache__/a.pyc",
        "xtcp_ebpf/activity/built/x.o",
        "bpf/x.bpf.c",
        "notes",
    ):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(name)
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        (top / name).write_text(name)


def test_sources_only(tmp_path: Path) -> None:
    """Nothing that was built by this machine's Python or clang, and nothing beside the package."""
    checkout(tmp_path)
    names = [name for name, _ in _files(tmp_path)]
    assert [name for name in names if "/" in name] == ["xtcp_ebpf/a.py", "bpf/x.bpf.c"]
    assert "notes" not in names


def test_built_anew(tmp_path: Path) -> None:
    """When a source changes, and not when something else does."""
    checkout(tmp_path)
    before = _state(tmp_path)
    (tmp_path / "notes").write_text("more")
    (tmp_path / "xtcp_ebpf/_a.abi3.so").write_text("more")
    assert _state(tmp_path) == before
    (tmp_path / "xtcp_ebpf/a.py").write_text("more")
    assert _state(tmp_path) != before
