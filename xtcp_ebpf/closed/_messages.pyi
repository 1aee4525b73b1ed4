def receive(fd: int, dport_at: int, pmtu_at: int, /) -> tuple[list[tuple[int, bytearray, int, tuple[int, ...]]], int, int, int, bool]:
    """The fields of a Received of messages.py, in its order. Raises OSError."""
