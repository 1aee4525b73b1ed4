"""Who may call what: every combination of listener, proof and setting, as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xtcp_ebpf.api import access
from xtcp_ebpf.api.access import METHODS, Caller, Right, Rules, Token, Trust, problems, refusal, remarks
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.pb import xtcp_config_pb2, xtcp_flat_record_service_pb2

GUARDED = Rules(names=frozenset({"alice"}), control_token=True, read_token=True, certificates=True)
OK, NOTHING, WRONG, LITTLE, OFF = "", "nothing_shown", "token_wrong", "not_enough", "control_off"
CASES = [
    # trust, token, certificate, to read, to control
    (Trust.UNIX, Token.NONE, None, OK, OK),
    (Trust.UNIX, Token.WRONG, None, OK, OK),
    (Trust.LOCAL, Token.NONE, None, OK, NOTHING),
    (Trust.LOCAL, Token.WRONG, None, OK, WRONG),
    (Trust.LOCAL, Token.UNREADABLE, None, OK, "token_unreadable"),
    (Trust.LOCAL, Token.READ, None, OK, LITTLE),
    (Trust.LOCAL, Token.CONTROL, None, OK, OK),
    (Trust.LOCAL, Token.NONE, ("bob",), OK, LITTLE),
    (Trust.LOCAL, Token.NONE, ("x", "alice"), OK, OK),
    (Trust.FAR, Token.NONE, None, NOTHING, NOTHING),
    (Trust.FAR, Token.WRONG, None, WRONG, WRONG),
    (Trust.FAR, Token.UNREADABLE, None, "token_unreadable", "token_unreadable"),
    (Trust.FAR, Token.READ, None, OK, LITTLE),
    (Trust.FAR, Token.CONTROL, None, OK, OK),
    (Trust.FAR, Token.NONE, ("alice",), OK, OK),
    (Trust.FAR, Token.NONE, (), OK, LITTLE),
    (Trust.FAR, Token.READ, ("bob",), OK, LITTLE),
    (Trust.FAR, Token.CONTROL, ("bob",), OK, OK),
]


@pytest.mark.parametrize(("trust", "token", "certificate", "read", "control"), CASES)
def test_rights(trust: Trust, token: Token, certificate: tuple[str, ...] | None, read: str, control: str) -> None:
    """With everything configured: each proof gives what it is for, and health is told to all."""
    caller = Caller(trust, token, certificate)
    for right, wanted in ((Right.NONE, OK), (Right.READ, read), (Right.CONTROL, control)):
        no = refusal(GUARDED, right, caller)
        assert (no.word if no else OK) == wanted
        if no:
            assert no.known == (wanted == LITTLE)
            assert ("-grpcControlNames" in no.text) == (right is Right.CONTROL)
    assert refusal(replace(GUARDED, control="open"), Right.CONTROL, caller) is None
    assert refusal(replace(GUARDED, control="open"), Right.READ, caller) is None
    off = refusal(replace(GUARDED, control="off"), Right.CONTROL, caller)
    assert off is not None
    assert (off.word, off.known) == (OFF, True)
    assert (refusal(replace(GUARDED, control="off"), Right.READ, caller) is None) == (read == OK)


def test_any_certificate_controls_unless_names_are_given() -> None:
    """-grpcControlNames narrows; without it the authorities' word is enough."""
    caller = Caller(Trust.FAR, certificate=("bob",))
    assert refusal(replace(GUARDED, names=frozenset()), Right.CONTROL, caller) is None


def test_the_text_says_what_would_be_enough_here() -> None:
    """Only ways that this daemon was given; where there is none, the flags that would make one."""
    nobody = Caller(Trust.FAR)
    bare = refusal(Rules(), Right.CONTROL, nobody)
    assert bare is not None
    assert bare.text == "to control is not possible here: the daemon needs -grpcTokenFile, -grpcClientCa or -grpcListen unix:PATH for it"
    reading = refusal(Rules(read_token=True, unix=True), Right.READ, nobody)
    assert reading is not None
    assert reading.text == "to read takes a token in the metadata (authorization: Bearer TOKEN) or the Unix socket, as root"
    control = refusal(Rules(read_token=True, unix=True), Right.CONTROL, nobody)
    assert control is not None
    assert control.text == "to control takes the Unix socket, as root"


