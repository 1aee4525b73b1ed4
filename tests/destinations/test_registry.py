"""Which destination is meant, and what is said when none is."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import xtcp_ebpf
from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import registry, stdio, tcp
from xtcp_ebpf.errors import BadAddress
from xtcp_ebpf.knobs import Knobs

KNOWN = "there is file, http, https, kafka, nats, nsq, null, parquet, s3parquet, stderr, stdout, tcp, udp, unix, unixgram, valkey"


@pytest.mark.parametrize(
    ("dest", "scheme", "address"),
    [
        ("null:", "null", ""),
        ("null", "null", ""),
        ("stdout", "stdout", ""),
        ("stderr:", "stderr", ""),
        ("file:/var/log/x", "file", "/var/log/x"),
        ("file:rel/ative:with:colons", "file", "rel/ative:with:colons"),
        ("tcp:host.example:9000", "tcp", "host.example:9000"),
        ("tcp:[::1]:9000", "tcp", "[::1]:9000"),
        ("udp:[fe80::1%eth0]:9000", "udp", "[fe80::1%eth0]:9000"),
        ("unix:@abstract", "unix", "@abstract"),
        ("unixgram:/run/x.sock", "unixgram", "/run/x.sock"),
    ],
)
def test_good_addresses(dest: str, scheme: str, address: str) -> None:
    """What is right becomes scheme and address, whatever colons the address has."""
    assert registry.parse(dest) == Target(scheme, address)


@pytest.mark.parametrize(
    ("dest", "says"),
    [
        ("tpc:h:1", "unknown scheme 'tpc': did you mean tcp:h:1?"),
        ("TCP:h:1", "did you mean tcp:h:1?"),
        ("unixgrm:/x", "did you mean unixgram:/x?"),
        ("/tmp/x", "did you mean file:/tmp/x?"),
        ("./x:y", "did you mean file:./x:y?"),
        ("localhost:9000", "did you mean tcp:localhost:9000?"),
        ("[::1]:9000", "did you mean tcp:[::1]:9000?"),
        ("unix/run/x.sock", "a colon follows the scheme: did you mean unix:/run/x.sock?"),
        ("zzz:q", "unknown scheme 'zzz';"),
        (":9000", "the scheme is missing"),
        ("", "the scheme is missing"),
    ],
)
def test_unknown_schemes(dest: str, says: str) -> None:
    """An unknown scheme is answered with what was probably meant and with what there is."""
    with pytest.raises(BadAddress) as refused:
        registry.parse(dest)
    assert says in str(refused.value)
    assert str(refused.value).endswith(KNOWN)


def test_knobs_come_along() -> None:
    """The target has the knobs that it was parsed with; without any, their defaults."""
    assert registry.parse("kafka:h:9092", Knobs(topic="t")).knobs.topic == "t"
    assert registry.parse("kafka:h:9092").knobs == Knobs()


def test_an_answer_repeats_no_password() -> None:
    """An unknown scheme is answered without what may be a secret in the address."""
    with pytest.raises(BadAddress) as refused:
        registry.parse("mqtt://user:secret@host:1")
    assert "secret" not in str(refused.value)
    assert "mqtt://user:***@host:1" in str(refused.value)


def test_find_gives_the_destination_itself() -> None:
    """find answers with the module that the entry point names; stdout and stderr share one."""
    assert registry.find("tcp") is tcp
    assert registry.find("stdout") is registry.find("stderr") is stdio
    with pytest.raises(BadAddress, match="unknown scheme 'tcq': did you mean tcp:"):
        registry.find("tcq")


def test_a_destination_that_cannot_be_imported_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registered destination whose module is broken is named with the cause, not called unknown."""
    entry = EntryPoint("carrier", "no_such_package.pigeon", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda **_: [entry])
    with pytest.raises(BadAddress, match=r"no_such_package.pigeon is registered for it and cannot be loaded: No module"):
        registry.parse("carrier:x")


def test_a_bare_checkout_says_that_it_is_not_installed(tmp_path: Path) -> None:
    """Run without the package's metadata, the message tells to install it."""
    (tmp_path / "xtcp_ebpf").symlink_to(Path(xtcp_ebpf.__file__).parent)
    code = "import sys; sys.path.insert(0, sys.argv[1]); from xtcp_ebpf.destinations import registry; registry.parse('null:')"
    run = subprocess.run([sys.executable, "-I", "-S", "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert "-dest null: no destination is registered: the package is not installed" in run.stderr
