# Packages: each is a derivation that is really made and never built, and every argument has to be one that nixpkgs takes.
{ lib, system }:
let
  names = import ./names.nix;
  package =
    name: about:
    derivation {
      inherit name system;
      builder = "/bin/sh";
      inputs = about.inputs or [ ];
    }
    // {
      meta.mainProgram = name;
    }
    // removeAttrs about [ "inputs" ];
  known =
    function: about:
    let
      unknown = builtins.filter (name: !builtins.elem name names.${function}) (lib.attrNames about);
    in
    if unknown == [ ] then about else throw "${function} takes no ${toString unknown}";

  python = lib.genAttrs names.python (name: package "python3-${name}" { }) // {
    buildPythonApplication =
      about:
      let
        inherit (known "buildPythonApplication" about) pname version;
      in
      package "${pname}-${version}" {
        inherit version;
        inherit (about) meta;
        asked = about;
        inputs = about.build-system ++ about.dependencies ++ lib.attrValues about.env;
      };
  };
  nixos = import ./nixos.nix {
    inherit lib package;
    pkgs = packages;
  };
  packages =
    lib.genAttrs names.packages (name: package name { })
    // lib.genAttrs names.kernels (name: {
      kernel = package name { };
    })
    // {
      inherit lib system;
      python3Packages = python;
      python3 = package "python3" {
        withPackages = choose: package "python3-env" { inputs = choose python; };
      };
      llvmPackages.clang-unwrapped = package "clang-unwrapped" { };
      stdenv = {
        cc.cc = package "gcc" { };
        mkDerivation =
          about:
          let
            inherit (known "mkDerivation" about) pname version nativeBuildInputs;
          in
          package "${pname}-${version}" (about.passthru // { inputs = nativeBuildInputs ++ lib.attrValues about.env; });
      };
      mkShell = about: package "shell" { asked = about; inputs = about.packages; };
      runCommand =
        name: about: script:
        package name {
          inherit script;
          inputs = about.nativeBuildInputs or [ ];
        };
      writeShellScriptBin = name: text: package name { inputs = [ (builtins.toFile name (builtins.unsafeDiscardStringContext text)) ]; };
      dockerTools.buildLayeredImage =
        about: package (known "buildLayeredImage" about).name { asked = about; inputs = about.contents; };
      testers = {
        inherit (nixos) runNixOSTest;
      };
      inherit (nixos) machine;
      callPackage =
        path: more:
        let
          function = import path;
        in
        function (builtins.intersectAttrs (builtins.functionArgs function) packages // more);
    };
in
packages
