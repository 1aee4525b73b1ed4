# The version of pyproject.toml.
(builtins.fromTOML (builtins.readFile ../pyproject.toml)).project.version
