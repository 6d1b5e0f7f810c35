from newsclean.model import Block
from newsclean.segment.blocks import RawBlock

def shaped(group: list[RawBlock], base: str | None) -> Block: ...
