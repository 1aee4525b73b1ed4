"""Texts of pyarrow's S3 client, as they were seen, and the words that they become."""

from __future__ import annotations

import pytest

from xtcp_ebpf.destinations._s3_failure import failure, reason

UPLOAD = "When uploading object with key 'x' in bucket 'rows': AWS Error {} during PutObject operation: {}"
SEEN = {
    UPLOAD.format("NO_SUCH_BUCKET", "The specified bucket does not exist. (Request ID: SHOSXLK8A3SD4H0J)"): "missing",
    UPLOAD.format("SIGNATURE_DOES_NOT_MATCH", "The request signature we calculated does not match the signature you provided."): "denied",
    UPLOAD.format(
        "UNKNOWN (HTTP status 404)",
        "Unable to parse ExceptionName: XAdminUserNotFound Message: No user exists with the provided access key ID.",
    ): "denied",
    UPLOAD.format("UNKNOWN (HTTP status 400)", "Unable to parse ExceptionName: ExpiredToken Message: The token has expired."): "denied",
    UPLOAD.format("UNKNOWN (HTTP status 400)", "Unable to parse ExceptionName: AuthorizationHeaderMalformed Message: m"): "region",
    UPLOAD.format("UNKNOWN (HTTP status 301)", "Unable to parse ExceptionName: PermanentRedirect Message: m"): "region",
    UPLOAD.format("UNKNOWN (HTTP status 507)", "No response body."): "disk_full",
    UPLOAD.format("UNKNOWN (HTTP status 502)", "No response body."): "server",
    UPLOAD.format("UNKNOWN (HTTP status 418)", "No response body."): "other",
    UPLOAD.format("INTERNAL_FAILURE", "m"): "server",
    UPLOAD.format("SLOW_DOWN", "m"): "busy",
    "When getting information for bucket 'rows': AWS Error ACCESS_DENIED during HeadBucket operation: No response body.": "denied",
    UPLOAD.format("NETWORK_CONNECTION", "curlCode: 6, Could not resolve hostname; Details: Could not resolve host: h"): "resolve",
    UPLOAD.format("NETWORK_CONNECTION", "curlCode: 7, Could not connect to server; Details: Failed to connect to h port 1"): "refused",
    UPLOAD.format("NETWORK_CONNECTION", "curlCode: 28, Timeout was reached"): "timeout",
    UPLOAD.format("NETWORK_CONNECTION", "curlCode: 52, Server returned nothing (no headers, no data)"): "reset",
    UPLOAD.format("NETWORK_CONNECTION", "curlCode: 60, SSL peer certificate or SSH remote key was not OK"): "tls",
    UPLOAD.format("NETWORK_CONNECTION", "curlCode: 99, something new"): "unreachable",
    "something else altogether": "other",
}


@pytest.mark.parametrize(("text", "word"), SEEN.items())
def test_words(text: str, word: str) -> None:
    """Each text has its word; what cannot be told apart is `other`."""
    assert reason(text) == word


def test_what_is_said() -> None:
    """Where, which request, what happened, what to do; keys, requests' ids and the caller's secrets are left out."""
    text = UPLOAD.format("NETWORK_CONNECTION", "curlCode: 7, Could not connect to server; Details: Failed to connect to h port 1")
    assert str(failure("s3parquet:http://h:1, bucket rows", OSError(text))) == (
        "s3parquet:http://h:1, bucket rows: PutObject: Could not connect to server (NETWORK_CONNECTION): nobody listens there"
    )
    secret = failure("w", OSError(UPLOAD.format("ACCESS_DENIED", "the key hunter2 may not")), ("hunter2", ""))
    assert "hunter2" not in str(secret) and "***" in str(secret)


@pytest.mark.parametrize("code", ["NO_SUCH_BUCKET", "ACCESS_DENIED", "SLOW_DOWN"])
def test_what_only_the_operator_can_mend(code: str) -> None:
    """At the start it is said and not waited for; later it is waited for: nothing is dropped for it."""
    error = OSError(UPLOAD.format(code, "m"))
    assert failure("w", error, at_start=True).retry is (code == "SLOW_DOWN")
    assert failure("w", error).retry is True
