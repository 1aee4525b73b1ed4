"""What was handed over is what it has to be, by the kernel's own word; names and numbers are cleaned before they are used."""

from __future__ import annotations

import os
import socket

import pytest
from kernel.real_namespaces import Spaces, descriptors, without

from xtcp_ebpf.abc import Presence
from xtcp_ebpf.errors import OpenError
from xtcp_ebpf.kernel.diag_socket import connected
from xtcp_ebpf.opening.offer_frames import (
    LONGEST_NAME,
    clean,
    hello,
    pack_failure,
    pack_presence,
    printable,
    read_failure,
    read_hello,
    read_presence,
    take,
)

CAP_NET_ADMIN = 12


def diag_in(spaces: Spaces, name: str) -> int:
    """A diag socket of that namespace."""
    return spaces.inside(spaces.make(name), lambda: connected()[0].detach())


@pytest.mark.kernel
def test_the_kernel_says_which_namespace(spaces: Spaces) -> None:
    """Inode, cookie and port id are those of the socket, whoever handed it over."""
    namespace = spaces.make("a")
    descriptor = spaces.inside(namespace, lambda: connected()[0].detach())
    taken = take(descriptor)
    known = spaces.known(namespace)
    assert taken.descriptor == descriptor
    assert taken.portid > 0
    assert (taken.namespace.inode, taken.namespace.cookie) == (known.inode, known.cookie)
    assert take(descriptor, known.inode, known.cookie).namespace == taken.namespace
    os.close(descriptor)


@pytest.mark.kernel
def test_a_socket_of_another_namespace(spaces: Spaces) -> None:
    """One that is asked for what was offered, and hands over another, is refused; the socket is closed."""
    for inode, cookie in ((1, 99), (1, 0)):
        descriptor = diag_in(spaces, f"a{cookie}")
        before = descriptors()
        with pytest.raises(OpenError, match="another namespace") as caught:
            take(descriptor, inode, cookie)
        assert caught.value.reason == "recycled"
        assert descriptors() <= before - 1


@pytest.mark.parametrize("kind", ["file", "tcp", "route"])
def test_what_is_no_diag_socket(kind: str) -> None:
    """A file, a socket of another kind, netlink of another kind: refused and closed."""
    before = descriptors()
    if kind == "file":
        given = os.open("/dev/null", os.O_RDONLY)
    else:
        family, protocol = (socket.AF_INET, 0) if kind == "tcp" else (socket.AF_NETLINK, 0)
        given = socket.socket(family, socket.SOCK_STREAM if kind == "tcp" else socket.SOCK_RAW, protocol).detach()
    with pytest.raises(OpenError) as caught:
        take(given)
    assert caught.value.reason == "not_a_diag_socket"
    assert descriptors() <= before


@pytest.mark.kernel
def test_who_may_not_be_told() -> None:
    """Without CAP_NET_ADMIN the kernel does not tell the inode: the error says what it takes."""

    def work() -> OpenError:
        with pytest.raises(OpenError, match="CAP_NET_ADMIN") as caught:
            take(connected()[0].detach())
        return caught.value

    assert without(CAP_NET_ADMIN, work=work).reason == "permission"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("web-1.pod/x", "web-1.pod/x"),
        ("two words\n", "two_words_"),
        ("\x1b[31m\u202e", "__31m_"),
        ("", "netns:[5]"),
        ("default", "netns:[5]"),
        ("..", "netns:[5]"),
        ("   ", "netns:[5]"),
        ("x" * 500, "x" * LONGEST_NAME),
    ],
)
def test_names(given: str, name: str) -> None:
    """What is unusual becomes _; a name that says nothing, or is the daemon's own, is the inode's."""
    assert clean(given, 5) == name


def test_greetings() -> None:
    """A name comes as it was given; another version is refused with what to do, and nothing at all too."""
    assert read_hello(hello("pod \udcff")) == "pod ?"
    for body in (b"", b"\2name"):
        with pytest.raises(ValueError, match="release"):
            read_hello(body)


def test_presence() -> None:
    """With and without counters; fewer than no sockets, or half an answer, is refused."""
    for seen in (Presence(1, 2, 3, 4, 5, 6), Presence(0, 0, 0, 0, 0)):
        assert read_presence(pack_presence(seen)) == seen
    for body in (b"", b"x" * 47, b"\xff" * 48):
        with pytest.raises(ValueError):
            read_presence(body)


def test_failures() -> None:
    """errno and a text of one line, whatever it holds."""
    assert read_failure(pack_failure(OpenError("descriptors", "none left", 24))) == (24, "none left: EMFILE (Too many open files)")
    with pytest.raises(ValueError, match="errno"):
        read_failure(b"x")
    assert printable(b"a\nb\x1b[0m\xff" + b"c" * 999).startswith("a b [0m\ufffd")
