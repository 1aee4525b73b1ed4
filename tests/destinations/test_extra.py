"""Client libraries that may be missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from xtcp_ebpf.destinations._extra import need
from xtcp_ebpf.errors import SendError


def test_what_is_there_is_imported() -> None:
    """The module itself is given, a submodule too."""
    assert need("json", "x") is sys.modules["json"]
    assert need("json.decoder", "x") is sys.modules["json.decoder"]


def test_what_is_missing_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is not installed, and one that cannot be loaded, are SendError without retry that names the extra."""
    (tmp_path / "broken_client.py").write_text("from json import nothing_of_that_name\n")
    monkeypatch.syspath_prepend(tmp_path)
    for module, why in (("no_such_client", "No module named"), ("broken_client", "nothing_of_that_name")):
        with pytest.raises(SendError, match=f"{module} cannot be loaded .*{why}.*: pip install 'xtcp-ebpf\\[kafka\\]'") as missing:
            need(module, "kafka")
        assert (missing.value.reason, missing.value.retry) == ("missing_extra", False)
