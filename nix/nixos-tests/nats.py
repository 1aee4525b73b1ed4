# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""A subscriber has the rows, and a stream of JetStream has what it acknowledged."""

machine.wait_for_unit("nats.service")
machine.wait_for_open_port(4222)
wait_for_rows("nats-rows sub xtcp")

machine.succeed("nats-rows make stored")
machine.wait_until_succeeds("test $(nats-rows count stored) -gt 0", timeout=120)
