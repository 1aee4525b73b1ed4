# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""A stream of Valkey has the rows."""

machine.wait_for_unit("valkey.service")
machine.wait_for_open_port(6379)
wait_for_rows("valkey-cli --raw XREVRANGE xtcp + - COUNT 20")
