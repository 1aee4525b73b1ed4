# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""BPF is switched off, on and made a must while the daemon runs: the same process, right rows in each mode, and it says what it does."""

machine.wait_for_unit("xtcp-ebpf.service")
machine.wait_for_file("/run/xtcp-ebpf/control")
main = property_of("xtcp-ebpf", "MainPID")
rows = "/var/log/xtcp-ebpf/rows"


def switch(mode: str, source: str) -> None:
    """And see that rows go on, and that the kernel has the daemon's programs just when it should."""
    machine.wait_until_succeeds(f"xtcp-ebpf ctl bpf {mode} -target unix:/run/xtcp-ebpf/control | grep '^activity: {source}'", timeout=60)
    seen = int(machine.succeed(f"wc -l <{rows}"))
    wait_for_rows(f"tail -n +{seen + 1} {rows}")
    maps = machine.succeed(f"ls -l /proc/{main}/fd | grep -c bpf-map || true").strip()
    assert (maps != "0") == (mode != "off"), f"{mode}: {maps} maps"


for mode, source in (("require", "walk by libbpf"), ("off", "always"), ("auto", "walk by libbpf"), ("require", "walk by libbpf")):
    switch(mode, source)
machine.succeed("xtcp-ebpf ctl bpf require -source tracepoints -target unix:/run/xtcp-ebpf/control")
machine.wait_until_succeeds(
    "xtcp-ebpf ctl status -target unix:/run/xtcp-ebpf/control | grep '^activity: tracepoints by libbpf'", timeout=60
)

# A wish that cannot be had changes nothing.
machine.fail("xtcp-ebpf ctl bpf sometimes -target unix:/run/xtcp-ebpf/control")
machine.succeed("xtcp-ebpf ctl status -target unix:/run/xtcp-ebpf/control | grep '^activity: tracepoints by libbpf'")
# Who is not root may not.
machine.fail("setpriv --reuid=65534 --clear-groups xtcp-ebpf ctl bpf off -target unix:/run/xtcp-ebpf/control")

assert property_of("xtcp-ebpf", "MainPID") == main
assert property_of("xtcp-ebpf", "NRestarts") == "0"
