from xtcp_ebpf.kernel.visit import Home

def visit(
    home: Home,
    path: bytes | None,
    handle: bytes | None,
    inode: int,
    files: tuple[bytes, ...],
    diag: bool,
    confirm: bool,
    /,
) -> tuple[int, int, int, int, tuple[bytes | None, ...], int, int, int]:
    """The fields of a Visit of visit.py, in its order."""
