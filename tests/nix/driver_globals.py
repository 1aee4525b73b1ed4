"""What NixOS's test driver gives to a script, as far as ours use it: for mypy, which reads this as the beginning of each script."""

from __future__ import annotations


class Machine:
    """One host. Commands are for a shell with `set -euo pipefail`."""

    def succeed(self, *commands: str, timeout: int | None = None) -> str:
        raise NotImplementedError

    def fail(self, *commands: str, timeout: int | None = None) -> str:
        raise NotImplementedError

    def wait_until_succeeds(self, command: str, timeout: int = 900) -> str:
        raise NotImplementedError

    def wait_for_unit(self, unit: str, user: str | None = None, timeout: int = 900) -> None:
        raise NotImplementedError

    def wait_for_open_port(self, port: int, addr: str = "localhost", timeout: int = 900) -> None:
        raise NotImplementedError

    def wait_for_file(self, filename: str, timeout: int = 900) -> None:
        raise NotImplementedError

    def log(self, msg: str) -> None:
        raise NotImplementedError


def start_all() -> None:
    raise NotImplementedError
