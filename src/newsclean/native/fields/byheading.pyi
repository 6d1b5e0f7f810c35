from newsclean.fields.authors.lines import Near
from newsclean.segment.blocks import Segments

def by_heading(segments: Segments, closed: frozenset[int], title: int | None) -> Near: ...
