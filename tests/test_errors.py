"""The errors: one root, a tree that is drawn, messages that say what they must."""

from __future__ import annotations

import errno
import inspect
import re

from xtcp_ebpf import errors


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """Every class of the module is drawn, under its base and nowhere else."""
    drawn: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"\s*(?:\|?\s*)*(?:\+-- )?(?P<name>[A-Z][A-Za-z]+)", line) if "+--" in line or "XtcpError" in line else None
        if found:
            depth = found.start("name")
            above = [(d, n) for d, n in above if d < depth]
            drawn[found["name"]] = above[-1][1] if above else "Exception"
            above.append((depth, found["name"]))
    real = {
        name: kind.__bases__[0].__name__ for name, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__
    }
    assert drawn == real


def test_numbers_have_names() -> None:
    """A known errno is told by name and text, an unknown one by its number."""
    assert errors.errno_text(errno.EPERM) == "EPERM (Operation not permitted)"
    assert errors.errno_text(9999).startswith("9999 (")


def test_what_each_error_carries() -> None:
    """Attributes for the code that handles it, a sentence for the person who reads it."""
    flag = errors.BadFlag("-modulus", "must be at least 1")
    assert (flag.where, flag.problem, str(flag)) == ("-modulus", "must be at least 1", "-modulus: must be at least 1")
    capture = errors.CaptureError("cut off", 24)
    assert (capture.offset, str(capture)) == (24, "cut off (at byte 24)")
    opening = errors.OpenError("setns", "blue cannot be entered", errno.EPERM)
    assert (opening.reason, opening.errno, str(opening)) == ("setns", 1, "blue cannot be entered: EPERM (Operation not permitted)")
    assert str(errors.OpenError("gone", "blue is gone")) == "blue is gone"
    assert issubclass(errors.Stranded, errors.OpenError)
    truncated = errors.ReplyTruncated(40_000, 32_768)
    assert (truncated.needed, truncated.reason, str(truncated)) == (40_000, "truncated", "a reply of 40000 bytes met a buffer of 32768")
    sending = errors.SendError("full", "the disk is full", retry=False)
    assert (sending.reason, sending.retry, str(sending)) == ("full", False, "the disk is full")
    assert errors.SendError("refused", "nobody listens").retry
    assert (sending.unconfirmed_bytes, sending.after_seconds) == (0, 0.0)
    doubtful = errors.SendError("reset", "the cable was cut", unconfirmed_bytes=7, after_seconds=1.5)
    assert (doubtful.unconfirmed_bytes, doubtful.after_seconds) == (7, 1.5)


def test_reply_errors_have_reasons_of_their_own() -> None:
    """Counters are named by them."""
    kinds = (errors.ReplyError, errors.ReplyTimeout, errors.ReplyTruncated, errors.ReplyOverrun)
    assert [kind.reason for kind in kinds] == ["reply", "timeout", "truncated", "overrun"]
