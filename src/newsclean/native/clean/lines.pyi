from collections.abc import Sequence

from newsclean.clean.chain import Chain
from newsclean.segment.blocks import RawBlock

def chains(blocks: Sequence[RawBlock], roles: Sequence[str]) -> list[Chain]: ...
