"""`xtcp-ebpf ctl` from outside: rights, exit codes, help."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from cli.served_daemon import Served
from servers.certificates import Certificates

from xtcp_ebpf.cli.ctl import VERBS, main
from xtcp_ebpf.cli.ctl_flags import COMMON
from xtcp_ebpf.cli.ctl_work import PREPARE
from xtcp_ebpf.version import program

TOKEN = "control-token-0123456789"
WORDS = (sys.executable, "-c", "import sys; from xtcp_ebpf.cli.ctl import main; sys.exit(main(sys.argv[1:]))")


def run(*argv: str) -> tuple[int, str, str]:
    """(exit code, stdout, stderr)."""
    out, err = io.BytesIO(), io.StringIO()
    code = main(argv, out, err, io.BytesIO())
    return code, out.getvalue().decode(), err.getvalue()


def test_help_and_version() -> None:
    """Every command, every flag; no line wider than a terminal; nothing is asked."""
    for argv in (("help",), (), ("get", "-help")):
        code, out, err = run(*argv)
        assert (code, err) == (0, "")
    for name, verb in VERBS.items():
        assert f"\n  {name}" in out
        assert all(f"\n    -{flag} " in out for flag in verb.flags)
    assert all(f"\n  -{flag}" in out for flag in COMMON)
    assert max(map(len, out.splitlines())) <= 100
    assert run("version") == (0, f"{program()}\n", "")
    assert VERBS.keys() == PREPARE.keys() | {"help", "version"}


def test_rights(tmp_path: Path) -> None:
    """On loopback all may read; control needs the token: exit code 1 and what would do, then it is done."""
    (tmp_path / "token").write_text(TOKEN)
    with Served(grpc_control="guarded", grpc_token_file=str(tmp_path / "token")) as served:
        assert run("-target", served.target, "get")[0] == 0
        code, out, err = run("-target", served.target, "set", "label=x")
        assert (code, out) == (1, "")
        assert "token" in err
        assert run("-target", served.target, "-tokenFile", str(tmp_path / "token"), "set", "label=x")[0] == 0
        assert served.control.now.label == "x"
        (tmp_path / "other").write_text("another-token-0123456789")
        code, _, err = run("-target", served.target, "-tokenFile", str(tmp_path / "other"), "set", "label=y")
        assert (code, served.control.now.label) == (1, "x")
        assert "another" not in err


def test_unix_socket(tmp_path: Path) -> None:
    """Who can open it may control."""
    with Served(f"unix:{tmp_path}/s", grpc_control="guarded"):
        assert run("-target", f"unix:{tmp_path}/s", "skip", "none") == (0, 'skip: "auto" -> "none"\n', "")


def test_client_certificate(tmp_path: Path) -> None:
    """TLS with a certificate of the authority that the daemon asks for."""
    tls = Certificates(tmp_path / "tls")
    files = {"grpc_tls_cert": str(tls.server_cert), "grpc_tls_key": str(tls.server_key), "grpc_client_ca": str(tls.ca)}
    with Served(grpc_control="guarded", **files) as served:
        shown = ("-ca", str(tls.ca), "-cert", str(tls.client_cert), "-key", str(tls.client_key))
        assert run("-target", served.target, *shown, "set", "label=x") == (0, 'label: "before" -> "x"\n', "")
        code, _, err = run("-target", served.target, "-ca", str(tls.stranger), "get")
        assert code == 1
        assert "its certificate is not trusted" in err


@pytest.mark.parametrize(
    ("argv", "code"), [(("get", "-port", "1"), 1), (("get", "-port", "x"), 2), (("-target", "h:x", "get"), 2), (("x",), 2)]
)
def test_exit_codes(argv: tuple[str, ...], code: int) -> None:
    """1: it could not be done; 2: it was asked wrongly; one line either way."""
    found, out, err = run(*argv)
    assert (found, out, err.count("\n")) == (code, "", 1), err
    assert err.startswith("xtcp-ebpf ctl: ")


def test_the_reader_leaves() -> None:
    """It ends with 0 and without a word."""
    with subprocess.Popen((*WORDS, "help"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        assert (child.wait(20), child.stderr.read()) == (0, b"")
