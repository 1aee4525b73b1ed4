"""Each note says what it is, where, and what to do."""

from __future__ import annotations

import errno

import pytest

from xtcp_ebpf.kernel.discovery.note import Note


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note("stale", "/run/netns/x"), ("/run/netns/x", "delete it")),
        (Note("not_network", "/run/netns/x"), ("/run/netns/x", "another kind")),
        (Note("unreadable", "/run/docker"), ("/run/docker", "CAP_DAC_READ_SEARCH")),
        (Note("invisible", "/proc", 7), ("7 processes in /proc", "CAP_SYS_PTRACE")),
        (Note("unwatched", "/run/netns", errno=errno.ENOSPC), ("/run/netns", "ENOSPC", "max_user_watches")),
        (Note("blind", "/proc", errno=errno.EMFILE), ("/proc", "EMFILE", "ulimit -n")),
    ],
)
def test_text(note: Note, words: tuple[str, ...]) -> None:
    """A person finds the place and the remedy in it."""
    assert all(word in note.text() for word in words)
