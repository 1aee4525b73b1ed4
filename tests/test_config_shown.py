"""What -conf prints, and that no secret is told, there or in an error."""

from __future__ import annotations

import json
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xtcp_ebpf.config import effective, load
from xtcp_ebpf.destinations import registry
from xtcp_ebpf.errors import BadAddress, BadFlag
from xtcp_ebpf.knobs import TABLE, Knobs
from xtcp_ebpf.mask import masked
from xtcp_ebpf.values import duration_text

NOT_SHOWN = {"-conf", "-v", "-help", "# XTCP_CONFIG_JSON"}
PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


def refused(argv: list[str], environ: dict[str, str] | None = None) -> list[str]:
    """The lines of the refusal."""
    with pytest.raises(BadFlag) as caught:
        load(argv, environ or {})
    return str(caught.value).splitlines()


def test_effective_says_value_and_source() -> None:
    """A line for each knob that works; where it came from as written."""
    loaded = load(["--frequency", "20s"], {"LABEL": "a b # c"})
    lines = {line.split("=")[0]: line for line in effective(loaded.knobs, loaded.sources).splitlines()}
    assert set(lines) == {k.name if k.flag else f"# {k.name}" for k in TABLE if k.status == "works"} - NOT_SHOWN
    assert lines["-frequency"].split("  # ") == ["-frequency=20s".ljust(40), "flag --frequency"]
    assert lines["-timeout"].split("  # ") == ["-timeout=5s".ljust(40), "default"]
    assert lines["-label"].split("  # ")[-1] == "environment LABEL"
    assert max(map(len, lines.values())) < 110


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "-label": st.one_of(PLAIN, st.sampled_from(["-tag", "#", "'"])),
            "-timeout": st.integers(10**6, 9 * 10**9).map(lambda n: duration_text(n / 1e9)),
            "-d": st.integers(0, 1000).map(str),
            "-dest": st.sampled_from(["null", "file:/tmp/a b", "udp:[::1]:9000"]),
            "-columns": st.sampled_from(["", "hostname,netns"]),
            "-marshal": st.just("csv"),
        },
    ).filter(lambda given: "-marshal" in given or not given.get("-columns"))
)
def test_effective_can_be_used_as_flags(flags: dict[str, str]) -> None:
    """What a shell makes of the text gives the same knobs again."""
    loaded = load([f"{flag}={value}" for flag, value in flags.items()], {})
    again = load(shlex.split(effective(loaded.knobs, loaded.sources), comments=True), {})
    assert again.knobs == loaded.knobs


def test_effective_as_json() -> None:
    """-logFormat json: the same as one object."""
    loaded = load(["-logFormat=json", "-columns=netns", "-marshal=csv", "-d=3"], {"POLL_FREQUENCY": "90s"})
    rows = json.loads(effective(loaded.knobs, loaded.sources))
    assert rows["frequency"] == {"value": "1m30s", "source": "environment", "name": "POLL_FREQUENCY"}
    assert rows["d"] == {"value": 3, "source": "flag", "name": "-d"}
    assert rows["columns"]["value"] == ["netns"]
    assert rows["tag"] == {"value": "", "source": "default", "name": None}


SECRETS = [
    ("http://user:s3cret@host:8123/?query=INSERT", "http://user:***@host:8123/?query=INSERT"),
    ("https://s3cret@host/", "https://***@host/"),
    ("http://user:s3cr/et@cret@host/", "http://user:***@host/"),
    ("http://h/?user=u&password=s3cret&query=x", "http://h/?user=u&password=***&query=x"),
    ("http://h/?Access_Token=s3cret", "http://h/?Access_Token=***"),
    ("tcp:user:s3cret@host:1", "tcp:user:***@host:1"),
    ("http://user:s3\\cret@host/", "http://user:***@host/"),
]


