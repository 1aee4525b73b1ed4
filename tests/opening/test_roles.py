"""What each process keeps is named, has a reason, and is something that can be kept."""

from __future__ import annotations

from xtcp_ebpf.kernel.privileges import NUMBERS
from xtcp_ebpf.opening.roles import EVERY, LOCKED_MEMORY, RIGHTS, Role


def test_rights_have_names_and_reasons() -> None:
    """Each role has its list, each right its reason, and whoever hires keeps what any of them needs."""
    assert RIGHTS.keys() == set(Role)
    assert all(name in NUMBERS and why for rights in RIGHTS.values() for name, why in rights.items())
    assert LOCKED_MEMORY in NUMBERS
    assert set().union(*RIGHTS.values()) == EVERY
