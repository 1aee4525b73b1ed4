"""The other end of the daemon's gRPC: connections, streams of records, and what is done while a daemon is away."""
