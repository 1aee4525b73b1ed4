"""The pictures as Prometheus wants them, added up by namespace name at each scrape: the number of series is bounded.

All are gauges, of sockets that were there when their namespace was last dumped: a closed socket takes what it counted with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Final

from prometheus_client.core import GaugeHistogramMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from xtcp_ebpf.tcp_stats.picture import (
    BOUNDS_US,
    EMPTY,
    EVER,
    LOSING,
    RETRANSMITTING,
    RTT_SUM_US,
    SEGMENTS,
    TIMEOUTS,
    Picture,
    added,
    picture,
    sockets_of,
)
from xtcp_ebpf.tcp_stats.pictures import Shown
from xtcp_ebpf.tcp_stats.shares import REST, Shares, label
from xtcp_ebpf.wire.uapi import TCP_STATES

STATES: Final = {0: "UNKNOWN", **TCP_STATES}
"""By their places in a picture."""
RARE: Final = frozenset({0, 12, 13})
"""States that a dump does not have: without series while nothing is in them."""
SIGNS: Final = {"timeout": TIMEOUTS, "retransmitting": RETRANSMITTING, "lost": LOSING}
_LE: Final = (*(str(bound / 1_000_000) for bound in BOUNDS_US), "+Inf")


class TcpCollector:
    """Collector of prometheus_client. One thread asks it."""

    def __init__(self, read: Callable[[], Shown], most_namespaces: int) -> None:
        self._read = read
        self._shares = Shares(most_namespaces)

    def collect(self) -> Iterator[Metric]:
        """All families, with series for so many names and for the rest."""
        shown = self._read()
        by_name: dict[str, list[bytes]] = {}
        old = missing = 0
        for namespace in shown.namespaces:
            kept = shown.pictures.get(namespace.key)
            if kept is None:
                missing += 1
                continue
            old += kept.old
            parts = by_name.setdefault(label(namespace.name), [])
            if kept.array is not EMPTY:
                parts.append(kept.array)
        yield _gauge(
            "xtcp_tcp_namespaces",
            "Namespaces by what is counted of their sockets: all, as they were before a dump that failed, or nothing yet",
            {("current",): len(shown.namespaces) - old - missing, ("old",): old, ("none",): missing}.items(),
            "picture",
        )
        yield from _families(self._added(by_name))

    def _added(self, by_name: Mapping[str, list[bytes]]) -> dict[str, Picture]:
        """By the label, those with a place of their own in the order of names, and the rest last."""
        arrays = {name: added(parts) for name, parts in by_name.items()}
        chosen = self._shares.choose({name: sockets_of(array) for name, array in arrays.items()})
        found = {name: picture(arrays[name]) for name in sorted(chosen)}
        found[REST] = picture(added([array for name, array in arrays.items() if name not in chosen]))
        return found


def _families(pictures: Mapping[str, Picture]) -> Iterator[Metric]:
    states = {
        (name, STATES.get(state, str(state))): number
        for name, each in pictures.items()
        for state, number in enumerate(each.by_state)
        if number or (state in STATES and state not in RARE)
    }
    yield _gauge("xtcp_tcp_sockets", "TCP sockets by state", states.items(), "netns", "state")
    signs = {(name, sign): each.numbers[place] for name, each in pictures.items() for sign, place in SIGNS.items()}
    text = "TCP sockets that have not recovered from a loss, by its sign: a timeout, a retransmit in flight, segments thought lost"
    yield _gauge("xtcp_tcp_sockets_unrecovered", text, signs.items(), "netns", "sign")
    ever = {(name,): each.numbers[EVER] for name, each in pictures.items()}
    yield _gauge("xtcp_tcp_sockets_retransmitted", "TCP sockets that have retransmitted since they were opened", ever.items(), "netns")
    segments = {(name,): each.numbers[SEGMENTS] for name, each in pictures.items()}
    text = "Segments that the sockets there are now have retransmitted; what closed sockets did is not in it, so that it falls"
    yield _gauge("xtcp_tcp_retransmitted_segments", text, segments.items(), "netns")
    times = GaugeHistogramMetricFamily(
        "xtcp_tcp_rtt_seconds", "Smoothed round trip times of the ESTABLISHED sockets there are now", labels=["netns"]
    )
    for name, each in pictures.items():
        buckets = [(bound, float(number)) for bound, number in zip(_LE, accumulate(each.buckets), strict=True)]
        times.add_metric([name], buckets, each.numbers[RTT_SUM_US] / 1_000_000)
    yield times


def _gauge(name: str, text: str, values: Iterable[tuple[tuple[str, ...], float]], *label_names: str) -> Metric:
    metric = GaugeMetricFamily(name, text, labels=label_names)
    for words, value in values:
        metric.add_metric(words, value)
    return metric
