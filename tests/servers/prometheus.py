"""Prometheus and promtool: this machine's, or Debian's package of them, unpacked and not installed."""

from __future__ import annotations

import shutil
import subprocess
import urllib.request
from pathlib import Path

from servers.cache import made, run, tool
from servers.process import HOST, Server

VERSION = "debian"
INSTALL = "install Prometheus (Debian: apt-get install prometheus), or run apt-get update so that its package can be had"


def obtain() -> Path:
    """The folder with prometheus and promtool. Raises CannotMake."""
    if shutil.which("prometheus") and (here := shutil.which("promtool")):
        return Path(here).parent
    return made("prometheus", VERSION, _unpack) / "usr" / "bin"


def _unpack(folder: Path) -> None:
    tool("dpkg", INSTALL)
    (debs := folder / "debs").mkdir()
    run([tool("apt-get", INSTALL), "-q", "-o", "APT::Sandbox::User=root", "download", "prometheus"], debs)
    for package in debs.glob("*.deb"):
        run(["dpkg", "-x", str(package), str(folder)], folder)
    for left in ("debs", "etc", "lib", "usr/lib", "usr/share", "var"):
        shutil.rmtree(folder / left, ignore_errors=True)


def check_metrics(text: bytes) -> tuple[int, str]:
    """What `promtool check metrics` ends with, and says."""
    done = subprocess.run([obtain() / "promtool", "check", "metrics"], input=text, capture_output=True, timeout=60)
    return done.returncode, (done.stdout + done.stderr).decode()


class Prometheus(Server):
    """Scrapes one target, `HOST:PORT`, each second."""

    def __init__(self, folder: Path, target: str, path: str = "/metrics") -> None:
        super().__init__(folder)
        job = f"[{{job_name: xtcp, metrics_path: {path}, static_configs: [{{targets: ['{target}']}}]}}]"
        (self.folder / "prometheus.yml").write_text(f"global: {{scrape_interval: 1s, scrape_timeout: 1s}}\nscrape_configs: {job}\n")

    def command(self) -> list[str]:
        words = ["--config.file=prometheus.yml", "--storage.tsdb.path=data", f"--web.listen-address={self.address}"]
        return [str(obtain() / "prometheus"), *words]

    def answers(self) -> bool:
        return bool(self.asked("/-/ready"))

    def asked(self, path: str) -> bytes:
        """The body of an answer. Raises OSError."""
        with urllib.request.urlopen(f"http://{HOST}:{self.port}{path}", timeout=5) as answer:
            return bytes(answer.read())
