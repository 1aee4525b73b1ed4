# The service listens where root may control it.
{
  services.xtcp-ebpf.settings = {
    dest = [ "marshal=jsonl,file:/var/log/xtcp-ebpf/rows" ];
    grpcListen = [ "unix:/run/xtcp-ebpf/control" ];
  };
}
