"""Ways into namespaces that others have the rights for: small processes of our own, and sidecars that offer theirs."""
