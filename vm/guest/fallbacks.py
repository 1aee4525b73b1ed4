"""What rules BPF out is named, in plain words and by its counter's word, and the daemon runs all the same: each reason is made here."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from vm.guest import paths  # noqa: F401  for nothing but its side

LOCKDOWN: Final = Path("/sys/kernel/security/lockdown")
NOBODY: Final = ("setpriv", "--reuid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all")
WITHOUT: Final = ("capsh", "--drop=cap_sys_admin,cap_bpf,cap_perfmon", "--", "-c", 'exec "$@"', "sh")
IN_MOUNTS: Final = ("unshare", "--mount", "--propagation", "private", "sh", "-c")
ONE_POLL: Final = """
import json, logging, sys
from xtcp_ebpf.config import load
from xtcp_ebpf.daemon import Daemon
from xtcp_ebpf.errors import XtcpError
said = []
handler = logging.Handler()
handler.emit = lambda record: said.append(record.getMessage())
logging.basicConfig(level=logging.INFO, handlers=[handler])
flags = "-namespaces own -dest null -maxLoops 1 -frequency 1s -timeout 900ms -pollJitterPct 0".split() + sys.argv[1:]
answer = {"said": said}
for mode in ("auto", "require"):
    try:
        daemon = Daemon(load([*flags, "-bpf", mode], {}).knobs)
        code, error = daemon.run(), ""
        if mode == "auto":
            answer["counts"] = {name: value for name, value in daemon.tally.read().items() if name.startswith("assist")}
    except XtcpError as caught:
        code, error = None, str(caught)
    answer[mode], answer[f"{mode}_error"] = code, error
print(json.dumps(answer))
"""


def reasons(lacks: frozenset[str]) -> str:
    """No BTF, no right, no libbpf, no programs, no room for maps, a user namespace, a walk that the kernel cannot do."""
    said = []
    library = next(Path("/usr/lib/x86_64-linux-gnu").glob("libbpf.so.1.*"))
    objects = Path(json.loads(_python("import json, xtcp_ebpf.activity.bpf_object as l; print(json.dumps(str(l.BUILT)))")))
    hide = 'mount -t tmpfs none "$0" && exec "$@"'
    cover = 'mount --bind /dev/null "$0" && exec "$@"'
    ways: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        "no_btf": ((*IN_MOUNTS, hide, "/sys/kernel/btf"), ()),
        "no_capability": (NOBODY, ()),
        "no_libbpf": ((*IN_MOUNTS, cover, str(library)), ("-bpfLoader", "libbpf")),
        "no_objects": ((*IN_MOUNTS, hide, str(objects)), ("-bpfLoader", "libbpf")),
        "unprivileged": (("unshare", "--user", "--map-root-user", "--net"), ()),
    }
    for reason, (before, flags) in ways.items():
        said.append(_refused(reason, before, flags))
    if "walk" in lacks:
        answer = _poll((), ("-bpfSource", "walk"))
        assert "bpf_loop" in answer["require_error"], answer
        said.append("no_loop")
    answer = _poll((), ())
    assert answer["require"] == 0, answer
    first = next(line for line in answer["said"] if line.startswith("BPF: source"))
    assert ("source tracepoints" in first) == ("walk" in lacks), first
    if "unaccounted" in lacks:
        said.append(_refused("memlock", ("capsh", "--drop=cap_sys_resource", "--", "-c", 'ulimit -l 64; exec "$@"', "sh"), ()))
    return f"{', '.join(said)}; else {first.removeprefix('BPF: ')}"


def lockdown(lacks: frozenset[str]) -> str:  # noqa: ARG001  all checks are called alike
    """integrity changes nothing; confidentiality rules out what reads kernel memory by address, and is named."""
    assert LOCKDOWN.exists(), "this kernel has no lockdown"
    LOCKDOWN.write_text("integrity")
    answer = _poll((), ())
    assert answer["require"] == 0, answer
    LOCKDOWN.write_text("confidentiality")
    answer = _poll((), ())
    assert answer["auto"] == 0, answer
    told = [line for line in answer["said"] if "lockdown is `confidentiality`" in line or line.startswith("BPF: source tracepoints")]
    assert told, answer
    walk = _poll((), ("-bpfSource", "walk"))
    assert "lockdown" in walk["require_error"], walk
    return f"confidentiality: {told[0][:150]}"


def _refused(reason: str, before: Sequence[str], flags: Sequence[str]) -> str:
    """auto runs and counts the reason, require does not start and names what to do. Answers the reason."""
    answer = _poll(before, flags)
    assert answer["auto"] == 0, f"{reason}: {answer}"
    assert answer["counts"].get(f"assist_refused:{reason}") == 1, f"{reason}: {answer}"
    assert any("no BPF, so no namespace is known to be idle" in line for line in answer["said"]), f"{reason}: {answer}"
    assert answer["require_error"].startswith("-bpf require: "), f"{reason}: {answer}"
    return reason


def _poll(before: Sequence[str], flags: Sequence[str]) -> dict[str, Any]:
    line = [*before, sys.executable, "-c", ONE_POLL, *flags]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"{' '.join(line[:8])}: {done.stderr}{done.stdout}"
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _python(text: str) -> str:
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout
