"""Every system call of the collection: diag sockets, namespaces, capabilities."""
