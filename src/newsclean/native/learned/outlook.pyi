from newsclean.segment.blocks import Segments
from newsclean.verdicts import Ledger

def numbers(page: Segments, ledger: Ledger) -> tuple[list[float], list[float]]: ...
