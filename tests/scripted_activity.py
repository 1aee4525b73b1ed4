"""A source of marks that says what a test puts into it: Activity of marks.py without a kernel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from xtcp_ebpf.abc import NamespaceId
from xtcp_ebpf.marks import UNKNOWN, Marks


class Scripted:
    """`marks` is what the next reading says, and all after it until the test puts another one there. Remembers what it was asked."""

    def __init__(self, marks: Marks = UNKNOWN, *, name: str = "scripted", loader: str = "test", bell: int | None = None) -> None:
        self.name = name
        self.loader = loader
        self.bell = bell
        self.marks = marks
        self.costs: dict[str, int] = {}
        self.forgotten: list[NamespaceId] = []
        self.log: list[str] = []
        self.each: Callable[[], None] = lambda: None
        """Called before each reading."""

    def read(self) -> Marks:
        self.log.append("read")
        self.each()
        return self.marks

    def hush(self) -> None:
        self.log.append("hush")

    def forget(self, namespaces: Iterable[NamespaceId]) -> None:
        self.forgotten += namespaces

    def cost(self) -> Mapping[str, int]:
        return dict(self.costs)

    def close(self) -> None:
        self.log.append("close")

    @property
    def reads(self) -> int:
        return self.log.count("read")

    @property
    def closed(self) -> int:
        return self.log.count("close")
