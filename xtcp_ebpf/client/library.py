"""grpc comes with an extra of the package: here it is asked for, before any module that imports it."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module

from xtcp_ebpf.errors import UsageError


def need(load: Callable[[str], object] = import_module) -> None:
    """Raises UsageError, which says what to install."""
    # Its C part would write of each failed handshake to stderr, beside the one line that we say.
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")
    try:
        load("grpc")
    except ImportError as error:
        raise UsageError(f"the Python module grpc cannot be loaded ({error}): pip install 'xtcp-ebpf[grpc]'") from error
