"""The guest's root: what is installed follows from pyproject.toml, and an image is a file system."""

from __future__ import annotations

import struct
from pathlib import Path

from vm.userspace import PACKAGES, ext4, requirements

TOP = Path(__file__).resolve().parents[2]


def test_what_pip_installs() -> None:
    """The project's own dependencies, and those of its tests, as they stand there; nothing twice."""
    wanted = requirements(TOP)
    for name in ("protobuf", "msgpack", "prometheus-client", "pytest", "pyroute2"):
        assert [each for each in wanted if each.startswith(f"{name}>=")], name
    assert len(wanted) == len(set(wanted))


def test_packages() -> None:
    """Each once; the oracle and both loaders are among them."""
    assert len(PACKAGES) == len(set(PACKAGES))
    assert {"iproute2", "libbpf1", "python3-bpfcc", "busybox-static"} <= {*PACKAGES}


def test_an_image(tmp_path: Path) -> None:
    """ext4, by its magic number, with room for what is in the folder."""
    tree = tmp_path / "tree"
    (tree / "etc").mkdir(parents=True)
    (tree / "etc/data").write_bytes(bytes(3_000_000))
    ext4(tree, tmp_path / "image", 4)
    data = (tmp_path / "image").read_bytes()
    assert struct.unpack_from("<H", data, 1024 + 56) == (0xEF53,)
    assert len(data) >= 3_000_000
