# One server, which streams can be made on.
{ pkgs, ... }:
let
  reader = pkgs.python3.withPackages (packages: [ packages.nats-py ]);
in
{
  services.nats = {
    enable = true;
    jetstream = true;
  };
  environment.systemPackages = [
    (pkgs.writeShellScriptBin "nats-rows" ''exec ${reader}/bin/python3 ${./guest/nats_rows.py} "$@"'')
  ];
  services.xtcp-ebpf.settings.dest = [
    "marshal=jsonl,nats:127.0.0.1:4222"
    "natsJetstream=true,topic=stored,nats:127.0.0.1:4222"
  ];
}
