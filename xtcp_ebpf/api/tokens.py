"""The files with bearer tokens: read at the start, and anew when they have changed."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import stat
import threading
from pathlib import Path
from typing import Final

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.api.access import Token
from xtcp_ebpf.api.rare import Rare
from xtcp_ebpf.errors import UsageError, errno_text
from xtcp_ebpf.knobs import Knobs

log = logging.getLogger(__name__)

MOST_BYTES: Final = 4096
"""A file that is longer holds something else."""
RACY_NS: Final = 100_000_000
"""A file that changed less than this ago may change again and look the same: the kernel's times go in ticks."""
SCHEME: Final = "bearer "

Version = tuple[int, int, int, int]


class TokenFile:
    """One file. `flag` is what messages begin with. Raises UsageError when it holds no token."""

    def __init__(self, flag: str, path: str, clock: Clock) -> None:
        self.where = f"{flag} {path}"
        self._path = Path(path)
        self._clock = clock
        self._version: Version | None = None
        self._digest = b""
        self._lock = threading.Lock()
        self.digest()

    def digest(self) -> bytes:
        """Of the token that is there now. Raises UsageError, which says what is wrong and nothing of what the file holds."""
        with self._lock:
            try:
                found = self._path.stat()
                version = found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_size
                if version != self._version:
                    self._digest = _digest(self._read())
                    settled = self._clock.now_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > RACY_NS
                    self._version = version if settled else None
            except OSError as error:
                self._version = None
                raise UsageError(f"{self.where}: {errno_text(error.errno or 0)}") from error
            except ValueError as error:
                self._version = None
                raise UsageError(f"{self.where}: {error}") from None
            return self._digest

    def _read(self) -> bytes:
        # O_NONBLOCK: a named pipe that nobody writes to must not hold up a call.
        with os.fdopen(os.open(self._path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY), "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise ValueError(f"the file has more than {MOST_BYTES} bytes: it is another one that is meant")
        token = content.strip()
        if not token:
            raise ValueError("the file is empty: write a token into it, such as `openssl rand -hex 32` gives")
        if not token.isascii() or any(byte <= 32 or byte == 127 for byte in token):
            raise ValueError("a token is one word of ASCII characters: nothing else fits into gRPC's metadata")
        if mode & stat.S_IRWXO and self._version is None and not self._digest:
            log.warning("%s: every user of this machine may read it: chmod o= it", self.where)
        return token


class Tokens:
    """Both files. Raises UsageError, as TokenFile does."""

    def __init__(self, knobs: Knobs, clock: Clock) -> None:
        self._rare = Rare(log, clock)
        self._files: list[tuple[Token, TokenFile]] = []
        if knobs.grpc_token_file:
            self._files.append((Token.CONTROL, TokenFile("-grpcTokenFile", knobs.grpc_token_file, clock)))
        if knobs.grpc_read_token_file:
            self._files.append((Token.READ, TokenFile("-grpcReadTokenFile", knobs.grpc_read_token_file, clock)))

    def worth(self, authorization: str | bytes | None) -> Token:
        """Of the metadata `authorization`; None: there was none. Takes as long for a wrong token as for a right one."""
        if authorization is None:
            return Token.NONE
        text = authorization.decode("latin-1") if isinstance(authorization, bytes) else authorization
        if text[: len(SCHEME)].lower() != SCHEME:
            return Token.WRONG
        shown = _digest(text[len(SCHEME) :].strip().encode())
        worth, unreadable = Token.WRONG, False
        for kind, file in self._files:
            try:
                if hmac.compare_digest(file.digest(), shown) and worth is Token.WRONG:
                    worth = kind
            except UsageError as error:
                unreadable = True
                self._rare.say(logging.ERROR, file.where, f"{error}: who shows a token is refused until this is mended")
        return Token.UNREADABLE if worth is Token.WRONG and unreadable else worth


def _digest(token: bytes) -> bytes:
    """Of the same length for all, so that comparing tells nothing of that either."""
    return hashlib.sha256(token).digest()
