"""What pyarrow says of a request that failed, as errors.SendError. It raises OSError with a text of its SDK, and nothing else to go by."""

from __future__ import annotations

import re

from xtcp_ebpf.errors import SendError

_CODE = re.compile(r"AWS Error ([A-Z_]+)(?: \(HTTP status (\d+)\))?(?:.*?ExceptionName: (\w+))?", re.DOTALL)
_CURL = re.compile(r"curlCode: (\d+)")
_NOISE = re.compile(r" \(Request ID: [^)]*\)|; Details: .*", re.DOTALL)
_LONG = re.compile(r"^.*?AWS Error (.+?) during (\w+) operation: (?:curlCode: \d+, )?(.*)$", re.DOTALL)
"""What went before says key and bucket, which are known."""

CURL = {6: "resolve", 7: "refused", 28: "timeout", 52: "reset", 55: "reset", 56: "reset"}
CURL |= dict.fromkeys((35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91), "tls")

CODES = {
    "NO_SUCH_BUCKET": "missing",
    "RESOURCE_NOT_FOUND": "missing",
    "ACCESS_DENIED": "denied",
    "INVALID_ACCESS_KEY_ID": "denied",
    "INVALID_CLIENT_TOKEN_ID": "denied",
    "INVALID_SIGNATURE": "denied",
    "SIGNATURE_DOES_NOT_MATCH": "denied",
    "MISSING_AUTHENTICATION_TOKEN": "denied",
    "UNRECOGNIZED_CLIENT": "denied",
    "REQUEST_EXPIRED": "denied",
    "REQUEST_TIME_TOO_SKEWED": "denied",
    "ACCOUNT_BLOCKED": "denied",
    "SLOW_DOWN": "busy",
    "THROTTLING": "busy",
    "SERVICE_UNAVAILABLE": "busy",
    "REQUEST_TIMEOUT": "timeout",
    "INTERNAL_FAILURE": "server",
}
STATUS = {301: "region", 307: "region", 401: "denied", 403: "denied", 404: "missing", 429: "busy", 503: "busy", 507: "disk_full"}
NAMES = {"XAdminUserNotFound": "denied", "ExpiredToken": "denied", "InvalidToken": "denied", "AuthorizationHeaderMalformed": "region"}
"""Error names that the SDK does not know."""

HINTS = {
    "refused": "nobody listens there",
    "missing": "make the bucket, or name another by -s3Bucket",
    "denied": "look at -s3AccessKey, -s3SecretKeyFile, what they may do, and this machine's clock",
    "region": "the bucket is in another region: -s3Region",
    "tls": "does it speak TLS (https:// or http://), and is its authority known (-destCa)?",
}

MENDED_BY_OPERATOR = frozenset({"missing", "denied", "region"})
"""Reasons for which a second try at once makes no sense."""


def reason(text: str) -> str:
    """The word for counters."""
    curl = _CURL.search(text)
    if curl:
        return CURL.get(int(curl[1]), "unreachable")
    found = _CODE.search(text)
    if not found:
        return "other"
    code, status, name = found.groups()
    number = int(status or 0)
    word = NAMES.get(name or "") or CODES.get(code) or STATUS.get(number)
    return word or ("server" if number >= 500 else "other")


def failure(where: str, error: OSError, secrets: tuple[str, ...] = (), at_start: bool = False) -> SendError:
    """`at_start`: what only the operator can mend is not worth another try. None of the secrets comes through."""
    text = str(error)
    word = reason(text)
    text = _LONG.sub(r"\2: \3 (\1)", _NOISE.sub("", text))
    for secret in filter(None, secrets):
        text = text.replace(secret, "***")
    hint = HINTS.get(word)
    return SendError(word, f"{where}: {text}" + (f": {hint}" if hint else ""), retry=not (at_start and word in MENDED_BY_OPERATOR))
