from newsclean.model import Block
from newsclean.segment.blocks import Segments

def blocks(
    segments: Segments, kept: frozenset[int], base: str | None, text_dump: bool
) -> tuple[Block, ...]: ...
