"""What librdkafka's errors become. The connections that break are in test_kafka.py."""

from __future__ import annotations

import logging

import pytest
from confluent_kafka import KafkaError

from xtcp_ebpf.destinations._kafka_failure import REASONS, TELLING, Heard, failure, plain

SYSTEM = "kafka:h:9092"


def error(name: str, text: str = "said") -> KafkaError:
    return KafkaError(getattr(KafkaError, name), text)


@pytest.mark.parametrize("name", REASONS)
def test_every_name_is_one_of_librdkafka(name: str) -> None:
    """A typing error in the table would never be noticed otherwise; the word and the text reach the operator."""
    problem = failure(SYSTEM, error(name))
    assert problem.reason == REASONS[name]
    assert str(problem).startswith(f"{SYSTEM}: said")
    assert problem.retry is (name != "MSG_SIZE_TOO_LARGE")


def test_any_other_error_is_the_brokers() -> None:
    """Not lost, and tried again."""
    problem = failure(SYSTEM, error("NOT_ENOUGH_REPLICAS"))
    assert (problem.reason, problem.retry) == ("broker", True)
    assert "too few replicas" in str(problem)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("h:9092/bootstrap: Connect to ipv4#10.0.0.1:9092 failed: Connection refused (after 0ms in state CONNECT)", "refused"),
        ("h:9092/1: Connect to ipv4#10.0.0.1:9092 failed: No route to host (after 3ms in state CONNECT)", "unreachable"),
        ("h:9092/bootstrap: Connect to ipv6#[2001:db8::1]:9092 failed: Network is unreachable (after 0ms in state CONNECT)", "unreachable"),
        ("h:9092/1: Receive failed: Connection reset by peer (after 10ms in state UP)", "reset"),
        ("h:9092/1: 1 request(s) timed out: disconnect (after 60000ms in state UP)", "timeout"),
        ("ssl://h:9092/bootstrap: SSL handshake failed: unknown CA (after 2ms in state SSL_HANDSHAKE)", "tls"),
        ("h:9092/1: Disconnected (after 2000ms in state UP)", "closed"),
    ],
)
def test_broken_connections(text: str, reason: str) -> None:
    """All have one code: the words in the text tell them apart, and librdkafka's account of its states is left out."""
    problem = failure(SYSTEM, error("_TRANSPORT", text))
    assert (problem.reason, problem.retry) == (reason, True)
    assert "/bootstrap" not in str(problem)
    assert "in state" not in str(problem)


def test_plain() -> None:
    """Broker and cause, no more."""
    assert plain("sasl_ssl://h:9092/17: Broken (after 5ms in state UP, 3 identical error(s) suppressed)") == "h:9092: Broken"


def test_most_telling_error_wins() -> None:
    """Of several brokers one may be down and one refuse the password: that is what the operator can mend."""
    heard = Heard(SYSTEM)
    assert heard.worst() is None
    heard.error(error("_TRANSPORT", "a:1/1: Connect failed: Connection refused"))
    heard.error(error("_AUTHENTICATION", "b:1/2: SASL authentication error"))
    heard.error(error("_RESOLVE", "c:1/3: Failed to resolve"))
    worst = heard.worst()
    assert worst is not None
    assert worst.reason == "auth"
    assert not heard.locked_out
    heard.error(error("_ALL_BROKERS_DOWN"))
    assert heard.locked_out
    heard.forget()
    assert heard.worst() is None
    assert not heard.locked_out


def test_order_of_telling_has_every_reason_of_a_connection() -> None:
    """Else an error of a connection would be swallowed."""
    assert {reason for name, reason in REASONS.items() if name in ("_AUTHENTICATION", "_SSL", "_RESOLVE", "_TRANSPORT")} <= set(TELLING)


def test_lines_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Each once, times of states left out; the last is remembered without who says it."""
    caplog.set_level(logging.DEBUG)
    heard = Heard(SYSTEM)
    for milliseconds in (1, 2, 3):
        heard.log(30, "%s", f"FAIL [x#producer-1] [thrd:h:1/1]: h:1/1: Disconnected (after {milliseconds}ms in state UP)")
    heard.log(30, "plain words")
    assert [record.getMessage() for record in caplog.records] == [
        f"{SYSTEM}: FAIL [x#producer-1] [thrd:h:1/1]: h:1/1: Disconnected",
        f"{SYSTEM}: plain words",
    ]
    assert heard.last_line == "plain words"
