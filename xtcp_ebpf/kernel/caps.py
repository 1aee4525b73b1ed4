"""What the process may do, what it needs, and what it loses without.

Each need was found by taking the capability away: dumping takes none at all, entering another namespace takes one, the others only
decide how much is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xtcp_ebpf import errors


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Of one process. The sets are bit masks, bit n for capability number n."""

    uid: int
    """Effective."""
    effective: int
    permitted: int
    no_new_privs: bool
    """No program that it starts can gain rights: file capabilities and sudo have no effect."""


@dataclass(frozen=True, slots=True)
class Need:
    """A capability that the daemon uses."""

    name: str
    number: int
    fatal: bool
    """Without it the daemon does not start."""
    why: str
    """What it is for; where it is not fatal, what is lost."""
    root_has_it: bool = False
    """User 0 can do the same as the owner of the files."""
    others_only: bool = True
    """Of no use to one who reads only the namespace that he is in."""


NEEDS = (
    Need("CAP_SYS_ADMIN", 21, True, "enters the other network namespaces (setns)"),
    Need(
        "CAP_SYS_PTRACE",
        19,
        False,
        "reads /proc/<pid>/ns/net of other processes; without it, namespaces that no mount in the namespace directories names are not seen",
    ),
    Need(
        "CAP_NET_ADMIN",
        12,
        False,
        "lets the kernel tell socket marks, TCP MD5 keys and all of the ULP info; without it, these stay empty, all else is the same",
        others_only=False,
    ),
    Need(
        "CAP_DAC_READ_SEARCH",
        2,
        False,
        "reads namespace directories that belong to others (/run/docker is closed to all but root); without it, their names are not seen",
        root_has_it=True,
    ),
)
"""What the daemon needs to see the sockets of every namespace."""


def needs(namespaces: str) -> tuple[Need, ...]:
    """What -namespaces `all` or `own` needs."""
    return NEEDS if namespaces == "all" else tuple(need for need in NEEDS if not need.others_only)


def read(status: str = "/proc/self/status") -> Capabilities:
    """The capabilities of a process, from its status file in a procfs. Raises OSError, or ValueError when it is no such file."""
    lines = dict(line.split(":", 1) for line in Path(status).read_text(errors="replace").splitlines() if ":" in line)
    try:
        return Capabilities(
            uid=int(lines["Uid"].split()[1]),
            effective=int(lines["CapEff"], 16),
            permitted=int(lines["CapPrm"], 16),
            no_new_privs=lines.get("NoNewPrivs", "0").strip() == "1",  # Linux before 4.10 does not tell
        )
    except KeyError as error:
        raise ValueError(f"{status} has no line {error}") from error


def missing(caps: Capabilities, needs: Sequence[Need] = NEEDS) -> tuple[Need, ...]:
    """The needs that are not met, in the order of `needs`."""
    return tuple(n for n in needs if not caps.effective >> n.number & 1 and not (n.root_has_it and caps.uid == 0))


def require(caps: Capabilities, needs: Sequence[Need] = NEEDS) -> tuple[Need, ...]:
    """What is missing though the daemon can run without it. Raises MissingCapability when it cannot run."""
    lacking = missing(caps, needs)
    fatal = [n for n in lacking if n.fatal]
    if not fatal:
        return lacking
    lines = ["cannot start, capabilities are missing:", *(_line(n) for n in fatal)]
    if rest := [n for n in lacking if not n.fatal]:
        lines += ["missing too, though it could run without:", *(_line(n) for n in rest)]
    if held := [n.name for n in lacking if caps.permitted >> n.number & 1]:
        lines.append(f"permitted, but not in effect: {' '.join(held)}; whatever started this process has to raise them")
    raise errors.MissingCapability("\n".join([*lines, *how_to_grant(needs, caps.no_new_privs)]))


def how_to_grant(needs: Sequence[Need] = NEEDS, no_new_privs: bool = False) -> list[str]:
    """Lines that say how to get the capabilities, whichever way the daemon is started."""
    names = [n.name for n in needs]
    all_of_them = " ".join(names)
    plus = ",".join("+" + n.removeprefix("CAP_").lower() for n in names)
    lines = [
        "any one of these ways grants them:",
        "  as root:       sudo xtcp-ebpf",
        "  with systemd:  [Service]",
        f"                 AmbientCapabilities={all_of_them}",
        f"                 CapabilityBoundingSet={all_of_them}",
        f"  as a user:     sudo setpriv --reuid=USER --clear-groups --inh-caps={plus} --ambient-caps={plus} xtcp-ebpf",
        f"  in Docker:     --pid=host --network=host {' '.join('--cap-add=' + n.removeprefix('CAP_') for n in names)}",
        "setcap does not help: on a script the kernel ignores it, and on the Python interpreter it would give these rights to every Python",
        "program of every user.",
    ]
    if no_new_privs:
        lines.append("This process runs with no_new_privs: sudo and setcap have no effect inside it; grant them where it is started.")
    return lines


def _line(need: Need) -> str:
    return f"  {need.name}: {need.why}"
