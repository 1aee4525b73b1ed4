"""The libraries of the extra `grpc`, and what must be said to them before they are loaded."""

from __future__ import annotations

import os
from importlib import import_module

from xtcp_ebpf.errors import UsageError

MODULES = ("grpc", "grpc_health.v1.health", "grpc_reflection.v1alpha.reflection")
ENVIRONMENT = {
    # Else its core writes to stderr whatever a port scan makes it think, past our log and without a limit.
    "GRPC_VERBOSITY": "NONE",
    # We start no program that would go on in this one's image; and its handlers at fork() would stop all calls meanwhile.
    "GRPC_ENABLE_FORK_SUPPORT": "0",
}


def load() -> None:
    """Import them. Raises UsageError with what to install. What the operator's environment says to them stays."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    for module in MODULES:
        try:
            import_module(module)
        except ImportError as error:
            text = f"-grpcListen: the Python module {module} cannot be loaded ({error})"
            raise UsageError(f"{text}: pip install 'xtcp-ebpf[grpc]'; or -grpcListen '' to do without") from error
