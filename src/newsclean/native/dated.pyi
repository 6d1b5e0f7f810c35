from collections.abc import Sequence

from newsclean.segment.blocks import RawBlock

def dated(blocks: Sequence[RawBlock], title: int | None) -> list[RawBlock]: ...
