from newsclean.label.trust import Trusted
from newsclean.segment.blocks import Segments

def home(segments: Segments, trusted: Trusted, title: int | None) -> int: ...
