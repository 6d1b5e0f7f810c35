from collections.abc import Sequence

from newsclean.segment.blocks import RawBlock

def labelled(blocks: Sequence[RawBlock], begin: int, end: int) -> list[RawBlock]: ...
