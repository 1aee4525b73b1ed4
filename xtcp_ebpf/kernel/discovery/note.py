"""What a search has to say beside the namespaces that it found."""

from __future__ import annotations

import errno as errno_names
from typing import NamedTuple

from xtcp_ebpf import errors

GONE = frozenset({errno_names.ENOENT, errno_names.ESRCH})
"""What was to be looked at is no more, or never was."""
EXHAUSTED = frozenset({errno_names.EMFILE, errno_names.ENFILE, errno_names.ENOMEM})
"""The search could not look, which says nothing about what there is."""


class Note(NamedTuple):
    """Something that looked like a namespace and could not be taken for one, or a search that did not see all."""

    reason: str
    """`stale` (a plain file), `not_network` (a namespace of another kind), `unreadable` (no right to look), `invisible` (processes),
    `unwatched` (a directory without inotify), `blind` (no search could be made)."""
    path: str
    times: int = 1
    """Above 1 for `invisible` only: how many processes."""
    errno: int = 0
    """Of `unwatched` and `blind`."""

    def text(self) -> str:
        """For the log: what it is and what to do."""
        why = errors.errno_text(self.errno)
        return {
            "stale": f"{self.path} is no namespace, only a file, maybe what a removed one left behind: delete it",
            "not_network": f"{self.path} is a namespace of another kind than network: not dumped",
            "unreadable": f"{self.path} may not be read: run as root or grant CAP_DAC_READ_SEARCH",
            "invisible": f"{self.times} processes in {self.path} may not be looked into, namespaces that only they hold stay unseen: "
            "grant CAP_SYS_PTRACE (a process with more rights than ours may stay closed even then)",
            "unwatched": f"{self.path} cannot be watched, what is mounted there is seen at the next poll only: {why}: "
            "raise fs.inotify.max_user_instances or max_user_watches (ENOSPC, EMFILE), or the limit of descriptors (ulimit -n)",
            "blind": f"{self.path} could not be searched, the namespaces of the search before are taken: {why}: "
            "raise the limit of descriptors (ulimit -n, LimitNOFILE=)",
        }[self.reason]
