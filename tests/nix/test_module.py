"""services.xtcp-ebpf: a typed option for each flag, the unit of contrib/systemd, secrets out of the store, and what it refuses."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nix.evaluated import TOP, contrib, evaluated, needs_nix, rendered

from xtcp_ebpf.config import load
from xtcp_ebpf.kernel import privileges
from xtcp_ebpf.kernel.privileges import Facts
from xtcp_ebpf.knobs import BY_FLAG, TABLE, Knobs

OURS = {"AmbientCapabilities", "CapabilityBoundingSet", "Environment", "EnvironmentFile", "ExecReload", "ExecStart"}
WORST = 3.0
ALL = Facts(effective=(1 << 41) - 1, highest=40)


def service(which: str) -> dict[str, Any]:
    """The unit of one of the services in evaluate.nix."""
    found: dict[str, Any] = evaluated()["services"][which]["unit"]
    return found


def words(line: str) -> list[str]:
    """The arguments that systemd makes of an Exec line, the program left out."""
    return [word.replace("%%", "%").replace("$$", "$") for word in shlex.split(line)][1:]


def test_the_flags_are_fresh() -> None:
    """tools/generate_nix.py would write what is there; a flag that takes a secret, or that prints and ends, is no option."""
    done = subprocess.run([sys.executable, str(TOP / "tools/generate_nix.py"), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    flags = json.loads((TOP / "nix/flags.json").read_text())
    assert not {"s3SecretKey", "s3AccessKey", "conf", "v", "help", "healthcheck"} & flags.keys()
    assert {knob.flag for knob in TABLE if knob.status == "works" and knob.env and knob.flag and not knob.secret} <= flags.keys()


@needs_nix
def test_each_flag_is_an_option_of_its_type() -> None:
    """Names are the daemon's; types say kind, bounds and choices."""
    options = evaluated()["options"]
    assert options.keys() == json.loads((TOP / "nix/flags.json").read_text()).keys()
    assert options["bpf"] == "null or one of off auto require"
    assert options["pollJitterPct"] == "null or integer between 0 and 100"
    assert options["dest"] == "null or list of string"
    assert options["destTls"] == "null or boolean"
    assert options["frequency"].startswith("null or string matching")


@needs_nix
def test_the_unit_is_contribs() -> None:
    """Section by section, setting by setting, but for what the options decide: there is one hardening, not two."""
    unit, ours = contrib(), service("plain")
    assert evaluated()["unit"] == unit
    meant = {"yes": True, "no": False}
    wanted = {name: meant.get(each[0], each[0]) if len(each) == 1 else each for name, each in unit["Service"].items() if name not in OURS}
    assert {name: value for name, value in ours["serviceConfig"].items() if name not in OURS} == wanted
    assert ours["serviceConfig"].keys() == unit["Service"].keys() - {"EnvironmentFile"}
    assert ours["serviceConfig"]["Environment"] == unit["Service"]["Environment"]
    assert ours["serviceConfig"]["CapabilityBoundingSet"] == unit["Service"]["CapabilityBoundingSet"][0].split()
    assert (ours["wants"], ours["after"]) == (unit["Unit"]["Wants"], unit["Unit"]["After"])
    assert (ours["description"], ours["wantedBy"]) == (unit["Unit"]["Description"][0], unit["Install"]["WantedBy"])


@needs_nix
def test_what_one_setting_says_can_be_changed() -> None:
    """A definition of the host beats the unit's, with no force."""
    assert evaluated()["overridden"] is True
    assert evaluated()["disabled"] == {}


@needs_nix
def test_the_capabilities_are_exact() -> None:
    """Those that the daemon keeps, for all namespaces and for its own; others when the host says so."""
    for which, knobs in (("plain", Knobs()), ("own", Knobs(namespaces="own"))):
        granted = service(which)["serviceConfig"]
        assert set(granted["AmbientCapabilities"]) == privileges.keep(knobs, ALL)
        assert granted["AmbientCapabilities"] == granted["CapabilityBoundingSet"]
    assert service("full")["serviceConfig"]["CapabilityBoundingSet"] == ["CAP_NET_ADMIN"]


@needs_nix
def test_the_daemon_understands_its_line() -> None:
    """Every kind of value arrives as it was meant: lists, switches, spaces, and what systemd would expand."""
    loaded = load(words(service("full")["serviceConfig"]["ExecStart"]), {})
    knobs = loaded.knobs
    assert knobs.dest == ("marshal=jsonl,tcp:a:1", "http://h:8123/?query=INSERT INTO tcp FORMAT X&a=100%$b")
    assert (knobs.frequency, knobs.bpf, knobs.reconcile_before_poll) == (90.0, "require", False)
    assert (knobs.netns_dirs, knobs.poll_jitter_pct) == (("/run/netns", "/srv/*"), 0)
    for machine in evaluated()["machines"].values():
        for node in machine["nodes"].values():
            assert load(words(node["line"]), {}).knobs.dest


@needs_nix
def test_secrets_stay_out_of_the_line() -> None:
    """A credential is read by systemd, and the daemon's variable names where it is; the rest comes from the file of variables."""
    unit = service("full")["serviceConfig"]
    assert unit["LoadCredential"] == ["destPasswordFile:/run/secrets/password"]
    assert f"{BY_FLAG['destPasswordFile'].env[0]}=%d/destPasswordFile" in unit["Environment"]
    assert unit["EnvironmentFile"] == "/run/secrets/xtcp"
    assert "password" not in unit["ExecStart"].lower()
    assert words(service("environment")["serviceConfig"]["ExecStart"]) == []


@needs_nix
def test_what_is_wrong_is_refused() -> None:
    """No destination, unknown names, wrong types, bounds, secrets that would lie in the store: all but the one that is right."""
    refused = dict(evaluated()["refused"])
    assert refused.pop("nothing") is False
    assert len(refused) > 15
    assert not [name for name, was in refused.items() if not was]


@needs_nix
def test_what_else_the_host_gets() -> None:
    """The kernel's module, which the service may not load, and the command for ctl."""
    plain = evaluated()["services"]["plain"]
    assert plain["modules"] == ["tcp_diag"]
    assert [name for name in plain["programs"] if name.startswith("xtcp-ebpf-")]


@needs_nix
@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze here (apt install systemd)")
@pytest.mark.parametrize("which", ["plain", "full", "own"])
def test_systemd_understands_it(which: str, tmp_path: Path) -> None:
    """The unit as NixOS writes it has no unknown setting and no wrong value, and its exposure stays below the bound."""
    path = tmp_path / "xtcp-ebpf.service"
    path.write_text(rendered(service(which)))
    assert "/nix/store" not in path.read_text()
    verify = subprocess.run(["systemd-analyze", "verify", "--man=no", path], capture_output=True, text=True, timeout=60, check=False)
    assert (verify.returncode, verify.stdout + verify.stderr) == (0, "")
    line = ["systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={WORST * 10:.0f}", str(path)]
    security = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert security.returncode == 0, security.stdout[-200:]
