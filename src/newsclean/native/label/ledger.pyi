from collections.abc import Iterable, Mapping

from newsclean.verdicts import Verdict

def merged(
    verdicts: Mapping[int, tuple[Verdict, ...]], pairs: Iterable[tuple[int, Verdict]]
) -> dict[int, tuple[Verdict, ...]]: ...
