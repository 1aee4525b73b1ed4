"""From the values of -dest to what a sender is built of: target, format, columns, queue.

    -dest marshal=jsonl,queueBytes=8388608,tcp:HOST:PORT
          |-------- for it alone --------||-- itself --|

What stands before a destination are flags without their dash, each with a comma behind. The destination begins with the first piece
that is none, and is taken as it is: an http URL with all its commas and equals signs.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from xtcp_ebpf.abc import Destination, Marshaller, Target
from xtcp_ebpf.delivery_knobs import DeliveryKnobs
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.knobs import BY_FLAG, Knobs
from xtcp_ebpf.marshal import formats
from xtcp_ebpf.mask import masked
from xtcp_ebpf.values import read

USUAL_COLUMNS = 80
"""Of a terminal that does not know its width: it says 0."""
PLACES = {
    **dict.fromkeys(("kafka", "nats", "nsq", "valkey"), ("topic",)),
    "s3parquet": ("s3_endpoint", "s3_bucket", "s3_prefix"),
    "parquet": ("s3_prefix",),
}
"""Scheme -> what besides the address makes it another destination."""

_OPTION = re.compile(r"([A-Za-z0-9.]+)=([^,]*),")
_NO_DESTINATION = re.compile(r"[A-Za-z0-9]+=")


@dataclass(frozen=True, slots=True)
class Output:
    """One destination and what goes there in which form."""

    target: Target
    destination: Destination
    marshal: str
    columns: tuple[str, ...]
    width: int | None
    """Of the terminal, for a table."""
    queue_bytes: int

    @property
    def spool_name(self) -> str:
        """By which the spool knows it over restarts: its address, without the passwords in it, and its topic or bucket."""
        place = (self.target.where, *(getattr(self.target.knobs, name) for name in PLACES.get(self.target.scheme, ())))
        return f"{self.target.scheme}-{sha256(' '.join(place).encode()).hexdigest()[:12]}"

    def marshaller(self) -> Marshaller:
        """A new one: each sender has its own."""
        return formats.create(self.marshal, self.columns, self.width)


def outputs(knobs: Knobs) -> tuple[Output, ...]:
    """One for each -dest, checked. Raises BadFlag or BadAddress."""
    found = [output(dest, knobs) for dest in knobs.dest or ("stdout",)]
    if knobs.columns and not any(output.columns for output in found):
        raise BadFlag("-columns", f"goes with -marshal {', '.join(formats.WITH_COLUMNS)}, not with {found[0].marshal}")
    (name, times), *_ = Counter(output.spool_name for output in found).most_common(1)
    if times > 1:
        twice = next(output for output in found if output.spool_name == name)
        raise BadFlag("-dest", f"{twice.target.where} is given twice")
    return tuple(found)


def output(dest: str, knobs: Knobs) -> Output:
    """One of them. Raises BadFlag or BadAddress."""
    own, rest = _own(dest)
    target = registry.parse(rest, replace(knobs, **own))
    destination = registry.find(target.scheme)
    knobs = target.knobs
    width = _terminal(target.scheme)
    usual = "table" if width else "protobufList" if knobs.dest else "jsonl"
    only = str(getattr(destination, "MARSHAL", ""))
    if only and own.get("marshal", only) != only:
        raise BadFlag(f"-dest {masked(dest)}", f"marshal={own['marshal']}: {target.scheme} is made of {only}, leave marshal= out")
    marshal = only or knobs.marshal or usual
    columns = knobs.columns if "columns" in own or marshal in formats.WITH_COLUMNS else ()
    try:
        queue_bytes = _queue(target, bool(only), "queue_bytes" in own)
        made = Output(target, destination, marshal, columns, width if marshal == "table" else None, queue_bytes)
        made.marshaller()
    except BadFlag as error:
        flag = error.where.removeprefix("-")
        if BY_FLAG[flag].attribute in own:
            raise BadFlag(f"-dest {masked(dest)}", f"{flag}=: {error.problem}") from None
        raise
    return made


def _own(dest: str) -> tuple[dict[str, Any], str]:
    """Knobs of this destination alone, and what is left. Raises BadFlag."""
    own: dict[str, Any] = {}
    where = f"-dest {masked(dest)}"
    at = 0
    while found := _OPTION.match(dest, at):
        name, text = found.groups()
        knob = BY_FLAG.get(name)
        if knob is None or not knob.each:
            raise BadFlag(where, f"{name}= cannot stand before a destination; there may stand {', '.join(_each())}")
        if knob.attribute in own:
            raise BadFlag(where, f"{name}= stands there twice")
        value = read(knob, f"{where}: {name}=", text.replace("+", ",") if knob.kind == "list" else text)
        own[knob.attribute] = value or knob.default if knob.kind == "size" else value
        at = found.end()
    rest = dest[at:]
    if (at and not rest) or _NO_DESTINATION.match(rest):
        raise BadFlag(where, "the destination is missing: write NAME=VALUE,SCHEME:ADDRESS")
    return own, rest


def _each() -> Iterator[str]:
    return (knob.flag for knob in BY_FLAG.values() if knob.each)


def _terminal(scheme: str) -> int | None:
    """The width of the terminal that stdout is, if it is one."""
    if scheme != "stdout" or sys.stdout is None or not sys.stdout.isatty():  # None: closed when the process started
        return None
    return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_COLUMNS


def _queue(target: Target, holds_objects: bool, own: bool) -> int:
    """Bytes of its queue. What makes one object of many Envelopes holds them all until it is written, while others come."""
    knobs = target.knobs
    objects = 2 * knobs.s3_parquet_flush_bytes if holds_objects else 0
    if objects and not own and knobs.queue_bytes == DeliveryKnobs().queue_bytes:
        return knobs.queue_bytes + objects
    least = objects or 2 * knobs.envelope_flush_bytes
    if knobs.queue_bytes < least:
        why = "twice -s3ParquetFlushBytes, for the object that is written and the one that is gathered"
        if not objects:
            why = "twice -envelopeFlushBytes, for the envelope that is sent and one that waits"
        raise BadFlag("-queueBytes", f"{knobs.queue_bytes} is too little for {target.where}: at least {least}, {why}")
    return knobs.queue_bytes
