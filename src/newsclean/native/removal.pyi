from newsclean.model import Removal
from newsclean.segment.blocks import Segments
from newsclean.verdicts import Ledger

def removed(segments: Segments, ledger: Ledger, kept: frozenset[int]) -> tuple[Removal, ...]: ...
