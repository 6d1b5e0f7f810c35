from newsclean.fields.title.running import Running
from newsclean.segment.blocks import Segments

def running_texts(segments: Segments, closed: frozenset[int]) -> Running: ...
