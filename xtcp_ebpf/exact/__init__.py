"""Sockets that are known are asked for one by one: what is remembered of them, how they are asked for, and when that is worth it."""
