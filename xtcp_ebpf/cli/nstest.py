"""`xtcp-ebpf nstest`: network namespaces with real TCP traffic that come and go, bounded in time and number, and taken away at the end."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TextIO, TypeVar

from xtcp_ebpf.churn import driver
from xtcp_ebpf.churn.traffic import GAPS, PAYLOADS
from xtcp_ebpf.errors import BadFlag, UsageError, errno_text
from xtcp_ebpf.values import duration, duration_text

T = TypeVar("T")

ME = "xtcp-ebpf nstest"
PREFIX = "xtcp-nstest"
_PROGRESS_SECONDS = (1.0, 10.0)
"""On a terminal, and elsewhere."""
_TURN_SECONDS = 0.02


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        where, _, problem = message.removeprefix("argument ").partition(": ")
        raise BadFlag(where.split("/")[0], problem) if problem else BadFlag("nstest", message)


def main(argv: Sequence[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """The exit code: 0 when all that was made is gone again."""
    out, err = out or sys.stdout, err or sys.stderr
    parser = _flags()
    asked = parser.parse_args(list(argv))
    if asked.help:
        parser.print_help(out)
        return 0
    if os.geteuid() != 0:
        raise UsageError("nstest makes network namespaces: run it as root")
    if asked.clean:
        found = driver.clean(asked.prefix)
        print(f"{len(found)} namespaces removed{': ' + ' '.join(found) if found else ''}", file=out)
        return 0
    conns = asked.conns if asked.conns is not None else 2 if asked.traffic else 0
    driver.room_for(asked.initial + 1, conns)
    churn = driver.Churn(
        asked.prefix,
        conns=conns,
        payloads=asked.payloads,
        gaps=asked.gaps,
        links=asked.links,
        traffic=asked.traffic,
        seed=asked.seed,
    )
    end = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):  # a second one changes nothing: what was made must go
        signal.signal(number, lambda *_: end.set())
    try:
        with churn:
            summary = _run(asked, churn, end, err)
    except OSError as error:
        raise UsageError(f"nstest ended, and what it had made is removed: {error.strerror or errno_text(error.errno or 0)}") from error
    for what, value in summary:
        print(f"{what:22} {value}", file=out)
    return 0


def _run(asked: argparse.Namespace, churn: driver.Churn, end: threading.Event, err: TextIO) -> list[tuple[str, str]]:
    pause = 1 / asked.rate if asked.rate else asked.sleep
    begun = told = time.monotonic()
    every = _PROGRESS_SECONDS[0 if err.isatty() else 1]
    died = errors = steps = 0

    def tell(what: str) -> None:
        print(f"{ME}: {what}", file=err, flush=True)

    def progress() -> None:
        nonlocal told
        if time.monotonic() - told >= every:
            told = time.monotonic()
            tell(f"{told - begun:.0f} s: {len(churn.live)} live, {steps} born and died, {errors} errors")

    while len(churn.live) < asked.initial and not end.is_set():
        churn.birth()
        progress()
    tell(f"{len(churn.live)} namespaces after {time.monotonic() - begun:.1f} s")
    started = turn = time.monotonic()
    while not end.is_set() and (now := time.monotonic()) < started + asked.duration and not (asked.steps and steps >= asked.steps):
        if now >= turn:
            turn = max(turn + pause, now - 1.0)
            steps += 1
            if churn.live:
                churn.death()
                died += 1
            try:
                churn.birth()
            except OSError as error:
                errors += 1
                if errors == 1:
                    tell(f"a birth failed: {error}")
        progress()
        end.wait(max(0.0, min(turn - time.monotonic(), _TURN_SECONDS)))
    live, traffic = len(churn.live), churn.traffic
    return [
        ("seconds", f"{time.monotonic() - started:.1f}"),
        ("born", str(died + live)),
        ("died", str(died)),
        ("live at the end", str(live)),
        ("connections opened", str(churn.connections)),
        ("bytes sent", str(traffic.sent_bytes if traffic else 0)),
        ("bytes received", str(traffic.received_bytes if traffic else 0)),
        ("errors", str(errors + (traffic.errors if traffic else 0))),
        ("slowest birth", f"{churn.slowest_birth * 1000:.1f} ms"),
    ]


def _flags() -> _Parser:
    parser = _Parser(prog=ME, description=__doc__.partition(": ")[2], add_help=False, allow_abbrev=False, usage=f"{ME} [-flag value ...]")

    def flag(name: str, default: Any, read: Callable[[str], Any], text: str) -> None:
        shown = (
            duration_text(default) if isinstance(default, float) else ",".join(map(str, default)) if isinstance(default, tuple) else default
        )
        parser.add_argument(f"-{name}", f"--{name}", default=default, type=_read(read), metavar="", help=f"{text} ({shown})")

    def switch(name: str, text: str) -> None:
        parser.add_argument(f"-{name}", f"--{name}", action="store_true", help=text)

    flag("initial", 100, _number(0, 100_000), "namespaces at the start, and alive from then on")
    flag("sleep", 0.1, _positive, "time from one death and birth to the next")
    flag("rate", 0.0, _rate, "deaths and births a second, instead of -sleep")
    flag("duration", 60.0, _positive, "how long")
    flag("steps", 0, _number(0, 10**9), "end after so many births; 0: only -duration ends it")
    switch("traffic", "send over the connections")
    parser.add_argument(
        "-conns", "--conns", type=_read(_number(0, 1000)), metavar="", help="connections in each namespace (2 with -traffic, else 0)"
    )
    flag("payloads", PAYLOADS, _each(_number(1, 1 << 24)), "bytes of a sending, one of them by chance")
    flag("gaps", GAPS, _each(_positive), "time between two sendings of a connection, one of them by chance")
    switch("links", "a veth pair into each, the host's end named after the namespace")
    flag("prefix", PREFIX, _prefix, "what the names begin with")
    flag("seed", 0, _number(0, 2**63), "of chance")
    switch("clean", "remove what a killed run with this -prefix left, and end")
    parser.add_argument("-help", "-h", "--help", action="store_true", help="print this")
    return parser


def _read(read: Callable[[str], T]) -> Callable[[str], T]:
    def reader(text: str) -> T:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(f"{text!r} {error}") from None

    return reader


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise ValueError(f"is no whole number from {low} to {high}")
        return int(text)

    return read


def _positive(text: str) -> float:
    if (seconds := duration(text)) <= 0:
        raise ValueError("is no duration above 0")
    return seconds


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = -1.0
    if not 0 < rate <= 10_000:
        raise ValueError("is no number above 0 and up to 10000")
    return rate


def _each(read: Callable[[str], T]) -> Callable[[str], tuple[T, ...]]:
    return lambda text: tuple(read(part) for part in text.split(","))


def _prefix(text: str) -> str:
    if not text.isascii() or not text.replace("-", "").isalnum() or len(text) > 64:
        raise ValueError("is no name of letters, digits and dashes")
    return text