@pytest.mark.parametrize(("dest", "hidden"), SECRETS)
def test_secrets_in_an_address_are_masked(dest: str, hidden: str) -> None:
    """In -conf in both forms, and in the answer to an address that is refused."""
    assert masked(dest) == hidden
    for form in ("text", "json"):
        text = effective(Knobs(dest=(dest,), log_format=form), {"dest": "-dest"})
        told = text.splitlines()[0] if form == "text" else json.loads(text)["dest"]["value"][0]
        assert hidden in told
        assert text.count("cret") == text.count("ecretKey")
        assert all(word not in told for word in ("s3", "cret"))
    (line,) = refused(["-dest", f"{dest} #"])
    assert all(word not in line.replace("s3parquet", "") for word in ("s3", "cret"))


def shown(argv: list[str], environ: dict[str, str]) -> tuple[str, dict[str, dict[str, object]]]:
    """What -conf prints, in both forms."""
    text, as_json = (load([*argv, f"-logFormat={form}"], environ) for form in ("text", "json"))
    return effective(text.knobs, text.sources), json.loads(effective(as_json.knobs, as_json.sources))


def test_several_destinations_in_conf() -> None:
    """A line for each, which a shell reads as flags again; a list as JSON; an empty one forgets those before it."""
    argv = ["-dest", "marshal=jsonl,tcp:h:1", "--dest=http://h/?query=a b", "-marshal=csv", "-columns=netns"]
    text, rows = shown(argv, {"DEST": "null"})
    assert [line.split("  # ") for line in text.splitlines() if line.startswith("-dest=")] == [
        ["-dest=marshal=jsonl,tcp:h:1".ljust(40), "flag --dest"],
        ["-dest='http://h/?query=a b'".ljust(40), "flag --dest"],
    ]
    assert rows["dest"] == {"value": ["marshal=jsonl,tcp:h:1", "http://h/?query=a b"], "source": "flag", "name": "--dest"}
    assert load(shlex.split(text, comments=True), {}).knobs == load(argv, {}).knobs
    text, rows = shown([], {})
    assert text.splitlines()[0].split("  # ") == ["-dest=''".ljust(40), "default"]
    assert load(["-dest=null", "-dest="], {}).knobs.dest == ()
    assert rows["dest"]["value"] == []
    text, rows = shown([], {"DEST": "marshal=csv,null  stderr"})
    assert text.count("\n-dest=stderr") == 1
    assert rows["dest"] == {"value": ["marshal=csv,null", "stderr"], "source": "environment", "name": "DEST"}


HIDDEN = {
    "DEST_PASSWORD": "s3cret-one",
    "DEST_TOKEN": "s3cret-two",
    "S3_SECRET_KEY": "s3cret-three",
    "S3_ACCESS_KEY": "s3cret-four",
    "S3_SESSION_TOKEN": "s3cret-five",
    "KAFKA_SCHEMA_URL": "http://user:s3cret-six@registry:8081",
    "DEST": "http://user:s3cret-seven@h/ s3SecretKey=s3cret-eight,s3Bucket=rows,s3parquet: http://h/?token=s3cret-nine",
}


def test_no_secret_in_conf() -> None:
    """Whichever way it came: that it is set is told, by *** and its source, and nothing else."""
    text, rows = shown([], HIDDEN)
    assert "s3cret" not in text
    assert "s3cret" not in json.dumps(rows)
    assert text.count("***") == len(HIDDEN) + 2
    assert rows["DEST_PASSWORD"] == {"value": "***", "source": "environment", "name": "DEST_PASSWORD"}
    assert "# DEST_PASSWORD='***'".ljust(40) + "  # environment DEST_PASSWORD" in text.splitlines()
    assert rows["dest"]["value"] == ["http://user:***@h/", "s3SecretKey=***,s3Bucket=rows,s3parquet:", "http://h/?token=***"]


