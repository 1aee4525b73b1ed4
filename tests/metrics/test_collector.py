"""What a scrape has, how large it is, and what Prometheus's own tool says of it."""

from __future__ import annotations

import time

from asking import destination, sources
from prometheus_client import generate_latest
from prometheus_client.openmetrics.exposition import generate_latest as openmetrics
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics_families
from prometheus_client.parser import text_string_to_metric_families
from servers.prometheus import check_metrics

from xtcp_ebpf.metrics.collector import STATES, Collector, registry
from xtcp_ebpf.metrics.daemon_facts import Facts, Own
from xtcp_ebpf.metrics.names import TABLE
from xtcp_ebpf.metrics.serving import Sources
from xtcp_ebpf.wire.trouble import KINDS

REASONS = ("timeout", "gone", "permission", "refused", "overrun", "poll_timeout", "hung", "defect")
FULL = Facts("0.1.0", "c", "walk", "libbpf", "", 1000, 10, 1, {"idle": 980, "empty": 8, "backoff": 1}, 0.25, 4, 1 << 20)
LONG = "https://user:***@" + "collector.example." * 30 + ':8443/a?b=\\"\n'


def busy(spare_counter: str = "") -> Sources:
    """All counters bumped, with many reasons, at three destinations; one of them with a name that needs escapes."""
    counts = {f"{row.noun}:{reason}" if row.label else row.noun: 12345678 for row in TABLE for reason in REASONS if row.each}
    made = sources([destination(name, waiting=5)._replace(counts=counts) for name in (LONG, "null:", "null:")], FULL)
    for row in TABLE:
        for reason in REASONS:
            made.tally.add(f"{row.noun}:{reason}" if row.label else row.noun, 12345678)
    for kind in KINDS:
        made.tally.add(f"trouble_{kind}:9")
    if spare_counter:
        made.tally.add(spare_counter, 7)
    for seconds in (0.0003, 0.02, 7.0):
        made.dump_times.observe(seconds)
    return made


def collector(of: Sources) -> Collector:
    """With an HTTP server that has answered, in a process that took these."""
    return Collector(of.tally, of.facts, of.destinations, of.dump_times, lambda: {"200": 3, "slow": 1}, lambda: Own(1.5, 1 << 26))


def values(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """By name and labels, those without a value left out."""
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    keys = [(s.name, frozenset((k, v) for k, v in s.labels.items() if v)) for s in samples]
    assert len(set(keys)) == len(keys)
    return dict(zip(keys, (s.value for s in samples), strict=True))


def key(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return name, frozenset(labels.items())


def test_numbers_are_those_of_the_daemon() -> None:
    """Counters, facts, destinations, times and process, each under its name."""
    of = sources([destination("tcp:h:1", "retrying", waiting=4, failures=2, sent_rows=9, dropped_rows__queue_full=3)], FULL)
    of.tally.merge({"polls": 5, "dumps_failed:gone": 2, "bpf_run_time_ns": 1500000000, "dropped_rows:late": 1, "trouble_late:2": 6})
    of.dump_times.observe(0.002)
    of.dump_times.observe(0.3)
    found = values(generate_latest(registry(collector(of))).decode())
    assert found[key("xtcp_polls_total")] == 5
    assert found[key("xtcp_searches_total")] == 0
    assert found[key("xtcp_dumps_failed_total", reason="gone")] == 2
    assert found[key("xtcp_bpf_run_time_seconds_total")] == 1.5
    assert found[key("xtcp_dropped_rows_total", reason="late")] == 1
    assert found[key("xtcp_dropped_rows_total", reason="queue_full", destination="tcp:h:1")] == 3
    assert found[key("xtcp_sent_rows_total", destination="tcp:h:1")] == 9
    assert found[key("xtcp_trouble_total", reason="late", attribute="2")] == 6
    assert found[key("xtcp_destination_waiting_rows", destination="tcp:h:1")] == 4
    assert found[key("xtcp_destination_queue_bytes", destination="tcp:h:1")] == 400
    assert found[key("xtcp_destination_failures_in_a_row", destination="tcp:h:1")] == 2
    states = {state: found[key("xtcp_destination_state", destination="tcp:h:1", state=state)] for state in STATES}
    assert states == {"connecting": 0, "sending": 0, "retrying": 1, "gone": 0, "closed": 0}
    assert found[key("xtcp_activity_source", source="walk", loader="libbpf")] == 1
    assert found[key("xtcp_namespaces")] == 1000
    assert found[key("xtcp_namespaces_skipped", reason="idle")] == 980
    assert found[key("xtcp_spool_bytes")] == 1 << 20
    assert found[key("xtcp_dump_duration_seconds_bucket", le="0.0025")] == 1
    assert found[key("xtcp_dump_duration_seconds_bucket", le="+Inf")] == found[key("xtcp_dump_duration_seconds_count")] == 2
    assert found[key("xtcp_dump_duration_seconds_sum")] == 0.302
    assert found[key("xtcp_http_requests_total", reason="slow")] == 1
    assert found[key("xtcp_cpu_seconds_total")] == 1.5
    assert found[key("xtcp_resident_memory_bytes")] == 1 << 26
    assert [name for name, labels in found if name == "xtcp_build_info" and ("engine", "c") in labels]


def test_promtool_has_nothing_to_say() -> None:
    """The tool of Prometheus reads the page, and its rules of naming are kept, by an unforeseen counter too."""
    assert check_metrics(generate_latest(registry(collector(busy("of_tomorrow:x"))))) == (0, "")


def test_openmetrics_is_what_its_parser_takes() -> None:
    """The strict one; and both forms have the same families."""
    made = registry(collector(busy("of_tomorrow:x")))
    strict = {family.name for family in openmetrics_families(openmetrics(made).decode())}
    plain = {family.name for family in text_string_to_metric_families(generate_latest(made).decode())}
    assert strict ^ plain == {"xtcp_build", "xtcp_build_info"}, "the text format has no type for what merely informs"
    assert "xtcp_of_tomorrow" in strict


def test_nothing_but_ours() -> None:
    """Neither Python's collectors nor the process's are in our registry."""
    assert all(name.startswith("xtcp_") for name, _ in values(generate_latest(registry(collector(busy()))).decode()))


def test_a_scrape_is_small_and_quick() -> None:
    """With every counter bumped, eight reasons each, at three destinations and a thousand namespaces: below 64 KiB; and in milliseconds."""
    made = registry(collector(busy()))
    generate_latest(made)
    took = []
    for _ in range(5):
        began = time.thread_time()
        page = generate_latest(made)
        took.append(time.thread_time() - began)
    assert len(page) < 64 << 10
    assert min(took) < 0.05, "ten times what it takes on an ordinary machine"
