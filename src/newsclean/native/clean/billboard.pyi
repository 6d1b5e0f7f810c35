from collections.abc import Sequence

from newsclean.clean.chain import Chain

def shown(
    chains: Sequence[Chain], text: str, title: str
) -> list[tuple[Chain, list[str], list[str]]]: ...
