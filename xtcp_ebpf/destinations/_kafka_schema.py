"""The header of a schema registry before each Envelope: asked for once, kept for the life of the process."""

from __future__ import annotations

import logging
import time

from xtcp_ebpf.abc import Target
from xtcp_ebpf.destinations._kafka_framing import bare, confluent_head, message_index
from xtcp_ebpf.destinations._kafka_options import Options
from xtcp_ebpf.destinations._schema_registry import Registry, Source
from xtcp_ebpf.errors import SendError

log = logging.getLogger(__name__)

ASK_AGAIN_SECONDS = 30.0
"""How long a registry that failed is left alone where messages go out without it."""

_heads: dict[tuple[str, str, str], bytes] = {}
"""What a registry has told once holds for ever: its URL, subject and schema -> the header."""


class ConfluentFraming:
    """Puts the header of the schema registry in the place of the length; without the registry as -kafkaSchemaFailure says."""

    def __init__(self, target: Target, options: Options) -> None:
        self._target = target
        self._options = options
        self._source = Source.of(target)
        self._ask_at = 0.0
        try:
            self._index = message_index(self._source.text)
        except ValueError as error:
            raise SendError("schema", f"-xtcpProtoFile {target.knobs.xtcp_proto_file}: {error}", retry=False) from error

    def __call__(self, payload: bytes) -> bytes:
        """The value of the message. Raises SendError."""
        head = self.head()
        return payload if head is None else b"".join((head, bare(payload)))

    def head(self) -> bytes | None:
        """None: the registry cannot be asked now, and messages go out without it. Raises SendError."""
        subject = f"{self._options.topic}-value"
        known = (self._target.knobs.kafka_schema_url, subject, self._source.text)
        if known not in _heads:
            if time.monotonic() < self._ask_at:
                return None
            try:
                _heads[known] = confluent_head(Registry(self._target).register(subject, self._source).id, self._index)
            except SendError as error:
                if self._options.wait_for_schema:
                    raise
                if not self._ask_at:
                    log.warning(
                        "%s: messages go out without the header of the schema registry until it answers: %s", self._target.where, error
                    )
                self._ask_at = time.monotonic() + ASK_AGAIN_SECONDS
                return None
        return _heads[known]
