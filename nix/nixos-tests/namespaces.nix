# Rows to a file in the service's own log folder.
{ services.xtcp-ebpf.settings.dest = [ "marshal=jsonl,file:/var/log/xtcp-ebpf/rows" ]; }
