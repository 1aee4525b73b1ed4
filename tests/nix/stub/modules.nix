# Options, types and modules, as far as the project goes: an option that nobody declared, and a value of the wrong type, are errors.
lib:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    foldl'
    functionArgs
    head
    intersectAttrs
    isAttrs
    isFunction
    isList
    isPath
    isString
    length
    map
    ;
  usual = 100;

  # Definitions: what mkIf, mkMerge and mkOverride wrap, taken apart; conditions stay unevaluated until a value is wanted.
  apart =
    about: value:
    if !(isAttrs value && value ? _property) then
      [ (about // { inherit value; }) ]
    else if value._property == "if" then
      apart (about // { holds = about.holds && value.condition; }) value.content
    else if value._property == "merge" then
      concatMap (apart about) value.contents
    else
      apart (about // { inherit (value) priority; }) value.content;
  below = name: concatMap (one: if one.value ? ${name} then apart (removeAttrs one [ "value" ]) one.value.${name} else [ ]);
  highest =
    found:
    let
      living = filter (one: one.holds) found;
      best = foldl' (least: one: if one.priority < least then one.priority else least) 9999 living;
    in
    map (one: one.value) (filter (one: one.priority == best) living);

  same =
    where: values:
    if length (filter (value: value != head values) values) == 0 then head values else throw "${where} has conflicting values";
  plain = name: check: {
    inherit name check;
    merge = where: found: same where (highest found);
  };
  checked =
    type: where: found:
    let
      bad = filter (value: !type.check value) (highest found);
    in
    if bad == [ ] then
      type.merge where found
    else
      throw "A definition for option `${where}' is not of type `${type.name}': ${builtins.toJSON (head bad)}";

  types = {
    bool = plain "boolean" builtins.isBool;
    int = plain "integer" builtins.isInt;
    str = plain "string" isString;
    path = plain "path" (value: isPath value || (isString value && lib.hasPrefix "/" value) || isAttrs value);
    package = plain "package" (value: isAttrs value && value.type or "" == "derivation");
    raw = plain "raw" (_: true);
    ints.between = low: high: plain "integer between ${toString low} and ${toString high}" (value: builtins.isInt value && value >= low && value <= high);
    enum = choices: plain "one of ${toString choices}" (value: elem value choices);
    strMatching = pattern: plain "string matching ${pattern}" (value: isString value && builtins.match pattern value != null);
    addCheck = type: check: type // { check = value: type.check value && check value; };
    nullOr = type: {
      name = "null or ${type.name}";
      check = value: value == null || type.check value;
      merge =
        where: found:
        let
          values = highest found;
        in
        if filter (value: value != null) values == [ ] then null else checked type where found;
    };
    listOf = type: {
      name = "list of ${type.name}";
      check = value: isList value && builtins.all type.check value;
      merge = _: found: builtins.concatLists (highest found);
    };
    attrsOf = type: {
      name = "attribute set of ${type.name}";
      check = isAttrs;
      merge =
        where: found:
        let
          living = filter (one: one.holds) found;
          names = attrNames (foldl' (all: one: all // one.value) { } living);
        in
        lib.filterAttrs (_: value: value != { _property = "nothing"; }) (
          lib.genAttrs names (
            name:
            let
              here = filter (one: one.holds) (below name living);
            in
            if here == [ ] then { _property = "nothing"; } else checked type "${where}.${name}" here
          )
        );
    };
    submodule = module: {
      name = "submodule";
      check = value: isAttrs value || isFunction value || isPath value;
      merge = where: found: (evaluate { inherit where; } ([ module ] ++ map (one: one.value) found)).config;
    };
    # What NixOS takes for a setting of a unit: several definitions only where one is a list.
    unitOption = {
      name = "setting of a unit";
      check = value: isList value || isString value || builtins.isBool value || builtins.isInt value || isPath value || isAttrs value;
      merge =
        where: found:
        let
          values = highest found;
        in
        if builtins.any isList values then concatMap (value: if isList value then value else [ value ]) values else same where values;
    };
  };

  # Modules. `given` may have: arguments for those that are functions, and where the options stand.
  evaluate =
    given: modules:
    let
      where = given.where or "";
      arguments = { inherit config lib; } // given.arguments or { };
      opened =
        module:
        let
          called = if isPath module then import module else module;
          needed = functionArgs called;
          set = if isFunction called then called (if needed == { } then arguments else intersectAttrs needed arguments) else called;
        in
        concatMap opened (set.imports or [ ])
        ++ [
          (
            if set ? options || set ? config then
              {
                options = set.options or { };
                config = set.config or { };
              }
            else
              {
                options = { };
                config = removeAttrs set [ "imports" ];
              }
          )
        ];
      all = concatMap opened modules;
      options = foldl' merged { } (map (module: module.options) all);
      definitions = concatMap (
        module:
        apart {
          holds = true;
          priority = usual;
        } module.config
      ) all;
      config = tree where options definitions;
    in
    {
      inherit config options;
    };
  merged =
    one: other:
    one
    // builtins.mapAttrs (
      name: value: if one ? ${name} && !(value ? _option) then merged one.${name} value else value
    ) other;
  tree =
    where: options: definitions:
    let
      title = name: if where == "" then name else "${where}.${name}";
      named = attrNames (foldl' (found: one: found // one.value) { } definitions);
      unknown = filter (name: !options ? ${name}) named;
      value =
        name: option:
        let
          here = below name definitions;
          living = filter (one: one.holds) here;
        in
        if !option ? _option then
          tree (title name) option here
        else if living != [ ] then
          checked option.type (title name) living
        else if option ? default then
          checked option.type (title name) [
            {
              holds = true;
              priority = 1500;
              value = option.default;
            }
          ]
        else
          throw "The option `${title name}' was accessed but has no value defined";
    in
    if unknown != [ ] then throw "The option `${title (head unknown)}' does not exist" else builtins.mapAttrs value options;
in
{
  inherit types;
  evalModules =
    {
      modules,
      specialArgs ? { },
    }:
    evaluate { arguments = specialArgs; } modules;
  mkOption = about: about // { _option = true; };
  mkEnableOption = text: {
    _option = true;
    type = types.bool;
    default = false;
    description = "Whether to enable ${text}.";
  };
  literalExpression = text: { inherit text; };
  mkIf = condition: content: {
    _property = "if";
    inherit condition content;
  };
  mkMerge = contents: {
    _property = "merge";
    inherit contents;
  };
  mkOverride = priority: content: {
    _property = "override";
    inherit priority content;
  };
  mkDefault = content: {
    _property = "override";
    priority = 1000;
    inherit content;
  };
  mkForce = content: {
    _property = "override";
    priority = 50;
    inherit content;
  };
}
