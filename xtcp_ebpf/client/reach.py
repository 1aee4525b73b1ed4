"""How a server is reached, and what is shown to it. Pure: no file is opened here."""

from __future__ import annotations

from dataclasses import dataclass

from xtcp_ebpf.client import server_address
from xtcp_ebpf.errors import BadFlag
from xtcp_ebpf.metrics.listen_address import Address


@dataclass(frozen=True, slots=True)
class Access:
    """How a server is reached. Paths are empty where nothing is meant."""

    server: Address
    tls: bool = False
    ca: str = ""
    cert: str = ""
    key: str = ""
    token_file: str = ""

    def __post_init__(self) -> None:
        """Raises BadFlag for what cannot be meant together."""
        if self.key and not self.cert:
            raise BadFlag("-key", "needs -cert, the certificate that it is the key of")
        if self.token_file and not self.encrypted and not server_address.stays_here(self.server):
            raise BadFlag("-tokenFile", f"the token would go to {self.server} in clear: add -tls")

    @property
    def encrypted(self) -> bool:
        """Asked for, or meant by what is shown."""
        return self.tls or bool(self.ca or self.cert)
