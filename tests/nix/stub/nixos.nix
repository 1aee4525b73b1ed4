# The options of NixOS that the module and the machines use, typed; and runNixOSTest over them.
{
  lib,
  package,
  pkgs,
}:
let
  inherit (lib) mkOption types;
  list = type: mkOption {
    type = types.listOf type;
    default = [ ];
  };
  set = type: mkOption {
    type = types.attrsOf type;
    default = { };
  };
  truth = mkOption {
    type = types.bool;
    default = false;
  };
  service.options = {
    description = mkOption {
      type = types.str;
      default = "";
    };
    documentation = list types.str;
    wants = list types.str;
    after = list types.str;
    wantedBy = list types.str;
    path = list types.package;
    environment = set types.str;
    serviceConfig = set types.unitOption;
  };
  file.options = {
    text = mkOption {
      type = types.nullOr types.str;
      default = null;
    };
    source = mkOption {
      type = types.nullOr types.path;
      default = null;
    };
  };
  nixos.options = {
    assertions = list types.raw;
    boot.kernelModules = list types.str;
    boot.kernelPackages = mkOption {
      type = types.raw;
      default = pkgs.linuxPackages_6_12;
    };
    environment.etc = set (types.submodule file);
    environment.systemPackages = list types.package;
    services.apache-kafka = {
      enable = truth;
      clusterId = mkOption {
        type = types.nullOr types.str;
        default = null;
      };
      formatLogDirs = truth;
      settings = set types.unitOption;
    };
    services.clickhouse = {
      enable = truth;
      serverConfig = set types.raw;
    };
    services.nats = {
      enable = truth;
      jetstream = truth;
    };
    systemd.services = set (types.submodule service);
    systemd.tmpfiles.rules = list types.str;
    virtualisation.diskSize = mkOption {
      type = types.int;
      default = 1024;
    };
    virtualisation.memorySize = mkOption {
      type = types.int;
      default = 1024;
    };
  };
  quoted = argument: builtins.replaceStrings [ "%" "$" ] [ "%%" "$$" ] (builtins.toJSON argument);
  utils.escapeSystemdExecArgs = lib.concatMapStringsSep " " quoted;

  machine =
    modules:
    let
      inherit
        (lib.evalModules {
          modules = [ nixos ] ++ modules;
          specialArgs = { inherit pkgs utils; };
        })
        config
        ;
      failed = builtins.filter (one: !one.assertion) config.assertions;
    in
    if failed == [ ] then config else throw "Failed assertions: ${lib.concatMapStringsSep "; " (one: one.message) failed}";
in
{
  inherit machine;
  runNixOSTest =
    about:
    let
      machines = builtins.mapAttrs (_: node: machine [ node ]) about.nodes;
      everything = lib.concatMap (config: config.environment.systemPackages ++ [ config.boot.kernelPackages.kernel ]) (
        lib.attrValues machines
      );
    in
    package "vm-test-run-${about.name}" {
      inherit machines;
      inherit (about) testScript;
      # Forces every value of every machine.
      inputs = builtins.deepSeq (builtins.mapAttrs (_: config: [
        config.systemd
        config.environment.etc
        config.services
        config.virtualisation
        config.boot.kernelModules
      ]) machines) everything;
    };
}
