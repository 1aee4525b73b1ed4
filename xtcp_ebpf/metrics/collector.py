"""The daemon's numbers as Prometheus wants them, made anew at each scrape: nothing here runs in between.

A series never has a namespace in its labels: their number does not depend on how many there are. (-promTcpStats has a collector of its
own, in tcp_stats/, and a bound.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from platform import python_version
from typing import Final, Protocol

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, InfoMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import CollectorRegistry

from xtcp_ebpf.metrics.daemon_facts import Destination, Facts, Own, labels, own
from xtcp_ebpf.metrics.dump_times import BOUNDS_SECONDS, DumpTimes
from xtcp_ebpf.metrics.names import TABLE, Family, family_of, place

STATES: Final = ("connecting", "sending", "retrying", "gone", "closed")
"""Of Status."""
_LE = (*map(str, BOUNDS_SECONDS), "+Inf")


class Counts(Protocol):
    """A tally."""

    def read(self) -> Mapping[str, int]: ...


class Collector:
    """Collector of prometheus_client. Each source is asked once a scrape, from the thread that answers it."""

    def __init__(
        self,
        tally: Counts,
        facts: Callable[[], Facts],
        destinations: Callable[[], list[Destination]],
        dump_times: DumpTimes,
        answered: Callable[[], Mapping[str, int]] = dict,
        process: Callable[[], Own] = own,
    ) -> None:
        self._tally = tally
        self._facts = facts
        self._destinations = destinations
        self._dump_times = dump_times
        self._answered = answered
        self._process = process

    def collect(self) -> Iterator[Metric]:
        """All of them; promtool finds nothing to say about them."""
        destinations = self._destinations()
        names = labels([each.status.name for each in destinations])
        yield from _counters([("", self._tally.read()), *((name, each.counts) for name, each in zip(names, destinations, strict=True))])
        yield from _of_the_daemon(self._facts())
        yield from _of_destinations(dict(zip(names, destinations, strict=True)))
        seen = self._dump_times.read()
        text = "How long dumps of a namespace took, whole or not"
        buckets = [(bound, float(count)) for bound, count in zip(_LE, seen.cumulative, strict=True)]
        yield HistogramMetricFamily("xtcp_dump_duration_seconds", text, buckets, seen.sum_seconds)
        requests = CounterMetricFamily("xtcp_http_requests", "Requests to this listener, by what became of them", labels=["reason"])
        for outcome, times in self._answered().items():
            requests.add_metric([outcome], times)
        yield requests
        process = self._process()
        yield CounterMetricFamily("xtcp_cpu_seconds", "User and system CPU of the daemon", process.cpu_seconds)
        if process.resident_bytes is not None:
            yield GaugeMetricFamily("xtcp_resident_memory_bytes", "Resident memory of the daemon", process.resident_bytes)


class Collects(Protocol):
    """What prometheus_client takes for a collector."""

    def collect(self) -> Iterator[Metric]: ...


def registry(*collectors: Collects) -> CollectorRegistry:
    """One of our own, with these alone: none of the library's collectors of Python and process."""
    made = CollectorRegistry(auto_describe=False)
    for each in collectors:
        made.register(each)
    return made


def _counters(tallies: Iterable[tuple[str, Mapping[str, int]]]) -> Iterator[Metric]:
    """Every counter that has been bumped; those without labels from the start, as 0."""
    found: dict[Family, dict[tuple[str, ...], int]] = {family_of(row.noun): {} for row in TABLE}
    for family, series in found.items():
        if not family.labels:
            series[()] = 0
    for destination, counts in tallies:
        for counter, count in counts.items():
            family, values = place(counter, destination)
            series = found.setdefault(family, {})
            series[values] = series.get(values, 0) + count
    for family, series in found.items():
        metric = CounterMetricFamily(family.name, family.text, labels=family.labels)
        for values, count in series.items():
            metric.add_metric(values, count if family.scale == 1.0 else count * family.scale)
        yield metric


def _gauge(name: str, text: str, values: Iterable[tuple[tuple[str, ...], float]], *label_names: str) -> Metric:
    metric = GaugeMetricFamily(name, text, labels=label_names)
    for words, value in values:
        metric.add_metric(words, value)
    return metric


def _of_the_daemon(facts: Facts) -> Iterator[Metric]:
    build = {"version": facts.version, "engine": facts.engine, "python": python_version()}
    yield InfoMetricFamily("xtcp_build", "What runs here", build)
    source = {(facts.source, facts.loader, facts.refused): 1.0}
    text = "The source of activity marks, and why it is not BPF or a better one"
    yield _gauge("xtcp_activity_source", text, source.items(), "source", "loader", "reason")
    yield _gauge("xtcp_namespaces", "Namespaces that the last poll knew", [((), facts.known)])
    yield _gauge("xtcp_namespaces_dumped", "Namespaces that the last poll dumped", [((), facts.dumped)])
    yield _gauge("xtcp_namespaces_failed", "Namespaces that the last poll did not have, or in part", [((), facts.failed)])
    skipped = {(reason,): float(number) for reason, number in facts.skipped.items()}
    yield _gauge("xtcp_namespaces_skipped", "Namespaces that the last poll left out", skipped.items(), "reason")
    yield _gauge("xtcp_last_poll_duration_seconds", "How long the last poll took", [((), facts.poll_seconds)])
    yield _gauge("xtcp_readers", "Reader threads that are alive", [((), facts.readers)])
    if facts.spool_bytes is not None:
        yield _gauge("xtcp_spool_bytes", "Size of the spool on disk", [((), facts.spool_bytes)])


def _of_destinations(destinations: Mapping[str, Destination]) -> Iterator[Metric]:
    status = {(name,): each.status for name, each in destinations.items()}
    states = {(*name, state): float(each.state == state) for name, each in status.items() for state in STATES}
    yield _gauge("xtcp_destination_state", "1 for the state in which the destination is", states.items(), "destination", "state")
    for name, text, values in (
        ("waiting_rows", "Rows that wait for the destination, in memory and spool", {n: s.waiting.rows for n, s in status.items()}),
        ("waiting_bytes", "Bytes that wait for it, in memory and spool", {n: s.waiting.bytes for n, s in status.items()}),
        ("queue_rows", "Rows that memory holds for the destination", {n: s.in_memory.rows for n, s in status.items()}),
        ("queue_bytes", "Bytes that memory holds for the destination", {n: s.in_memory.bytes for n, s in status.items()}),
        ("failures_in_a_row", "Tries in a row that failed", {n: s.failures for n, s in status.items()}),
    ):
        yield _gauge(f"xtcp_destination_{name}", text, values.items(), "destination")
