from collections.abc import Callable

def count(damaged: Callable[[str, int, int], Exception], body: bytes | memoryview, start: int, most: int, /) -> tuple[int, int]:
    """As Reader.count of columns.py. `damaged` is the class of the error that is raised."""

def read(
    packed: bytes,
    damaged: Callable[[str, int, int], Exception],
    pieces: tuple[bytes | memoryview, ...],
    rows: int,
    out: bytearray | memoryview,
    /,
) -> list[bytes]:
    """As Reader.read of columns.py, over a table packed by its pack(). Raises ValueError when the table or `out` does not fit."""
