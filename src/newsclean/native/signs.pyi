from collections.abc import Mapping

from newsclean.model import Status

class Signs:
    def __init__(
        self, heads: Mapping[str, Status], bodies: tuple[tuple[str, Status], ...]
    ) -> None: ...
    def head(self, text: str) -> Status | None: ...
    def body(self, folded: str) -> frozenset[Status]: ...
