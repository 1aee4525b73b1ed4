# A kernel to be looked at by the guest scripts of vm/; the service has nothing to do.
{ pkgs, ... }:
{
  virtualisation.memorySize = 1536;
  boot.kernelModules = [
    "tcp_bbr"
    "tcp_dctcp"
    "tcp_vegas"
    "veth"
  ];
  environment.systemPackages = [
    pkgs.libcap
    pkgs.util-linux
  ];
  services.xtcp-ebpf.settings.dest = [ "null" ];
}
