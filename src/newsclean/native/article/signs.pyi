from collections.abc import Mapping, Sequence

from newsclean.model import Status
from newsclean.segment.blocks import RawBlock

class Signs:
    def __init__(
        self, heads: Mapping[str, Status], bodies: tuple[tuple[str, Status], ...]
    ) -> None: ...
    def told(
        self, blocks: tuple[RawBlock, ...], titles: Sequence[str]
    ) -> tuple[frozenset[Status], frozenset[Status]]: ...
    def head(self, text: str) -> Status | None: ...
    def body(self, folded: str) -> frozenset[Status]: ...
