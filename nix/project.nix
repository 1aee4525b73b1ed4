# The whole tree with what is compiled beside its sources, as a checkout after `make run`: tests and guest scripts run in it.
{
  lib,
  callPackage,
  python3,
  stdenv,
}:
let
  compile = callPackage ./compile.nix { };
  python = python3.withPackages (
    packages:
    let
      extras = import ./extras.nix packages;
    in
    extras.always
    ++ lib.concatLists (lib.attrValues extras.optional)
    ++ [
      packages.hypothesis
      packages.pytest
      packages.setuptools
    ]
  );
in
stdenv.mkDerivation {
  pname = "xtcp-ebpf-project";
  version = import ./version.nix;
  src = lib.cleanSource ../.;
  inherit (compile) postPatch;
  env = compile.compilers // compile.insist;
  nativeBuildInputs = [ python ];
  buildPhase = "python setup.py build_ext --inplace";
  installPhase = "cp -r . $out";
  # As in package.nix; and the scripts of tests are to stay as they are.
  dontFixup = true;
  passthru = { inherit python; };
}
