"""From the daemon's counters to metrics, by one rule and one table.

`noun` or `noun:word` becomes `xtcp_<noun>_total`, where the word is the label that the table names. Times become seconds, as Prometheus
wants its base units. A noun that the table does not know is exported by the same rule, with a help text that says so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

PREFIX: Final = "xtcp_"
TROUBLE: Final = "trouble_"
"""Counters `trouble_KIND` and `trouble_KIND:N`: here the kind is part of the noun, and one metric has them all."""
_SECONDS: Final = {"_ns": 1e-9, "_us": 1e-6}
_NOT_IN_A_NAME = re.compile(r"[^a-zA-Z0-9_]")


class Row(NamedTuple):
    """One counter, as people read of it."""

    noun: str
    text: str
    label: str = ""
    """What stands behind the colon; empty: nothing does."""
    each: bool = False
    """One for each destination."""


TABLE: Final = (
    Row("polls", "Polls that ended, whole or not"),
    Row("polls_failed", "Polls without namespaces", "reason"),
    Row("polls_overrun", "Polls that took longer than the poll frequency"),
    Row("searches", "Searches for namespaces"),
    Row("searches_failed", "Searches for namespaces that could not be made", "reason"),
    Row("searches_again", "Searches made a second time in a poll, because a namespace was gone when a reader came"),
    Row("namespaces_appeared", "Namespaces met for the first time, by the way in which they were found", "source"),
    Row("namespaces_gone", "Namespaces that are no longer found"),
    Row("namespaces_rung", "Namespaces that BPF told of between two polls"),
    Row("namespaces_unopenable", "Namespaces that BPF has seen and nobody can open"),
    Row("watch_overflows", "Times that the kernel dropped inotify events"),
    Row("assist_opened", "Sources of activity marks that were started", "source"),
    Row("assist_refused", "Why BPF, or a better source of marks, was not started", "reason"),
    Row("marks_lost", "Readings of marks after which more was dumped than they say", "reason"),
    Row("dumps_saved_cpu_us", "CPU that the last dumps of those namespaces took which were skipped as idle"),
    Row("bpf_run_time_ns", "Time that our BPF programs ran on this host, while kernel.bpf_stats_enabled is 1"),
    Row("bpf_runs", "Runs of our BPF programs, while kernel.bpf_stats_enabled is 1"),
    Row("bpf_runs_missed", "Runs of our BPF programs that the kernel left out"),
    Row("bpf_namespaces_marked", "Namespaces marked by BPF for the first time"),
    Row("bpf_marks_unplaced", "Marks for which the BPF map had no room"),
    Row("bpf_bells_lost", "First marks of which BPF could not tell"),
    Row("looks", "Readings of the socket counts of a namespace before a dump"),
    Row("looks_failed", "Readings of socket counts that failed", "reason"),
    Row("dumps", "Dumps that were whole"),
    Row("exact_reads", "Namespaces that were read socket by socket"),
    Row("active_reads", "Namespaces of which only sockets were read that had been active"),
    Row("exact_doubts", "Exact reads that were in doubt, so that the namespace was dumped", "reason"),
    Row("exact_refused", "Why no single sockets are watched", "reason"),
    Row("exact_forgotten", "Dumps whose sockets could not be remembered"),
    Row("exact_unwatched", "Namespaces whose sockets are watched no longer, as dumps are cheaper"),
    Row("births_lost", "Times that births of sockets may not have been told", "reason"),
    Row("socket_bpf_run_time_ns", "Time that the programs ran which watch single sockets, while kernel.bpf_stats_enabled is 1"),
    Row("socket_bpf_runs", "Runs of the programs that watch single sockets, while kernel.bpf_stats_enabled is 1"),
    Row("socket_bpf_runs_missed", "Runs of the programs that watch single sockets which the kernel left out"),
    Row("socket_births", "Births of sockets that BPF has told of"),
    Row("socket_births_lost", "Births of sockets for which BPF had no room"),
    Row("socket_marks_unplaced", "Marks of active sockets for which the BPF map had no room"),
    Row("dumps_failed", "Dumps that stayed incomplete, by the reason of the last try", "reason"),
    Row("dumps_skipped", "Dumps that were not made", "reason"),
    Row("dump_retries", "Tries of a dump that were made again, by the reason of the one before", "reason"),
    Row("readers_replaced", "Reader threads whose place another has taken"),
    Row("openers_started", "Processes of -privsep that were started", "reason"),
    Row("openers_lost", "Processes of -privsep that ended before they should, by what they did and why", "reason"),
    Row("offers_taken", "Namespaces that somebody offered"),
    Row("offers_gone", "Namespaces that are no longer offered"),
    Row("offers_refused", "Offers of namespaces that were refused", "reason"),
    Row("grpc_calls", "Calls by gRPC, by method; `unknown`: there is none of that name", "method"),
    Row("grpc_ended", "Calls by gRPC that ended, by their status", "code"),
    Row("grpc_refused", "Calls by gRPC that were not carried out", "reason"),
    Row("grpc_streams_opened", "Streams of records that were opened", "method"),
    Row("grpc_streams_ended", "Streams of records that ended", "reason"),
    Row("grpc_streams_refused", "Streams of records that were refused", "reason"),
    Row("grpc_rows_sent", "Rows that went into streams of records, of all together"),
    Row("grpc_bytes_sent", "Bytes of messages that went into streams of records"),
    Row("grpc_messages_sent", "Messages that went into streams of records"),
    Row("grpc_rows_missed", "Rows that streams of records which fell behind did not get, before any filter"),
    Row("grpc_polls_asked", "Requests for a poll on streams, coalesced or not"),
    Row("tcp_rows_uncounted", "Rows that were sent and could not be counted for -promTcpStats"),
    Row("tcp_pictures_torn", "Whole dumps whose rows -promTcpStats did not see as they were reported"),
    Row("closed_rows", "Records of connections that ended (-closed)"),
    Row("closed_lost", "Connections that ended and have no record", "reason"),
    Row("closed_overruns", "Times that the kernel dropped messages of closed sockets because the receive buffer was full"),
    Row("closed_dropped", "Connections that ended and were given no record", "reason"),
    Row("closed_left_out", "Messages of closed sockets that are of no connection", "reason"),
    Row("closed_mended", "Connections that were cut off, their counters saved by BPF"),
    Row("closed_unmended", "Connections that were cut off and whose counters are not known"),
    Row("closed_unplaced", "Records of closed connections of which only the nsid is known, not the namespace"),
    Row("closed_refused", "Why the BPF program of -closed was not started", "reason"),
    Row("closed_reopened", "Times that the socket of -closed had to be opened anew"),
    Row("nsids_given", "Namespaces that were given an nsid for -closed"),
    Row("nsids_failed", "Namespaces that could not be given one, and whose connections are not heard of when they end", "reason"),
    Row("capture_errors", "Readers whose capture could not be written"),
    Row("offered_rows", "Rows given to the sender", each=True),
    Row("sent_rows", "Rows that the destination took", each=True),
    Row("sent_bytes", "Bytes of payload that the destination took", each=True),
    Row("sent_payloads", "Payloads that the destination took", each=True),
    Row("dropped_rows", "Rows that the destination will never get", "reason", each=True),
    Row("dropped_bytes", "Bytes of envelopes that the destination will never get", "reason", each=True),
    Row("send_errors", "Tries to open the destination or to send that failed", "reason", each=True),
    Row("retries", "Tries after a failure", each=True),
    Row("unconfirmed_bytes", "Bytes that the kernel had taken and the receiver perhaps not when a connection broke", each=True),
    Row("file_rotations", "Files that were renamed", each=True),
    Row("file_rotation_errors", "Files that could not be renamed", each=True),
    Row("spool_failed_rows", "Rows that could not be written into the spool and were in memory only", "reason"),
    Row("spool_failed_bytes", "Bytes that could not be written into the spool and were in memory only", "reason"),
    Row("spool_torn_bytes", "Bytes of the torn end of the spool, cut off at the start"),
    Row("spool_forgotten_rows", "Rows in the spool that waited for destinations which are no longer configured"),
    Row("spool_forgotten_bytes", "Bytes in the spool that waited for destinations which are no longer configured"),
    Row("spool_sync_errors", "Times that the spool could not be forced to disk", "reason"),
    Row("spool_remove_errors", "Finished segments of the spool that could not be removed", "reason"),
    Row("spool_cursor_errors", "Times that it could not be noted how far a destination is in the spool", "reason", each=True),
)
BY_NOUN: Final = {row.noun: row for row in TABLE}


class Family(NamedTuple):
    """One metric."""

    name: str
    """Without `_total`."""
    text: str
    labels: tuple[str, ...]
    scale: float
    """A counter's value times this is the metric's."""


_TROUBLE = Family(
    "xtcp_trouble", "What the decoder met and did not like, by its kind and the attribute's number", ("reason", "attribute"), 1.0
)


@lru_cache(4096)
def place(counter: str, destination: str = "") -> tuple[Family, tuple[str, ...]]:
    """The metric of a counter, and the values of its labels. `destination`: whose tally has it; empty: the daemon's own."""
    if counter.startswith(TROUBLE):
        kind, _, number = counter.removeprefix(TROUBLE).partition(":")
        return _TROUBLE, (kind, number)
    noun, _, word = counter.partition(":")
    family = family_of(noun)
    values = {"destination": destination}
    return family, tuple(values.get(label, word) for label in family.labels)


@lru_cache(4096)
def family_of(noun: str) -> Family:
    """The metric of a noun. One that is not in the table may have a word, and a destination: both labels are there, perhaps empty."""
    row = BY_NOUN.get(noun) or Row(noun, f"Counter {noun}, of which this table does not know more", "reason", each=True)
    labels = ("destination",) * row.each + (row.label,) * bool(row.label)
    name, scale = PREFIX + _NOT_IN_A_NAME.sub("_", noun), 1.0
    for ending, factor in _SECONDS.items():
        if noun.endswith(ending):
            name, scale = f"{name.removesuffix(ending)}_seconds", factor
    return Family(name, row.text, labels, scale)
