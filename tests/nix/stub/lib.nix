# What the project uses of nixpkgs' lib, by the same names; modules.nix has options, types and modules.
let
  inherit (builtins)
    attrNames
    concatLists
    elemAt
    filter
    isList
    length
    listToAttrs
    map
    split
    substring
    stringLength
    ;
  lib = {
    inherit (builtins)
      all
      attrNames
      attrValues
      concatLists
      concatMap
      filter
      foldl'
      head
      length
      listToAttrs
      mapAttrs
      replaceStrings
      concatStringsSep
      ;
    genAttrs =
      names: make:
      listToAttrs (
        map (name: {
          inherit name;
          value = make name;
        }) names
      );
    filterAttrs =
      keep: set:
      listToAttrs (
        concatLists (
          map (
            name:
            if keep name set.${name} then
              [
                {
                  inherit name;
                  value = set.${name};
                }
              ]
            else
              [ ]
          ) (attrNames set)
        )
      );
    mapAttrsToList = make: set: map (name: make name set.${name}) (attrNames set);
    optionalAttrs = when: set: if when then set else { };
    concatMapStringsSep = between: make: list: lib.concatStringsSep between (map make list);
    boolToString = value: if value then "true" else "false";
    hasPrefix = prefix: text: substring 0 (stringLength prefix) text == prefix;
    # Of a single character, which means nothing to a regular expression.
    splitString = between: text: filter (part: !isList part) (split between text);
    importJSON = path: builtins.fromJSON (builtins.readFile path);
    getExe = package: "${package}/bin/${package.meta.mainProgram or (throw "${package.name}: no mainProgram")}";
    getLib = package: package;
    getDev = package: package;
    makeSearchPath = below: packages: lib.concatMapStringsSep ":" (package: "${package}/${below}") packages;
    makeLibraryPath = lib.makeSearchPath "lib";
    cleanSource = path: path;
    fileset = {
      unions = paths: paths;
      toSource =
        { root, fileset }:
        let
          missing = filter (path: !builtins.pathExists path) fileset;
        in
        if missing == [ ] then
          {
            outPath = toString root;
            files = map (path: lib.last (split "/" (toString path))) fileset;
          }
        else
          throw "no such file: ${toString missing}";
    };
    last = list: elemAt list (length list - 1);
    licenses.mit.spdxId = "MIT";
    platforms.linux = [
      "x86_64-linux"
      "aarch64-linux"
    ];
  };
  whole = lib // import ./modules.nix whole;
in
whole
