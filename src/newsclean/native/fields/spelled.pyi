from collections.abc import Sequence

from newsclean.segment.blocks import RawBlock

def named(blocks: Sequence[RawBlock], longest: int, wanted: frozenset[str]) -> list[str]: ...
