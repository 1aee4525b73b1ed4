"""Text that may be shown."""

from __future__ import annotations

import pytest

from xtcp_ebpf.mask import masked, visible, without_secrets


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("http://user:s3cret@h/", "http://user:***@h/"),
        ("marshal=jsonl,http://user:s3cret@h/?a=1,2", "marshal=jsonl,http://user:***@h/?a=1,2"),
        ("topic=a,tcp:user:s3cret@h:1", "topic=a,tcp:***@h:1"),
        ("s3SecretKey=s3cret,s3AccessKey=s3cret,s3parquet:", "s3SecretKey=***,s3AccessKey=***,s3parquet:"),
        ("http://h/?token=s3cret&b=1", "http://h/?token=***&b=1"),
        ("http://h/?a=1;Api_Key=s3cret#x", "http://h/?a=1;Api_Key=***#x"),
        ("http://user:s3cret@h:1/?mail=a@b", "http://user:***@h:1/?mail=a@b"),
        ("valkey::s3cret@h:6379", "valkey::***@h:6379"),
        ("nats:s3cret@h:4222", "nats:***@h:4222"),
        ("NATS:user:s3cret@h:4222", "NATS:user:***@h:4222"),
        ("nats:h:4222,user:s3cret@i:4222", "nats:h:***@i:4222"),
        ("kafka:b,user:s3cret@c,user:s3cret@d", "kafka:b,user:***@c,user:***@d"),
        ("kafkaSchemaUrl=http://u:s3cret@r:8081,kafka:b:9092", "kafkaSchemaUrl=http://u:***@r:8081,kafka:b:9092"),
        ("destPassword=s3cret,DESTTOKEN=s3cret,tcp:h:1", "destPassword=***,DESTTOKEN=***,tcp:h:1"),
        ("s3SessionToken=s3cret,s3parquet:", "s3SessionToken=***,s3parquet:"),
    ],
)
def test_secrets_are_masked(text: str, hidden: str) -> None:
    """In addresses, in queries, and in what stands in front of a destination; the rest stays."""
    assert masked(text) == hidden
    assert "s3cret" not in without_secrets(f"there is a fault in 's3cret' of {text}", text)


@pytest.mark.parametrize("password", ["a@b", "a/b", "a?b", "a#b@c", "a,b", "a:b", "a\nb", "1/b", "%41 b", "ä", "a=b", "@"])
@pytest.mark.parametrize("dest", ["http://user:{}@h:8123/?query=x", "marshal=csv,https://user:{}@h/", "tcp:user:{}@h:1", "valkey::{}@h"])
def test_whatever_a_password_has_in_it(dest: str, password: str) -> None:
    """Also what ought to be written %2F: the answer that says so does not repeat it."""
    whole = dest.format(password)
    assert masked(whole) == dest.format("***")
    assert without_secrets(f"{password!r} is wrong", whole) == "'***' is wrong"


@pytest.mark.parametrize(
    "dest",
    [
        "",
        "stdout",
        "file:/tmp/a@b",
        "tcp:[::1]:9000",
        "udp:host:1",
        "unix:/run/x.sock",
        "http://h:8123/?query=a",
        "file:me@x",
        "http://h:8123/?mail=a@b",
        "http://h/?query=INSERT+INTO+t(a,b)+FORMAT+x",
        "marshal=jsonl,file:/a@b",
        "unixgram:@x@y",
        "destPasswordFile=/etc/p,destTokenFile=/etc/t,kafka:b1:9092,b2:9092",
        "kafkaKey=hostname,kafka:b:9092",
        "parquet:a@b",
    ],
)
def test_an_address_without_secrets_is_left_alone(dest: str) -> None:
    """It can be used again as it is."""
    assert masked(dest) == dest


def test_control_characters_become_visible() -> None:
    """No value can forge a line of a log."""
    assert visible("a\nERROR all is lost\x1b[31m") == "a\\nERROR all is lost\\x1b[31m"
    assert visible("grün 中") == "grün 中"
