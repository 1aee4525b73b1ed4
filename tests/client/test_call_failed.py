"""What gRPC says, as a person reads it."""

from __future__ import annotations

import grpc
import pytest

from xtcp_ebpf.client.call_failed import FINAL, CallFailed, failure


class Ended(grpc.RpcError, grpc.Call):  # type: ignore[misc]  # as gRPC's own: mypy finds their methods at odds
    """What a call raises; its parts are gRPC's to fill."""

    def __init__(self, code: grpc.StatusCode, details: str) -> None:
        self._code, self._details = code, details

    def code(self) -> grpc.StatusCode:
        return self._code

    def details(self) -> str:
        return self._details

    def initial_metadata(self) -> None: ...
    def trailing_metadata(self) -> None: ...
    def is_active(self) -> bool:
        return False

    def time_remaining(self) -> None: ...
    def cancel(self) -> None: ...
    def add_callback(self, callback: object) -> bool:  # noqa: ARG002  # gRPC's
        return False


S = grpc.StatusCode
LAST = "failed to connect to all addresses; last error: "


@pytest.mark.parametrize(
    ("code", "details", "text"),
    [
        (S.UNAVAILABLE, LAST + "UNKNOWN: ipv4:127.0.0.1:1: connect: Connection refused (111)", "h:1: Connection refused"),
        (S.UNAVAILABLE, LAST + "UNAVAILABLE: ipv4:127.0.0.1:1: ipv4:127.0.0.1:1: Socket closed", "the connection broke, or it speaks TLS"),
        (
            S.UNAVAILABLE,
            LAST + "X: ipv4:1.2.3.4:1: Ssl: CERTIFICATE_VERIFY_FAILED: self signed",
            "not trusted: name its authority with -ca",
        ),
        (S.UNAVAILABLE, LAST + "X: ipv4:1.2.3.4:1: Hostname Verification Check failed.", "TLS: its certificate is not for this name"),
        (
            S.UNAVAILABLE,
            LAST + "X: ipv4:1.2.3.4:1: SSL_ERROR_SSL: WRONG_VERSION_NUMBER",
            "does not speak TLS: leave out -tls",
        ),
        (S.UNAVAILABLE, LAST + "X: ipv4:1.2.3.4:1: tlsv13 alert certificate required", "it may ask for a certificate (-cert, -key)"),
        (S.UNAVAILABLE, "the daemon ends", "the daemon ends"),
        (S.DEADLINE_EXCEEDED, "Deadline Exceeded", "no answer in time"),
        (S.UNIMPLEMENTED, "unknown method Status", "another version, or another program (unknown method Status)"),
        (S.UNAUTHENTICATED, "who?", "who?\n  show a token (-tokenFile)"),
        (S.PERMISSION_DENIED, "not you", "not you\n  that takes more than was shown"),
        (S.INVALID_ARGUMENT, "poll_frequency: 0s\x1b[2J is short", "poll_frequency: 0s\\x1b[2J is short"),
        (S.INTERNAL, "", "INTERNAL"),
    ],
)
def test_words(code: grpc.StatusCode, details: str, text: str) -> None:
    """Each says what to do where something can be done; nothing of it steers a terminal."""
    failed = failure("h:1", Ended(code, details))
    assert str(failed).startswith("h:1: ")
    assert text in str(failed)
    assert (failed.code, failed.final) == (code.name, code.name in FINAL)


def test_a_server_that_says_what_would_do() -> None:
    """Its words are enough."""
    assert str(failure("h:1", Ended(S.UNAUTHENTICATED, "show a token"))) == "h:1: show a token"


def test_no_call() -> None:
    """An RpcError that is no call has no code."""
    failed = failure("h:1", grpc.RpcError("odd"))
    assert (failed.code, str(failed), failed.final) == ("UNKNOWN", "h:1: odd", False)
    assert not CallFailed("UNAVAILABLE", "x").final
