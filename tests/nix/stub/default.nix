# A stand-in for nixpkgs: packages are empty derivations, and there are only those that names.nix has.
let
  lib = import ./lib.nix;
in
{
  inherit lib;
  legacyPackages = lib.genAttrs [ "x86_64-linux" "aarch64-linux" ] (system: import ./packages.nix { inherit lib system; });
}
