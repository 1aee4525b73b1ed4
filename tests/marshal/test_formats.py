from __future__ import annotations

import pytest
from made_rows import a_row, sealed

from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.marshal.formats import FORMATS, WITH_COLUMNS, create

CONTENT_TYPES = {
    "protobufList": "application/octet-stream",
    "protoJson": "application/json",
    "protoText": "text/plain; charset=utf-8",
    "msgpack": "application/octet-stream",
    "jsonl": "application/x-ndjson",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "humanize": "application/octet-stream",
    "table": "text/plain; charset=utf-8",
}


def test_the_formats() -> None:
    """All the predecessor's names are there, and our table."""
    assert set(FORMATS) == set(CONTENT_TYPES)


@pytest.mark.parametrize("name", CONTENT_TYPES)
def test_each_keeps_the_protocol(name: str) -> None:
    """Each is called what it was asked for, has its content type, encodes again the same, and an empty batch too."""
    marshaller = create(name)
    assert (marshaller.name, marshaller.content_type) == (name, CONTENT_TYPES[name])
    batch = sealed([a_row(), a_row(hostname="web-2")])
    assert marshaller.encode(batch) == marshaller.encode(batch) != b""
    assert isinstance(marshaller.encode(sealed([])), bytes)


@pytest.mark.parametrize("name", CONTENT_TYPES)
def test_only_csv_and_tsv_have_a_preamble(name: str) -> None:
    """The header is no part of the payload, so that it can stand once at the start of a stream."""
    marshaller = create(name)
    assert bool(marshaller.preamble) == (name in ("csv", "tsv"))
    if marshaller.preamble:
        assert marshaller.preamble.startswith(b"schemaVersion")
        assert marshaller.preamble not in marshaller.encode(sealed([a_row()]))


@pytest.mark.parametrize(
    ("wrong", "guess"),
    [("jsonL", "jsonl"), ("json", "jsonl"), ("protobuflist", "protobufList"), ("proto_text", "protoText"), ("hunamize", "humanize")],
)
def test_unknown_format(wrong: str, guess: str) -> None:
    """The message names the flag, guesses what was meant and lists what there is."""
    with pytest.raises(BadFlag) as caught:
        create(wrong)
    assert str(caught.value).startswith(f"-marshal: there is no format '{wrong}' (did you mean {guess}?); the formats are protobufList, ")
    assert all(name in str(caught.value) for name in FORMATS)


def test_unknown_format_without_a_guess() -> None:
    """No guess where nothing is near."""
    with pytest.raises(BadFlag, match="-marshal: there is no format 'xml'; the formats are "):
        create("xml")


@pytest.mark.parametrize("name", WITH_COLUMNS)
def test_unknown_column(name: str) -> None:
    """A column is a field's lowerCamelCase name; the message guesses and lists all of them."""
    with pytest.raises(BadFlag) as caught:
        create(name, ("netns", "tcp_info_rtt"))
    assert str(caught.value).startswith(
        "-columns: there is no column 'tcp_info_rtt' (did you mean tcpInfoRtt?); the columns are schemaVersion, "
    )
    assert str(caught.value).endswith(", md5sigCount")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(WITH_COLUMNS)))
def test_columns_for_a_format_without(name: str) -> None:
    """Columns that would be ignored are an error."""
    with pytest.raises(BadFlag, match=f"-columns: goes with -marshal csv, tsv or table, not with {name}"):
        create(name, ("netns",))


def test_columns_and_width_arrive() -> None:
    """What is asked for is what is written."""
    assert create("tsv", ("hostname", "nsid")).encode(sealed([a_row()])) == b"web-1\t0\n"
    assert create("csv", ("hostname", "nsid")).preamble == b"hostname,nsid\n"
    assert create("table", ("hostname",)).encode(sealed([a_row()])).startswith(b"hostname\nweb-1\n")
    assert max(map(len, create("table", width=50).encode(sealed([a_row()])).decode().split("\n"))) <= 50
