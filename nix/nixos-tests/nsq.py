# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""A consumer of nsqd has the rows."""

machine.wait_for_unit("nsqd.service")
machine.wait_for_open_port(4150)
wait_for_rows("timeout 8 nsq_tail -nsqd-tcp-address=127.0.0.1:4150 -topic=xtcp -channel=reader")
