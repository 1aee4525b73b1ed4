"""The daemon with a real server that is killed in mid-run and comes back: nothing may be lost. `python -m tests.outages`."""
