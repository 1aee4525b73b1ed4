"""Guests: the same small userspace on kernels from Debian's archive, in QEMU, with KVM or without it.

`python -m vm` runs commands in them.
"""
