# ClickHouse, which takes protobufList over HTTP by the schema that comes with the package.
{
  config,
  pkgs,
  ...
}:
let
  schemas = pkgs.runCommand "xtcp-ebpf-schemas" { } ''
    mkdir $out
    cp ${config.services.xtcp-ebpf.package}/lib/python*/site-packages/xtcp_ebpf/pb/clickhouse/*.proto $out
  '';
in
{
  virtualisation.memorySize = 3072;
  virtualisation.diskSize = 4096;
  services.clickhouse = {
    enable = true;
    serverConfig.format_schema_path = "${schemas}/";
  };
  services.xtcp-ebpf.settings = {
    dest = [
      "http://127.0.0.1:8123/?query=INSERT INTO tcp FORMAT ProtobufList&format_schema=xtcp_flat_record:XtcpFlatRecord"
    ];
    marshal = "protobufList";
  };
}
