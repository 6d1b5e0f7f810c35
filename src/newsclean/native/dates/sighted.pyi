from collections.abc import Sequence

from newsclean.fields.base import View
from newsclean.fields.dates.lines import Line
from newsclean.fields.dates.sighting import Sighting

def sighted(view: View, dated: Sequence[Line]) -> list[Sighting]: ...
