"""The one place that brings a BPF source to life: the first that this host takes, of those that the rules offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xtcp_ebpf.activity import bcc, libbpf
from xtcp_ebpf.activity.objects import Loader
from xtcp_ebpf.activity.rules import Choice, Try
from xtcp_ebpf.activity.tracepoints import Tracepoints
from xtcp_ebpf.activity.walk import Walk
from xtcp_ebpf.errors import AssistUnavailable, errno_text
from xtcp_ebpf.marks import Activity

LOADERS: Mapping[str, Loader] = {"libbpf": libbpf.load, "bcc": bcc.load}


@dataclass(frozen=True, slots=True)
class Failure:
    """A try that the rules thought well of, and the host did not."""

    tried: Try
    reason: str
    """A word for counters."""
    text: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of the tries."""

    source: Activity | None
    """None: none of them runs."""
    how: Try | None
    failures: tuple[Failure, ...]
    """Before it, in order."""


def open_first(choice: Choice, slots: int, bell: bool, loaders: Mapping[str, Loader] = LOADERS) -> Opened:
    """Load and attach, best first. `slots`: how many namespaces the maps hold; `bell`: the kernel has ring buffers. Raises nothing."""
    failures: list[Failure] = []
    for each in choice.tries:
        try:
            return Opened(_open(each, slots, bell, loaders), each, tuple(failures))
        except AssistUnavailable as error:
            failures.append(Failure(each, error.reason, error.text))
        except OSError as error:
            failures.append(
                Failure(each, "attach", f"the kernel took the programs and refused to run them: {errno_text(error.errno or 0)}")
            )
    return Opened(None, None, tuple(failures))


def _open(each: Try, slots: int, bell: bool, loaders: Mapping[str, Loader]) -> Activity:
    objects = loaders[each.loader](each.source, each.kind, slots, bell)
    return Walk(objects, slots) if each.source == "walk" else Tracepoints(objects, slots)


def reasons(choice: Choice, failures: Sequence[Failure]) -> list[tuple[str, str]]:
    """Why there is no BPF, or not the best: (word for counters, text for a person with what to do), what weighs most first."""
    said = [(f.reason, f"{f.tried.source} by {f.tried.loader}: {f.text}") for f in failures]
    return said + [(r.reason, f"{r.what}: {r.text}; {r.fix}") for r in choice.ruled_out]
