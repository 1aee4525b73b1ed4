"""`python -m bench.demo_metrics`: a real Prometheus scrapes the daemon beside namespaces with traffic, and answers what people ask it.

As root. Starts Prometheus, the daemon (-promTcpStats) and --count namespaces, waits --seconds, asks, prints, and takes everything away.
Exit code 1 when a question has no answer, or Prometheus lost a scrape.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.parse
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from xtcp_ebpf.churn.driver import Churn

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "demo"
POLL = "1s"
DAEMON_SECONDS = 20.0


class Question(NamedTuple):
    """What is asked in PromQL, and how the answer reads."""

    text: str
    query: str
    unit: str = ""


QUESTIONS = (
    Question("rows a second", "rate(xtcp_sent_rows_total[10s])"),
    Question("dumps a second", "rate(xtcp_dumps_total[10s])"),
    Question("not dumped, a second", "rate(xtcp_dumps_skipped_total[10s])"),
    Question("dump time, 99th percentile", "histogram_quantile(0.99, rate(xtcp_dump_duration_seconds_bucket[10s]))", "s"),
    Question("the daemon's CPU", "rate(xtcp_cpu_seconds_total[10s])", "cores"),
    Question("sockets by state", "sum by (state) (xtcp_tcp_sockets)"),
    Question("namespaces with most sockets", "topk(3, sum by (netns) (xtcp_tcp_sockets))"),
    Question("RTT, median of the host", "histogram_quantile(0.5, sum by (le) (xtcp_tcp_rtt_seconds_bucket))", "s"),
    Question("sockets in the middle of a loss", "sum by (sign) (xtcp_tcp_sockets_unrecovered)"),
    Question("who runs", "xtcp_build_info"),
    Question("scrapes that failed", "count_over_time(up[1m]) - sum_over_time(up[1m])"),
    Question("series of a scrape", "scrape_samples_scraped"),
)


def ask(prometheus: Any, query: str) -> list[tuple[str, float]]:
    """(labels, value) of each series that answers."""
    answer = json.loads(prometheus.asked(f"/api/v1/query?{urllib.parse.urlencode({'query': query})}"))
    if answer["status"] != "success":
        raise RuntimeError(f"{query}: {answer}")
    found = []
    for series in answer["data"]["result"]:
        labels = {name: value for name, value in series["metric"].items() if name not in ("__name__", "instance", "job")}
        found.append((" ".join(f"{name}={value}" for name, value in sorted(labels.items())), float(series["value"][1])))
    return found


def summary(prometheus: Any) -> tuple[str, list[str]]:
    """What it says, as text, and the questions that have no answer."""
    lines, silent = [], []
    for question in QUESTIONS:
        answers = ask(prometheus, question.query)
        if not answers:
            silent.append(question.text)
        for at, (labels, value) in enumerate(answers):
            lines.append(f"{question.text if not at else '':34}{value:>14.6g} {question.unit:6}{labels}")
    return "\n".join(lines), silent


def main(words: list[str]) -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.demo_metrics", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0, help="how long Prometheus scrapes before it is asked (20)")
    parser.add_argument("--count", type=int, default=10, help="namespaces with traffic (10)")
    asked = parser.parse_args(words)
    sys.path.insert(0, str(ROOT / "tests"))
    process, servers = import_module("servers.process"), import_module("servers.prometheus")
    with tempfile.TemporaryDirectory() as scratch, Churn(prefix=PREFIX, traffic=True, conns=4) as churn:
        for _ in range(asked.count):
            churn.birth()
        port = process.free_port()
        command = [sys.executable, "-m", "xtcp_ebpf", "-dest", "null", "-frequency", POLL, "-pollJitterPct", "0", "-promTcpStats"]
        command += ["-promListen", f"127.0.0.1:{port}", "-grpcListen="]
        daemon = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
        try:
            process.until(lambda: process.listening(port), "the daemon")
            with servers.Prometheus(Path(scratch) / "prometheus", f"127.0.0.1:{port}") as prometheus:
                print(f"Prometheus at {prometheus.address} scrapes 127.0.0.1:{port} each second, for {asked.seconds:g} s", file=sys.stderr)
                process.until(lambda: ask(prometheus, "up"), "Prometheus's first scrape")
                time.sleep(asked.seconds)
                text, silent = summary(prometheus)
        finally:
            daemon.terminate()
            _, said = daemon.communicate(timeout=DAEMON_SECONDS)
    print(text)
    for question in silent:
        print(f"no answer: {question}", file=sys.stderr)
    if daemon.returncode:
        print(said, file=sys.stderr)
    return int(bool(silent) or bool(daemon.returncode))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
