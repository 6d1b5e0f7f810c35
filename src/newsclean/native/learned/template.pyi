from newsclean.native.learned.words import Words
from newsclean.segment.blocks import Segments

def template_odds(page: Segments, words: Words) -> list[float]: ...
