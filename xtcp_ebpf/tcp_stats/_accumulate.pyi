def accumulate(packed: bytes, chunks: tuple[bytes | memoryview, ...], /) -> tuple[int, int, bytes]:
    """As Accumulator.add of accumulate.py, over a table packed by picture.py. Raises ValueError when it does not fit."""
