"""Where the client's rows go: on as they come, a table for each poll, a live picture, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO, Protocol

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.cli.rows_out import Writer, count
from xtcp_ebpf.cli.screen import Screen, keyboard
from xtcp_ebpf.client.inbox import Arrived
from xtcp_ebpf.knobs import Knobs

NULL = "null"


class Output(Protocol):
    """Takes what arrives. Any method may raise what stdout's writing raises: SendError, BrokenPipeError."""

    def take(self, arrived: Arrived) -> None: ...

    def tick(self) -> bool:
        """Called some times a second; False: the user wants it to end."""
        ...

    def note(self, text: str) -> bool:
        """Something to tell; False: it was not shown, and belongs on stderr."""
        ...

    def end(self) -> None:
        """All that will come has come."""
        ...

    def close(self) -> None:
        """Give back the terminal; also after an error."""
        ...


def create(knobs: Knobs, out: BinaryIO, title: str) -> Output:
    """`knobs`: marshal (empty: by what stdout is) and columns. Raises BadFlag."""
    if knobs.marshal == NULL:
        return Nowhere()
    if (knobs.marshal or ("table" if out.isatty() else "")) != "table":
        return Flow(Writer(knobs, out))
    if out.isatty():
        return Live(Screen(out, knobs.columns, title, keyboard()))
    writer = Writer(knobs, out)
    return Tables(lambda sealed, _poll: writer.deliver(sealed))


class Nowhere:
    """Only what stderr is told remains."""

    def take(self, arrived: Arrived) -> None: ...

    def tick(self) -> bool:
        return True

    def note(self, _text: str) -> bool:
        return False

    def end(self) -> None: ...

    def close(self) -> None: ...


class Flow(Nowhere):
    """As they come."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def take(self, arrived: Arrived) -> None:
        if arrived.rows:
            self._writer.deliver(_sealed([arrived]))

    def end(self) -> None:
        self._writer.end()


class Tables(Nowhere):
    """A table for each poll, when it is over; what is there of a poll that never ended is shown too."""

    def __init__(self, show: Callable[[Sealed, int], None]) -> None:
        """`show`: rows, and the number of the poll or 0."""
        self._show_poll = show
        self._kept: list[Arrived] = []

    def take(self, arrived: Arrived) -> None:
        if self._kept and self._kept[-1].poll != arrived.poll:
            self._show()
        self._kept.append(arrived)
        if arrived.poll_end:
            self._show()

    def end(self) -> None:
        if self._kept:
            self._show()

    def _show(self) -> None:
        sealed, poll, self._kept = _sealed(self._kept), self._kept[-1].poll, []
        self._show_poll(sealed, poll)


class Live(Tables):
    """The picture of the last poll, in its place."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(self._picture)
        self._screen = screen

    def _picture(self, sealed: Sealed, poll: int) -> None:
        number = f"poll {poll}  " if poll else ""
        self._screen.show(sealed, f"{number}{datetime.now():%H:%M:%S}  {count(sealed.rows, 'socket')}")

    def tick(self) -> bool:
        return self._screen.tick()

    def note(self, text: str) -> bool:
        self._screen.note(text)
        return True

    def close(self) -> None:
        self._screen.close()


def _sealed(kept: list[Arrived]) -> Sealed:
    chunks = tuple(one.chunk for one in kept if one.rows)
    return Sealed(chunks, sum(one.rows for one in kept), sum(map(len, chunks)), "poll_end")
