"""What the services and the daemon have between them: the daemon is a Control, and its refusals say all that is wrong."""

from __future__ import annotations

import inspect

from xtcp_ebpf.api.control import Control, Refused
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.errors import BadFlag


def test_the_daemon_is_one() -> None:
    """Each call of the Protocol, with the same arguments."""
    promised = {name: call for name, call in vars(Control).items() if not name.startswith("_")}
    assert promised.keys() == {"knobs", "change", "trigger", "burst", "standing"}
    for name, call in promised.items():
        assert list(inspect.signature(getattr(Daemon, name)).parameters) == list(inspect.signature(call).parameters)


def test_a_refusal_names_each_problem() -> None:
    """In its text, and one by one."""
    problems = [BadFlag("-dest", "is nothing"), BadFlag("-timeout", "is long")]
    refused = Refused(problems)
    assert str(refused) == "-dest: is nothing; -timeout: is long"
    assert refused.problems == tuple(problems)
