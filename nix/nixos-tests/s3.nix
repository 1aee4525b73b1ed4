# versitygw over a folder: each object is a plain file. The keys reach the daemon as credentials.
{ pkgs, ... }:
let
  reader = pkgs.python3.withPackages (packages: [ packages.pyarrow ]);
  access = "machines";
  secret = "nothing-secret";
in
{
  environment.systemPackages = [
    (pkgs.writeShellScriptBin "parquet-rows" ''exec ${reader}/bin/python3 ${./guest/parquet_rows.py} "$@"'')
  ];
  environment.etc = {
    "s3/access".text = access;
    "s3/secret".text = secret;
  };
  systemd.tmpfiles.rules = [ "d /var/lib/s3/rows 0755 root root" ];
  systemd.services.s3 = {
    description = "An object store";
    wantedBy = [ "multi-user.target" ];
    environment = {
      ROOT_ACCESS_KEY = access;
      ROOT_SECRET_KEY = secret;
    };
    serviceConfig.ExecStart = "${pkgs.versitygw}/bin/versitygw --port 127.0.0.1:7070 posix /var/lib/s3";
  };
  services.xtcp-ebpf = {
    credentials = {
      s3AccessKeyFile = "/etc/s3/access";
      s3SecretKeyFile = "/etc/s3/secret";
    };
    settings = {
      dest = [ "s3parquet:http://127.0.0.1:7070" ];
      s3Bucket = "rows";
      s3FlushInterval = "5s";
    };
  };
}
