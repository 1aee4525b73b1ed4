"""From sealed Envelopes to destinations: a queue, a thread and counters for each, and one spool on disk for all."""
