"""What a server's refusal means to the person who asked, and whether asking again may help."""

from __future__ import annotations

import re
from typing import Any

import grpc

from xtcp_ebpf.errors import XtcpError
from xtcp_ebpf.mask import visible

FINAL = ("UNAUTHENTICATED", "PERMISSION_DENIED", "INVALID_ARGUMENT", "UNIMPLEMENTED")
"""The same question gets the same answer."""
_HINTS = {
    "UNAUTHENTICATED": "show a token (-tokenFile) or a certificate (-cert, -key), or ask by its Unix socket (-target unix:/PATH)",
    "PERMISSION_DENIED": "that takes more than was shown: the controlling token (-tokenFile), a certificate (-cert), or its Unix socket",
}
_LAST = re.compile(r"^failed to connect to all addresses; last error: (?:\w+: )?(?P<what>.*)$", re.DOTALL)
_PLACE = re.compile(r"^(?:(?:ipv4|ipv6|unix|unix-abstract):\S+: )+")


class CallFailed(XtcpError):
    """A call that ended with an error. `code`: gRPC's name of it, such as UNAVAILABLE."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code

    @property
    def final(self) -> bool:
        """Trying again makes no sense."""
        return self.code in FINAL


def failure(where: str, error: grpc.RpcError) -> CallFailed:
    """`where`: the server, for a person."""
    call: Any = error
    has = isinstance(call, grpc.Call)  # what a call raises is itself a Call; mypy thinks that cannot be
    code, details = (call.code().name, call.details() or "") if has else ("UNKNOWN", str(error))
    said = "\n".join(map(visible, _meaning(code, details).strip().splitlines())) or code
    if (hint := _HINTS.get(code, "")) and "token" not in said:
        said += f"\n  {hint}"
    return CallFailed(code, f"{where}: {said}")


def _meaning(code: str, details: str) -> str:
    if code == "DEADLINE_EXCEEDED":
        return "no answer in time"
    if code == "UNIMPLEMENTED":
        return f"it does not know this call: it is another version, or another program ({details})"
    if code != "UNAVAILABLE":
        return details
    found = _LAST.match(details)
    text = _PLACE.sub("", found["what"] if found else details)
    if "CERTIFICATE_VERIFY_FAILED" in text or "Hostname Verification Check failed" in text:
        why = "is not for this name" if "Hostname" in text else "is not trusted: name its authority with -ca"
        return f"TLS: its certificate {why} ({text[-200:]})"
    if "WRONG_VERSION_NUMBER" in text:
        return "what listens there does not speak TLS: leave out -tls"
    if "alert" in text.lower():
        return f"TLS: it refuses us: it may ask for a certificate (-cert, -key) ({text[-200:]})"
    if text in ("Socket closed", "recvmsg:Connection reset by peer", "Connection reset by peer"):
        return f"the connection broke, or it speaks TLS and we do not (-tls) ({text})"
    return text.removeprefix("Failed to connect to remote host: ").removesuffix(" (111)").removeprefix("connect: ")
