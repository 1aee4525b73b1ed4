"""Who may call what. Pure: nothing is opened and nobody is asked here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from xtcp_ebpf.knobs import BY_ATTRIBUTE, Knobs
from xtcp_ebpf.metrics import listen_address

CONFIG: Final = "xtcp_config.v1.ConfigService"
RECORDS: Final = "xtcp_flat_record.v1.XTCPFlatRecordService"
HEALTH: Final = "grpc.health.v1.Health"
REFLECTION: Final = ("grpc.reflection.v1alpha.ServerReflection", "grpc.reflection.v1.ServerReflection")


class Right(Enum):
    """What a call takes, the least first."""

    NONE = "none"
    """Whoever reaches the listener has it."""
    READ = "read"
    CONTROL = "control"


Room = Literal["records", "reflection", "watch", "short"]
"""Calls that hold a thread for as long as the client likes are counted apart from those that end by themselves."""


class Method(NamedTuple):
    """What is known of a call before it is looked at."""

    name: str
    """The last part of its path."""
    right: Right
    room: Room = "short"


def _table() -> Iterator[tuple[str, Method]]:
    for name in ("Get", "Status"):
        yield f"/{CONFIG}/{name}", Method(name, Right.READ)
    for name in ("Set", "SetPollFrequency", "TriggerPoll", "TriggerPollBurst", "SetS3Upload", "SetActivity"):
        yield f"/{CONFIG}/{name}", Method(name, Right.CONTROL)
    for name in ("FlatRecords", "Envelopes", "PollFlatRecords", "PollEnvelopes"):
        yield f"/{RECORDS}/{name}", Method(name, Right.READ, "records")
    for service in REFLECTION:
        yield f"/{service}/ServerReflectionInfo", Method("ServerReflectionInfo", Right.READ, "reflection")
    for name, room in (("Check", "short"), ("List", "short"), ("Watch", "watch")):
        yield f"/{HEALTH}/{name}", Method(name, Right.NONE, room)  # type: ignore[arg-type]  # words of Room


METHODS: Final[Mapping[str, Method]] = MappingProxyType(dict(_table()))
"""By path. One that is not here is not served."""


class Trust(Enum):
    """What a listener says of who reaches it."""

    UNIX = "unix"
    """A socket's file that only root and our own user can open."""
    LOCAL = "local"
    """Loopback, or an abstract Unix socket: any program of this machine."""
    FAR = "far"


class Token(Enum):
    """What a token that was shown is worth."""

    NONE = "none"
    """None was shown."""
    WRONG = "wrong"
    UNREADABLE = "unreadable"
    """There is a file to compare it with, but nothing can be read there now."""
    READ = "read"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator wants."""

    control: str = "guarded"
    """As -grpcControl."""
    names: frozenset[str] = frozenset()
    """Of certificates that may control; empty: all."""
    control_token: bool = False
    """There is a file with one."""
    read_token: bool = False
    certificates: bool = False
    """TCP listeners take only who has one that the named authorities signed."""
    unix: bool = False
    """One of the listeners is a socket's file."""

    @classmethod
    def of(cls, knobs: Knobs) -> Rules:
        return cls(
            knobs.grpc_control,
            frozenset(knobs.grpc_control_names),
            bool(knobs.grpc_token_file),
            bool(knobs.grpc_read_token_file),
            bool(knobs.grpc_client_ca),
            any(text.startswith(listen_address.UNIX) and not text.startswith(f"{listen_address.UNIX}@") for text in knobs.grpc_listen),
        )


class Caller(NamedTuple):
    """What is known of who calls."""

    trust: Trust
    token: Token = Token.NONE
    certificate: Sequence[str] | None = None
    """Its names; None: none was shown."""

    @property
    def known(self) -> bool:
        """More than that he is there."""
        return self.trust is Trust.UNIX or self.token in (Token.READ, Token.CONTROL) or self.certificate is not None

    def __str__(self) -> str:
        """For a log: never a token."""
        if self.trust is Trust.UNIX:
            return "the Unix socket"
        shown = [f"certificate {self.certificate[0] if self.certificate else 'without a name'}"] if self.certificate is not None else []
        shown += [f"{self.token.value} token"] if self.token in (Token.READ, Token.CONTROL) else []
        return " and ".join(shown) or "without a proof"


