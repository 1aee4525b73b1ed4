"""The table against the running kernel: its BTF says where each member really is."""

from __future__ import annotations

import os
from functools import lru_cache

import pytest

from xtcp_ebpf.activity.btf import VMLINUX, Btf, Field
from xtcp_ebpf.wire import request, uapi
from xtcp_ebpf.wire.layout import WIDTHS, Placed, placed
from xtcp_ebpf.wire.schema import MPTCP, SOCKOPT, STRUCTS, TCP_INFO_LENGTHS, TLS

PLAIN = ("inet_diag_msg", "inet_diag_meminfo", "tcp_info", "tcpvegas_info", "tcp_dctcp_info", "tcp_bbr_info")


@lru_cache
def _kernel() -> Btf:
    if not VMLINUX.exists():
        release = tuple(int(part) for part in os.uname().release.split(".")[:2])
        if release >= (5, 4) and os.path.ismount("/sys"):
            pytest.fail(f"Linux {release} has BTF, but {VMLINUX} is missing: is CONFIG_DEBUG_INFO_BTF off?")
        pytest.skip(f"{VMLINUX} is missing: no /sys here, or a kernel before 5.4")
    return Btf(VMLINUX.read_bytes())


def _ours(name: str) -> list[Placed]:
    return [p for p in placed() if p.struct.name == name]


def _span(p: Placed) -> tuple[int, int]:
    """(first bit, bits) of a member of the table."""
    shift, bits = p.member.bits or (0, WIDTHS[p.member.kind] * 8)
    return p.offset * 8 + shift, bits


def _span_of(field: Field) -> tuple[int, int]:
    return field.bit, field.bits


@pytest.mark.parametrize("name", PLAIN)
def test_members_stand_where_the_kernel_has_them(name: str) -> None:
    """Each member of the table has the kernel's name, offset and width, bit fields included; one that this kernel lacks is at the end."""
    theirs, ours = _kernel().fields(name), _ours(name)
    for field, p in zip(theirs, ours, strict=False):
        assert (field.name, *_span_of(field)) == (p.member.name, *_span(p))
        assert field.bitfield == bool(p.member.bits), f"{field.name}: a bit field on one side only"
    for p in ours[len(theirs) :]:
        assert p.offset >= _kernel().size(name), f"{p.member.name} is a member that the kernel has not, and not behind its end"


@pytest.mark.parametrize("name", PLAIN)
def test_the_kernel_has_no_member_that_the_table_lacks(name: str) -> None:
    """A kernel whose structure has grown names here what has to be added."""
    missing = [f"{field.name} at byte {field.bit // 8}" for field in _kernel().fields(name)[len(_ours(name)) :]]
    assert not missing, f"struct {name} of Linux {os.uname().release} has what the table lacks: {', '.join(missing)}"


def test_the_length_of_tcp_info_is_in_the_list() -> None:
    """What docs/fields.md says about kernels knows this kernel's tcp_info."""
    assert _kernel().size("tcp_info") in TCP_INFO_LENGTHS


def test_the_header_is_as_long_as_the_kernels() -> None:
    """72 bytes of inet_diag_msg; 16 of the message header; 4 of an attribute's."""
    kernel = _kernel()
    assert kernel.size("inet_diag_msg") == uapi.SIZEOF_INET_DIAG_MSG
    assert kernel.size("nlmsghdr") == uapi.NLMSG_HDRLEN == request.NLMSGHDR.size
    assert kernel.size("nlattr") == uapi.NLA_HDRLEN


def test_requests_are_as_long_as_the_kernels() -> None:
    """Both request structures have the kernel's size."""
    assert _kernel().size("inet_diag_req") == request.INET_DIAG_REQ.size
    assert _kernel().size("inet_diag_req_v2") == request.INET_DIAG_REQ_V2.size


def test_an_md5_key_is_100_bytes() -> None:
    """md5sig_count is the attribute's length divided by the size of struct tcp_diag_md5sig."""
    assert _kernel().size("tcp_diag_md5sig") == 100


def test_the_bits_of_sock_opt_are_as_documented() -> None:
    """The order of the bits in the table's text is that of struct inet_diag_sockopt, which has two bytes."""
    named = SOCKOPT.members[0].meaning.removeprefix("Bits from 0: ").removesuffix(" ...").split()
    fields = _kernel().fields("inet_diag_sockopt")
    assert [field.name for field in fields[: len(named)]] == named
    assert [field.bit for field in fields[: len(named)]] == list(range(len(named)))
    assert _kernel().size("inet_diag_sockopt") == WIDTHS[SOCKOPT.members[0].kind]


def test_attribute_numbers_are_the_kernels() -> None:
    """INET_DIAG_* has no number that differs from the kernel's, and none is missing."""
    theirs = {
        name.removeprefix("INET_DIAG_"): n
        for name, n in _kernel().constants("INET_DIAG_").items()
        if "REQ_" not in name and "BC_" not in name
    }
    theirs.pop("NONE")
    assert {name: n for name, n in theirs.items() if n > max(uapi.INET_DIAG.values())} == {}, "attributes that the table lacks"
    assert {name: uapi.INET_DIAG[name] for name in theirs} == theirs


def test_states_are_the_kernels() -> None:
    """TCP_ESTABLISHED and so on; state 13 (bound, inactive) is left out on purpose."""
    states = _kernel().constants("TCP_")
    for number, name in uapi.TCP_STATES.items():
        assert states[f"TCP_{name}"] == number
    assert sum(1 << n for n in range(13)) == uapi.ALL_STATES
    assert 1 << states["TCP_LISTEN"] == uapi.LISTEN_ONLY


@pytest.mark.parametrize("prefix", ["MPTCP_SUBFLOW_ATTR_", "INET_ULP_INFO_"])
def test_nested_attributes_are_the_kernels(prefix: str) -> None:
    """Each attribute inside ULP_INFO has the kernel's number; a new one of the kernel is named here."""
    theirs = {n: v for n, v in _kernel().constants(prefix).items() if not n.endswith("UNSPEC")}
    if not theirs:
        pytest.skip(f"the BTF of this kernel has no {prefix}*: it is built without it, or nothing refers to the enumeration")
    ours = {s.name: s.path[-1] for s in STRUCTS if s.name.startswith(prefix)}
    assert theirs == ours


def test_tls_attributes_are_those_of_the_header() -> None:
    """TLS_INFO_* of include/uapi/linux/tls.h, typed here: nothing in a kernel's BTF refers to that enumeration."""
    names = ("VERSION", "CIPHER", "TXCONF", "RXCONF", "ZC_RO_TX", "RX_NO_PAD", "TX_MAX_PAYLOAD_LEN")
    assert [(s.name.removeprefix("TLS_INFO_"), s.path[-1]) for s in TLS] == list(zip(names, range(1, 8), strict=True))


def test_nested_attributes_stand_in_their_containers() -> None:
    """TLS is attribute 2 inside ULP_INFO, MPTCP 3, whatever the running kernel was built with."""
    assert {s.path[:2] for s in TLS} == {(uapi.INET_DIAG["ULP_INFO"], 2)}
    assert {s.path[:2] for s in MPTCP} == {(uapi.INET_DIAG["ULP_INFO"], 3)}


def test_memory_counters_are_in_the_kernels_order() -> None:
    """SK_MEMINFO_* is an array of u32 whose indices are the kernel's."""
    theirs = {n: v for n, v in _kernel().constants("SK_MEMINFO_").items() if n != "SK_MEMINFO_VARS"}
    assert {p.member.name: p.offset // 4 for p in _ours("INET_DIAG_SKMEMINFO")} == theirs
