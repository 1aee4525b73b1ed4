"""The reader of BTF, on what this kernel says of itself and on what others might."""

from __future__ import annotations

from pathlib import Path

import pytest
from activity.made_btf import TYPEDEF, UNION, Made, sockets

from xtcp_ebpf.activity import btf
from xtcp_ebpf.activity.btf import Btf, Member


def resident_kib() -> int:
    """How much memory this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4


def test_a_member_stands_where_the_list_of_all_has_it() -> None:
    """Two ways to ask this kernel for the places of one structure agree, for every member that is a plain number."""
    with btf.opened() as kernel:
        for field in kernel.fields("tcp_info"):
            if not field.bitfield:
                assert kernel.member("tcp_info", field.name) == Member(field.bit // 8, btf.INT, field.bits // 8)


def test_nameless_structures_are_looked_through() -> None:
    """The members of struct sock_common that stand in nameless unions are found, and a path may go on from there."""
    with btf.opened() as kernel:
        assert kernel.member("sock_common", "skc_daddr") == Member(0, btf.INT, 4)
        assert kernel.member("sock", "__sk_common", "skc_rcv_saddr") == Member(4, btf.INT, 4)
        assert kernel.member("nsproxy", "net_ns")[1:] == (btf.PTR, 8)


def test_a_path_adds_up() -> None:
    """Each step's place counts from the outermost structure, through typedefs, nameless unions and arrays."""
    made = Made()
    u16 = made.number("u16", 2)
    inner = made.structure("inner", 8, ("a", u16, 0), ("list", made.array(u16, 3), 2))
    either = made.structure("", 8, ("one", u16, 0), ("other", made.add(TYPEDEF, "inner_t", inner), 0), kind=UNION)
    made.structure("outer", 24, ("first", u16, 0), ("", either, 16))
    found = Btf(made.data())
    assert found.member("outer", "first") == Member(0, btf.INT, 2)
    assert found.member("outer", "one") == Member(16, btf.INT, 2)
    assert found.member("outer", "other", "list") == Member(18, btf.ARRAY, 6)
    assert found.member("outer") == Member(0, btf.STRUCT, 24)
    assert [field[:3] for field in found.fields("outer")] == [("first", 0, 16), ("one", 128, 16), ("a", 128, 16), ("list", 144, 48)]
    assert found.size("inner") == 8


def test_the_enumerators_that_are_asked_for_are_found() -> None:
    """By the beginnings of their names, in all enumerations."""
    made = Made()
    made.structure("s", 0)
    made.enumeration(A_ONE=1, B_TWO=2)
    assert Btf(made.data()).constants("A_") == {"A_ONE": 1}
    assert Btf(made.data()).constants("A_", "B_") == {"A_ONE": 1, "B_TWO": 2}


def test_what_is_missing_is_named() -> None:
    """A structure or a member that the kernel does not have is a KeyError that says which; a number has no members."""
    found = Btf(sockets())
    for path, missing in ((("nothing",), "nothing"), (("net", "nowhere"), "nowhere"), (("net", "net_cookie", "counter"), "counter")):
        with pytest.raises(KeyError, match=missing):
            found.member(*path)


def test_of_two_structures_of_one_name_the_first_counts() -> None:
    """A kernel may have a private one of the same name somewhere; the types everybody uses come first."""
    made = Made()
    u32 = made.number("u32", 4)
    made.structure("net", 8, ("x", u32, 0))
    made.structure("net", 8, ("x", u32, 4))
    assert Btf(made.data()).member("net", "x").byte == 0


def test_what_is_no_btf_is_refused() -> None:
    """Another magic, another version, a kind of type that is not known, and nothing at all are ValueErrors."""
    whole = sockets()
    made = Made()
    made.add(31, "", 0)
    for data in (b"", b"\x7fELF" + bytes(40), whole[:2] + b"\2" + whole[3:], made.data()):
        with pytest.raises(ValueError, match="BTF"):
            Btf(data)


def test_btf_that_is_cut_off_is_refused_wherever_the_cut_is() -> None:
    """No cut makes a structure out of what is not there: all is refused, or only the last names are missing."""
    whole = sockets()
    right = Btf(whole).member("net", "net_cookie")
    for length in range(len(whole)):
        try:
            found = Btf(whole[:length]).member("net", "net_cookie")
        except (ValueError, KeyError):
            continue
        assert found == right


def test_the_file_costs_no_memory_afterwards() -> None:
    """Read again and again, its 5 MB are given back each time, and it is quick."""
    with btf.opened() as kernel:
        kernel.size("sock")
    before = resident_kib()
    for _ in range(3):
        with btf.opened() as kernel:
            kernel.size("sock")
    del kernel
    assert resident_kib() - before < 2048
