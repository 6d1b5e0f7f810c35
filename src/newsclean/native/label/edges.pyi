from collections.abc import Mapping

from newsclean.label.features import Measure
from newsclean.segment.blocks import Segments
from newsclean.verdicts import Verdict

def settle(
    segments: Segments,
    measures: list[Measure],
    verdicts: Mapping[int, Verdict],
    title: int | None,
    home: int,
) -> dict[int, Verdict]: ...
