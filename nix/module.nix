# services.xtcp-ebpf: the unit of contrib/systemd, whose hardening is read from there, and a typed option for each flag.
{
  config,
  lib,
  pkgs,
  utils,
  ...
}:
let
  cfg = config.services.xtcp-ebpf;
  inherit (lib) mkOption types;

  flags = lib.importJSON ./flags.json;
  files = lib.filterAttrs (_: flag: flag.file) flags;
  unit = import ./unit.nix lib ../contrib/systemd/xtcp-ebpf.service;

  number =
    flag: if flag.high == null then types.addCheck types.int (value: value >= flag.low) else types.ints.between flag.low flag.high;
  kinds = flag: {
    bool = types.bool;
    int = number flag;
    size = number flag;
    duration = types.strMatching "0|([0-9]+[.]?[0-9]*(ns|us|ms|s|m|h))+";
    string = if flag.choices == [ ] then types.str else types.enum flag.choices;
    list = types.listOf types.str;
    repeated = types.listOf types.str;
  };
  option =
    _: flag:
    mkOption {
      type = types.nullOr (kinds flag).${flag.kind};
      default = null;
      description = "${flag.text} Unless set: ${flag.usual}.";
    };

  arguments =
    name: value:
    let
      kind = flags.${name}.kind;
    in
    if value == null then
      [ ]
    else if kind == "repeated" then
      map (one: "-${name}=${one}") value
    else if kind == "list" then
      [ "-${name}=${lib.concatStringsSep "," value}" ]
    else if kind == "bool" then
      [ "-${name}=${lib.boolToString value}" ]
    else
      [ "-${name}=${toString value}" ];
  line = [ (lib.getExe cfg.package) ] ++ lib.concatLists (lib.mapAttrsToList arguments cfg.settings);

  # Those that the options or NixOS decide; all others are as contrib/systemd has them.
  ours = [
    "AmbientCapabilities"
    "CapabilityBoundingSet"
    "Environment"
    "EnvironmentFile"
    "ExecReload"
    "ExecStart"
  ];
  spoken = {
    yes = true;
    no = false;
  };
  word = text: spoken.${text} or text;
  value = values: if lib.length values == 1 then word (lib.head values) else values;
  hardened = lib.mapAttrs (_: values: lib.mkDefault (value values)) (removeAttrs unit.Service ours);
  words = values: lib.concatMap (lib.splitString " ") values;
in
{
  options.services.xtcp-ebpf = {
    enable = lib.mkEnableOption "xtcp-ebpf, which records the TCP sockets of all network namespaces";

    package = mkOption {
      type = types.package;
      default = pkgs.callPackage ./package.nix { };
      defaultText = lib.literalExpression "pkgs.callPackage ./package.nix { }";
      description = "The package that has the daemon.";
    };

    settings = lib.mapAttrs option flags;

    environmentFile = mkOption {
      type = types.nullOr (types.strMatching "/.*");
      default = null;
      example = "/run/secrets/xtcp-ebpf";
      description = ''
        File with environment variables (docs/flags.md), for what must not stand in the world-readable store: DEST_PASSWORD=..., or a
        DEST=... that holds a password. A setting beats it.
      '';
    };

    credentials = mkOption {
      type = types.attrsOf (types.strMatching "/.*");
      default = { };
      example = {
        destPasswordFile = "/run/secrets/kafka";
      };
      description = ''
        Flag that names a file -> where the file is on the host. systemd reads it as root and shows it to this service alone.
        There are: ${lib.concatStringsSep ", " (lib.attrNames files)}.
      '';
    };

    capabilities = mkOption {
      type = types.listOf (types.strMatching "CAP_[A-Z_]+");
      default =
        if cfg.settings.namespaces == "own" then
          [
            "CAP_NET_ADMIN"
            "CAP_BPF"
            "CAP_PERFMON"
          ]
        else
          words unit.Service.CapabilityBoundingSet;
      defaultText = lib.literalExpression "what the daemon needs for settings.namespaces";
      description = ''
        What the service may do beyond a user without rights. The daemon gives up those of them that it does not need.
        CAP_NET_BIND_SERVICE is to be added for ports below 1024.
      '';
    };
  };

  config = lib.mkIf cfg.enable {
    assertions = [
      {
        assertion = cfg.environmentFile != null || (cfg.settings.dest != null && cfg.settings.dest != [ ]);
        message = "services.xtcp-ebpf: set settings.dest, or DEST in environmentFile; without either the rows would go to the journal";
      }
      {
        assertion = lib.all (name: files ? ${name}) (lib.attrNames cfg.credentials);
        message = "services.xtcp-ebpf.credentials: the names are flags that take a file: ${lib.concatStringsSep ", " (lib.attrNames files)}";
      }
      {
        assertion = lib.all (name: (cfg.settings.${name} or null) == null) (lib.attrNames cfg.credentials);
        message = "services.xtcp-ebpf: a file is named in credentials or in settings, not in both; a setting would win";
      }
    ];

    # So that the first dump needs no module loaded: the service itself may load none.
    boot.kernelModules = [ "tcp_diag" ];

    environment.systemPackages = [ cfg.package ];

    systemd.services.xtcp-ebpf = {
      description = lib.head unit.Unit.Description;
      documentation = unit.Unit.Documentation;
      wants = words unit.Unit.Wants;
      after = words unit.Unit.After;
      wantedBy = words unit.Install.WantedBy;
      serviceConfig =
        hardened
        // {
          ExecStart = utils.escapeSystemdExecArgs line;
          ExecReload = "${pkgs.coreutils}/bin/kill -HUP $MAINPID";
          AmbientCapabilities = cfg.capabilities;
          CapabilityBoundingSet = cfg.capabilities;
          Environment = unit.Service.Environment ++ lib.mapAttrsToList (name: _: "${files.${name}.env}=%d/${name}") cfg.credentials;
        }
        // lib.optionalAttrs (cfg.environmentFile != null) { EnvironmentFile = cfg.environmentFile; }
        // lib.optionalAttrs (cfg.credentials != { }) {
          LoadCredential = lib.mapAttrsToList (name: path: "${name}:${path}") cfg.credentials;
        };
    };
  };
}
