from collections.abc import Iterable, Sequence, Set

from newsclean.clean.chain import Chain

def spots(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]: ...
def meetings(
    text: str, chains: Sequence[Chain], own: Set[str]
) -> list[tuple[Chain, list[str]]]: ...
