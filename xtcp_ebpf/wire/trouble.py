"""The kinds of trouble that a decoder counts, in the order in which the C engine numbers them."""

from __future__ import annotations

from typing import Final

KINDS: Final = (
    "late",  # another seq or portid: a reply to something that was given up
    "unknown_type",  # a netlink message type that inet_diag does not send
    "bad_length",  # nlmsg_len below 16, beyond the datagram, or less than a header left: the rest is given up
    "short_row",  # no whole inet_diag_msg
    "short_error",  # NLMSG_ERROR without an errno
    "request",  # a request: only captures hold them
    "ack",  # NLMSG_ERROR with errno 0
    "noop",  # NLMSG_NOOP
    "overrun",  # NLMSG_OVERRUN: data was lost
    "interrupted",  # NLM_F_DUMP_INTR: the dump is not one consistent picture
    "attribute_cut",  # an attribute's length is a lie: the row's remaining attributes are given up
    "attribute_unknown",  # by number
    "attribute_long",  # by number: the structure has grown beyond the table
    "attribute_short",  # by number: not even the first member is there
    "attribute_twice",  # by number: the last one counts
    "nested_cut",  # as attribute_cut, inside the attribute of this number
    "nested_unknown",  # an unknown attribute inside the one of this number
    "bad_text",  # by number: a name that is not printable ASCII, left out
)

NUMBERS: Final = 64
"""Attribute numbers from 63 on are counted together, under 63."""
