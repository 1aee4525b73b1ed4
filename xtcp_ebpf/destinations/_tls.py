"""TLS as -destCa, -destCert, -destKey and -destVerify ask for it, and what its errors mean."""

from __future__ import annotations

import ssl
from pathlib import Path

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations import _failure
from xtcp_ebpf.errors import BadAddress, SendError, errno_text


def check(target: Target) -> None:
    """Raises BadAddress where the knobs cannot be meant. The files are not looked at."""
    if target.knobs.dest_key and not target.knobs.dest_cert:
        raise BadAddress(f"-dest {target.where}: -destKey needs -destCert, the certificate that it is the key of")


def context(target: Target) -> ssl.SSLContext:
    """For a client, TLS 1.2 at least: with the system's authorities unless -destCa names others. Raises SendError `tls`, without retry."""
    knobs = target.knobs
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    if not knobs.dest_verify:
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
    try:
        if knobs.dest_ca:
            made.load_verify_locations(knobs.dest_ca)
        else:
            made.load_default_certs()
    except ssl.SSLError as error:
        raise _bad(target, f"-destCa {knobs.dest_ca}", "there is no certificate in PEM form in it") from error
    except OSError as error:
        raise _bad(target, f"-destCa {knobs.dest_ca}", errno_text(error.errno or 0)) from error
    if knobs.dest_cert:
        _show(made, target, knobs.dest_cert, knobs.dest_key or knobs.dest_cert)
    return made


def failure(where: str, error: OSError) -> SendError:
    """As _failure.failure, which knows nothing of TLS: its errors have numbers of their own. They are worth another try."""
    if not isinstance(error, ssl.SSLError):
        return _failure.failure(where, error)
    reason = getattr(error, "reason", None) or str(error)  # those that Python makes have none
    if isinstance(error, ssl.SSLCertVerificationError):
        text = f"its certificate is not trusted: {error.verify_message}: name its authority with -destCa"
    elif isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return SendError("closed", f"{where}: the receiver has closed the connection")
    elif reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "RECORD_LAYER_FAILURE"):
        text = f"what listens there does not speak TLS ({reason})"
    elif "ALERT" in reason:
        text = f"it refuses us: {reason}: it may ask for a certificate (-destCert)"
    else:
        text = reason
    return SendError("tls", f"{where}: TLS: {text}")


def _show(made: ssl.SSLContext, target: Target, cert: str, key: str) -> None:
    named = f"-destCert {cert}" + (f", -destKey {key}" if key != cert else "")
    for flag, path in (("-destCert", cert), ("-destKey", key)):
        try:
            Path(path).open("rb").close()
        except OSError as error:
            raise _bad(target, f"{flag} {path}", errno_text(error.errno or 0)) from error

    def encrypted() -> str:
        # Without this OpenSSL asks for a passphrase at the terminal.
        raise _bad(target, named, "the key has a passphrase: give one without")

    try:
        made.load_cert_chain(cert, key, encrypted)
    except ssl.SSLError as error:
        mismatch = error.reason == "KEY_VALUES_MISMATCH"
        raise _bad(
            target, named, "the key is not that of the certificate" if mismatch else "no certificate with its key in PEM form"
        ) from error


def _bad(target: Target, what: str, problem: str) -> SendError:
    return SendError("tls", f"{target.where}: {what}: {problem}", retry=False)
