"""The command line: a command and its arguments. Errors are one message, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from xtcp_ebpf.errors import BadFlag, UsageError, XtcpError, errno_text


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code: 0 well, 1 it could not be done, 2 it was asked for wrongly."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _dispatch(words)
        if sys.stdout is not None:  # None: closed when the process started
            sys.stdout.flush()
        return code
    except UsageError as error:
        print(f"xtcp-ebpf: {error}", file=sys.stderr)
        return 2 if isinstance(error, BadFlag) else 1
    except XtcpError as error:
        print(f"xtcp-ebpf: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # before the daemon had its own answer to it
        return 130
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            print(f"xtcp-ebpf: {error.filename or 'stdout'}: {errno_text(error.errno or 0)}", file=sys.stderr)
        # Python would try, and complain, once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC), 1)
        return 1


def _dispatch(words: list[str]) -> int:
    command, rest = (words[0], words[1:]) if words and not words[0].startswith("-") else ("run", words)
    if command == "run":
        from xtcp_ebpf.cli import run

        return run.main(rest, os.environ)
    if command == "client":
        from xtcp_ebpf.cli import client

        return client.main(rest)
    if command == "ctl":
        from xtcp_ebpf.cli import ctl

        return ctl.main(rest)
    if command == "decode":
        from xtcp_ebpf.cli import decode

        return decode.main(rest)
    if command == "doctor":
        from xtcp_ebpf.cli import doctor

        return doctor.main(rest)
    if command == "ns":
        from xtcp_ebpf.cli import ns

        return ns.main(rest, os.environ)
    if command == "nstest":
        from xtcp_ebpf.cli import nstest

        return nstest.main(rest)
    if command == "receive":
        from xtcp_ebpf.cli import receive

        return receive.main(rest)
    if command == "kafka-client":
        from xtcp_ebpf.cli import kafka_client

        return kafka_client.main(rest, os.environ)
    if command == "offer":
        from xtcp_ebpf.cli import offer

        return offer.main(rest)
    if command == "register-schema":
        from xtcp_ebpf.cli import register_schema

        return register_schema.main(rest, os.environ)
    if command == "help":
        from xtcp_ebpf.cli import help as help_text

        print(help_text.render(), end="")
        return 0
    from xtcp_ebpf.config import COMMANDS

    raise BadFlag(command, f"there is no such command; there are {', '.join(COMMANDS)}, help (and -help)")


if __name__ == "__main__":
    sys.exit(main())
