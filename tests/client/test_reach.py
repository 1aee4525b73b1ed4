"""What can be meant together."""

from __future__ import annotations

import pytest

from xtcp_ebpf.client.reach import Access
from xtcp_ebpf.client.server_address import read
from xtcp_ebpf.errors import BadFlag

FAR, NEAR = read("192.0.2.1", 1), read("localhost", 1)


def test_a_token_in_clear() -> None:
    """It goes to this host, or encrypted; to another in clear never."""
    with pytest.raises(BadFlag, match=r"-tokenFile: the token would go to 192\.0\.2\.1:1 in clear: add -tls"):
        Access(FAR, token_file="t")
    assert Access(NEAR, token_file="t").token_file == "t"
    assert Access(read("unix:/x", 1), token_file="t").token_file == "t"
    assert Access(FAR, tls=True, token_file="t").encrypted


def test_what_means_tls() -> None:
    """-tls, an authority, or a certificate."""
    assert [one.encrypted for one in (Access(FAR), Access(FAR, tls=True), Access(FAR, ca="a"), Access(FAR, cert="c"))] == [
        False,
        *[True] * 3,
    ]


def test_a_key_alone() -> None:
    """It is a key of something."""
    with pytest.raises(BadFlag, match="-key: needs -cert"):
        Access(NEAR, key="k")
