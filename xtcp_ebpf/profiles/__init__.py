"""Where this process spends its CPU time and its memory: taken when somebody asks, and nothing runs before.

threads -> cpu (what each thread does, many times a second) --+
functions -> heap (what was allocated where, for a while) ----+-> profile -> pprof (`go tool pprof`), speedscope: as bytes

on_file: -profile.mode      continuous: Pyroscope, by its own library      run_profiles: both      metrics/profile_pages: who asks by HTTP
"""
