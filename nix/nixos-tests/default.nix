# Machines that boot with the daemon as a service: { vm-NAME = test; }. Each says what is beside it (*.nix) and what is asserted (*.py).
{
  pkgs,
  project,
  xtcp-ebpf,
}:
let
  inherit (pkgs) lib;
  machine = {
    imports = [
      ../module.nix
      ./machine.nix
    ];
    services.xtcp-ebpf.package = xtcp-ebpf;
  };
  opening = builtins.readFile ./opening.py;
  test = name: nodes: script: {
    name = "vm-${name}";
    value = pkgs.testers.runNixOSTest {
      name = "xtcp-ebpf-${name}";
      nodes = lib.mapAttrs (_: node: { imports = [ machine ] ++ node; }) nodes;
      testScript = opening + builtins.readFile script;
    };
  };
  one = name: test name { machine = [ ./${name}.nix ]; } ./${name}.py;

  # Those that both nixpkgs and vm/kernels.py have: what each lacks is told there.
  kernel =
    version:
    test "kernel-${version}" {
      machine = [
        ./kernel.nix
        {
          boot.kernelPackages = pkgs."linuxPackages_${version}";
          environment.etc."xtcp-ebpf/project".source = project;
          environment.systemPackages = [ project.python ];
        }
      ];
    } ./kernel.py;
in
lib.listToAttrs (
  map one [
    "bpf"
    "clickhouse"
    "kafka"
    "namespaces"
    "nats"
    "nsq"
    "s3"
    "valkey"
  ]
  ++ [
    (test "rights" {
      machine = [ ./namespaces.nix ];
      refused = [
        ./namespaces.nix
        { services.xtcp-ebpf.capabilities = [ "CAP_NET_ADMIN" ]; }
      ];
      own = [
        ./namespaces.nix
        { services.xtcp-ebpf.settings.namespaces = "own"; }
      ];
    } ./rights.py)
  ]
  ++ map kernel [
    "6_1"
    "6_12"
    "6_18"
  ]
)
