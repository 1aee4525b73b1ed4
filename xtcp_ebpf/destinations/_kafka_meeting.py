"""The first word with a cluster: does a broker answer, may we, and is the topic there? For one who sends, and for one who reads."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from xtcp_ebpf.destinations._kafka_failure import Heard, failure
from xtcp_ebpf.errors import SendError

if TYPE_CHECKING:
    from confluent_kafka import Consumer, Producer
    from confluent_kafka.admin._metadata import TopicMetadata

MEET_SECONDS = 10.0
"""In which a broker must answer, and have the topic."""
TURN_SECONDS = 0.25
SERVE_SECONDS = 0.05

PASSING = ("busy", "timeout", "closed")
"""Reasons that may be over in a moment: a leader is chosen, a connection comes about."""


def meet(client: Producer | Consumer, topic: str, heard: Heard, refusal: type[Exception], made: bool = False) -> TopicMetadata:
    """Waits until a broker answers; with `made` also until it has made the topic, as many do for one who sends. Raises SendError."""
    end = time.monotonic() + MEET_SECONDS
    while True:
        try:
            found = client.list_topics(topic, timeout=TURN_SECONDS).topics[topic]
            if found.error is None:
                return found  # type: ignore[no-any-return]  # the stubs say Any
            problem = failure(heard.where, found.error)
        except refusal as unanswered:
            problem = failure(heard.where, unanswered.args[0])
        try:
            client.poll(SERVE_SECONDS)
        except refusal as fatal:
            raise failure(heard.where, fatal.args[0]) from fatal
        passing = problem.reason in PASSING or (made and problem.reason == "missing")
        if not passing or heard.all_down or time.monotonic() > end:
            raise _unmet(problem, heard)


def _unmet(problem: SendError, heard: Heard) -> SendError:
    if problem.reason not in ("timeout", "closed"):
        return problem
    if (worst := heard.worst()) is not None:
        return worst
    # A listener that wants more than we say closes the connection, and librdkafka tells no error of that.
    if "closed by peer" in heard.last_line:
        text = "the broker closes the connection: does its listener want TLS (-destTls) or credentials (-kafkaSasl)?"
        return SendError("protocol", f"{heard.where}: {text}")
    return SendError("timeout", f"{heard.where}: no broker has answered: {heard.last_line or f'{MEET_SECONDS:g} s are over'}")
