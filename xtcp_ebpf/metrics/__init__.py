"""What others may see of the daemon over HTTP: metrics for Prometheus, whether it lives, whether it is ready.

names, dump_times, daemon_facts -> collector -> pages <- health <- polls        serving(listener, server, pages) <- the daemon

Nothing here is asked for on the hot path: counters are plain ints, read when somebody scrapes.
"""
