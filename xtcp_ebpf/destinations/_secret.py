"""Passwords, tokens and keys: given as they are (by the environment), or by a file. Files are read anew at each opening."""

from __future__ import annotations

import logging
import os
import stat

from xtcp_ebpf.abc import Target
from xtcp_ebpf.errors import SendError, errno_text
from xtcp_ebpf.knobs import BY_ATTRIBUTE

log = logging.getLogger(__name__)

MOST_BYTES = 65536
"""A file that is longer holds something else."""

_said: set[str] = set()
"""Files whose mode has been complained of."""


def secret(target: Target, attribute: str) -> str:
    """What the knob `attribute` (`dest_password`) holds, or without its white space the file that `dest_password_file` names.

    A file that is named beats the knob. Empty: neither is given. Raises SendError `secret`, without retry; no message holds a secret.
    """
    path = getattr(target.knobs, f"{attribute}_file")
    if not path:
        return str(getattr(target.knobs, attribute))
    found = read(target, f"{attribute}_file").strip()
    if not found:
        raise _bad(target, f"{attribute}_file", "the file is empty")
    return found


def read(target: Target, attribute: str) -> str:
    """The text of the file that a knob names. Raises SendError `secret`, without retry."""
    path = getattr(target.knobs, attribute)
    try:
        # O_NONBLOCK: a named pipe that nobody writes to must not hold up the sender.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY), "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _bad(target, attribute, errno_text(error.errno or 0)) from error
    if len(content) > MOST_BYTES:
        raise _bad(target, attribute, f"the file has more than {MOST_BYTES} bytes: it is another one that is meant")
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise _bad(target, attribute, "the file is not UTF-8 text") from None
    if mode & stat.S_IRWXO and path not in _said:
        _said.add(path)
        log.warning("%s %s: every user of this machine may read it: chmod o= it", BY_ATTRIBUTE[attribute].name, path)
    return text


def _bad(target: Target, attribute: str, problem: str) -> SendError:
    path = getattr(target.knobs, attribute)
    return SendError("secret", f"{target.where}: {BY_ATTRIBUTE[attribute].name} {path}: {problem}", retry=False)
