"""The table of kernels, and how the newest of a line is found."""

from __future__ import annotations

import re

import pytest

from vm import kernels
from vm.kernels import FEATURES, KERNELS, QUICK, named, newest


def test_the_table() -> None:
    """Names are unique and in order, each line says why it is there, and lacks only what has a name."""
    names = [kernel.name for kernel in KERNELS]
    assert names == sorted(set(names), key=lambda name: [*map(int, name.split("."))])
    assert names[0] == "5.10"
    assert set(QUICK) < set(names)
    for kernel in KERNELS:
        assert kernel.why
        assert kernel.lacks <= FEATURES.keys()
        assert kernel.version.startswith(re.escape(kernel.name))


def test_a_kernel_that_is_not_there() -> None:
    """The message has those that are."""
    assert named("6.12").suite == "bookworm-security"
    with pytest.raises(KeyError, match=r"no kernel '4.19' in the table: there are 5.10, 6.1, "):
        named("4.19")


def test_the_newest() -> None:
    """By numbers and not by letters; other flavours, debug symbols, unsigned images and other lines are passed over."""
    packages = [
        *("linux-image-6.1.0-9-cloud-amd64", "linux-image-6.1.0-56-cloud-amd64", "linux-image-6.1.0-57-amd64"),
        *("linux-image-6.1.0-58-cloud-amd64-dbg", "linux-image-6.1.0-58-cloud-amd64-unsigned", "linux-image-6.12.1+deb12-cloud-amd64"),
    ]
    assert newest(named("6.1"), packages) == ("6.1.0-56", ("linux-image-6.1.0-56-cloud-amd64",))


def test_an_image_in_three_parts() -> None:
    """Where the image's package is empty its three parts are fetched, of the newest version whose modules are still there."""
    version, older = "7.3.4+deb13", "7.3.2+deb13"
    parts = [f"linux-{part}-{number}-cloud-amd64" for number in (version, older) for part in ("image", "binary", "modules", "base")]
    assert newest(named("7.3"), parts) == (version, tuple(f"linux-{part}-{version}-cloud-amd64" for part in ("binary", "modules", "base")))
    parts.remove(f"linux-modules-{version}-cloud-amd64")
    assert newest(named("7.3"), parts)[0] == older


def test_none_of_that_line() -> None:
    """It is said, and nothing else is taken for it."""
    assert newest(named("6.16"), ["linux-image-6.17.13+deb13-cloud-amd64"]) == ("", ())
    assert kernels.FLAVOUR == "-cloud-amd64"
