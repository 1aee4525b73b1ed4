# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""Namespaces by name and without are found, new ones too; metrics, readiness, a clean end and the hardening are as promised."""

machine.wait_for_unit("xtcp-ebpf.service")
last = "tail -n 400 /var/log/xtcp-ebpf/rows"
wait_for_rows(last)

# Other namespaces of the same names, with other numbers; the daemon is not told.
machine.succeed("systemctl restart scene.service")
machine.wait_for_file("/run/scene.json")
wait_for_rows(last)

machine.succeed("xtcp-ebpf -healthcheck")
metrics = machine.succeed("curl --fail --silent http://127.0.0.1:9088/metrics")
assert "\nxtcp_" in metrics, metrics[:500]

main = property_of("xtcp-ebpf", "MainPID")
machine.succeed("systemctl reload xtcp-ebpf.service")
assert property_of("xtcp-ebpf", "MainPID") == main
assert property_of("xtcp-ebpf", "NRestarts") == "0"

score = machine.succeed("systemd-analyze security --no-pager xtcp-ebpf.service | tail -n 1")
assert float(score.split(":")[1].split()[0]) <= 3.0, score

machine.succeed("systemctl stop xtcp-ebpf.service")
assert property_of("xtcp-ebpf", "ExecMainStatus") == "0"
