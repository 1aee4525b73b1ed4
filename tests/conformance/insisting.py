"""The one habit of a sender that the tests of single destinations need: what was not confirmed is sent again, by a new connection."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from xtcp_ebpf.abc import BatchingSink, Destination, Sink, Target
from xtcp_ebpf.errors import SendError

TICK = 0.01
PATIENCE = 20.0
AT_ONCE = 5


def insist(
    destination: Destination, target: Target, payloads: Sequence[bytes], halfway: Callable[[], object] = lambda: None
) -> list[SendError]:
    """Sends until all is confirmed, calls `halfway` when the half is, and returns the errors on the way."""
    waiting, errors, end = list(payloads), list[SendError](), time.monotonic() + PATIENCE
    sink: Sink | None = None
    called = False
    while waiting:
        assert time.monotonic() < end, errors[-3:]
        if not called and len(waiting) * 2 <= len(payloads):
            halfway()
            called = True
        try:
            sink = sink or destination.open(target)
            assert isinstance(sink, BatchingSink)
            answers = sink.send_all(waiting[:AT_ONCE])
        except SendError as error:
            errors.append(error)
            time.sleep(TICK)
            continue
        assert all(problem is None or problem.retry for problem in answers), answers
        waiting[:AT_ONCE] = [payload for payload, problem in zip(waiting, answers, strict=False) if problem]
        if any(answers):
            errors += filter(None, answers)
            sink.close()
            sink = None
    if sink:
        sink.close()
    return errors
