# ruff: noqa: F821  the test driver gives `machine`, `own` and `refused`
"""The service has the rights that its unit grants and no other; without the one that it must have it refuses, and names it."""

NUMBERS = {"CAP_DAC_READ_SEARCH": 2, "CAP_NET_ADMIN": 12, "CAP_SYS_PTRACE": 19, "CAP_SYS_ADMIN": 21, "CAP_PERFMON": 38, "CAP_BPF": 39}


def rights(host, kind: str) -> set[str]:
    """Of the daemon's first thread. The class of `host` has had several names."""
    main = host.succeed("systemctl show --value -p MainPID xtcp-ebpf").strip()
    held = int(host.succeed(f"grep ^{kind}: /proc/{main}/status").split()[1], 16)
    named = {name for name, number in NUMBERS.items() if held >> number & 1}
    assert held == sum(1 << NUMBERS[name] for name in named), f"{kind} {held:x} holds more than {named}"
    return named


machine.wait_for_unit("xtcp-ebpf.service")
all_of_them = {"CAP_DAC_READ_SEARCH", "CAP_NET_ADMIN", "CAP_SYS_PTRACE", "CAP_SYS_ADMIN"}
for kind in ("CapEff", "CapBnd"):
    assert rights(machine, kind) <= all_of_them
assert rights(machine, "CapEff") == all_of_them
uid = machine.succeed("ps -o uid= -p $(systemctl show --value -p MainPID xtcp-ebpf)").strip()
assert uid != "0", "it runs as root"

own.wait_for_unit("xtcp-ebpf.service")
assert rights(own, "CapEff") <= {"CAP_NET_ADMIN", "CAP_BPF", "CAP_PERFMON"}
own.wait_until_succeeds("test -s /var/log/xtcp-ebpf/rows", timeout=60)

refused.wait_until_succeeds("journalctl -u xtcp-ebpf.service | grep 'CAP_SYS_ADMIN: enters the other network namespaces'", timeout=60)
refused.fail("systemctl is-active xtcp-ebpf.service")
