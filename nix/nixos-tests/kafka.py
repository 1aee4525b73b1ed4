# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""Rows arrive at a Kafka broker; one that is stopped for a while costs none of those that the spool holds."""

machine.wait_for_unit("apache-kafka.service")
machine.wait_for_open_port(9092)
reader = "xtcp-ebpf kafka-client -brokers 127.0.0.1:9092 -fromBeginning -consumeTimeout 5s -marshal jsonl"
wait_for_rows(reader)

machine.succeed("systemctl stop apache-kafka.service")
machine.wait_until_succeeds("journalctl -u xtcp-ebpf.service | grep -i kafka", timeout=60)
machine.succeed("systemctl start apache-kafka.service")
machine.wait_for_open_port(9092)
machine.wait_until_succeeds("xtcp-ebpf -healthcheck", timeout=180)
