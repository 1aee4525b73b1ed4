"""What a scrape says of the host's sockets, how much of it there can be, and what Prometheus's own tool says to it."""

from __future__ import annotations

import time

from counted_rows import kept, shown, space
from prometheus_client import generate_latest
from prometheus_client.openmetrics.exposition import generate_latest as openmetrics
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics_families
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import CollectorRegistry
from servers.prometheus import check_metrics

from xtcp_ebpf.tcp_stats.families import TcpCollector
from xtcp_ebpf.tcp_stats.picture import BOUNDS_US, EVER, LOSING, RETRANSMITTING, RTT, RTT_SUM_US, SEGMENTS, TIMEOUTS
from xtcp_ebpf.tcp_stats.pictures import NOTHING, Kept, Shown

Found = dict[tuple[str, frozenset[tuple[str, str]]], float]


def registry(what: Shown, most: int = 20) -> CollectorRegistry:
    """With this collector alone."""
    made = CollectorRegistry(auto_describe=False)
    made.register(TcpCollector(lambda: what, most))
    return made


def values(text: str) -> Found:
    """By name and labels."""
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    found = {(s.name, frozenset(s.labels.items())): s.value for s in samples}
    assert len(found) == len(samples)
    return found


def scraped(what: Shown, most: int = 20) -> Found:
    return values(generate_latest(registry(what, most)).decode())


