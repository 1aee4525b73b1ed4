# How the C engine and the BPF programs are compiled, for whoever does it here: package, project and shell.
{
  lib,
  llvmPackages,
  libbpf,
  linuxHeaders,
}:
{
  # No library is found by its bare name here.
  postPatch = ''
    substituteInPlace xtcp_ebpf/activity/bpf_object.py \
      --replace-fail 'LIBRARY: Final = "libbpf.so.1"' 'LIBRARY: Final = "${lib.getLib libbpf}/lib/libbpf.so.1"'
  '';

  compilers = {
    # Not the wrapped compiler: that one adds hardening which the BPF back end does not know.
    CLANG = "${llvmPackages.clang-unwrapped}/bin/clang";
    C_INCLUDE_PATH = lib.makeSearchPath "include" [
      (lib.getDev libbpf)
      linuxHeaders
    ];
  };

  # Without these a build that cannot compile leaves out what it could not.
  insist = {
    XTCP_REQUIRE_C = "1";
    XTCP_REQUIRE_BPF = "1";
  };
}
