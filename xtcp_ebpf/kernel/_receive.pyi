def receive(fd: int, area: bytearray | memoryview, largest: int, seconds: float, /) -> tuple[int, int, int]:
    """Datagrams of at most `largest` bytes each, without waiting, while there are any, the area has room for one more and there is time.

    Answers how many bytes of the area they fill, with which errno it ended (0: with none) and, where that is EMSGSIZE, how large the
    datagram was that is lost. Raises ValueError when the area has no room for one.
    """