@pytest.mark.parametrize(
    ("argv", "environ"),
    [
        ([], {"DEST_PASSWORD": "s3cret" * 1000}),
        ([], {"DEST_TOKEN": "s3cret\udc80"}),
        (["-s3SecretKey", "s3cret" * 1000], {}),
        (["-kafkaSchemaUrl", "http://u:s3cret@h" + "x" * 1000], {}),
        (["-destPassword", "s3cret"], {}),
        (["-destPassword=s3cret"], {}),
        (["-dest", "destPassword=s3cret,tcp:h:1"], {}),
        (["-dest", "destToken=s3cret,tcp:h:1"], {}),
        (["-dest", "s3SecretKey=s3cret,s3parquet:x y"], {}),
        (["-dest", "s3SecretKey=s3cret,pace=1,null"], {}),
        (["-dest", "s3SecretKey=s3cret,s3SecretKey=s3cret,s3parquet:"], {}),
        (["-dest", "s3AccessKey=s3cret"], {}),
        (["-dest", "topic=,nats:user:s3cret@h:4222"], {}),
        (["-dest", "nats:user:s3cret@h:4222"], {}),
        (["-dest", "nats:h:4222,user:s3cret@i:4222"], {}),
        (["-dest", "kafka:user:s3cret@b:9092"], {}),
        (["-dest", "valkey::s3cret@h:6379"], {}),
        (["-dest", "tcp:user:s3cret@h:1"], {}),
        (["-dest", "mqtt:user:s3cret@h:1"], {}),
        (["-dest", "MQTT://s3cret@h:1"], {}),
        (["-dest", "http://user:s3cret@h:port/"], {}),
        (["-dest", "http://user:s3cr?s3cret@h/"], {}),
        (["-dest", "http://h:x/?password=s3cret"], {}),
        (["-dest", "http://u:s3cret@h/", "-dest", "marshal=csv,http://u:s3cret@h/"], {}),
        (["-dest", "http://u:s3cret@h/", "-queueBytes", "5"], {}),
        (["-dest", "queueBytes=5,http://u:s3cret@h/"], {}),
        (["-dest", "columns=x,marshal=csv,http://u:s3cret@h/"], {}),
        ([], {"DEST": "null http://u:s3cret@h:x/"}),
        (["http://u:s3cret@h/"], {}),
        (["nats:u:s3cret@h"], {}),
    ],
)
def test_no_secret_in_an_error(argv: list[str], environ: dict[str, str]) -> None:
    """Of whatever is refused: the answer names what is wrong, and repeats no password, token or key."""
    told = "\n".join(refused(argv, environ))
    assert "s3c" not in told


def test_each_wrong_destination_is_told() -> None:
    """One line for each, and one in all for what they have in common; a right one between them is none."""
    assert refused(["-dest", "tcp:h", "-dest", "null", "--dest", "marshal=x,udp:h:1"]) == [
        "--dest: tcp:h: the port is missing: write tcp:h:PORT",
        refused(["--dest", "marshal=x,udp:h:1"])[0],
    ]
    assert len(refused(["-dest", "null", "-dest", "stderr", "-marshal", "xml"])) == 1
    assert refused([], {"DEST": "null tcp:h"}) == ["DEST: tcp:h: the port is missing: write tcp:h:PORT"]
    assert refused(["-dest", "null"], {"QUEUE_BYTES": "5", "DEST": "tcp:h"})[0].startswith("QUEUE_BYTES: 5 is too little for null:")


class Pigeon:
    """Another package's destination, whose answers begin as they like."""

    def check(self, _target: object) -> None:
        raise BadAddress("the coop is full")


def test_a_destination_of_another_package_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says is told under -dest, however it begins."""
    monkeypatch.setattr(registry, "_load", lambda _scheme: Pigeon())
    assert refused(["-dest", "pigeon:coop"]) == ["-dest: the coop is full"]


def test_a_configuration_as_json_in_conf() -> None:
    """Each knob of it says so, with its key; the text itself, which may hold secrets, is not there."""
    text, rows = shown([], {"XTCP_CONFIG_JSON": '{"pollFrequency": "20s", "s3_secret_key": "s3cret"}'})
    assert "-frequency=20s".ljust(40) + "  # environment XTCP_CONFIG_JSON pollFrequency" in text.splitlines()
    assert rows["s3SecretKey"] == {"value": "***", "source": "environment", "name": "XTCP_CONFIG_JSON s3_secret_key"}
    assert "s3cret" not in text
    assert "XTCP_CONFIG_JSON" not in rows
