# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""Parquet objects in a bucket have the rows, under names that say host, date and hour."""

machine.wait_for_unit("s3.service")
machine.wait_for_open_port(7070)
wait_for_rows("parquet-rows /var/lib/s3/rows")
names = machine.succeed("cd /var/lib/s3/rows && find . -name '*.parquet'").split()
assert names, "no object"
assert all("/host=machine/date=20" in name and "/hour=" in name for name in names), names
machine.fail("tr '\\0' '\\n' </proc/$(systemctl show --value -p MainPID xtcp-ebpf)/cmdline | grep nothing-secret")
