"""The pages of profiles, with the paths of Go's net/http/pprof, so that `go tool pprof` finds them.

There is no cmdline among them, as there is in Go: a command line may hold secrets.
"""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl

from xtcp_ebpf.abc import Clock
from xtcp_ebpf.metrics.http_head import Answer, Refused, Request, Slow
from xtcp_ebpf.metrics.listen_address import PPROF
from xtcp_ebpf.profiles import cpu, heap, pprof, speedscope, threads
from xtcp_ebpf.profiles.profile import Profile, Wait

LONGEST_SECONDS: Final = 120
CPU_SECONDS: Final = 30
"""As Go has it."""
HEAP_SECONDS: Final = 10
WRITING_SECONDS: Final = 60.0
"""What it may take beyond the time of looking: the stacks of a million allocations are many."""
FORMATS: Final = ("pprof", "speedscope")
INDEX: Final = f"""\
{PPROF}/profile?seconds={CPU_SECONDS}&hz={cpu.HERTZ}&format=pprof    CPU time by thread and stack
{PPROF}/heap?seconds={HEAP_SECONDS}&format=pprof             memory allocated in that time and still in use
{PPROF}/threads                              where each thread is

seconds: 1 to {LONGEST_SECONDS}; hz: 1 to {cpu.MOST_HERTZ}; format: {" or ".join(FORMATS)}. One at a time.
go tool pprof http://HOST:PORT{PPROF}/profile   or   https://www.speedscope.app
"""


class ProfilePages:
    """Called by one thread, that of the server."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, request: Request) -> Answer | Slow:
        """Raises Refused for what is not here, and for what it cannot take."""
        page = request.path.removeprefix(PPROF).strip("/")
        if page == "profile":
            asked = _asked(request.query, "seconds", "hz", "format")
            seconds = _number(asked, "seconds", CPU_SECONDS, LONGEST_SECONDS)
            hertz = _number(asked, "hz", cpu.HERTZ, cpu.MOST_HERTZ)
            return Slow(seconds + WRITING_SECONDS, partial(self._cpu, seconds, hertz, _format(asked)))
        if page == "heap":
            asked = _asked(request.query, "seconds", "format")
            seconds = _number(asked, "seconds", HEAP_SECONDS, LONGEST_SECONDS)
            return Slow(seconds + WRITING_SECONDS, partial(self._heap, seconds, _format(asked)))
        if page == "threads":
            return Answer(200, threads.dump().encode())
        if not page:
            return Answer(200, INDEX.encode())
        raise Refused(HTTPStatus.NOT_FOUND, f"{PPROF}/ tells what there is")

    def _cpu(self, seconds: int, hertz: int, form: str, wait: Wait) -> Answer:
        return _answer(cpu.sample(seconds, wait, self._clock, hertz), "cpu", form)

    def _heap(self, seconds: int, form: str, wait: Wait) -> Answer:
        return _answer(heap.trace(seconds, wait, self._clock), "heap", form)


def _answer(profile: Profile, name: str, form: str) -> Answer:
    writer = speedscope if form == "speedscope" else pprof
    file = {"Content-Disposition": f'attachment; filename="{name}{writer.SUFFIX}"'}
    return Answer(200, writer.encode(profile), writer.CONTENT_TYPE, file)


def _asked(query: str, *known: str) -> dict[str, str]:
    asked: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name not in known or name in asked:
            raise Refused(HTTPStatus.BAD_REQUEST, f"there are {', '.join(known)}, each once")
        asked[name] = value
    return asked


def _number(asked: dict[str, str], name: str, otherwise: int, most: int) -> int:
    text = asked.get(name, str(otherwise))
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    if not 1 <= number <= most:
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is a whole number from 1 to {most}")
    return number


def _format(asked: dict[str, str]) -> str:
    form = asked.get("format", FORMATS[0])
    if form not in FORMATS:
        raise Refused(HTTPStatus.BAD_REQUEST, f"format is {' or '.join(FORMATS)}")
    return form
