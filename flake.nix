{
  description = "Every TCP socket of every network namespace of a Linux host, as flat protobuf records";

  # A branch, not a commit: the first use writes flake.lock (docs/nix.md says why none is here).
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      each = make: nixpkgs.lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
      checks = pkgs: import ./nix/checks.nix { inherit pkgs; };
    in
    {
      packages = each (pkgs: rec {
        default = xtcp-ebpf;
        xtcp-ebpf = pkgs.callPackage ./nix/package.nix { };
        oci = pkgs.callPackage ./nix/oci.nix { inherit xtcp-ebpf; };
      });

      overlays.default = final: prev: {
        xtcp-ebpf = final.callPackage ./nix/package.nix { };
      };

      nixosModules.default = import ./nix/module.nix;

      devShells = each (pkgs: {
        default = pkgs.callPackage ./nix/shell.nix { };
      });

      # Those named vm-... boot a machine each: they want a builder with KVM.
      checks = each checks;

      formatter = each (pkgs: pkgs.nixfmt);
    };
}
