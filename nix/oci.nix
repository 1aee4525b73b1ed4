# A container image: `nix build .#oci && docker load < result`. What it needs of the host is told in docs/nix.md.
{
  cacert,
  dockerTools,
  xtcp-ebpf,
}:
let
  program = "${xtcp-ebpf}/bin/xtcp-ebpf";
  second = 1000 * 1000 * 1000;
in
dockerTools.buildLayeredImage {
  name = "xtcp-ebpf";
  tag = xtcp-ebpf.version;
  contents = [
    cacert
    xtcp-ebpf
  ];
  config = {
    Entrypoint = [ program ];
    Env = [ "SSL_CERT_FILE=${cacert}/etc/ssl/certs/ca-bundle.crt" ];
    ExposedPorts = {
      "8889/tcp" = { };
      "9088/tcp" = { };
    };
    Healthcheck = {
      Test = [
        "CMD"
        program
        "-healthcheck"
      ];
      Interval = 30 * second;
      Timeout = 5 * second;
      StartPeriod = 15 * second;
      Retries = 3;
    };
    Labels."org.opencontainers.image.licenses" = "MIT";
  };
}