def test_all_that_is_served_has_a_right() -> None:
    """No method of our two services is missing in the table, and no control is for readers."""
    for file, service in ((xtcp_config_pb2, "ConfigService"), (xtcp_flat_record_service_pb2, "XTCPFlatRecordService")):
        described = file.DESCRIPTOR.services_by_name[service]
        assert described.full_name in (access.CONFIG, access.RECORDS)
        for method in described.methods:
            found = METHODS[f"/{described.full_name}/{method.name}"]
            reads = service == "XTCPFlatRecordService" or method.name in ("Get", "Status")
            assert found.right is (Right.READ if reads else Right.CONTROL)
            assert (found.room == "records") == bool(method.server_streaming)


def test_rules_of_knobs() -> None:
    """An abstract Unix socket is nobody's alone; a file is."""
    rules = Rules.of(Knobs(grpc_listen=("unix:/run/x",), grpc_token_file="/t", grpc_control_names=("a",), grpc_client_ca="/ca"))
    assert rules == Rules("guarded", frozenset({"a"}), True, False, True, True)
    assert not Rules.of(Knobs(grpc_listen=("unix:@x",))).unix


def test_a_caller_in_a_log() -> None:
    """What he has shown, never the token itself."""
    assert str(Caller(Trust.UNIX)) == "the Unix socket"
    assert str(Caller(Trust.LOCAL)) == "without a proof"
    assert str(Caller(Trust.FAR, Token.WRONG)) == "without a proof"
    assert str(Caller(Trust.FAR, Token.READ, ("alice", "a.example"))) == "certificate alice and read token"
    assert str(Caller(Trust.FAR, certificate=())) == "certificate without a name"


@pytest.mark.parametrize(
    ("knobs", "far", "wanted"),
    [
        ({"grpc_tls_cert": "/c"}, False, [("grpc_tls_cert", "needs -grpcTlsKey too")]),
        ({"grpc_tls_key": "/k"}, False, [("grpc_tls_key", "needs -grpcTlsCert too")]),
        ({"grpc_client_ca": "/a"}, False, [("grpc_client_ca", "needs -grpcTlsCert too")]),
        (
            {"grpc_control_names": ("a",)},
            False,
            [("grpc_control_names", "needs -grpcClientCa, the authorities that sign those certificates")],
        ),
        ({"grpc_token_file": "/t"}, False, []),
        ({"grpc_token_file": "/t", "grpc_tls_cert": "/c", "grpc_tls_key": "/k"}, True, []),
        (
            {"grpc_token_file": "/t"},
            True,
            [("grpc_token_file", "a token would go to :1 in clear: give -grpcTlsCert and -grpcTlsKey, or listen on loopback only")],
        ),
    ],
)
def test_knobs_that_cannot_be_meant(knobs: dict[str, str], far: bool, wanted: list[tuple[str, str]]) -> None:
    """Each is named with what it lacks; a token in clear over a network is refused before anything listens."""
    assert list(problems(Knobs(**knobs), [(":1", Trust.FAR if far else Trust.LOCAL)])) == wanted  # type: ignore[arg-type]  # by name


def test_remarks() -> None:
    """A listener that trusts everybody, and one that trusts nobody, are told of."""
    assert "may change this daemon" in next(remarks(Rules("open"), ":1", Trust.FAR))
    assert "only health is told" in next(remarks(Rules(), ":1", Trust.FAR))
    assert not list(remarks(Rules("open"), ":1", Trust.LOCAL))
    assert not list(remarks(Rules(certificates=True), ":1", Trust.FAR))