def key(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return name, frozenset(labels.items())


def places(**by_name: int) -> dict[str, int]:
    """Names of places as kept() takes them."""
    return {f"p{globals()[name]}": number for name, number in by_name.items()}


FULL = kept(
    s1=7, s10=2, s6=1, **places(SEGMENTS=40, EVER=3, TIMEOUTS=1, RETRANSMITTING=2, LOSING=4, RTT_SUM_US=2_500_000), p22=4, p24=2, p32=1
)


def test_numbers_are_those_of_the_pictures() -> None:
    """Each under its name; sockets without a round trip time are in no bucket."""
    found = scraped(shown((space(1, "web"), FULL)))
    assert found[key("xtcp_tcp_sockets", netns="web", state="ESTABLISHED")] == 7
    assert found[key("xtcp_tcp_sockets", netns="web", state="LISTEN")] == 2
    assert found[key("xtcp_tcp_sockets", netns="web", state="CLOSE_WAIT")] == 0
    assert key("xtcp_tcp_sockets", netns="web", state="UNKNOWN") not in found
    assert found[key("xtcp_tcp_sockets_unrecovered", netns="web", sign="timeout")] == 1
    assert found[key("xtcp_tcp_sockets_unrecovered", netns="web", sign="retransmitting")] == 2
    assert found[key("xtcp_tcp_sockets_unrecovered", netns="web", sign="lost")] == 4
    assert found[key("xtcp_tcp_sockets_retransmitted", netns="web")] == 3
    assert found[key("xtcp_tcp_retransmitted_segments", netns="web")] == 40
    assert found[key("xtcp_tcp_rtt_seconds_bucket", netns="web", le="0.0001")] == 4
    assert found[key("xtcp_tcp_rtt_seconds_bucket", netns="web", le="0.001")] == 6
    assert found[key("xtcp_tcp_rtt_seconds_bucket", netns="web", le="3.0")] == 6
    assert found[key("xtcp_tcp_rtt_seconds_bucket", netns="web", le="+Inf")] == 7
    assert found[key("xtcp_tcp_rtt_seconds_gcount", netns="web")] == 7
    assert found[key("xtcp_tcp_rtt_seconds_gsum", netns="web")] == 2.5
    assert found[key("xtcp_tcp_sockets", netns="other", state="ESTABLISHED")] == 0
    assert RTT + len(BOUNDS_US) == 32


def test_states_that_a_dump_does_not_have_show_when_they_are_there() -> None:
    """None is left out of the sum."""
    found = scraped(shown((space(1), kept(s0=1, s12=2, s13=3))))
    assert found[key("xtcp_tcp_sockets", netns="n1", state="UNKNOWN")] == 1
    assert found[key("xtcp_tcp_sockets", netns="n1", state="NEW_SYN_RECV")] == 2
    assert found[key("xtcp_tcp_sockets", netns="n1", state="13")] == 3


def test_two_of_one_name_are_added() -> None:
    """Names that read alike as labels too."""
    broken = [b"caf\xe9".decode(errors="surrogateescape"), b"caf\xe8".decode(errors="surrogateescape")]
    found = scraped(shown(*((space(n, name), kept(s1=n)) for n, name in enumerate(["web", "web", *broken], 1))))
    assert found[key("xtcp_tcp_sockets", netns="web", state="ESTABLISHED")] == 3
    assert found[key("xtcp_tcp_sockets", netns="caf?", state="ESTABLISHED")] == 7


def test_the_rest_is_one_series() -> None:
    """No socket is lost from the sum, and a namespace that is called like the rest is in it."""
    what = shown(*((space(n, name), kept(s1=n)) for n, name in enumerate(["other", "b", "c", "d"], 1)))
    found = scraped(what, 2)
    told = {dict(labels)["netns"]: value for (name, labels), value in found.items() if ("state", "ESTABLISHED") in labels}
    assert told == {"d": 4, "c": 3, "other": 3}
    assert scraped(what, 0)[key("xtcp_tcp_sockets", netns="other", state="ESTABLISHED")] == 10


def test_how_much_is_known() -> None:
    """Namespaces whose picture is of now, older than a dump that failed, or missing."""
    found = scraped(shown((space(1), kept(s1=1)), (space(2), kept(old=True, s1=1)), (space(3), None), (space(4), None)))
    assert {dict(labels)["picture"]: value for (name, labels), value in found.items() if name == "xtcp_tcp_namespaces"} == {
        "current": 1,
        "old": 1,
        "none": 2,
    }
    assert sum(value for (name, _), value in scraped(NOTHING).items()) == 0


def test_places_are_kept_from_scrape_to_scrape() -> None:
    """One collector remembers who has series."""
    now = [shown((space(1, "a"), kept(s1=10)), (space(2, "b"), kept(s1=9)))]
    made = CollectorRegistry(auto_describe=False)
    made.register(TcpCollector(lambda: now[0], 1))

    def names() -> set[str]:
        return {dict(labels)["netns"] for _, labels in values(generate_latest(made).decode()) if "netns" in dict(labels)}

    assert names() == {"a", "other"}
    now[0] = shown((space(1, "a"), kept(s1=10)), (space(2, "b"), kept(s1=11)))
    assert names() == {"a", "other"}


def crowd(count: int) -> Shown:
    """So many namespaces with names as long as they get, and some that need escapes."""
    return shown(*((space(n, f'{n}"\\\n' + "x" * 250), Kept(FULL.array, False)) for n in range(count)))


def test_promtool_takes_it() -> None:
    """The tool of Prometheus reads the page, and its rules of naming are kept."""
    for what in (NOTHING, crowd(30)):
        assert check_metrics(generate_latest(registry(what))) == (0, "")


def test_openmetrics_has_the_type_of_what_may_fall() -> None:
    """Its strict parser takes the page, and the histogram is one of gauges there."""
    families = {family.name: family.type for family in openmetrics_families(openmetrics(registry(crowd(30))).decode())}
    assert families["xtcp_tcp_rtt_seconds"] == "gaugehistogram"
    assert {kind for name, kind in families.items() if name != "xtcp_tcp_rtt_seconds"} == {"gauge"}


def test_a_thousand_namespaces_are_as_small_as_thirty() -> None:
    """The same number of series whatever the number of namespaces; and made in milliseconds."""
    few, many = registry(crowd(30)), registry(crowd(1000))
    page = generate_latest(many)
    series = [line for line in page.splitlines() if not line.startswith(b"#")]
    assert len(series) == len([line for line in generate_latest(few).splitlines() if not line.startswith(b"#")]) == 21 * 29 + 3
    assert len(page) < 96 << 10
    assert len(generate_latest(registry(shown(*((space(n), FULL) for n in range(1000)))))) < 48 << 10
    took = []
    for _ in range(5):
        began = time.thread_time()
        generate_latest(many)
        took.append(time.thread_time() - began)
    assert min(took) < 0.1, "ten times what it takes on an ordinary machine"


assert {EVER, LOSING, RETRANSMITTING, RTT_SUM_US, SEGMENTS, TIMEOUTS} == set(range(16, 22))
