from collections.abc import Callable

def select(
    damaged: Callable[[str, int, int], Exception],
    packed: bytes,
    pieces: tuple[bytes | memoryview, ...],
    passed: int,
    /,
) -> tuple[bytes, int, int]:
    """As Selector.select of selection.py, over a filter packed by record_filter.py: (chunk, rows, passed).

    `damaged` is the class of the error that is raised for wrong rows. ValueError: the packed filter is wrong.
    """
