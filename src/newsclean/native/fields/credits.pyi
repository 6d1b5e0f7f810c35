from newsclean.fields.creditlines import Credit
from newsclean.segment.blocks import RawBlock

def credited(text: str) -> list[Credit]: ...
def labelled(
    blocks: tuple[RawBlock, ...], begin: int, end: int
) -> list[tuple[RawBlock, list[Credit]]]: ...
