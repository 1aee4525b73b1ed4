# The daemon: C engine, BPF programs, and the client library of every destination.
{
  lib,
  callPackage,
  python3Packages,
}:
let
  extras = import ./extras.nix python3Packages;
  compile = callPackage ./compile.nix { };
in
python3Packages.buildPythonApplication {
  pname = "xtcp-ebpf";
  version = import ./version.nix;
  pyproject = true;

  src = lib.fileset.toSource {
    root = ../.;
    fileset = lib.fileset.unions [
      ../LICENSE
      ../README.md
      ../bpf
      ../pyproject.toml
      ../setup.py
      ../xtcp_ebpf
    ];
  };

  inherit (compile) postPatch;
  env = compile.compilers // compile.insist;
  # To strip is not to know what libbpf wants of them.
  stripExclude = [ "*.bpf.o" ];

  build-system = [ python3Packages.setuptools ];
  dependencies = extras.always ++ lib.concatLists (lib.attrValues extras.optional);

  pythonImportsCheck = [
    "xtcp_ebpf.wire._engine"
    "xtcp_ebpf.kernel._visit"
    "xtcp_ebpf.kernel._receive"
    "xtcp_ebpf.cli.main"
  ];

  meta = {
    description = "Every TCP socket of every network namespace of a Linux host, as flat protobuf records";
    license = lib.licenses.mit;
    platforms = lib.platforms.linux;
    mainProgram = "xtcp-ebpf";
  };
}
