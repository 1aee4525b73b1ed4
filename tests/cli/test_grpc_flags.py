"""Where the daemon is, and what is shown there."""

from __future__ import annotations

import pytest

from xtcp_ebpf.cli.grpc_flags import FLAGS, access
from xtcp_ebpf.errors import BadFlag


def test_usual() -> None:
    """This host, in clear, with nothing to show."""
    found = access({})
    assert (str(found.server), found.encrypted, found.token_file) == ("localhost:8889", False, "")


def test_everything() -> None:
    """A port in -target beats -port; files are not looked at here."""
    given = {"target": "h:1", "port": "2", "tls": "true", "ca": "a", "cert": "c", "key": "k", "tokenFile": "t", "d": "11"}
    assert set(given) == set(FLAGS)
    found = access(given)
    assert (str(found.server), found.tls, found.ca, found.cert, found.key, found.token_file) == ("h:1", True, "a", "c", "k", "t")
    assert str(access({"target": "h", "port": "2"}).server) == "h:2"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"target": "h:x"}, "-target: 'h:x' is no address of a server: write HOST"),
        ({"target": "unix:"}, "-target: 'unix:' is no Unix socket"),
        ({"port": "0"}, "-port: 0 is out of range: 1 to 65535"),
        ({"port": "65536"}, "-port: 65536 is out of range"),
        ({"port": "x"}, "-port: 'x' is no whole number"),
        ({"tls": "yes"}, "-tls: 'yes' is neither true nor false"),
        ({"target": "h", "tokenFile": "t"}, "-tokenFile: the token would go to h:8889 in clear"),
    ],
)
def test_wrong(given: dict[str, str], told: str) -> None:
    """Named with the flag."""
    with pytest.raises(BadFlag, match=told):
        access(given)
