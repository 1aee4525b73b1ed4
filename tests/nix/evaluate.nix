# What the flake comes to over the stand-in for nixpkgs, as values that JSON can have. `tree`: the project.
{ tree }:
let
  nixpkgs = import ./stub;
  inherit (nixpkgs) lib;
  flake = import (tree + "/flake.nix");
  outputs = flake.outputs {
    self = outputs;
    inherit nixpkgs;
  };
  system = "x86_64-linux";
  pkgs = nixpkgs.legacyPackages.${system};
  here = outputs.packages.${system};
  names = map (package: package.name);

  service =
    about:
    let
      config = pkgs.machine [
        outputs.nixosModules.default
        { services.xtcp-ebpf = about; }
      ];
    in
    {
      unit = config.systemd.services.xtcp-ebpf;
      modules = config.boot.kernelModules;
      programs = names config.environment.systemPackages;
    };
  refused = about: !(builtins.tryEval (builtins.deepSeq (service about).unit true)).success;
  sent.enable = true;
  sent.settings.dest = [ "null" ];
  with' = settings: {
    enable = true;
    settings = sent.settings // settings;
  };
in
{
  outputs = lib.mapAttrs (_: value: if value ? x86_64-linux then lib.mapAttrs (_: lib.attrNames) value else lib.attrNames value) (
    removeAttrs outputs [
      "formatter"
      "nixosModules"
      "overlays"
    ]
  );
  input = flake.inputs.nixpkgs.url;
  derivations = lib.genAttrs [ "x86_64-linux" "aarch64-linux" ] (
    each: lib.mapAttrs (_: package: package.drvPath) (outputs.checks.${each} // outputs.packages.${each} // outputs.devShells.${each})
  );
  help = outputs.checks.${system}.help.script;
  formatter = outputs.formatter.${system}.name;
  overlay = (outputs.overlays.default pkgs pkgs).xtcp-ebpf.drvPath == here.default.drvPath;

  package =
    let
      inherit (here.default) asked;
    in
    {
    inherit (asked)
      version
      postPatch
      env
      pythonImportsCheck
      ;
    dependencies = names asked.dependencies;
    build = names asked.build-system;
    files = asked.src.files;
    program = asked.meta.mainProgram;
  };
  extras = lib.mapAttrs (_: names) (import (tree + "/nix/extras.nix") pkgs.python3Packages).optional;
  extras_with_all = lib.mapAttrs (_: names) (import (tree + "/nix/extras.nix") (
    pkgs.python3Packages
    // {
      nkeys.name = "python3-nkeys";
      pyroscope-io.name = "python3-pyroscope-io";
    }
  )).optional;
  image = {
    inherit (here.oci.asked) tag config;
  };
  shell = {
    inherit (outputs.devShells.${system}.default.asked) CLANG C_INCLUDE_PATH LD_LIBRARY_PATH;
    packages = names outputs.devShells.${system}.default.asked.packages;
  };

  options = lib.mapAttrs (_: option: option.type.name) (lib.evalModules {
    modules = [ outputs.nixosModules.default ];
    specialArgs = {
      inherit pkgs;
      utils = { };
    };
  }).options.services.xtcp-ebpf.settings;

  unit = (import (tree + "/nix/unit.nix") lib (tree + "/contrib/systemd/xtcp-ebpf.service"));
  services = lib.mapAttrs (_: service) {
    plain = sent;
    full = {
      enable = true;
      environmentFile = "/run/secrets/xtcp";
      credentials.destPasswordFile = "/run/secrets/password";
      capabilities = [ "CAP_NET_ADMIN" ];
      settings = {
        dest = [
          "marshal=jsonl,tcp:a:1"
          "http://h:8123/?query=INSERT INTO tcp FORMAT X&a=100%$b"
        ];
        frequency = "1m30s";
        bpf = "require";
        reconcileBeforePoll = false;
        netnsDirs = [
          "/run/netns"
          "/srv/*"
        ];
        pollJitterPct = 0;
      };
    };
    own = with' { namespaces = "own"; };
    environment = {
      enable = true;
      environmentFile = "/etc/xtcp-ebpf/environment";
    };
  };
  overridden =
    (pkgs.machine [
      outputs.nixosModules.default
      {
        services.xtcp-ebpf = sent;
        systemd.services.xtcp-ebpf.serviceConfig.ProtectHome = true;
      }
    ]).systemd.services.xtcp-ebpf.serviceConfig.ProtectHome;
  disabled = (pkgs.machine [ outputs.nixosModules.default ]).systemd.services;
  refused = lib.mapAttrs (_: refused) {
    nothing = with' { };
    no_destination.enable = true;
    empty_list = with' { dest = [ ]; };
    unknown_flag = with' { frequencey = "1s"; };
    no_duration = with' { frequency = "fast"; };
    a_number_for_a_duration = with' { frequency = 10; };
    no_such_mode = with' { bpf = "on"; };
    too_many = with' { pollJitterPct = 101; };
    too_few = with' { maxStale = 0; };
    text_for_a_number = with' { maxLoops = "3"; };
    text_for_a_list = with' { netnsDirs = "/run/netns"; };
    a_secret = with' { s3SecretKey = "hunter2"; };
    one_that_ends = with' { conf = true; };
    a_secret_in_the_store = sent // { credentials.destPasswordFile = ./evaluate.nix; };
    no_file = sent // { credentials.frequency = "/etc/x"; };
    twice = with' { destPasswordFile = "/etc/x"; } // { credentials.destPasswordFile = "/etc/x"; };
    no_capability = sent // { capabilities = [ "net_admin" ]; };
    no_path = sent // { environmentFile = "environment"; };
    unknown_option = sent // { extraArgs = [ ]; };
  };

  machines = lib.mapAttrs (_: test: {
    script = test.testScript;
    nodes = lib.mapAttrs (_: config: {
      line = config.systemd.services.xtcp-ebpf.serviceConfig.ExecStart;
      services = lib.attrNames config.systemd.services;
      programs = names config.environment.systemPackages;
      memory = config.virtualisation.memorySize;
      kernel = config.boot.kernelPackages.kernel.name;
    }) test.machines;
  }) (lib.filterAttrs (name: _: lib.hasPrefix "vm-" name) outputs.checks.${system});
}
