"""`null:` takes everything and keeps nothing: what the rest of the daemon costs without a destination."""

from __future__ import annotations

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _address


class NullSink:
    max_payload = None

    def send(self, payload: bytes) -> None:
        """Done: the sender counts it."""

    def send_parts(self, parts: tuple[bytes, ...]) -> None:
        """The same."""

    def close(self) -> None:
        """Nothing is held."""


def check(target: Target) -> None:
    """Raises BadAddress when there is an address."""
    _address.nothing(target)


def open(target: Target) -> NullSink:
    """Always succeeds."""
    _address.nothing(target)
    return NullSink()
