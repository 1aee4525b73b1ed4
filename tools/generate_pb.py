"""Write xtcp_ebpf/pb from proto/. With --check: fail when what is there is not what would be written."""

from __future__ import annotations

import argparse
import filecmp
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PROTO = TOP / "proto"
PB = TOP / "xtcp_ebpf" / "pb"
IMPORT = re.compile(r"^from (?:xtcp\w+|clickhouse\w*)[.\w]* import ", re.MULTILINE)


def write(folder: Path) -> list[Path]:
    """Compile every .proto into `folder`, flat; answers the files. A service has a second file, which only who serves or calls imports."""
    with tempfile.TemporaryDirectory() as raw:
        protos = sorted(str(p.relative_to(PROTO)) for p in PROTO.rglob("*.proto"))
        kinds = [f"--{kind}_out={raw}" for kind in ("python", "pyi", "grpc_python")]
        subprocess.run([sys.executable, "-m", "grpc_tools.protoc", f"-I{PROTO}", *kinds, *protos], check=True)
        made = [path for path in sorted(Path(raw).rglob("*_pb2*.py*")) if "_grpc" not in path.name or "Servicer" in path.read_text()]
        for path in made:  # protoc imports by the folders of proto/
            path.write_text(IMPORT.sub("from xtcp_ebpf.pb import ", path.read_text()))
        return [Path(shutil.copy(path, folder / path.name)) for path in made]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        PB.mkdir(exist_ok=True)
        print(*(path.relative_to(TOP) for path in write(PB)), sep="\n")
        return 0
    with tempfile.TemporaryDirectory() as fresh:
        stale = [p.name for p in write(Path(fresh)) if not (PB / p.name).exists() or not filecmp.cmp(p, PB / p.name, shallow=False)]
    if stale:
        print(f"stale: {', '.join(stale)}; run `make generate`", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
