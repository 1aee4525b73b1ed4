"""Side-by-side measurements: ratios taken in one run, on the same real sockets. `python -m bench`, and `python -m bench.loop`."""
