"""An apt of our own: which mirror it asks, and that it believes nothing that is not signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from vm.archive import KEYRING, MIRROR, SECURITY_MIRROR, Suite
from vm.store import Unavailable

ELSEWHERE = {MIRROR: "http://a.example/debian", SECURITY_MIRROR: "http://a.example/security"}


@pytest.mark.parametrize(("suite", "mirror"), [("sid", "http://a.example/debian"), ("bookworm-security", "http://a.example/security")])
def test_a_mirror_that_is_named(suite: str, mirror: str, tmp_path: Path) -> None:
    """Security suites have one of their own."""
    assert Suite(suite, tmp_path, ELSEWHERE)._mirror() == mirror


def test_a_list_that_nobody_signed(tmp_path: Path) -> None:
    """Without the archive's signature nothing is listed, and nothing of it stays as if it had been."""
    if not KEYRING.exists():
        pytest.fail(f"{KEYRING} is not here: apt install debian-archive-keyring")
    release = tmp_path / "mirror/dists/sid"
    (release / "main/binary-amd64").mkdir(parents=True)
    (release / "main/binary-amd64/Packages").write_text("Package: linux-image-6.1.0-1-cloud-amd64\nVersion: 1\nArchitecture: amd64\n\n")
    (release / "Release").write_text("Origin: Debian\nSuite: sid\nCodename: sid\nComponents: main\nArchitectures: amd64\n")
    suite = Suite("sid", tmp_path / "apt", {MIRROR: f"file:{tmp_path}/mirror"})
    with pytest.raises(Unavailable, match="not signed"):
        suite.packages()
    assert not (tmp_path / "apt/sid/updated").exists()
