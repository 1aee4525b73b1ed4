"""Whoever offers comes back when the daemon does, keeps nothing, and says each thing once."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path

import pytest
from kernel.real_namespaces import Spaces, descriptors
from opening.hiring import until
from opening.offering_here import offering, served

from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.opening.handover import Handover
from xtcp_ebpf.opening.offer_frames import Kind, read_hello, take
from xtcp_ebpf.opening.offers import Offers
from xtcp_ebpf.tally import Tally

pytestmark = pytest.mark.kernel


def daemon(path: Path, users: set[int] | None = None) -> Offers:
    return Offers(str(path), users if users is not None else {os.geteuid()}, SystemClock(), Tally())


def test_the_daemon_comes_and_goes(spaces: Spaces, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is waited for, and offered to again after each restart; that nobody is there is said once for each time."""
    caplog.set_level(logging.INFO)
    namespace = spaces.make("a")
    path = tmp_path / "o"
    with offering(spaces, namespace, path):
        for turn in (1, 2):
            until(lambda turn=turn: caplog.text.count("nobody takes offers at") == turn)
            offers = daemon(path)
            served(offers, lambda offers=offers: [n.inode for n in offers.namespaces] == [namespace.inode])
            until(lambda turn=turn: caplog.text.count(f"net:[{namespace.inode}] is offered at") == turn)
            offers.close()


def test_a_refusal(spaces: Spaces, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Its reason stands in the log, once, and it is tried again."""
    offers = daemon(tmp_path / "o", {54321})
    with offering(spaces, spaces.make("a"), tmp_path / "o"):
        served(offers, lambda: offers._tally["offers_refused:user"] >= 3)
    assert caplog.text.count("refuses the offer: user: offers of user 0 are not taken") == 1
    offers.close()


def test_what_it_answers(spaces: Spaces, tmp_path: Path) -> None:
    """A socket for each time that it is asked, each of that namespace, none kept; junk ends the connection, and it connects again."""
    namespace = spaces.known(spaces.make("a"))
    path = tmp_path / "o"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(str(path))
        listener.listen()
        with offering(spaces, namespace, path, "n"):
            for junk in (Kind.HELLO, 99):
                sock, _ = listener.accept()
                with sock:
                    connection = Handover(sock, 1)
                    connection.within(10.0)
                    frame = connection.receive()
                    assert (frame.kind, read_hello(frame.body)) == (Kind.HELLO, "n")
                    os.close(frame.descriptors[0])
                    before = descriptors()
                    for number in range(5, 15):
                        connection.send(Kind.OPEN, number)
                        frame = connection.receive()
                        assert (frame.kind, frame.number) == (Kind.SOCKET, number)
                        taken = take(frame.descriptors[0])
                        assert taken.namespace == (namespace.inode, namespace.cookie)
                        os.close(taken.descriptor)
                    until(lambda before=before: descriptors() <= before)  # its own is closed a moment after it was sent
                    connection.send(junk, 1)
                    with pytest.raises(ConnectionResetError):
                        connection.receive()
