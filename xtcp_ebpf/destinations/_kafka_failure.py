"""What librdkafka says when something is wrong, in our words: its error codes, the errors of connections, its log."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from xtcp_ebpf.errors import SendError

if TYPE_CHECKING:
    from confluent_kafka import KafkaError

log = logging.getLogger(__name__)

REASONS = {
    "_AUTHENTICATION": "auth",
    "SASL_AUTHENTICATION_FAILED": "auth",
    "UNSUPPORTED_SASL_MECHANISM": "auth",
    "_SSL": "tls",
    "_RESOLVE": "resolve",
    "_TRANSPORT": "closed",
    "_ALL_BROKERS_DOWN": "unreachable",
    "_TIMED_OUT": "timeout",
    "_MSG_TIMED_OUT": "timeout",
    "_PURGE_QUEUE": "timeout",
    "_PURGE_INFLIGHT": "timeout",
    "REQUEST_TIMED_OUT": "timeout",
    "MSG_SIZE_TOO_LARGE": "too_large",
    "TOPIC_AUTHORIZATION_FAILED": "denied",
    "CLUSTER_AUTHORIZATION_FAILED": "denied",
    "GROUP_AUTHORIZATION_FAILED": "denied",
    "TRANSACTIONAL_ID_AUTHORIZATION_FAILED": "denied",
    "UNKNOWN_TOPIC_OR_PART": "missing",
    "_UNKNOWN_TOPIC": "missing",
    "_UNKNOWN_PARTITION": "missing",
    "LEADER_NOT_AVAILABLE": "busy",
}
"""Name of a KafkaError -> word for counters. All others: `broker`."""

HINTS = {
    "TOPIC_AUTHORIZATION_FAILED": "this user has no right to the topic",
    "CLUSTER_AUTHORIZATION_FAILED": (
        "this user may not write with idempotence: allow it to write to the topic (before Kafka 3.0 also IdempotentWrite on the cluster),"
        " or say -kafkaIdempotence=false"
    ),
    "UNKNOWN_TOPIC_OR_PART": "there is no such topic: make it, or let the broker make topics (auto.create.topics.enable)",
    "INVALID_RECORD": "a compacted topic wants a key: -kafkaKey hostname",
    "NOT_ENOUGH_REPLICAS": "too few replicas of the topic are in sync",
    "UNSUPPORTED_SASL_MECHANISM": "the broker does not offer this -kafkaSasl",
}
"""What the error's own words leave open."""

WORDS = (
    ("Connection refused", "refused", "nobody listens there"),
    ("certificate verify failed", "tls", "name its authority with -destCa"),
    ("SSL connection closed by peer", "tls", "that listener does not speak TLS (-destTls=false), or asks for our certificate (-destCert)"),
    ("alert", "tls", "it may ask for our certificate: -destCert"),
    ("SSL", "tls", ""),
    ("supported mechanisms", "auth", "that listener does not offer this -kafkaSasl"),
    ("SASL", "auth", ""),
    ("security.protocol", "protocol", "the listener there wants TLS (-destTls) or credentials (-kafkaSasl)"),
    ("timed out", "timeout", ""),
    ("unreachable", "unreachable", ""),
    ("No route to host", "unreachable", ""),
    ("Connection reset", "reset", ""),
)
"""Of connections the code says little: what stands in the text, its word, and what to do."""
CONNECTION = ("_TRANSPORT", "_SSL", "_AUTHENTICATION", "_RESOLVE")

TELLING = ("auth", "tls", "protocol", "resolve", "refused", "unreachable", "timeout", "reset", "closed")
"""Of several errors of connections, that which says most comes first."""

_STATE = re.compile(r" \(after \d+ms in state \w+(, \d+ identical error\(s\) suppressed)?\)")
_HEAD = re.compile(r"^(?:Failed to acquire idempotence PID from broker )?(?:[a-z_]+://)?(\S+?)/(?:bootstrap|\d+): ")


def plain(text: str) -> str:
    """A text of librdkafka without its accounts of itself: `h:9092: Connect to ipv4#10.0.0.1:9092 failed: Connection refused`."""
    return _HEAD.sub(r"\1: ", _STATE.sub("", text))


def failure(where: str, error: KafkaError) -> SendError:
    """The SendError for an error of a message, a topic or a connection; only what is too large is not worth another try."""
    name, text = error.name(), plain(error.str())
    reason, hint = REASONS.get(name, "broker"), HINTS.get(name, "")
    if name in CONNECTION:
        reason, hint = next(((word, hint) for part, word, hint in WORDS if part in text), (reason, hint))
    return SendError(reason, f"{where}: {text}" + (f": {hint}" if hint else ""), retry=reason != "too_large")


class Heard:
    """What librdkafka says beside its answers; its callbacks run inside poll() only. It is its logger too."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._said: set[str] = set()
        self._problems: dict[str, SendError] = {}
        self.all_down = False
        """No broker could be reached when that was last said."""
        self.last_line = ""
        """Of its log, without who says it."""

    def log(self, _level: int, form: str, *values: Any) -> None:
        """A line of its log: each goes to ours, once."""
        line = _STATE.sub("", form % values if values else form)
        self.last_line = plain(line.rpartition("]: ")[2])
        if line not in self._said:
            self._said.add(line)
            log.debug("%s: %s", self.where, line)

    def error(self, error: KafkaError) -> None:
        """An error of a connection, or of all."""
        if error.name() == "_ALL_BROKERS_DOWN":
            self.all_down = True
        elif error.name() in CONNECTION:
            problem = failure(self.where, error)
            self._problems[problem.reason] = problem

    def forget(self) -> None:
        """What was heard before says nothing of what comes."""
        self._problems.clear()
        self.all_down = False

    def worst(self) -> SendError | None:
        """The error of a connection that tells most; None: there was none."""
        return next((self._problems[reason] for reason in TELLING if reason in self._problems), None)

    @property
    def locked_out(self) -> bool:
        """No broker lets us in: trying on at once changes nothing."""
        worst = self.worst()
        return self.all_down and worst is not None and worst.reason in ("auth", "tls", "protocol")
