# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""The checks of vm/guest on this kernel: exact dumps, congestion controls, families, BPF by libbpf, the daemon in both modes, churn."""

machine.succeed("systemctl stop xtcp-ebpf.service scene.service")
machine.succeed("mkdir /out && cp -rL /etc/xtcp-ebpf/project /project && chmod -R u+w /project")
lacks = machine.succeed(
    "cd /project && python3 -c '"
    "import os; from vm.kernels import KERNELS; "
    'here = ".".join(os.uname().release.split(".")[:2]); '
    'print(*next(sorted(k.lacks) for k in KERNELS if k.name == here), sep=",")\''
).strip()
machine.log(f"known to lack: {lacks or 'nothing'}")
checks = "dump congestion families bpf daemon churn"
machine.succeed(f"cd /project && XTCP_GUEST_LACKS={lacks} python3 -m vm.guest.checks {checks} >&2", timeout=900)
