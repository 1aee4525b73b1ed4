# One server; the rows go to a stream, which keeps them.
{ pkgs, ... }:
{
  environment.systemPackages = [ pkgs.valkey ];
  systemd.services.valkey = {
    description = "Valkey";
    wantedBy = [ "multi-user.target" ];
    serviceConfig = {
      ExecStart = "${pkgs.valkey}/bin/valkey-server --bind 127.0.0.1 --port 6379 --dir /var/lib/valkey";
      DynamicUser = true;
      StateDirectory = "valkey";
    };
  };
  services.xtcp-ebpf.settings = {
    dest = [ "marshal=jsonl,valkey:127.0.0.1:6379" ];
    valkeyStream = true;
    valkeyMaxlen = 1000;
  };
}
