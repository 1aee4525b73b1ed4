"""Destinations that change while rows flow: none is lost, and what stays is left alone."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from xtcp_ebpf.abc import Sealed
from xtcp_ebpf.clock import SystemClock
from xtcp_ebpf.config import load
from xtcp_ebpf.errors import UsageError
from xtcp_ebpf.knobs import Knobs
from xtcp_ebpf.outlets import Outlets
from xtcp_ebpf.pb.xtcp_flat_record_pb2 import Envelope, XtcpFlatRecord
from xtcp_ebpf.tally import Tally


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "xtcp_ebpf")


def knobs(*flags: str) -> Knobs:
    """As the command line has them."""
    return load(flags, {"XTCP_HOSTNAME": "here"}).knobs


def opened(wanted: Knobs, on_none: Callable[[], None] = lambda: None) -> Outlets:
    """Started."""
    outlets = Outlets(wanted, SystemClock(), Tally(), on_none)
    outlets.start()
    return outlets


def sealed(number: int) -> Sealed:
    """An Envelope of one row."""
    body = Envelope(row=[XtcpFlatRecord(poll_number=number)]).SerializeToString()
    return Sealed((body,), 1, len(body), "poll_end")


def numbers(path: Path) -> list[int]:
    """Which rows stand in a file of jsonl."""
    return [int(json.loads(line)["pollNumber"]) for line in path.read_text().splitlines()] if path.exists() else []


def until(true: Callable[[], bool]) -> None:
    """Waits for it."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_one_more_and_one_less(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What stays is the same sender; the new one has what comes from then on; the one that goes has all that came before."""
    stays, goes, comes = (tmp_path / name for name in ("stays", "goes", "comes"))
    before = knobs("-marshal", "jsonl", "-dest", f"file:{stays}", "-dest", f"file:{goes}")
    outlets = opened(before)
    first = outlets.senders[0]
    outlets.offer(sealed(1))
    outlets.change(replace(before, dest=(f"file:{comes}", f"file:{stays}")))
    assert outlets.senders[1] is first
    outlets.offer(sealed(2))
    assert outlets.close(5.0).rows == 0
    assert (numbers(stays), numbers(goes), numbers(comes)) == ([1, 2], [1], [2])
    assert f"file:{goes}: given up: 1 rows sent, 0 dropped" in caplog.messages
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("send-", "retire"))]


def test_another_form_at_the_same_place(tmp_path: Path) -> None:
    """The old one ends before the new one begins: the file has first the one form, then the other."""
    place = tmp_path / "rows"
    before = knobs("-marshal", "jsonl", "-dest", f"file:{place}")
    outlets = opened(before)
    outlets.offer(sealed(1))
    outlets.change(replace(before, marshal="csv", columns=("pollNumber", "hostname")))
    outlets.offer(sealed(2))
    outlets.close(5.0)
    first, second = place.read_text().splitlines()
    assert json.loads(first)["pollNumber"] == "1"
    assert second == "2,"


def test_what_cannot_be_had_changes_nothing(tmp_path: Path) -> None:
    """A wrong address, a spool where none can be: the same senders go on."""
    before = knobs("-marshal", "jsonl", "-dest", f"file:{tmp_path / 'rows'}")
    outlets = opened(before)
    senders = outlets.senders
    for wrong in ({"dest": ("file:",)}, {"marshal": "morse"}, {"spool_dir": str(tmp_path / "no" / "such")}):
        with pytest.raises(UsageError):
            outlets.change(replace(before, **wrong))
        assert outlets.senders == senders
    outlets.offer(sealed(1))
    outlets.close(5.0)
    assert numbers(tmp_path / "rows") == [1]


def test_with_a_spool(tmp_path: Path) -> None:
    """Another form at the same place goes on where the old one was; who goes for good keeps no part of the spool."""
    spool, stays, goes = (tmp_path / name for name in ("spool", "stays", "goes"))
    spool.mkdir()
    before = knobs("-marshal", "jsonl", "-spoolDir", str(spool), "-dest", f"file:{stays}", "-dest", f"file:{goes}")
    outlets = opened(before)
    outlets.offer(sealed(1))
    outlets.change(replace(before, dest=(f"file:{stays}",), marshal="protobufList", spool_bytes=32 << 20))
    until(lambda: len(list(spool.glob("cursor-*"))) == 1)
    outlets.offer(sealed(2))
    assert outlets.close(5.0).rows == 0
    assert numbers(goes) == [1]
    first, _, rest = stays.read_bytes().partition(b"\n")
    assert json.loads(first)["pollNumber"] == "1"
    assert rest.endswith(sealed(2).body())


def test_into_a_spool_and_out_of_it(tmp_path: Path) -> None:
    """Every row is there once, whichever folder was in use."""
    rows, one, other = (tmp_path / name for name in ("rows", "one", "other"))
    one.mkdir()
    other.mkdir()
    before = knobs("-marshal", "jsonl", "-dest", f"file:{rows}")
    outlets = opened(before)
    for number, folder in enumerate(("", str(one), str(other), ""), 1):
        outlets.change(replace(before, spool_dir=folder))
        outlets.offer(sealed(number))
    outlets.close(5.0)
    assert numbers(rows) == [1, 2, 3, 4]
    assert outlets.shipping.spool_bytes is None


def test_gone_for_good(tmp_path: Path) -> None:
    """One of two: the other goes on. The last: it is told once. A change to one that can be had brings a new sender in its place."""
    told = threading.Event()
    before = knobs("-marshal", "jsonl", "-dest", f"file:{tmp_path / 'no' / 'such'}", "-dest", f"file:{tmp_path / 'rows'}")
    outlets = opened(before, told.set)
    until(lambda: bool(outlets.senders[0].gone_because))
    assert not told.is_set()
    (tmp_path / "no").mkdir()
    outlets.change(before)
    outlets.offer(sealed(1))
    outlets.close(5.0)
    assert numbers(tmp_path / "no" / "such") == numbers(tmp_path / "rows") == [1]
    alone = opened(knobs("-dest", f"file:{tmp_path / 'yes' / 'no'}"), told.set)
    assert told.wait(20)
    alone.close(1.0)
