# `nix develop`: what tools/bootstrap.sh would ask apt-get for. Python's packages still come by pip, into .venv.
{
  lib,
  callPackage,
  mkShell,
  stdenv,
  python3,
  libbpf,
  libcap,
  gnumake,
  iproute2,
  maven,
  go,
  nix,
  nixfmt,
  openssl,
  qemu,
  systemd,
  util-linux,
  zlib,
}:
mkShell (
  (callPackage ./compile.nix { }).compilers
  // {
    packages = [
      gnumake
      go
      iproute2
      libcap
      maven
      nix
      nixfmt
      openssl
      python3
      qemu
      systemd
      util-linux
    ];
    # For libbpf by its name, and for wheels of PyPI.
    LD_LIBRARY_PATH = lib.makeLibraryPath [
      libbpf
      stdenv.cc.cc
      zlib
    ];
  }
)
