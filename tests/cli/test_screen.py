"""What is drawn on a real terminal."""

from __future__ import annotations

import subprocess
import sys
import termios
from collections.abc import Iterator

import pytest
from cli.a_terminal import Terminal, in_front

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.cli.screen import Screen, keyboard
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal()
    yield made
    made.close()


def sealed(*ports: int) -> Sealed:
    rows = [XtcpFlatRecord(netns="default", inet_diag_msg_state=10, inet_diag_msg_socket_source_port=port) for port in ports]
    chunk = Envelope(row=rows).SerializeToString()
    return Sealed((chunk,), len(rows), len(chunk), "poll_end")


def screen(terminal: Terminal, keys: int | None = None, columns: tuple[str, ...] = ("inetDiagMsgSocketSourcePort",)) -> Screen:
    return Screen(terminal.out, columns, "h:1", keys)


def test_a_picture_in_its_place(terminal: Terminal) -> None:
    """The second is drawn over the first; what is longer is cleared."""
    made = screen(terminal)
    assert terminal.seen() == ["h:1  waiting for the end of a poll  (Ctrl-C ends)"]
    made.show(sealed(3, 1, 2), "poll 1")
    head = "inetDiagMsgSocketSourcePort"
    wide = len(head)
    assert terminal.seen() == [
        "h:1  poll 1  (Ctrl-C ends)",
        head,
        *(f"{n}".rjust(wide) for n in (1, 2, 3)),
        "3 sockets, 1 namespace: 3 LISTEN",
    ]
    made.show(sealed(9), "poll 2")
    assert terminal.seen() == ["h:1  poll 2  (Ctrl-C ends)", head, "9".rjust(wide), "1 socket, 1 namespace: 1 LISTEN"]
    assert terminal.drawn.count(b"\x1b[2J") == 1
    made.close()


def test_more_than_fits(terminal: Terminal) -> None:
    """It is told how much is not seen; nothing scrolls; another size draws anew."""
    made = screen(terminal)
    made.show(sealed(*range(1, 101)), "poll 1")
    seen = terminal.seen()
    assert len(seen) == 11
    assert seen[-2:] == ["... 93 more that do not fit here", "100 sockets, 1 namespace: 100 LISTEN"]
    terminal.resize(20, 8)
    assert made.tick()
    seen = terminal.seen()
    assert len(seen) == 7
    assert max(map(len, seen)) <= 20
    terminal.resize(1, 1)
    assert made.tick()
    made.close()


def test_notes(terminal: Terminal) -> None:
    """On one line above the table, for some pictures."""
    made = screen(terminal)
    made.note("gone;\n trying on")
    assert terminal.seen()[1] == "gone; trying on"
    for number in range(2):
        made.show(sealed(1), f"poll {number}")
        assert terminal.seen()[1] == "gone; trying on"
    made.show(sealed(1), "poll 2")
    assert "gone; trying on" not in terminal.seen()
    made.close()


KEYS = """
import sys, termios, time
from xtcp_ebpf.cli.screen import Screen, keyboard
before = termios.tcgetattr(0)
made = Screen(sys.stdout.buffer, (), "h:1", keyboard())
assert not termios.tcgetattr(0)[3] & (termios.ICANON | termios.ECHO)
while made.tick():
    time.sleep(0.01)
made.close()
assert termios.tcgetattr(0) == before
"""


def test_keys(terminal: Terminal) -> None:
    """q ends it, whatever else is typed, and the terminal is as it was."""
    with in_front(terminal, (sys.executable, "-c", KEYS), stdout=terminal.slave, stderr=subprocess.PIPE, text=True) as child:
        try:
            terminal.until("(q ends)")
            terminal.type("xyz")
            terminal.type("Q")
            assert child.wait(10) == 0, child.stderr and child.stderr.read()
        finally:
            child.kill()


def test_not_our_foreground(terminal: Terminal) -> None:
    """Of another's terminal nothing is changed."""
    before = termios.tcgetattr(terminal.slave)
    made = screen(terminal, terminal.slave)
    assert termios.tcgetattr(terminal.slave) == before
    assert made.tick()
    made.close()


def test_a_column_that_does_not_exist(terminal: Terminal) -> None:
    """Told before anything is drawn."""
    with pytest.raises(BadFlag, match="there is no column 'x'"):
        screen(terminal, columns=("x",))
    assert terminal.read() == b""


def test_no_keyboard() -> None:
    """Under pytest stdin is no terminal."""
    assert keyboard() is None
