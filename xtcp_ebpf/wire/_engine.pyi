from xtcp_ebpf.abc import Datagram, Reserve, Trouble

class Engine:
    """The C engine over a table packed by layout.pack(), with the names of trouble.KINDS. Raises ValueError when they do not fit it."""

    def __new__(cls, packed: bytes, kinds: tuple[str, ...], /) -> Engine: ...
    def decode(
        self,
        datagram: Datagram,
        seq: int | None,
        portid: int | None,
        stamp: tuple[bytes, bytes, bytes],
        reserve: Reserve,
        modulus: int,
        ordinal: int,
        /,
    ) -> tuple[bytes, int, int, int | None, Trouble | None]:
        """As Engine.decode of abc.py."""
