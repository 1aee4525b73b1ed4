"""`xtcp-ebpf offer` offers the namespace that it is started in, with no right that it does not need, until it is told to end."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest
from end_to_end.street import COMMAND, PATIENCE, environment, run
from kernel.real_namespaces import Spaces
from opening.hiring import rights
from opening.offering_here import served

from xtcp_ebpf.cli import offer
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.opening.offers import Offers
from xtcp_ebpf.tally import Tally


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ((), "-socket: is missing"),
        (("-socket",), "-socket: needs a value"),
        (("-socket", "/x", "-dest", "null"), "-dest: offer takes only"),
        (("-socket", "/x", "-name", "x" * 65), "-name: 65 characters are too many"),
    ],
)
def test_what_it_does_not_take(words: tuple[str, ...], problem: str) -> None:
    """Each is named, with what to do."""
    with pytest.raises(BadFlag) as caught:
        offer.main(words)
    assert problem in str(caught.value)


def test_help() -> None:
    """It says what it is for, and which flags the daemon takes for it."""
    done = run("offer", "-help")
    assert done.returncode == 0
    assert "-acceptOffers PATH" in done.stdout


@pytest.mark.kernel
def test_an_offer_from_its_start_to_its_end(tmp_path: Path) -> None:
    """By the name that it is given; it keeps CAP_NET_ADMIN alone; SIGTERM ends it in order."""
    spaces = Spaces(tmp_path / "netns")
    offers = Offers(str(tmp_path / "o"), {os.geteuid()}, SystemClock(), Tally())
    try:
        namespace = spaces.make("a")
        line = [*COMMAND, "offer", "-socket", str(tmp_path / "o"), "-name=pod/1"]

        def started() -> subprocess.Popen[str]:
            return subprocess.Popen(line, env=environment(), stderr=subprocess.PIPE, text=True)

        with spaces.inside(namespace, started) as process:
            served(offers, lambda: offers.namespaces)
            assert [(n.inode, n.name, n.pid) for n in offers.namespaces] == [(namespace.inode, "pod/1", process.pid)]
            assert rights(process.pid) == rights(process.pid, "CapPrm") == {"CAP_NET_ADMIN"}
            process.send_signal(signal.SIGTERM)
            _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
        assert f"net:[{namespace.inode}] is offered at" in said
        served(offers, lambda: not offers.namespaces)
    finally:
        offers.close()
        spaces.remove_all()
