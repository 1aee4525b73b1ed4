"""What a profile is."""

from __future__ import annotations

from xtcp_ebpf.profiles.profile import Frame, Kind, Profile


def test_totals() -> None:
    """Each kind is summed over all samples."""
    kinds = (Kind("samples", "count"), Kind("cpu", "nanoseconds"))
    profile = Profile(kinds, {("a", (Frame("f"),)): (1, 10), ("b", ()): (2, 30)}, began_ns=0, duration_ns=1)
    assert (profile.total("samples"), profile.total("cpu")) == (3, 40)