class Refusal(NamedTuple):
    """Why not."""

    word: str
    """For counters."""
    known: bool
    """Who it is was seen, and is not enough: PERMISSION_DENIED. Else UNAUTHENTICATED."""
    text: str
    """What would be enough. It holds nothing that is secret."""


def refusal(rules: Rules, right: Right, caller: Caller) -> Refusal | None:
    """None: he may."""
    if right is Right.NONE:
        return None
    if right is Right.CONTROL and rules.control == "off":
        return Refusal("control_off", True, "nobody controls this daemon: it was started with -grpcControl off")
    if rules.control == "open" or caller.trust is Trust.UNIX or caller.token is Token.CONTROL:
        return None
    if right is Right.READ:
        if caller.trust is Trust.LOCAL or caller.known:
            return None
    elif caller.certificate is not None and (not rules.names or rules.names.intersection(caller.certificate)):
        return None
    enough = _enough(rules, right)
    if caller.known:
        return Refusal("not_enough", True, f"what was shown ({caller}) is to read only: {enough}")
    if caller.token is Token.UNREADABLE:
        return Refusal("token_unreadable", False, f"the token cannot be compared now: see the daemon's log; {enough}")
    if caller.token is Token.WRONG:
        return Refusal("token_wrong", False, f"the token is not right; {enough}")
    return Refusal("nothing_shown", False, enough)


def _enough(rules: Rules, right: Right) -> str:
    ways = []
    if rules.control_token or (right is Right.READ and rules.read_token):
        ways.append("a token in the metadata (authorization: Bearer TOKEN)")
    if rules.certificates:
        ways.append("a client certificate" + (" whose name -grpcControlNames has" if right is Right.CONTROL and rules.names else ""))
    if rules.unix:
        ways.append("the Unix socket, as root")
    if not ways:
        return f"to {right.value} is not possible here: the daemon needs -grpcTokenFile, -grpcClientCa or -grpcListen unix:PATH for it"
    return f"to {right.value} takes {' or '.join(ways)}"


def problems(knobs: Knobs, listeners: Sequence[tuple[str, Trust]]) -> Iterator[tuple[str, str]]:
    """Knobs that cannot be meant together: the attribute, and what is wrong with it. `listeners`: as written, with their trust."""
    for one, other in (("grpc_tls_cert", "grpc_tls_key"), ("grpc_tls_key", "grpc_tls_cert"), ("grpc_client_ca", "grpc_tls_cert")):
        if getattr(knobs, one) and not getattr(knobs, other):
            yield one, f"needs {_flag(other)} too"
    if knobs.grpc_control_names and not knobs.grpc_client_ca:
        yield "grpc_control_names", "needs -grpcClientCa, the authorities that sign those certificates"
    if not knobs.grpc_tls_cert:
        for text, trust in listeners:
            for attribute in ("grpc_token_file", "grpc_read_token_file"):
                if trust is Trust.FAR and getattr(knobs, attribute):
                    yield attribute, f"a token would go to {text} in clear: give -grpcTlsCert and -grpcTlsKey, or listen on loopback only"


def remarks(rules: Rules, text: str, trust: Trust) -> Iterator[str]:
    """What an operator may not have meant, of one listener."""
    if trust is Trust.FAR and rules.control == "open":
        yield f"gRPC: whoever reaches {text} may change this daemon (-grpcControl open)"
    elif trust is Trust.FAR and not (rules.control_token or rules.read_token or rules.certificates):
        yield f"gRPC: at {text} nobody can read or control, as neither tokens nor client certificates are asked for; only health is told"


def _flag(attribute: str) -> str:
    return f"-{BY_ATTRIBUTE[attribute].flag}"
