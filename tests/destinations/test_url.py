"""URLs as operators write them."""

from __future__ import annotations

import pytest

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations._url import Url, parse
from xtcp_ebpf.errors import BadAddress


@pytest.mark.parametrize(
    ("dest", "url"),
    [
        ("http://h", Url("h", 80, "/", "", "")),
        ("https://h", Url("h", 443, "/", "", "")),
        ("http://h:8123/?a=b", Url("h", 8123, "/?a=b", "", "")),
        ("http://h?a=b@c", Url("h", 80, "/?a=b@c", "", "")),
        ("http://[::1]:8123/x", Url("::1", 8123, "/x", "", "")),
        ("http://[fe80::1%lo]", Url("fe80::1%lo", 80, "/", "", "")),
        ("http://u:p%40%2F:w@h/", Url("h", 80, "/", "u", "p@/:w")),
        ("http://u@h/", Url("h", 80, "/", "u", "")),
        ("http://h/a b/ü%20%zz%4?q=INSERT INTO t FORMAT x&s='a\"b'", Url("h", 80, "", "", "")),
    ],
)
def test_parts(dest: str, url: Url) -> None:
    """Host, port, path with query and login; what cannot stand in a request is percent-encoded, what is encoded already stays."""
    scheme, _, address = dest.partition(":")
    if not url.path:
        url = url._replace(path="/a%20b/%C3%BC%20%25zz%254?q=INSERT%20INTO%20t%20FORMAT%20x&s='a%22b'")
    assert parse(Target(scheme, address)) == url


@pytest.mark.parametrize(
    ("dest", "problem"),
    [
        ("http:h:80/", "a URL is written http://HOST:PORT/PATH"),
        ("http://", "the host is missing"),
        ("http:///path", "the host is missing"),
        ("http://:80/", "the host is missing"),
        ("http://h:/", "the port must be a number"),
        ("http://h:0/", "the port must be a number"),
        ("http://h:65536/", "the port must be a number"),
        ("http://::1/", "an IPv6 address stands in brackets"),
        ("http://[1.2.3.4]/", "only an IPv6 address stands in brackets"),
        ("http://[::1]80/", "an IPv6 address is written"),
        ("http://a..b/", "this cannot be a host name"),
        ("http://a b/", "there is a space in the host"),
        ("http://h/#x", "write %23 for it"),
        ("http://h/\r\nX: y", "a control character"),
        ("http://@h/", "the user is missing"),
        ("http://:p@h/", "the user is missing"),
        ("http://a%3Ab:p@h/", "a user cannot have a colon"),
    ],
)
def test_what_cannot_be_meant(dest: str, problem: str) -> None:
    """Each is answered with what is wrong and how to write it right."""
    scheme, _, address = dest.partition(":")
    with pytest.raises(BadAddress, match=problem) as bad:
        parse(Target(scheme, address))
    assert str(bad.value).startswith("-dest http:")


@pytest.mark.parametrize("dest", ["http://u:hunter2/x@h/", "http://u:hunter2@h:x/", "http://u:a:hunter2@h:0/", "http://u:hunter2@/"])
def test_no_message_has_a_password(dest: str) -> None:
    """Not even where it is the password that makes the URL wrong."""
    scheme, _, address = dest.partition(":")
    with pytest.raises(BadAddress) as bad:
        parse(Target(scheme, address))
    assert "hunter2" not in str(bad.value)
