"""When the sender's thread is woken."""

from __future__ import annotations

import time

from scripted_destination import Box, FakeClock, envelope

from xtcp_ebpf.abc import Target
from xtcp_ebpf.delivery.backlog import Held
from xtcp_ebpf.delivery.sender import Sender
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.tally import Tally


def test_a_gathering_sender_sleeps_until_there_is_enough_or_it_is_woken() -> None:
    """Below gather_bytes nothing is sent until wake(); at it the thread wakes by itself; close() sends what is left."""
    box, tally = Box(), Tally()
    small = envelope(1, 1)
    sender = Sender(Target("box", "x"), box, formats.create("protobufList"), tally, FakeClock(), 1 << 20, gather_bytes=3 * small.size)
    sender.start()

    def settle(rows: int) -> None:
        end = time.monotonic() + 5
        while tally["sent_rows"] < rows:
            assert time.monotonic() < end
            time.sleep(0.001)

    sender.offer(small)
    sender.wake()
    settle(1)
    sender.offer(small)
    sender.offer(small)
    time.sleep(0.05)  # nothing may happen: there is no event to wait for
    assert tally["sent_rows"] == 1
    sender.offer(small)
    settle(4)
    sender.offer(small)
    assert sender.close(5) == Held(0, 0)
    assert tally["sent_rows"] == tally["offered_rows"] == 5
