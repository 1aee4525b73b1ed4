"""The one thing of abc.py that does something."""

from __future__ import annotations

from xtcp_ebpf.abc import Sealed


def test_the_body_is_the_chunks_joined() -> None:
    """An Envelope's bytes are its chunks, nothing between them."""
    assert Sealed((b"ab", b"", b"c"), 3, 3, "rows").body() == b"abc"
    assert Sealed((), 0, 0, "rows").body() == b""
