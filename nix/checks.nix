# What `nix flake check` runs. Lint and pure tests take a minute; each vm-... boots a machine.
{ pkgs }:
let
  inherit (pkgs) lib;
  xtcp-ebpf = pkgs.callPackage ./package.nix { };
  project = pkgs.callPackage ./project.nix { };
  source = lib.cleanSource ../.;

  run =
    name: tools: script:
    pkgs.runCommand "xtcp-ebpf-${name}" { nativeBuildInputs = tools; } "${script}\ntouch $out";
  inTree =
    name: tests:
    run name [
      project.python
      pkgs.iproute2
    ] "cp -r ${project} tree && chmod -R +w tree && cd tree && python -m pytest -p no:cacheprovider -m 'not kernel' ${tests}";
in
{
  package = xtcp-ebpf;

  lint = run "lint" [ pkgs.ruff ] "cd ${source} && ruff check --no-cache . && ruff format --no-cache --check .";

  # Types are not checked here: nixpkgs has no types-grpcio. `make check` does.
  tests = inTree "tests" "tests/wire tests/record tests/marshal tests/unmarshal tests/golden tests/test_scheduler.py";

  # The one that is left out runs the daemon, which wants root.
  house = inTree "house" "tests/test_house.py tests/test_house_knobs.py tests/test_docs.py --deselect tests/test_house.py::test_the_daemon_leaves_no_descriptor_behind";

  # Each command that -help lists tells about itself.
  help = run "help" [ xtcp-ebpf ] ''
    for command in $(xtcp-ebpf -help | sed -n '/^Commands/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p'); do
      echo "$command"
      xtcp-ebpf $command -help | grep -q .
    done | tee asked
    grep -qx decode asked
  '';

  # The engine in C is what runs, and a process without rights is told which it lacks.
  rights = run "rights" [ xtcp-ebpf ] ''
    xtcp-ebpf -v | tee said
    grep -q 'engine c' said
    if xtcp-ebpf -dest null -maxLoops 1 2>said; then exit 1; fi
    grep -q CAP_SYS_ADMIN said
  '';
}
// import ./nixos-tests { inherit pkgs project xtcp-ebpf; }
