"""Trees to blocks: the page as a flat list of paragraph-like units with their raw measures."""

from typing import Final

from newsclean import core
from newsclean.segment import walk
from newsclean.segment.blocks import Hint, Node, RawBlock, RawImage, Segments

__all__ = ["Hint", "Node", "RawBlock", "RawImage", "Segments", "split"]

split: Final = core.chosen("split", walk.split)
