"""Client libraries that come with an extra of the package: imported when a destination is opened, never before."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from xtcp_ebpf.errors import SendError


def need(module: str, extra: str) -> ModuleType:
    """The module, imported. Raises SendError `missing_extra`, without retry, which says what to install."""
    try:
        return import_module(module)
    except ImportError as error:
        text = f"the Python module {module} cannot be loaded ({error}): pip install 'xtcp-ebpf[{extra}]'"
        raise SendError("missing_extra", text, retry=False) from error
