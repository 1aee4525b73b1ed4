"""BTF of kernels that are not here, as small as can be."""

from __future__ import annotations

import struct

INT, PTR, ARRAY, STRUCT, UNION, ENUM, TYPEDEF = 1, 2, 3, 4, 5, 6, 8


class Made:
    """Types are numbered from 1, as they are added."""

    def __init__(self) -> None:
        self._types = bytearray()
        self._strings = bytearray(1)
        self._count = 0

    def add(self, kind: int, name: str, size: int, rest: bytes = b"", length: int = 0) -> int:
        """A type of any kind; its number."""
        self._types += struct.pack("=III", self._text(name), kind << 24 | length, size) + rest
        self._count += 1
        return self._count

    def number(self, name: str, size: int) -> int:
        return self.add(INT, name, size, struct.pack("=I", size * 8))

    def pointer(self, to: int = 0) -> int:
        return self.add(PTR, "", to)

    def array(self, of: int, count: int) -> int:
        return self.add(ARRAY, "", 0, struct.pack("=III", of, of, count))

    def enumeration(self, **values: int) -> int:
        return self.add(ENUM, "", 4, b"".join(struct.pack("=Ii", self._text(name), value) for name, value in values.items()), len(values))

    def structure(self, name: str, size: int, *members: tuple[str, int, int], kind: int = STRUCT) -> int:
        """Members are (name, number of the type, byte)."""
        packed = b"".join(struct.pack("=III", self._text(member), number, byte * 8) for member, number, byte in members)
        return self.add(kind, name, size, packed, len(members))

    def data(self) -> bytes:
        """All of it, as /sys/kernel/btf/vmlinux would have it."""
        header = struct.pack("=HBBIIIII", 0xEB9F, 1, 0, 24, 0, len(self._types), len(self._types), len(self._strings))
        return header + bytes(self._types) + bytes(self._strings)

    def _text(self, name: str) -> int:
        if not name:
            return 0
        at = len(self._strings)
        self._strings += name.encode() + b"\0"
        return at


def sockets(cookie: str = "u64", net_bytes: int = 8) -> bytes:
    """What bcc.py reads. `cookie`: how struct net has net_cookie: `u64`, `atomic` (5.7 to 5.11), or empty: not at all."""
    made = Made()
    u32, u64 = made.number("unsigned int", 4), made.number("unsigned long long", 8)
    possible = made.add(TYPEDEF, "possible_net_t", made.structure("", net_bytes, *([("net", made.pointer(), 0)] if net_bytes else [])))
    made.structure("sock", 760, ("__sk_common", made.structure("sock_common", 136, ("skc_net", possible, 48)), 0))
    atomic = made.add(TYPEDEF, "atomic64_t", made.structure("", 8, ("counter", u64, 0)))
    space = made.structure("ns_common", 24, ("ops", made.pointer(), 8), ("inum", u32, 16))
    cookies = {"u64": [("net_cookie", u64, 200)], "atomic": [("net_cookie", atomic, 200)], "": []}
    made.structure("net", 256, ("ns", space, 100), *cookies[cookie])
    return made.data()
