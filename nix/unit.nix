# A systemd unit as { Section = { Setting = [ value ... ]; }; }: what stands there several times has several values.
lib: path:
let
  meant = line: line != "" && !lib.hasPrefix "#" line;
  lines = lib.filter meant (lib.splitString "\n" (builtins.readFile path));
  step =
    read: line:
    let
      section = builtins.match "\\[(.*)]" line;
      setting = builtins.match "([A-Za-z]+)=(.*)" line;
      name = builtins.elemAt setting 0;
      before = read.found.${read.section} or { };
    in
    if section != null then
      read // { section = builtins.head section; }
    else if setting == null then
      throw "${toString path}: neither a section nor a setting: ${line}"
    else
      read
      // {
        found = read.found // {
          ${read.section} = before // {
            ${name} = (before.${name} or [ ]) ++ [ (builtins.elemAt setting 1) ];
          };
        };
      };
in
(lib.foldl' step {
  section = "";
  found = { };
} lines).found
