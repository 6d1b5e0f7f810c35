from collections.abc import Sequence

from newsclean.clean.chain import Chain
from newsclean.clean.prose import Prose

def met(prose: Prose, chains: Sequence[Chain]) -> tuple[list[tuple[int, int]], frozenset[str]]: ...
