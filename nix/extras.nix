# pyproject.toml's requirements by the names of nixpkgs.
python:
let
  # Not every nixpkgs has these; what wants them says so by name when it is asked for.
  perhaps = name: if python ? ${name} then [ python.${name} ] else [ ];
in
{
  always = [
    python.protobuf
    python.msgpack
    python.prometheus-client
  ];
  optional = {
    grpc = [
      python.grpcio
      python.grpcio-reflection
      python.grpcio-health-checking
    ];
    netns = [ python.pyroute2 ];
    kafka = [ python.confluent-kafka ];
    nats = [ python.nats-py ] ++ perhaps "nkeys";
    pyroscope = perhaps "pyroscope-io";
    valkey = [ python.valkey ];
    s3 = [ python.pyarrow ];
    zstd = [ python.zstandard ];
  };
}
