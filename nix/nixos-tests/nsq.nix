# nsqd alone; nixpkgs has no module for it.
{ pkgs, ... }:
{
  environment.systemPackages = [ pkgs.nsq ];
  systemd.services.nsqd = {
    description = "nsqd";
    wantedBy = [ "multi-user.target" ];
    serviceConfig = {
      ExecStart = "${pkgs.nsq}/bin/nsqd -data-path=/var/lib/nsqd -tcp-address=127.0.0.1:4150 -http-address=127.0.0.1:4151";
      DynamicUser = true;
      StateDirectory = "nsqd";
    };
  };
  services.xtcp-ebpf.settings.dest = [ "marshal=jsonl,nsq:127.0.0.1:4150" ];
}
