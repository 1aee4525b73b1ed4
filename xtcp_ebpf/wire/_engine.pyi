from xtcp_ebpf.abc import Datagram, Decoded, Reserve, Stamp

class Engine:
    """The C engine over a table packed by layout.pack(), with the names of trouble.KINDS, answering in `decoded` (a NamedTuple of five).

    Raises ValueError when they do not fit it.
    """

    def __new__(cls, packed: bytes, kinds: tuple[str, ...], decoded: type[Decoded], /) -> Engine: ...
    def decode(
        self,
        datagram: Datagram,
        seq: int | None,
        portid: int | None,
        stamp: Stamp,
        reserve: Reserve,
        modulus: int = 1,
        ordinal: int = 0,
    ) -> Decoded:
        """As Engine.decode of abc.py."""
