"""Valkey: this machine's, or Debian's package of it, unpacked and not installed."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
from collections.abc import Sequence
from pathlib import Path

from servers.cache import CannotMake, made, run, tool
from servers.certificates import Certificates
from servers.process import HOST, Server

VERSION = "8"
PACKAGES = ("valkey-server", "valkey-tools", "libjemalloc2", "liblzf1", "libatomic1")
"""valkey-tools holds the server itself; the libraries are those that a small Debian lacks."""
INSTALL = "install Valkey 8 (valkey-server), which this system's packages and Debian's backports may have"


def obtain() -> tuple[str, str]:
    """valkey-server, and where its libraries are (empty: with the system's). Raises CannotMake."""
    if here := shutil.which("valkey-server"):
        return here, ""
    folder = made("valkey", VERSION, _unpack)
    return str(folder / "usr" / "bin" / "valkey-server"), ":".join(
        str(path) for path in sorted((folder / "usr" / "lib").glob("*-linux-gnu*"))
    )


def _unpack(folder: Path) -> None:
    apt_get = tool("apt-get", INSTALL)
    tool("dpkg", INSTALL)
    (debs := folder / "debs").mkdir()
    known = re.search(r"Candidate: \d", run([tool("apt-cache", INSTALL), "policy", PACKAGES[0]], folder))
    run([apt_get, "-q", *([] if known else _with_backports(apt_get, folder / "apt")), "download", *PACKAGES], debs)
    for package in sorted(debs.glob("*.deb")):
        run(["dpkg", "-x", str(package), str(folder)], folder)
    for left in ("apt", "debs", "etc", "lib", "usr/share", "var"):
        shutil.rmtree(folder / left, ignore_errors=True)


def _with_backports(apt_get: str, folder: Path) -> list[str]:
    """Options by which apt-get sees this machine's Debian and its backports, in lists of our own: the machine's stay as they are."""
    for path in ("lists/partial", "cache/archives/partial"):
        (folder / path).mkdir(parents=True)
    told = run([apt_get, "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)", "Created-By: Packages"], folder)
    places = [line.split() for line in told.splitlines()]
    lines = {f"deb {uri} {release}{more} {part}" for uri, release, part in places if release.isalpha() for more in ("", "-backports")}
    if not lines:
        raise CannotMake(f"apt-get knows no packages here: apt-get update, or {INSTALL}")
    (folder / "sources.list").write_text("\n".join(sorted(lines)) + "\n")
    options = {"Dir::Etc::sourcelist": folder / "sources.list", "Dir::Etc::sourceparts": "/dev/null", "APT::Sandbox::User": "root"}
    options |= {"Dir::State::lists": folder / "lists", "Dir::Cache": folder / "cache"}
    words = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
    run([apt_get, "-q", *words, "update"], folder)
    return words


class Valkey(Server):
    """`port` is plain TCP, or with `tls` nothing but TLS; `mutual`: clients must show a certificate.

    Every write is on disk before its answer. `password`: clients must show it (the user is `default`).
    `settings` are further words of its command line.
    """

    def __init__(
        self, folder: Path, password: str = "", tls: Certificates | None = None, mutual: bool = False, settings: Sequence[str] = ()
    ) -> None:
        super().__init__(folder)
        self._program, self._libraries = obtain()
        self.password = password
        self._context = tls.client_context(with_certificate=True) if tls else None
        words = ["bind", HOST, "dir", str(self.folder), "appendonly", "yes", "appendfsync", "always", "save", ""]
        if password:
            words += ["requirepass", password]
        if tls:
            words += ["port", "0", "tls-port", str(self.port), "tls-auth-clients", "yes" if mutual else "no"]
            words += ["tls-cert-file", str(tls.server_cert), "tls-key-file", str(tls.server_key), "tls-ca-cert-file", str(tls.ca)]
        else:
            words += ["port", str(self.port)]
        self._words = [f"--{word}" if number % 2 == 0 else word for number, word in enumerate(words)] + list(settings)

    def command(self) -> list[str]:
        return [self._program, *self._words]

    def environment(self) -> dict[str, str] | None:
        return {**os.environ, "LD_LIBRARY_PATH": self._libraries} if self._libraries else None

    def answers(self) -> bool:
        """After its data is loaded again it says PONG."""
        return self.asked("PING") == b"+PONG\r\n"

    def asked(self, *words: str) -> bytes:
        """The raw answer to one command, as far as it came with the first packet. Raises OSError."""
        with socket.create_connection((HOST, self.port), 5) as plain:
            sock = self._context.wrap_socket(plain, server_hostname=HOST) if self._context else plain
            with sock:
                if self.password:
                    _say(sock, "AUTH", self.password)
                return _say(sock, *words)


def _say(sock: socket.socket | ssl.SSLSocket, *words: str) -> bytes:
    parts = [f"*{len(words)}\r\n", *(f"${len(word.encode())}\r\n{word}\r\n" for word in words)]
    sock.sendall("".join(parts).encode())
    return sock.recv(1 << 16)
