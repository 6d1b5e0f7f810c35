from collections.abc import Sequence

from newsclean.label.trust import Trusted
from newsclean.segment.blocks import Segments

def trusted(segments: Segments, prose: Sequence[float], title: int | None) -> Trusted: ...
def inside(segments: Segments, home: int) -> list[bool]: ...
