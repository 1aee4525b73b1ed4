"""An object opened by libbpf: what is fitted is what is loaded, what is kept is all that stays, what is missing is named."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from kernel.real_namespaces import descriptors

from xtcp_ebpf.activity import bpf, bpf_object, map_layout
from xtcp_ebpf.activity.bpf_object import BUILT, BpfObject
from xtcp_ebpf.errors import AssistUnavailable

pytestmark = pytest.mark.kernel
OBJECT = BUILT / "tracepoints.bpf.o"


def fitted(found: BpfObject) -> None:
    """One program, and small maps."""
    for prefix in ("state", "probe", "retransmit"):
        found.choose(prefix, "raw_tp" if prefix == "state" else "")
    found.size("marks", 7)
    found.leave_out("bell")
    found.set_constants(map_layout.CONSTANTS.pack(False, 1))


def test_only_what_is_kept_stays() -> None:
    """The map is as large as was said; the descriptors are ours, and with them all is gone."""
    before = descriptors()
    with bpf_object.opened(OBJECT) as found:
        fitted(found)
        found.load()
        kept = found.keep("raw_tp", ("marks",), {"inet_sock_set_state": "state_raw"})
    assert (kept.loader, kept.kind, set(kept.maps), set(kept.programs)) == ("libbpf", "raw_tp", {"marks"}, {"inet_sock_set_state"})
    assert descriptors() == before + 2
    assert struct.unpack_from("=5I", bpf.info(kept.maps["marks"]))[4] == 7, "max_entries of struct bpf_map_info"
    kept.close()
    assert descriptors() == before


@pytest.mark.parametrize(
    ("act", "named"),
    [
        (lambda found: found.size("nothing", 1), "nothing"),
        (lambda found: found.leave_out("nothing"), "nothing"),
        (lambda found: found.choose("nothing", "raw_tp"), "nothing"),
        (lambda found: found.keep("raw_tp", ("marks", "nothing"), {}), "nothing"),
        (lambda found: found.keep("raw_tp", ("marks",), {"tcp_probe": "nothing_raw"}), "tcp_probe"),
        (lambda found: found.set_constants(b"x" * 3), "other constants"),
    ],
    ids=["size", "leave_out", "choose", "keep a map", "keep a program", "constants"],
)
def test_what_is_not_in_it_is_named(act: Callable[[BpfObject], object], named: str) -> None:
    """It is of another version; what had been kept already is closed."""
    before = descriptors()
    with bpf_object.opened(OBJECT) as found:
        fitted(found)
        if "keep" in act.__code__.co_names:
            found.load()
        with pytest.raises(AssistUnavailable, match=f"{named}.*another version; install again") as refused:
            act(found)
        assert refused.value.reason == "object"
    assert descriptors() == before
