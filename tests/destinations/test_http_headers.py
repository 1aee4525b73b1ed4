"""The file with headers: what is taken, and what could change the request itself and is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _http_headers
from xtcp_ebpf.errors import SendError
from xtcp_ebpf.knobs import Knobs


def target(folder: Path, content: bytes) -> Target:
    path = folder / "headers"
    path.write_bytes(content)
    path.chmod(0o600)
    return Target("http", "//h/", knobs=Knobs(http_headers_file=str(path)))


def test_headers(tmp_path: Path) -> None:
    """One a line, with or without a space behind the colon, with either end of line; empty lines and comments are left out."""
    content = b"# ours\n\nX-Scope-OrgID: tenant 1\r\nAuthorization:Bearer a:b\nX-Empty:\nX-Tab: a\tb  \n"
    assert _http_headers.read(target(tmp_path, content)) == {
        "X-Scope-OrgID": "tenant 1",
        "Authorization": "Bearer a:b",
        "X-Empty": "",
        "X-Tab": "a\tb",
    }
    assert _http_headers.read(Target("http", "//h/")) == {}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"hunter2", "is no header"),
        (b" X-Folded: hunter2", "is no header"),
        (b": hunter2", "is no header"),
        (b"X Y: hunter2", "is no header"),
        (b"X: hunter2\rHost: evil", "a character that no header may hold"),
        (b"X: hunter2\0", "a character that no header may hold"),
        (b"X: hunter2\x0bY: z", "a character that no header may hold"),
        ("X: hunter2\u2028ü".encode(), "a character that no header may hold"),
        (b"host: hunter2", "host is ours to set"),
        (b"Content-Length: 7", "Content-Length is ours to set"),
        (b"Transfer-Encoding: chunked", "Transfer-Encoding is ours to set"),
        (b"Content-Encoding: gzip", "Content-Encoding is ours to set"),
        (b"Connection: close", "Connection is ours to set"),
        (b"x-FIRST: hunter2", "x-FIRST stands there twice"),
    ],
    ids=lambda value: value[:1].hex() if isinstance(value, bytes) else value.replace(" ", "-"),  # they become the folder's name
)
def test_what_is_refused(tmp_path: Path, line: bytes, problem: str) -> None:
    """What would forge another header, another body or another host, and what is no header: file and line are named, no value is."""
    where = target(tmp_path, b"X-First: 1\n" + line + b"\n")
    with pytest.raises(SendError, match=f"^http://h/: -httpHeadersFile {tmp_path}/headers, line 2: .*{problem}") as bad:
        _http_headers.read(where)
    assert (bad.value.reason, bad.value.retry) == ("headers", False)
    assert "hunter2" not in str(bad.value)


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    """That is told with its name, without retry."""
    with pytest.raises(SendError, match=f"-httpHeadersFile {tmp_path}/none: ENOENT") as bad:
        _http_headers.read(Target("http", "//h/", knobs=Knobs(http_headers_file=str(tmp_path / "none"))))
    assert not bad.value.retry
