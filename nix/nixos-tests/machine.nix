# What every machine has: namespaces to be found, what holds rows against them, and the daemon, which polls each second.
{ pkgs, lib, ... }:
let
  python = lib.getExe pkgs.python3;
in
{
  virtualisation.memorySize = lib.mkDefault 1024;

  environment.systemPackages = [
    pkgs.curl
    pkgs.iproute2
    (pkgs.writeShellScriptBin "expect-rows" "exec ${python} ${./guest/expect_rows.py}")
  ];

  systemd.services.scene = {
    description = "Namespaces with sockets";
    wantedBy = [ "multi-user.target" ];
    path = [
      pkgs.iproute2
      pkgs.util-linux
    ];
    serviceConfig.ExecStart = "${python} ${./guest/scene.py}";
  };

  services.xtcp-ebpf = {
    enable = true;
    settings = {
      frequency = "1s";
      pollJitterPct = 0;
      skip = "none";
    };
  };
}
