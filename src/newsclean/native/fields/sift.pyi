from newsclean.fields.sifted import Sifted
from newsclean.segment.blocks import Segments

def sift(segments: Segments, closed: frozenset[int]) -> Sifted: ...
